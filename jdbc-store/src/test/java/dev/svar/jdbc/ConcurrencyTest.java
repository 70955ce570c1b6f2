package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.ContactChange;
import dev.svar.store.TicketQuery;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.testkit.Race;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only a database with several connections can get wrong, beside what the contract tests. */
final class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 10;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private interface Addition {
        void to(Changes.Builder changes, Story story);
    }

    /** Each in a race of its own: a commit that waits for one of them would come too late for the others. */
    private static void everyoneAdds(JdbcStore store, TenantId tenant, Addition addition) throws Exception {
        List<Changes> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Story story = new Story(tenant, i + 1);
            Changes.Builder changes = Changes.builder(tenant).ticket(story.opened);
            addition.to(changes, story);
            all.add(changes.build());
        }

        assertThat(Race.of(THREADS, i -> store.commit(all.get(i)))).containsOnly(CommitResult.COMMITTED);
        assertThat(store.tickets(tenant, TicketQuery.all(100)).items()).hasSize(THREADS);
    }

    @ParameterizedTest
    @EnumSource
    void commits_that_bring_the_same_message_id_at_once_are_all_committed(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = new TenantId("t-" + UUID.randomUUID());
            Optional<String> same = Optional.of("<same@kunde.example>");
            everyoneAdds(store, tenant, (changes, story) -> changes.message(story.message(2, "Hei", same)));

            TicketId first =
                    store.ticketsOfMail(tenant, List.of("<same@kunde.example>")).get(0);
            assertThat(store.ticket(tenant, first)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void commits_that_keep_the_same_bytes_at_once_are_all_committed(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = new TenantId("t-" + UUID.randomUUID());
            Content logo = Story.content("logo");
            everyoneAdds(store, tenant, (changes, story) -> changes.content(logo));

            assertThat(store.content(tenant, logo.ref())).contains(logo);
        }
    }

    @ParameterizedTest
    @EnumSource
    void commits_that_schedule_the_same_work_at_once_are_all_committed(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = new TenantId("t-" + UUID.randomUUID());
            Work work = new Work(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL), Story.NOW);
            everyoneAdds(store, tenant, (changes, story) -> changes.schedule(work));

            assertThat(store.claim(tenant, Story.LANE, Story.NOW, LEASE, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void commits_that_touch_the_same_rows_in_different_order_do_not_wait_for_each_other_in_a_circle(Database database)
            throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        TenantId tenant = new TenantId("t-" + UUID.randomUUID());
        List<Work> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            work.add(new Work(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL), Story.NOW));
        }
        Changes.Builder all = Changes.builder(tenant);
        work.forEach(all::schedule);
        store.commit(all.build());

        List<List<CommitResult>> results = Race.of(THREADS, i -> {
            List<CommitResult> mine = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Work> order = new ArrayList<>(work);
                Collections.rotate(order, i + round);
                Changes.Builder changes = Changes.builder(tenant);
                order.forEach(changes::schedule);
                mine.add(store.commit(changes.build()));
            }
            return mine;
        });

        assertThat(results).allSatisfy(mine -> assertThat(mine).containsOnly(CommitResult.COMMITTED));
    }

    @ParameterizedTest
    @EnumSource
    void contacts_that_exchange_their_addresses_at_once_do_not_wait_for_each_other_in_a_circle(Database database)
            throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        Story story = new Story();
        List<ContactId> contacts = new ArrayList<>();
        Changes.Builder all = Changes.builder(story.tenant);
        for (int i = 0; i < 6; i++) {
            Contact contact = story.contact("kari" + i + "@kunde.example");
            contacts.add(contact.id());
            all.newContact(contact);
        }
        store.commit(all.build());

        List<Integer> committed = Race.of(THREADS, i -> {
            int mine = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Contact a = store.contact(story.tenant, contacts.get((i + round) % 6))
                        .orElseThrow();
                Contact b = store.contact(story.tenant, contacts.get((i + round + 1 + i % 5) % 6))
                        .orElseThrow();
                CommitResult result = store.commit(Changes.builder(story.tenant)
                        .contact(new ContactChange(a.version(), taking(a, b)))
                        .contact(new ContactChange(b.version(), taking(b, a)))
                        .build());
                mine += result == CommitResult.COMMITTED ? 1 : 0;
            }
            return mine;
        });

        assertThat(committed.stream().mapToInt(n -> n).sum()).isPositive();
        Set<Address> addresses = new HashSet<>();
        for (ContactId id : contacts) {
            Contact contact = store.contact(story.tenant, id).orElseThrow();
            addresses.addAll(contact.addresses());
            contact.addresses()
                    .forEach(a -> assertThat(store.contactAt(story.tenant, a)).contains(contact));
        }
        assertThat(addresses).hasSize(12);
    }

    private static Contact taking(Contact contact, Contact from) {
        return contact.toBuilder()
                .addresses(from.addresses())
                .version(contact.version() + 1)
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_sender_whose_messages_arrive_at_the_same_instant_becomes_one_contact(Database database)
            throws Exception {
        HelpDesk desk = HelpDesk.builder(Databases.newStore(database.source())).build();
        MailDomain kunde = new MailDomain("kunde.example");
        Organization organization = desk.contacts().addOrganization("Kunde AS", kunde);
        for (int round = 0; round < ROUNDS; round++) {
            Address sender = Address.mail("kari" + round + "@kunde.example");
            List<Address> others = List.of(
                    Address.mail("ola" + round + "@kunde.example"), Address.mail("per" + round + "@kunde.example"));
            int number = round;
            List<Taken> taken = Race.of(THREADS, i -> {
                List<Address> copied = new ArrayList<>(others);
                Collections.rotate(copied, i);
                String key = "<" + number + "-" + i + "@kunde.example>";
                return desk.receive(
                        InboundMessage.builder(new MessageKey(Story.MAILBOX, key), Story.content(key), sender)
                                .recipients(copied)
                                .text("Hei")
                                .build());
            });

            Contact contact = desk.contacts().at(sender).orElseThrow();
            assertThat(contact.organization()).contains(organization.id());
            assertThat(taken).allSatisfy(each -> {
                Ticket ticket = desk.find(each.receipt().ticket().orElseThrow())
                        .orElseThrow()
                        .ticket();
                assertThat(ticket.requester()).isEqualTo(contact.id());
                assertThat(ticket.participants())
                        .containsExactlyInAnyOrderElementsOf(others.stream()
                                .map(a -> desk.contacts().at(a).orElseThrow().id())
                                .toList());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_merges_that_meet_none_makes_a_ring(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        HelpDesk desk = HelpDesk.builder(store).build();
        Story story = new Story(TenantId.DEFAULT, 1);
        for (int round = 0; round < ROUNDS; round++) {
            List<Contact> circle = new ArrayList<>();
            Changes.Builder changes = Changes.builder(TenantId.DEFAULT);
            for (int i = 0; i < THREADS; i++) {
                circle.add(story.contact("kari" + round + "-" + i + "@kunde.example"));
                changes.newContact(circle.get(i));
            }
            store.commit(changes.build());

            List<Boolean> merged = Race.of(THREADS, i -> {
                try {
                    desk.contacts()
                            .merge(
                                    circle.get(i).id(),
                                    circle.get((i + 1) % THREADS).id());
                    return true;
                } catch (InvalidValueException refused) {
                    return false;
                }
            });

            assertThat(merged).contains(true, false);
            long standing = circle.stream()
                    .map(c -> desk.contacts().find(c.id()).orElseThrow().id())
                    .distinct()
                    .count();
            assertThat(standing)
                    .isEqualTo(THREADS - merged.stream().filter(m -> m).count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void while_a_claim_is_taken_over_only_one_of_both_can_finish_the_work(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        for (int round = 0; round < ROUNDS; round++) {
            Story story = new Story();
            store.commit(story.opening());
            Claim first =
                    store.claim(story.tenant, Story.LANE, Story.NOW, LEASE, 1).get(0);
            Claim second = store.claim(story.tenant, Story.LANE, first.leaseUntil(), LEASE, 1)
                    .get(0);
            assertThat(second.fence()).isNotEqualTo(first.fence());

            List<CommitResult> results = Race.of(
                    THREADS,
                    i -> store.commit(Changes.builder(story.tenant)
                            .workResult(new WorkResult.Done(i % 2 == 0 ? first : second))
                            .build()));

            assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
            assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.CLAIM_LOST);
            assertThat(results.get(0)).isEqualTo(CommitResult.CLAIM_LOST);
            assertThat(store.nextDue(story.tenant, Story.LANES)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void expired_leases_are_claimed_again_by_one_node_each(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        TenantId tenant = new TenantId("t-" + UUID.randomUUID());
        Changes.Builder changes = Changes.builder(tenant);
        for (int i = 0; i < 40; i++) {
            changes.schedule(
                    new Work(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL), Story.NOW));
        }
        store.commit(changes.build());
        assertThat(store.claim(tenant, Story.LANE, Story.NOW, LEASE, 100)).hasSize(40);
        assertThat(store.claim(tenant, Story.LANE, Story.NOW.plus(LEASE).minusNanos(1000), LEASE, 100))
                .isEmpty();

        List<List<Claim>> claims =
                Race.of(THREADS, i -> store.claim(tenant, Story.LANE, Story.NOW.plus(LEASE), LEASE, 10));

        List<Claim> all = new ArrayList<>(store.claim(tenant, Story.LANE, Story.NOW.plus(LEASE), LEASE, 100));
        List<Long> fences = new ArrayList<>();
        claims.forEach(mine -> {
            all.addAll(mine);
            fences.addAll(mine.stream().map(Claim::fence).distinct().toList());
        });
        assertThat(all).extracting(Claim::work).doesNotHaveDuplicates().hasSize(40);
        assertThat(fences).as("no two nodes have one").doesNotHaveDuplicates().allMatch(fence -> fence > 0);
    }
}
