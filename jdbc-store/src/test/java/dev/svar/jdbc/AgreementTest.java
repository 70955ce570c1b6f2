package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.memory.MemoryStore;
import dev.svar.message.Disposition;
import dev.svar.message.MessageKey;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.ContactChange;
import dev.svar.store.DeliveryChange;
import dev.svar.store.DeskStore;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.StatusCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same random commits, many of them refused, to the reference and to a database: both must answer the same. */
final class AgreementTest {
    private static final long SEED = 20261203;
    private static final int STEPS = 400;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Random random = new Random(SEED);
    private final TenantId tenant = new TenantId("agreement");
    private final DeskStore memory = new MemoryStore();
    private final List<Story> stories = new ArrayList<>();
    private final List<TicketState> states = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<ContactId> contacts = new ArrayList<>();
    private final List<OrganizationId> organizations = new ArrayList<>();
    private final List<WorkKey> keys = new ArrayList<>();
    private final Map<WorkKey, Claim> memoryClaims = new HashMap<>();
    private final Map<WorkKey, Claim> databaseClaims = new HashMap<>();
    private Instant now = Story.NOW;

    @ParameterizedTest
    @EnumSource
    void both_answer_the_same(Database database) {
        JdbcStore store = Databases.newStore(database.source());
        for (int i = 0; i < 12; i++) {
            keys.add(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL));
        }
        for (int step = 0; step < STEPS; step++) {
            now = now.plusSeconds(random.nextInt(120)).plusNanos(1000);
            if (random.nextInt(8) == 0) {
                claimBoth(store, step);
            } else {
                commitBoth(store, step);
            }
            assertThat(store.nextDue(tenant, Story.LANES))
                    .as("%s", at(step))
                    .isEqualTo(memory.nextDue(tenant, Story.LANES));
        }
        compareAll(store);
    }

    private static String at(int step) {
        return "seed " + SEED + ", step " + step;
    }

    private void claimBoth(JdbcStore store, int step) {
        List<Claim> expected = memory.claim(tenant, Story.LANE, now, LEASE, 100);
        List<Claim> actual = store.claim(tenant, Story.LANE, now, LEASE, 100);
        assertThat(actual)
                .as(at(step))
                .extracting(Claim::work)
                .containsExactlyElementsOf(expected.stream().map(Claim::work).toList());
        assertThat(actual)
                .as(at(step))
                .extracting(Claim::leaseUntil)
                .containsExactlyElementsOf(
                        expected.stream().map(Claim::leaseUntil).toList());
        expected.forEach(c -> memoryClaims.put(c.work().key(), c));
        actual.forEach(c -> databaseClaims.put(c.work().key(), c));
    }

    private void commitBoth(JdbcStore store, int step) {
        Changes.Builder forMemory = Changes.builder(tenant);
        Changes.Builder forDatabase = Changes.builder(tenant);
        List<Changes.Builder> both = List.of(forMemory, forDatabase);
        Optional<TicketChange> ticket = anyTicketChange(step);
        ticket.ifPresent(change -> both.forEach(b -> b.ticket(change)));
        Story story = stories.get(random.nextInt(stories.size()));
        if (random.nextInt(4) == 0) {
            var contact = story.contact("kari" + random.nextInt(30) + "@kunde.example");
            contacts.add(contact.id());
            both.forEach(b -> b.newContact(contact));
        }
        anyContactChanges().forEach(change -> both.forEach(b -> b.contact(change)));
        anyOrganizationChange(story, step).ifPresent(change -> both.forEach(b -> b.organization(change)));
        if (random.nextInt(3) == 0) {
            var receipt = story.receipt("<" + random.nextInt(60) + "@kunde.example>");
            var content = Story.content("raw " + random.nextInt(40));
            both.forEach(b -> b.receipt(receipt).content(content).content(content));
        }
        if (random.nextInt(3) == 0) {
            WorkKey cancelled = anyKey();
            Work work = new Work(anyKey(), now.plusSeconds(random.nextInt(600)).plusNanos(1000L * step));
            both.forEach(b -> b.cancel(cancelled).schedule(work));
        }
        if (random.nextInt(3) == 0 && !deliveries.isEmpty()) {
            int index = random.nextInt(deliveries.size());
            Delivery before = deliveries.get(index);
            Delivery after = random.nextBoolean() ? before.claimed(now) : before.accepted("ok", now);
            deliveries.set(index, after);
            both.forEach(b -> b.delivery(new DeliveryChange(before.state(), after)));
        }
        WorkKey key = anyKey();
        if (random.nextInt(3) == 0 && memoryClaims.containsKey(key)) {
            int kind = random.nextInt(3);
            Instant later = now.plusSeconds(30).plusNanos(1000L * step);
            forMemory.workResult(result(kind, memoryClaims.get(key), later));
            forDatabase.workResult(result(kind, databaseClaims.get(key), later));
        }
        if (ticket.isPresent() && ticket.get().expectedVersion() == 0) {
            Story opened = stories.get(stories.size() - 1);
            Delivery delivery = opened.delivery("<" + random.nextInt(20) + "@paamelding.example>");
            var message = opened.message(2, "tekst " + step, Optional.of("<" + random.nextInt(20) + "@k.example>"));
            deliveries.add(delivery);
            both.forEach(b -> b.newDelivery(delivery).message(message));
        }
        assertThat(store.commit(forDatabase.build())).as(at(step)).isEqualTo(memory.commit(forMemory.build()));
    }

    /** A new ticket, sometimes with a number that is taken, or a change, sometimes of an old version. */
    private Optional<TicketChange> anyTicketChange(int step) {
        if (stories.isEmpty() || random.nextInt(4) == 0) {
            Story story = new Story(tenant, 1 + random.nextInt(60));
            stories.add(story);
            states.add(story.opened.after());
            return Optional.of(story.opened);
        } else if (random.nextBoolean()) {
            int index = random.nextInt(stories.size());
            TicketState before = states.get(index);
            TicketChange change = stories.get(index).assigned(before, "agent" + step);
            if (random.nextInt(4) > 0) {
                states.set(index, change.after());
            }
            return Optional.of(change);
        }
        return Optional.empty();
    }

    /** Up to two contacts with other addresses, often those of another one, sometimes at another version. */
    private List<ContactChange> anyContactChanges() {
        return random.ints(random.nextInt(3), 0, contacts.size() + 1)
                .distinct()
                .filter(i -> i < contacts.size())
                .mapToObj(i -> memory.contact(tenant, contacts.get(i)))
                .flatMap(Optional::stream)
                .map(before -> {
                    long expected = before.version() + (random.nextInt(5) == 0 ? 1 : 0);
                    List<Address> addresses = random.ints(1 + random.nextInt(3), 0, 30)
                            .mapToObj(n -> Address.mail("kari" + n + "@kunde.example"))
                            .toList();
                    return new ContactChange(
                            expected,
                            before.toBuilder()
                                    .addresses(addresses)
                                    .version(expected + 1)
                                    .build());
                })
                .toList();
    }

    /** A new organization or one with other domains and another name, sometimes at another version. */
    private Optional<OrganizationChange> anyOrganizationChange(Story story, int step) {
        if (random.nextInt(3) > 0) {
            return Optional.empty();
        }
        String name = List.of("Klubb", "klubb", "Ås", "🙂").get(random.nextInt(4)) + step % 7;
        Set<MailDomain> domains = random.ints(random.nextInt(3), 0, 20)
                .mapToObj(n -> new MailDomain("d" + n + ".example"))
                .collect(Collectors.toSet());
        if (organizations.isEmpty() || random.nextInt(3) == 0) {
            Organization fresh = story.organization(name, "x.example").toBuilder()
                    .domains(domains)
                    .build();
            organizations.add(fresh.id());
            return Optional.of(new OrganizationChange(0, fresh));
        }
        OrganizationId id = organizations.get(random.nextInt(organizations.size()));
        return memory.organization(tenant, id).map(before -> {
            long expected = before.version() + (random.nextInt(5) == 0 ? 1 : 0);
            return new OrganizationChange(
                    expected,
                    before.toBuilder()
                            .name(name)
                            .domains(domains)
                            .version(expected + 1)
                            .build());
        });
    }

    private void compareContacts(JdbcStore store) {
        for (ContactId id : contacts) {
            assertThat(store.contact(tenant, id)).isEqualTo(memory.contact(tenant, id));
        }
        for (int i = 0; i < 30; i++) {
            Address address = Address.mail("kari" + i + "@kunde.example");
            assertThat(store.contactAt(tenant, address)).isEqualTo(memory.contactAt(tenant, address));
            MailDomain domain = new MailDomain("d" + i + ".example");
            assertThat(store.organizationOf(tenant, domain)).isEqualTo(memory.organizationOf(tenant, domain));
        }
        for (OrganizationId id : organizations) {
            assertThat(store.organization(tenant, id)).isEqualTo(memory.organization(tenant, id));
        }
        Optional<String> cursor = Optional.empty();
        do {
            OrganizationQuery query = new OrganizationQuery(cursor, 5);
            assertThat(store.organizations(tenant, query)).isEqualTo(memory.organizations(tenant, query));
            cursor = memory.organizations(tenant, query).next();
        } while (cursor.isPresent());
    }

    private WorkKey anyKey() {
        return keys.get(random.nextInt(keys.size()));
    }

    private static WorkResult result(int kind, Claim claim, Instant later) {
        return switch (kind) {
            case 0 -> new WorkResult.Done(claim);
            case 1 -> new WorkResult.PutOff(claim, later);
            default -> new WorkResult.Underway(claim, later);
        };
    }

    private void compareAll(JdbcStore store) {
        compareContacts(store);
        for (Story story : stories) {
            var id = story.ticket;
            assertThat(store.ticket(tenant, id)).isEqualTo(memory.ticket(tenant, id));
            assertThat(store.events(tenant, id, 0, 1000)).isEqualTo(memory.events(tenant, id, 0, 1000));
            assertThat(store.events(tenant, id, 1, 2)).isEqualTo(memory.events(tenant, id, 1, 2));
            assertThat(store.messages(tenant, id, 0, 1000)).isEqualTo(memory.messages(tenant, id, 0, 1000));
            assertThat(store.latestMessages(tenant, id, Set.of(MessageRole.CUSTOMER), 3))
                    .isEqualTo(memory.latestMessages(tenant, id, Set.of(MessageRole.CUSTOMER), 3));
            assertThat(store.deliveries(tenant, id, 1)).isEqualTo(memory.deliveries(tenant, id, 1));
            assertThat(store.deliveries(tenant, id, 1000)).isEqualTo(memory.deliveries(tenant, id, 1000));
            assertThat(store.contact(tenant, story.kari.id())).isEqualTo(memory.contact(tenant, story.kari.id()));
        }
        for (Delivery delivery : deliveries) {
            assertThat(store.delivery(tenant, delivery.id())).isEqualTo(memory.delivery(tenant, delivery.id()));
        }
        for (int i = 0; i < 60; i++) {
            assertThat(store.ticketByNumber(tenant, i)).isEqualTo(memory.ticketByNumber(tenant, i));
            var key = new MessageKey(Story.MAILBOX, "<" + i + "@kunde.example>");
            assertThat(store.receipt(tenant, key)).isEqualTo(memory.receipt(tenant, key));
            List<String> mails = List.of("<x" + i + "@k.example>", "<" + i + "@k.example>");
            assertThat(store.ticketsOfMail(tenant, mails)).isEqualTo(memory.ticketsOfMail(tenant, mails));
            List<String> sent = List.of("<" + i + "@paamelding.example>", "<1@k.example>");
            assertThat(store.ticketsOfMail(tenant, sent)).isEqualTo(memory.ticketsOfMail(tenant, sent));
            var ref = Story.content("raw " + i).ref();
            assertThat(store.content(tenant, ref)).isEqualTo(memory.content(tenant, ref));
        }
        for (Set<StatusCategory> categories : List.of(
                EnumSet.allOf(StatusCategory.class),
                EnumSet.of(StatusCategory.NEW),
                EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.SOLVED))) {
            TicketQuery query =
                    TicketQuery.builder().statuses(categories).limit(7).build();
            Optional<TicketQuery> page = Optional.of(query);
            while (page.isPresent()) {
                assertThat(store.tickets(tenant, page.get())).isEqualTo(memory.tickets(tenant, page.get()));
                page = memory.tickets(tenant, page.get()).next().map(query::from);
            }
        }
        for (int step = 0; step < STEPS; step++) {
            TicketQuery query = TicketQuery.builder().text("tekst " + step).build();
            assertThat(store.tickets(tenant, query)).isEqualTo(memory.tickets(tenant, query));
        }
        for (int limit : new int[] {3, 1000}) {
            var all = memory.receipts(tenant, Disposition.OPENED, Optional.empty(), limit);
            assertThat(store.receipts(tenant, Disposition.OPENED, Optional.empty(), limit))
                    .isEqualTo(all);
            assertThat(store.receipts(tenant, Disposition.OPENED, Optional.of(all.get(1)), limit))
                    .isEqualTo(memory.receipts(tenant, Disposition.OPENED, Optional.of(all.get(1)), limit));
        }
    }
}
