package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.Digest;
import dev.svar.delivery.DigestWindow;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.message.Disposition;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.message.Receipt;
import dev.svar.sla.QuietHours;
import dev.svar.sla.SlaLevel;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.ContactChange;
import dev.svar.store.DeadWork;
import dev.svar.store.DeliveryChange;
import dev.svar.store.DeskStore;
import dev.svar.store.MacroChange;
import dev.svar.store.MacroQuery;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import dev.svar.store.PreferencesChange;
import dev.svar.store.Readers;
import dev.svar.store.SuppressionChange;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroScope;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every store must do: extend it, say how to open the store, and all of it must pass. Each test works in a tenant of
 * its own, so one database can serve the whole suite.
 */
public abstract class StoreContract extends MailingContract {
    /** For subclasses. */
    protected StoreContract() {}

    /**
     * Opens the store under test.
     *
     * @return the store; it may be the same for every test
     */
    @Override
    protected abstract DeskStore openStore();

    // Tickets

    @Test
    final void a_committed_ticket_is_found_by_its_id_and_its_number_exactly_as_it_was() {
        TicketChange opened = committed(samples.opened(7));

        assertThat(store.ticket(tenant, idOf(opened))).contains(opened.after());
        assertThat(store.ticketByNumber(tenant, 7)).contains(opened.after());
        assertThat(store.ticketByNumber(tenant, 8)).isEmpty();
        assertThat(store.ticket(tenant, new TicketId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void a_later_version_takes_the_place_of_the_earlier_one() {
        TicketChange opened = committed(samples.opened(1));
        TicketChange solved = committed(solve(opened.after()));

        assertThat(store.ticket(tenant, idOf(opened))).contains(solved.after());
    }

    @Test
    final void what_a_ticket_gathers_in_its_life_is_kept() {
        TicketState state = committed(samples.opened(1)).after();
        for (TicketCommand command : List.of(
                new TicketCommand.EditSubject(AGENT, "Betaling feiler, også med Vipps"),
                new TicketCommand.ChangeTags(AGENT, Set.of(new Tag("vipps"), new Tag("ære")), Set.of()),
                new TicketCommand.ChangeTags(AGENT, Set.of(new Tag("vip")), Set.of(new Tag("vipps"))),
                new TicketCommand.ChangeParticipants(
                        AGENT,
                        Set.of(new ContactId(UUID.randomUUID())),
                        state.ticket().participants()),
                new TicketCommand.RecordTime(AGENT, Duration.ofMinutes(25)),
                new TicketCommand.RecordTime(AGENT, Duration.ofSeconds(1, 500_000_000)),
                new TicketCommand.Categorize(AGENT, "betaling", List.of("ordet «betalt»")),
                new TicketCommand.RevokeLinks(AGENT))) {
            state = committed(samples.changed(state, command, NOW.plusSeconds(60)))
                    .after();
        }

        assertThat(state.ticket().tags()).containsExactly(new Tag("vip"), new Tag("ære"));
        assertThat(state.ticket().timeSpent()).isEqualTo(Duration.ofSeconds(1501, 500_000_000));
        assertThat(store.ticket(tenant, state.ticket().id())).contains(state);
    }

    @Test
    final void history_is_kept_in_order_and_read_in_parts() {
        TicketChange opened = committed(samples.opened(1));
        TicketChange solved = committed(solve(opened.after()));
        List<Object> all = new ArrayList<>(opened.events());
        all.addAll(solved.events());

        assertThat(store.events(tenant, idOf(opened), 0, 100)).isEqualTo(all);
        assertThat(store.events(tenant, idOf(opened), 1, 1)).isEqualTo(all.subList(1, 2));
        assertThat(store.events(tenant, idOf(opened), all.size(), 100)).isEmpty();
    }

    @Test
    final void a_change_decided_on_an_older_version_is_stale_and_leaves_nothing_behind() {
        TicketChange opened = committed(samples.opened(1));
        TicketChange solved = committed(solve(opened.after()));
        TicketChange late =
                samples.changed(opened.after(), new TicketCommand.Assign(AGENT, Optional.of(new AgentId("ola"))), NOW);
        Delivery delivery = samples.delivery(idOf(opened), NOW);
        Contact contact = samples.contact("kari@kunde.example");
        Content raw = content("raw");
        Receipt receipt = samples.receipt("<late@kunde.example>", Disposition.JOINED, NOW, raw);

        CommitResult result = store.commit(samples.changes()
                .ticket(late)
                .message(
                        samples.message(idOf(opened), 9, MessageRole.NOTE, "late", Optional.of("<late@kunde.example>")))
                .newContact(contact)
                .receipt(receipt)
                .content(raw)
                .newDelivery(delivery)
                .schedule(new Work(WorkKey.HandOver.of(delivery), NOW))
                .build());

        assertThat(result).isEqualTo(CommitResult.STALE);
        assertThat(store.ticket(tenant, idOf(opened))).contains(solved.after());
        assertThat(store.events(tenant, idOf(opened), 0, 100)).hasSize(3);
        assertThat(store.messages(tenant, idOf(opened), 0, 100)).isEmpty();
        assertThat(store.contact(tenant, contact.id())).isEmpty();
        assertThat(store.receipt(tenant, receipt.key())).isEmpty();
        assertThat(store.content(tenant, raw.ref())).isEmpty();
        assertThat(store.delivery(tenant, delivery.id())).isEmpty();
        assertThat(store.ticketsOfMail(tenant, List.of("<late@kunde.example>"))).isEmpty();
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
    }

    @Test
    final void a_stale_commit_leaves_work_and_deliveries_as_they_were() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        Work waiting = work(NOW.plusSeconds(60));
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(planned)
                .schedule(work(NOW))
                .schedule(waiting));
        Claim claim = onlyClaim(NOW);

        assertThat(store.commit(samples.changes()
                        .ticket(samples.opened(1))
                        .delivery(new DeliveryChange(DeliveryState.PLANNED, planned.claimed(NOW)))
                        .workResult(new WorkResult.Done(claim))
                        .cancel(waiting.key())
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, planned.id())).contains(planned);
        assertThat(store.nextDue(tenant, LANES)).contains(waiting.dueAt());
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
    }

    @Test
    final void opening_a_ticket_twice_is_stale() {
        TicketChange opened = committed(samples.opened(1));

        assertThat(store.commit(samples.changes(samples.opened(idOf(opened), 2))))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.ticketByNumber(tenant, 2)).isEmpty();
    }

    @Test
    final void a_number_that_is_taken_is_stale() {
        TicketChange opened = committed(samples.opened(1));

        assertThat(store.commit(samples.changes(samples.opened(1)))).isEqualTo(CommitResult.STALE);
        assertThat(store.ticketByNumber(tenant, 1)).contains(opened.after());
    }

    @Test
    final void a_change_of_a_ticket_that_does_not_exist_is_stale() {
        TicketChange never = samples.opened(1);

        assertThat(store.commit(samples.changes(solve(never.after())))).isEqualTo(CommitResult.STALE);
        assertThat(store.events(tenant, idOf(never), 0, 100)).isEmpty();
    }

    @Test
    final void of_several_changes_to_one_version_at_once_exactly_one_is_committed() throws Exception {
        TicketChange opened = committed(samples.opened(1));

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes(samples.changed(
                        opened.after(), new TicketCommand.Assign(AGENT, Optional.of(new AgentId("agent" + i))), NOW))));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        assertThat(store.events(tenant, idOf(opened), 0, 100)).hasSize(3);
    }

    @Test
    final void numbers_rise_and_are_never_given_twice() throws Exception {
        List<List<Long>> drawn = Race.of(THREADS, i -> {
            List<Long> mine = new ArrayList<>();
            for (int n = 0; n < 25; n++) {
                mine.add(store.nextNumber(tenant));
            }
            return mine;
        });

        List<Long> all = drawn.stream().flatMap(Collection::stream).toList();
        assertThat(all).doesNotHaveDuplicates().allMatch(n -> n >= 1);
        assertThat(drawn).allSatisfy(mine -> assertThat(mine).isSorted());
    }

    @Test
    final void pages_follow_the_numbers_and_leave_out_other_categories() {
        for (long n = 1; n <= 5; n++) {
            committed(samples.opened(n));
        }
        committed(solve(state(2)));

        TicketQuery query = TicketQuery.builder()
                .statuses(EnumSet.of(StatusCategory.NEW))
                .limit(2)
                .build();
        Page<TicketState> first = store.tickets(tenant, query);
        committed(samples.opened(6));
        committed(solve(state(3)));
        Page<TicketState> second = store.tickets(tenant, query.from(first.next().orElseThrow()));
        Page<TicketState> third = store.tickets(tenant, query.from(second.next().orElseThrow()));

        assertThat(numbers(first)).containsExactly(1L, 3L);
        assertThat(numbers(second)).containsExactly(4L, 5L);
        assertThat(numbers(third)).containsExactly(6L);
        assertThat(third.next()).isEmpty();
    }

    @Test
    final void a_page_that_ends_with_the_last_ticket_has_no_next() {
        committed(samples.opened(1));
        committed(samples.opened(2));

        assertThat(store.tickets(tenant, TicketQuery.all(2)).next()).isEmpty();
    }

    // Messages

    @Test
    final void messages_are_kept_in_order_exactly_as_they_were() {
        TicketChange opened = samples.opened(1);
        Message first = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "Hei 🙂", Optional.of("<1@k.example>"));
        Message second = samples.message(idOf(opened), 5, MessageRole.REPLY, "Hei igjen", Optional.empty());
        Message third = samples.message(idOf(opened), 7, MessageRole.CUSTOMER, "Takk", Optional.of("<2@k.example>"));
        mustCommit(samples.changes().ticket(opened).message(first));
        mustCommit(samples.changes().message(third).message(second));

        assertThat(store.messages(tenant, idOf(opened), 0, 100)).containsExactly(first, second, third);
        assertThat(store.messages(tenant, idOf(opened), 2, 1)).containsExactly(second);
        assertThat(store.latestMessages(tenant, idOf(opened), Set.of(MessageRole.CUSTOMER), 1))
                .containsExactly(third);
        assertThat(store.latestMessages(tenant, idOf(opened), Set.of(MessageRole.CUSTOMER, MessageRole.REPLY), 2))
                .containsExactly(third, second);
        assertThat(store.latestMessages(tenant, idOf(opened), Set.of(MessageRole.NOTE), 5))
                .isEmpty();
    }

    @Test
    final void text_comes_back_as_it_was_whatever_it_holds() {
        TicketChange opened = samples.opened(1);
        List<String> texts = List.of(
                "",
                "  spaces kept  ",
                "line\r\nbreaks\n",
                "nul \u0000 inside",
                "half a pair \uD83D alone",
                "\\u0000 spelled out \\ and \\\\",
                "emoji 👩‍👩‍👧 and 𝒜 and ffi",
                "'; drop table ticket; --",
                "x".repeat(200_000));
        Changes.Builder changes = samples.changes().ticket(opened);
        List<Message> messages = new ArrayList<>();
        for (String text : texts) {
            messages.add(
                    samples.message(idOf(opened), 10L + messages.size(), MessageRole.NOTE, text, Optional.empty()));
        }
        messages.forEach(changes::message);
        mustCommit(changes);

        assertThat(store.messages(tenant, idOf(opened), 0, 100)).isEqualTo(messages);
    }

    @Test
    final void a_mail_is_found_by_the_message_ids_that_came_and_went() {
        TicketChange one = samples.opened(1);
        TicketChange two = samples.opened(2);
        Delivery delivery = samples.delivery(idOf(two), NOW);
        mustCommit(samples.changes()
                .ticket(one)
                .message(samples.message(idOf(one), 2, MessageRole.CUSTOMER, "a", Optional.of("<in@k.example>"))));
        mustCommit(samples.changes().ticket(two).newDelivery(delivery));
        String sent = delivery.message().messageId();

        assertThat(store.ticketsOfMail(tenant, List.of("<in@k.example>"))).containsExactly(idOf(one));
        assertThat(store.ticketsOfMail(tenant, List.of(sent, sent))).containsExactly(idOf(two));
        assertThat(store.ticketsOfMail(tenant, List.of("<none@k.example>", sent, "<in@k.example>")))
                .containsExactly(idOf(two), idOf(one));
        assertThat(store.ticketsOfMail(tenant, List.of("<none@k.example>"))).isEmpty();
        assertThat(store.ticketsOfMail(tenant, List.of())).isEmpty();
    }

    @Test
    final void a_message_id_that_comes_again_stays_with_the_ticket_that_had_it_first() {
        TicketChange one = samples.opened(1);
        TicketChange two = samples.opened(2);
        Optional<String> same = Optional.of("<same@k.example>");
        mustCommit(
                samples.changes().ticket(one).message(samples.message(idOf(one), 2, MessageRole.CUSTOMER, "a", same)));
        mustCommit(
                samples.changes().ticket(two).message(samples.message(idOf(two), 2, MessageRole.CUSTOMER, "b", same)));
        Delivery first = samples.delivery(idOf(one), NOW);
        Optional<String> sent = Optional.of(first.message().messageId());
        mustCommit(samples.changes().newDelivery(first));
        mustCommit(samples.changes().message(samples.message(idOf(two), 3, MessageRole.CUSTOMER, "c", sent)));
        Delivery second = samples.delivery(idOf(one), NOW);
        Optional<String> known = Optional.of(second.message().messageId());
        mustCommit(samples.changes().message(samples.message(idOf(two), 4, MessageRole.CUSTOMER, "d", known)));
        mustCommit(samples.changes().newDelivery(second));

        assertThat(store.ticketsOfMail(tenant, List.of("<same@k.example>"))).containsExactly(idOf(one));
        assertThat(store.ticketsOfMail(tenant, List.of(sent.get()))).containsExactly(idOf(one));
        assertThat(store.ticketsOfMail(tenant, List.of(known.get()))).containsExactly(idOf(two));
        assertThat(store.messages(tenant, idOf(two), 0, 10)).hasSize(3);
    }

    @Test
    final void a_message_at_a_sequence_that_is_taken_is_stale() {
        TicketChange opened = samples.opened(1);
        Message first = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "first", Optional.empty());
        mustCommit(samples.changes().ticket(opened).message(first));

        assertThat(store.commit(samples.changes()
                        .message(samples.message(idOf(opened), 2, MessageRole.NOTE, "second", Optional.empty()))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.messages(tenant, idOf(opened), 0, 10)).containsExactly(first);
    }

    @Test
    final void a_message_or_delivery_of_a_ticket_that_does_not_exist_is_an_error_and_leaves_nothing_behind() {
        TicketChange opened = samples.opened(1);
        TicketId nowhere = new TicketId(UUID.randomUUID());
        Changes message = samples.changes()
                .ticket(opened)
                .message(samples.message(nowhere, 2, MessageRole.NOTE, "lost", Optional.empty()))
                .build();
        Changes delivery = samples.changes()
                .ticket(opened)
                .newDelivery(samples.delivery(nowhere, NOW))
                .build();

        assertThatThrownBy(() -> store.commit(message)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.commit(delivery)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.ticket(tenant, idOf(opened))).isEmpty();
    }

    // Contacts

    @Test
    final void a_contact_is_found_by_its_id_and_its_address() {
        Contact contact = samples.contact("kari@kunde.example");
        mustCommit(samples.changes().newContact(contact));

        assertThat(store.contact(tenant, contact.id())).contains(contact);
        assertThat(store.contactAt(tenant, contact.addresses().get(0))).contains(contact);
        assertThat(store.contact(tenant, new ContactId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void a_contact_is_found_at_each_of_its_addresses_and_each_of_them_is_its_own() {
        Address work = Address.mail("kari@kunde.example");
        Address home = Address.mail("kari@hjemme.example");
        Contact kari = Contact.builder(new ContactId(UUID.randomUUID()), tenant, List.of(work, home))
                .build();
        mustCommit(samples.changes().newContact(kari));

        assertThat(store.contactAt(tenant, work)).contains(kari);
        assertThat(store.contactAt(tenant, home)).contains(kari);
        assertThat(store.commit(samples.changes()
                        .newContact(samples.contact(home.value()))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.contactAt(tenant, home)).contains(kari);
    }

    @Test
    final void of_several_contacts_with_one_address_at_once_exactly_one_is_committed() throws Exception {
        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .newContact(samples.contact("kari@kunde.example"))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
    }

    @Test
    final void two_contacts_of_one_commit_cannot_have_one_address() {
        CommitResult result = store.commit(samples.changes()
                .newContact(samples.contact("kari@kunde.example"))
                .newContact(samples.contact("kari@kunde.example"))
                .build());

        assertThat(result).isEqualTo(CommitResult.STALE);
        assertThat(store.contactAt(tenant, Address.mail("kari@kunde.example"))).isEmpty();
    }

    @Test
    final void a_contact_comes_back_with_everything_that_is_known_of_it() {
        Contact contact = Contact.builder(
                        new ContactId(UUID.randomUUID()),
                        tenant,
                        List.of(
                                Address.phone("+47 99 88 77 66"),
                                new Address(Channel.HOST, "Bruker «42» 🙂"),
                                Address.mail("kari@kunde.example")))
                .name("Kari  «Nordmann» 🙂")
                .locale(Optional.of(Locale.forLanguageTag("sr-Latn-RS")))
                .organization(Optional.of(new OrganizationId(UUID.randomUUID())))
                .mergedInto(Optional.of(new ContactId(UUID.randomUUID())))
                .merged(Set.of(new ContactId(UUID.randomUUID()), new ContactId(UUID.randomUUID())))
                .version(7)
                .build();
        mustCommit(samples.changes().newContact(contact));

        assertThat(store.contact(tenant, contact.id())).contains(contact);
        assertThat(contact.addresses())
                .allSatisfy(
                        address -> assertThat(store.contactAt(tenant, address)).contains(contact));
    }

    @Test
    final void a_changed_contact_is_found_at_the_addresses_that_it_has_now_and_the_others_are_free() {
        Address given = Address.mail("kari@kunde.example");
        Address kept = Address.phone("+47 99 88 77 66");
        Address taken = Address.mail("kari@hjemme.example");
        Contact before = addressed(given, kept);
        mustCommit(samples.changes().newContact(before));
        Contact after = before.toBuilder()
                .addresses(List.of(taken, kept))
                .name("Kari")
                .version(2)
                .build();
        mustCommit(samples.changes().contact(new ContactChange(1, after)));

        assertThat(store.contact(tenant, before.id())).contains(after);
        assertThat(store.contactAt(tenant, taken)).contains(after);
        assertThat(store.contactAt(tenant, kept)).contains(after);
        assertThat(store.contactAt(tenant, given)).isEmpty();
        Contact next = addressed(given);
        mustCommit(samples.changes().newContact(next));
        assertThat(store.contactAt(tenant, given)).contains(next);
    }

    @Test
    final void a_change_of_a_contact_at_another_version_is_stale_and_changes_none_of_its_commit() {
        Contact kari = samples.contact("kari@kunde.example");
        Contact ola = samples.contact("ola@kunde.example");
        mustCommit(samples.changes().newContact(kari).newContact(ola));
        Contact changed = kari.toBuilder().name("Kari").version(2).build();
        mustCommit(samples.changes().contact(new ContactChange(1, changed)));
        Contact merged = ola.toBuilder()
                .mergedInto(Optional.of(kari.id()))
                .addresses(List.of(Address.mail("ola@hjemme.example")))
                .version(2)
                .build();
        Contact late = kari.toBuilder().merged(Set.of(ola.id())).version(2).build();

        assertThat(store.commit(samples.changes()
                        .contact(new ContactChange(1, merged))
                        .contact(new ContactChange(1, late))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.contact(tenant, kari.id())).contains(changed);
        assertThat(store.contact(tenant, ola.id())).contains(ola);
        assertThat(store.contactAt(tenant, ola.addresses().get(0))).contains(ola);
        assertThat(store.contactAt(tenant, Address.mail("ola@hjemme.example"))).isEmpty();
    }

    @Test
    final void a_contact_that_is_not_known_cannot_change_and_one_that_is_known_is_not_new() {
        Contact kari = samples.contact("kari@kunde.example");
        Contact again = kari.toBuilder()
                .addresses(List.of(Address.mail("kari@hjemme.example")))
                .build();

        assertThat(store.commit(samples.changes()
                        .contact(
                                new ContactChange(1, kari.toBuilder().version(2).build()))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.contact(tenant, kari.id())).isEmpty();
        mustCommit(samples.changes().newContact(kari));
        assertThat(store.commit(samples.changes().newContact(again).build())).isEqualTo(CommitResult.STALE);
        assertThat(store.contact(tenant, kari.id())).contains(kari);
        assertThat(store.contactAt(tenant, again.addresses().get(0))).isEmpty();
    }

    @Test
    final void a_change_cannot_take_an_address_that_belongs_to_another_contact() {
        Contact kari = samples.contact("kari@kunde.example");
        Contact ola = samples.contact("ola@kunde.example");
        mustCommit(samples.changes().newContact(kari).newContact(ola));

        assertThat(store.commit(samples.changes()
                        .contact(new ContactChange(1, with(ola, kari.addresses().get(0))))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.contactAt(tenant, kari.addresses().get(0))).contains(kari);
        assertThat(store.contact(tenant, ola.id())).contains(ola);
    }

    @Test
    final void two_contacts_can_exchange_their_addresses_in_one_commit_but_not_share_them() {
        Contact kari = samples.contact("kari@kunde.example");
        Contact ola = samples.contact("ola@kunde.example");
        Contact shared = with(kari, ola.addresses().get(0));
        Contact unchanged = ola.toBuilder().version(2).build();
        mustCommit(samples.changes().newContact(kari).newContact(ola));
        Contact karis = kari.toBuilder().addresses(ola.addresses()).version(2).build();
        Contact olas = ola.toBuilder().addresses(kari.addresses()).version(2).build();

        assertThat(store.commit(samples.changes()
                        .contact(new ContactChange(1, unchanged))
                        .contact(new ContactChange(1, shared))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        mustCommit(samples.changes().contact(new ContactChange(1, karis)).contact(new ContactChange(1, olas)));
        assertThat(store.contactAt(tenant, ola.addresses().get(0))).contains(karis);
        assertThat(store.contactAt(tenant, kari.addresses().get(0))).contains(olas);
    }

    @Test
    final void of_several_changes_to_one_contact_at_once_exactly_one_is_committed() throws Exception {
        Contact kari = samples.contact("kari@kunde.example");
        mustCommit(samples.changes().newContact(kari));

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .contact(new ContactChange(1, with(kari, Address.mail("kari" + i + "@kunde.example"))))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        int winner = results.indexOf(CommitResult.COMMITTED);
        assertThat(store.contact(tenant, kari.id()))
                .contains(with(kari, Address.mail("kari" + winner + "@kunde.example")));
    }

    @Test
    final void of_several_contacts_that_take_one_address_at_once_exactly_one_has_it() throws Exception {
        Address wanted = Address.phone("+47 99 88 77 66");
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            contacts.add(samples.contact("kari" + i + "@kunde.example"));
            if (i % 2 == 0) {
                mustCommit(samples.changes().newContact(contacts.get(i)));
            }
        }

        List<CommitResult> results = Race.of(THREADS, i -> {
            Contact after = with(contacts.get(i), wanted);
            return store.commit(
                    i % 2 == 0
                            ? samples.changes()
                                    .contact(new ContactChange(1, after))
                                    .build()
                            : samples.changes().newContact(after).build());
        });

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        assertThat(store.contactAt(tenant, wanted).map(Contact::id))
                .contains(contacts.get(results.indexOf(CommitResult.COMMITTED)).id());
    }

    // Organizations

    @Test
    final void an_organization_is_found_by_its_id_and_each_of_its_domains_exactly_as_it_was() {
        Organization club = samples.organization("Løpeklubben «Ås» 🙂", "klubb.example", "blåbær.example").toBuilder()
                .contactPerson(Optional.of(new ContactId(UUID.randomUUID())))
                .locale(Optional.of(Locale.forLanguageTag("nn-NO")))
                .version(3)
                .build();
        mustCommit(samples.changes().organization(new OrganizationChange(0, club)));

        assertThat(store.organization(tenant, club.id())).contains(club);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(club);
        assertThat(store.organizationOf(tenant, new MailDomain("Blåbær.example")))
                .contains(club);
        assertThat(store.organizationOf(tenant, new MailDomain("post.klubb.example")))
                .isEmpty();
        assertThat(store.organization(tenant, new OrganizationId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    final void a_changed_organization_is_found_by_the_domains_that_it_has_now_and_the_others_are_free() {
        Organization before = samples.organization("Klubben", "klubb.example", "lag.example");
        mustCommit(samples.changes().organization(new OrganizationChange(0, before)));
        Organization after = before.toBuilder()
                .name("Laget")
                .domains(Set.of(new MailDomain("lag.example"), new MailDomain("ny.example")))
                .version(2)
                .build();
        mustCommit(samples.changes().organization(new OrganizationChange(1, after)));

        assertThat(store.organization(tenant, before.id())).contains(after);
        assertThat(store.organizationOf(tenant, new MailDomain("lag.example"))).contains(after);
        assertThat(store.organizationOf(tenant, new MailDomain("ny.example"))).contains(after);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .isEmpty();
        Organization next = samples.organization("Klubben", "klubb.example");
        mustCommit(samples.changes().organization(new OrganizationChange(0, next)));
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(next);
    }

    @Test
    final void an_organization_at_another_version_is_stale_and_changes_none_of_its_commit() {
        Organization club = samples.organization("Klubben", "klubb.example");
        Organization other = samples.organization("Laget", "lag.example");
        Contact contact = samples.contact("kari@kunde.example");
        mustCommit(samples.changes()
                .organization(new OrganizationChange(0, club))
                .organization(new OrganizationChange(0, other)));
        Organization later = club.toBuilder().version(2).build();
        for (OrganizationChange stale : List.of(
                new OrganizationChange(0, later),
                new OrganizationChange(2, club.toBuilder().version(3).build()),
                new OrganizationChange(
                        1, samples.organization("Ny").toBuilder().version(2).build()))) {
            assertThat(store.commit(samples.changes()
                            .newContact(contact)
                            .organization(new OrganizationChange(
                                    1, other.toBuilder().version(2).build()))
                            .organization(stale)
                            .build()))
                    .isEqualTo(CommitResult.STALE);
        }

        assertThat(store.organization(tenant, club.id())).contains(club);
        assertThat(store.organization(tenant, other.id())).contains(other);
        assertThat(store.contact(tenant, contact.id())).isEmpty();
    }

    @Test
    final void a_domain_belongs_to_one_organization_only() {
        Organization club = samples.organization("Klubben", "klubb.example");
        Organization other = samples.organization("Laget", "lag.example");
        mustCommit(samples.changes().organization(new OrganizationChange(0, club)));
        mustCommit(samples.changes().organization(new OrganizationChange(0, other)));
        Organization greedy =
                other.toBuilder().domains(club.domains()).version(2).build();

        assertThat(store.commit(samples.changes()
                        .organization(new OrganizationChange(0, samples.organization("Ny", "klubb.example")))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(samples.changes()
                        .organization(new OrganizationChange(1, greedy))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(samples.changes()
                        .organization(new OrganizationChange(0, samples.organization("A", "ny.example")))
                        .organization(new OrganizationChange(0, samples.organization("B", "ny.example")))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(club);
        assertThat(store.organization(tenant, other.id())).contains(other);
        assertThat(store.organizationOf(tenant, new MailDomain("ny.example"))).isEmpty();
        Organization emptied = club.toBuilder().domains(Set.of()).version(2).build();
        mustCommit(samples.changes()
                .organization(new OrganizationChange(1, greedy))
                .organization(new OrganizationChange(1, emptied)));
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(greedy);
    }

    @Test
    final void of_several_organizations_that_take_one_domain_at_once_exactly_one_has_it() throws Exception {
        List<Organization> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(samples.organization("Klubb " + i, "klubb.example"));
        }

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .organization(new OrganizationChange(0, all.get(i)))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(all.get(results.indexOf(CommitResult.COMMITTED)));
    }

    @Test
    final void of_several_changes_to_one_organization_at_once_exactly_one_is_committed() throws Exception {
        Organization club = samples.organization("Klubben");
        mustCommit(samples.changes().organization(new OrganizationChange(0, club)));

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .organization(new OrganizationChange(
                                1,
                                club.toBuilder().name("Klubb " + i).version(2).build()))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        assertThat(store.organization(tenant, club.id()).map(Organization::name))
                .contains("Klubb " + results.indexOf(CommitResult.COMMITTED));
    }

    @Test
    final void organizations_are_listed_by_name_whatever_the_letters_and_pages_hold_while_others_come() {
        List<Organization> all = new ArrayList<>();
        for (String name : List.of("🙂", "Ås", "alta IL", "bodø", "ALTA", "Ａ", "alta", "Ærø", "Zoo")) {
            all.add(samples.organization(name));
        }
        for (Organization each : all) {
            mustCommit(samples.changes().organization(new OrganizationChange(0, each)));
        }
        all.sort(Comparator.comparing(OrganizationQuery::place));

        Page<Organization> first = store.organizations(tenant, OrganizationQuery.all(3));
        mustCommit(samples.changes().organization(new OrganizationChange(0, samples.organization("Aa"))));
        Organization renamed =
                all.get(8).toBuilder().name("Bodø igjen").version(2).build();
        mustCommit(samples.changes().organization(new OrganizationChange(1, renamed)));
        Page<Organization> second = store.organizations(
                tenant, OrganizationQuery.all(4).from(first.next().orElseThrow()));
        Page<Organization> third = store.organizations(
                tenant, OrganizationQuery.all(2).from(second.next().orElseThrow()));

        assertThat(first.items()).isEqualTo(all.subList(0, 3));
        assertThat(second.items()).containsExactly(all.get(3), renamed, all.get(4), all.get(5));
        assertThat(third.items()).containsExactly(all.get(6), all.get(7));
        assertThat(third.next()).isEmpty();
    }

    // Macros

    @Test
    final void a_macro_is_found_by_its_id_and_by_its_shortcut_in_its_scope_exactly_as_it_was() {
        MacroScope person = new MacroScope.Person(new AgentId("lars «d»"));
        MacroScope team = new MacroScope.OfTeam(new TeamId("lars «d»"));
        List<Macro> all = Stream.of(person, team, MacroScope.DESK)
                .map(scope -> samples.macro(scope, "pay-1", "Betaling «Ås» 🙂"))
                .toList();
        all.forEach(macro -> mustCommit(samples.changes().macro(MacroChange.put(0, macro))));

        for (Macro macro : all) {
            assertThat(store.macro(tenant, macro.id())).contains(macro);
            assertThat(store.macro(tenant, macro.scope(), "pay-1")).contains(macro);
        }
        assertThat(store.macro(tenant, new MacroScope.Person(new AgentId("berit")), "pay-1"))
                .isEmpty();
        assertThat(store.macro(tenant, person, "pay")).isEmpty();
        TenantId other = new TenantId("other-" + UUID.randomUUID());
        assertThat(store.macro(other, all.get(0).id())).isEmpty();
        assertThat(store.macro(other, person, "pay-1")).isEmpty();
        assertThat(store.macros(other, MacroQuery.all(person, 10)).items()).isEmpty();
    }

    @Test
    final void a_changed_macro_is_found_by_what_it_has_now_and_one_that_is_removed_not_at_all() {
        Macro before = samples.macro(MacroScope.DESK, "pay", "Payment");
        mustCommit(samples.changes().macro(MacroChange.put(0, before)));
        Macro after = new Macro(
                before.id(),
                2,
                new MacroScope.OfTeam(new TeamId("cash")),
                "card",
                "Card",
                Map.of(),
                MacroActions.none().withPriority(Priority.HIGH));
        mustCommit(samples.changes().macro(MacroChange.put(1, after)));

        assertThat(store.macro(tenant, before.id())).contains(after);
        assertThat(store.macro(tenant, after.scope(), "card")).contains(after);
        assertThat(store.macro(tenant, MacroScope.DESK, "pay")).isEmpty();
        assertThat(store.macros(tenant, MacroQuery.all(MacroScope.DESK, 10)).items())
                .isEmpty();
        mustCommit(samples.changes().macro(MacroChange.remove(after)));
        assertThat(store.macro(tenant, before.id())).isEmpty();
        assertThat(store.macro(tenant, after.scope(), "card")).isEmpty();
        mustCommit(samples.changes().macro(MacroChange.put(0, samples.macro(after.scope(), "card", "Card"))));
    }

    @Test
    final void a_macro_at_another_version_or_with_the_shortcut_of_another_is_stale_and_changes_none_of_its_commit() {
        Macro pay = samples.macro(MacroScope.DESK, "pay", "Payment");
        Macro card = samples.macro(MacroScope.DESK, "card", "Card");
        Contact contact = samples.contact("kari@kunde.example");
        mustCommit(samples.changes().macro(MacroChange.put(0, pay)).macro(MacroChange.put(0, card)));
        Macro taken = new Macro(card.id(), 2, card.scope(), "pay", "Card", card.texts(), card.actions());
        for (MacroChange stale : List.of(
                MacroChange.put(0, pay.at(2)),
                MacroChange.put(2, pay.at(3)),
                MacroChange.put(1, samples.macro(MacroScope.DESK, "new", "New").at(2)),
                MacroChange.put(0, samples.macro(MacroScope.DESK, "pay", "Other")),
                MacroChange.put(1, taken),
                MacroChange.remove(pay.at(3)))) {
            assertThat(store.commit(
                            samples.changes().newContact(contact).macro(stale).build()))
                    .as(stale.toString())
                    .isEqualTo(CommitResult.STALE);
        }

        assertThat(store.macro(tenant, pay.id())).contains(pay);
        assertThat(store.macro(tenant, card.id())).contains(card);
        assertThat(store.contact(tenant, contact.id())).isEmpty();
    }

    @Test
    final void macros_are_listed_by_how_their_shortcuts_or_names_begin_page_by_page() {
        MacroScope scope = new MacroScope.Person(new AgentId("lars"));
        Macro a = samples.macro(scope, "pay", "Zahlung");
        Macro b = samples.macro(scope, "pay-2", "ÆRE");
        Macro c = samples.macro(scope, "pay_3", "ære være");
        Macro d = samples.macro(scope, "pax", "Beta");
        Macro e = samples.macro(scope, "paz", "beta 2");
        List.of(e, c, a, d, b).forEach(macro -> mustCommit(samples.changes().macro(MacroChange.put(0, macro))));
        mustCommit(samples.changes().macro(MacroChange.put(0, samples.macro(MacroScope.DESK, "pay", "Beta"))));

        assertThat(listed(MacroQuery.all(scope, 2))).containsExactly(d, a, b, c, e);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.SHORTCUT, "pay", Optional.empty(), 1)))
                .containsExactly(a, b, c);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.SHORTCUT, "PAY-", Optional.empty(), 5)))
                .containsExactly(b);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.NAME, "Æ", Optional.empty(), 1)))
                .containsExactly(b, c);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.NAME, "BETA", Optional.empty(), 2)))
                .containsExactly(d, e);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.NAME, "", Optional.empty(), 2)))
                .containsExactly(d, e, a, b, c);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.NAME, "%", Optional.empty(), 2)))
                .isEmpty();
    }

    private List<Macro> listed(MacroQuery query) {
        List<Macro> all = new ArrayList<>();
        Optional<MacroQuery> next = Optional.of(query);
        while (next.isPresent() && all.size() < 20) {
            Page<Macro> page = store.macros(tenant, next.get());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            all.addAll(page.items());
            next = page.next().map(query::from);
        }
        return all;
    }

    // Receipts

    // Preferences

    private static NotificationPreferences preferences(NotifiedPerson person, String... off) {
        return NotificationPreferences.none(person)
                .in(ZoneId.of("Europe/Oslo"))
                .with(Channel.MAIL, new ChannelPreferences(Set.of(off), Optional.of(QuietHours.STANDARD)))
                .with(new Channel("chat"), chat(person))
                .next();
    }

    private static ChannelPreferences chat(NotifiedPerson person) {
        ChannelPreferences wanted = new ChannelPreferences(Set.of("woken"), Optional.empty());
        return person.kind() == NotifiedPerson.Kind.AGENT ? wanted.digest(DigestWindow.HOURLY) : wanted;
    }

    /** What somebody wants to be told is kept exactly, and found for several people at once. */
    @Test
    final void preferences_of_several_people_are_found_at_once_exactly_as_they_were() {
        NotifiedPerson agent = NotifiedPerson.of(new AgentId("Åse «1»/contact/é"));
        NotifiedPerson lower = NotifiedPerson.of(new AgentId("åse «1»/contact/é"));
        NotifiedPerson contact = NotifiedPerson.of(new ContactId(UUID.randomUUID()));
        NotifiedPerson other = NotifiedPerson.of(new ContactId(UUID.randomUUID()));
        NotificationPreferences first = preferences(agent, "sla_warning", "påminnelse «1»");
        NotificationPreferences second = preferences(contact);
        NotifiedPerson address =
                NotifiedPerson.of(Address.mail("å".repeat(100) + "@" + "kunde.".repeat(20) + "example"));
        NotificationPreferences third = preferences(address, "maintenance");
        mustCommit(
                samples.changes().preferences(new PreferencesChange(first)).preferences(new PreferencesChange(second)));
        NotificationPreferences plain = NotificationPreferences.none(other).next();
        mustCommit(
                samples.changes().preferences(new PreferencesChange(plain)).preferences(new PreferencesChange(third)));

        assertThat(store.preferences(tenant, Set.of(agent, lower, contact, other, address)))
                .isEqualTo(Map.of(agent, first, contact, second, other, plain, address, third));
        assertThat(store.preferences(tenant, Set.of(contact))).isEqualTo(Map.of(contact, second));
        assertThat(store.preferences(tenant, Set.of())).isEmpty();
        NotificationPreferences changed =
                first.with(Channel.MAIL, ChannelPreferences.EVERYTHING).next();
        mustCommit(samples.changes().preferences(new PreferencesChange(changed)));
        assertThat(store.preferences(tenant, Set.of(agent))).isEqualTo(Map.of(agent, changed));
    }

    /** Two who change the same preferences do not undo each other's. */
    @Test
    final void preferences_at_another_version_are_stale_and_change_none_of_their_commit() {
        NotifiedPerson one = NotifiedPerson.of(new AgentId("lars"));
        NotifiedPerson two = NotifiedPerson.of(new AgentId("berit"));
        NotificationPreferences kept = preferences(one, "assigned");
        mustCommit(samples.changes().preferences(new PreferencesChange(kept)));
        for (NotificationPreferences stale : List.of(
                preferences(one),
                preferences(one).next().next(),
                preferences(two).next())) {
            NotifiedPerson third = NotifiedPerson.of(new AgentId("siv"));
            assertThat(store.commit(samples.changes()
                            .preferences(new PreferencesChange(preferences(third)))
                            .preferences(new PreferencesChange(stale))
                            .build()))
                    .isEqualTo(CommitResult.STALE);
            assertThat(store.preferences(tenant, Set.of(one, two, third))).isEqualTo(Map.of(one, kept));
        }
    }

    @Test
    final void a_message_is_received_once_and_the_second_time_leaves_nothing_behind() {
        Content raw = content("From: kari@kunde.example\r\n\r\nHei");
        Receipt receipt = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
        mustCommit(samples.changes().receipt(receipt).content(raw));
        TicketChange opened = samples.opened(1);

        CommitResult again = store.commit(samples.changes()
                .receipt(samples.receipt("<1@k.example>", Disposition.JOINED, NOW.plusSeconds(1), raw))
                .ticket(opened)
                .build());

        assertThat(again).isEqualTo(CommitResult.ALREADY_RECEIVED);
        assertThat(store.receipt(tenant, receipt.key())).contains(receipt);
        assertThat(store.ticket(tenant, idOf(opened))).isEmpty();
        assertThat(store.content(tenant, raw.ref())).contains(raw);
    }

    @Test
    final void a_message_that_came_to_two_mailboxes_is_received_in_each() {
        Content raw = content("raw");
        Receipt here = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
        MessageKey elsewhere = new MessageKey(
                Address.mail("sales@paamelding.example"), here.key().value());
        Receipt there = new Receipt(
                tenant, elsewhere, NOW, Disposition.JOINED, "joined", here.ticket(), here.message(), raw.ref());
        mustCommit(samples.changes().receipt(here).content(raw));
        mustCommit(samples.changes().receipt(there).content(raw));

        assertThat(store.receipt(tenant, here.key())).contains(here);
        assertThat(store.receipt(tenant, elsewhere)).contains(there);
    }

    @Test
    final void of_several_receipts_of_one_message_at_once_exactly_one_is_committed() throws Exception {
        Content raw = content("raw");

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .receipt(samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw))
                        .content(raw)
                        .ticket(samples.opened(i + 1))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.ALREADY_RECEIVED);
        assertThat(store.tickets(tenant, TicketQuery.all(100)).items()).hasSize(1);
    }

    @Test
    final void receipts_are_listed_by_disposition_in_order_of_time() {
        Content raw = content("raw");
        Receipt b = samples.receipt("<b@k.example>", Disposition.QUARANTINED, NOW, raw);
        Receipt a = samples.receipt("<a@k.example>", Disposition.QUARANTINED, NOW, raw);
        Receipt earlier = samples.receipt("<z@k.example>", Disposition.QUARANTINED, NOW.minusSeconds(1), raw);
        Receipt other = samples.receipt("<o@k.example>", Disposition.OPENED, NOW, raw);
        for (Receipt receipt : List.of(b, a, earlier, other)) {
            mustCommit(samples.changes().receipt(receipt).content(raw));
        }

        assertThat(store.receipts(tenant, Disposition.QUARANTINED, Optional.empty(), 2))
                .containsExactly(earlier, a);
        assertThat(store.receipts(tenant, Disposition.QUARANTINED, Optional.of(a), 2))
                .containsExactly(b);
        assertThat(store.receipts(tenant, Disposition.BOUNCE, Optional.empty(), 2))
                .isEmpty();
    }

    @Test
    final void receipts_of_one_instant_and_key_are_listed_for_each_channel() {
        Content raw = content("raw");
        List<Receipt> receipts = Stream.of("chat", "sms")
                .map(channel -> new Receipt(
                        tenant,
                        new MessageKey(new Address(new Channel(channel), "4242"), "1"),
                        NOW,
                        Disposition.QUARANTINED,
                        "belongs to no ticket",
                        Optional.empty(),
                        Optional.empty(),
                        raw.ref()))
                .toList();
        receipts.forEach(receipt -> mustCommit(samples.changes().receipt(receipt)));

        assertThat(store.receipts(tenant, Disposition.QUARANTINED, Optional.empty(), 10))
                .isEqualTo(receipts);
        assertThat(store.receipts(tenant, Disposition.QUARANTINED, Optional.of(receipts.get(0)), 10))
                .containsExactly(receipts.get(1));
    }

    @Test
    final void bytes_are_kept_once_and_come_back_as_they_were() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        Content content = Content.of(every);
        Content empty = Content.of(new byte[0]);
        mustCommit(samples.changes().content(content).content(empty));
        mustCommit(samples.changes().content(content).content(content));

        assertKept(content);
        assertKept(empty);
        for (int size : new int[] {65_536, 262_143, 262_144, 262_145, 1_120_000, 2_097_152}) {
            Content large = Content.of(
                    Arrays.copyOf("0123456789abcdef%".repeat(130_000).getBytes(StandardCharsets.UTF_8), size));
            mustCommit(samples.changes().content(large));
            assertKept(large);
        }
        assertThat(store.content(tenant, content("other").ref())).isEmpty();
    }

    @Test
    final void bytes_from_a_file_are_copied_by_the_commit() throws IOException {
        Path file = Files.createTempFile("svar", ".contract");
        Content content;
        try {
            Files.writeString(file, "from a file ".repeat(50_000));
            content = Content.of(file);
            mustCommit(samples.changes().content(content));
        } finally {
            Files.delete(file);
        }

        assertKept(Content.of("from a file ".repeat(50_000).getBytes(StandardCharsets.UTF_8)));
        mustCommit(samples.changes().content(content));
    }

    @Test
    final void bytes_that_are_not_what_their_digest_says_are_refused_and_nothing_is_stored() {
        TicketChange opened = samples.opened(1);
        ContentRef ref = content("as it was").ref();
        for (String now : List.of("as it is_", "as it", "as it was and more")) {
            Content changed =
                    Content.reading(ref, () -> new ByteArrayInputStream(now.getBytes(StandardCharsets.UTF_8)));
            Content gone = Content.reading(ref, () -> {
                throw new FileNotFoundException();
            });
            for (Content wrong : List.of(changed, gone)) {
                Changes changes = samples.changes()
                        .ticket(opened)
                        .content(content("good"))
                        .content(wrong)
                        .build();

                assertThatThrownBy(() -> store.commit(changes)).isInstanceOf(DamagedContentException.class);
            }
        }
        assertThat(store.ticket(tenant, idOf(opened))).isEmpty();
        assertThat(store.content(tenant, ref)).isEmpty();
        assertThat(store.content(tenant, content("good").ref())).isEmpty();
    }

    /** Equal contents have the same digest; whether the bytes are the same too is to be seen. */
    private void assertKept(Content content) {
        Content kept = store.content(tenant, content.ref()).orElseThrow();
        assertThat(kept).isEqualTo(content);
        assertThat(kept.bytes()).isEqualTo(content.bytes());
        assertThat(kept.bytes()).as("read again").isEqualTo(content.bytes());
    }

    // Deliveries

    @Test
    final void a_delivery_moves_on_from_the_state_that_was_expected_only() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(planned));
        Delivery claimed = planned.claimed(NOW.plusSeconds(1));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, claimed)));

        CommitResult again = store.commit(samples.changes()
                .delivery(new DeliveryChange(DeliveryState.PLANNED, planned.failed("550", "no", NOW)))
                .build());

        assertThat(again).isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, planned.id())).contains(claimed);
        assertThat(store.deliveryOf(tenant, planned.message().messageId())).contains(claimed);
        assertThat(store.delivery(tenant, new DeliveryId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void a_delivery_keeps_what_the_channel_said() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(planned));
        Delivery claimed = planned.claimed(NOW.plusSeconds(1));
        Delivery failed = claimed.failed("550", "  5.1.1 nul \u0000 og «ukjent» 🙂\r\n", NOW.plusSeconds(2));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, claimed)));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.CLAIMED, failed)));

        assertThat(store.delivery(tenant, planned.id())).contains(failed);
        assertThat(store.deliveryOf(tenant, planned.message().messageId())).contains(failed);
        assertThat(store.deliveries(tenant, idOf(opened), 10)).containsExactly(failed);
    }

    @Test
    final void what_is_held_for_one_letter_is_listed_in_the_order_in_which_it_was_planned() {
        TicketChange opened = samples.opened(1);
        AgentId agent = new AgentId("Åse «1» x");
        Digest digest = new Digest(agent, Channel.MAIL, NOW.plusSeconds(60));
        Delivery second = samples.delivery(idOf(opened), NOW.plusSeconds(2)).heldFor(digest);
        Delivery first = samples.delivery(idOf(opened), NOW.plusSeconds(1)).heldFor(digest);
        Delivery gone = samples.delivery(idOf(opened), NOW).heldFor(digest);
        Delivery elsewhere = samples.delivery(idOf(opened), NOW)
                .heldFor(new Digest(new AgentId("åse «1» x"), Channel.MAIL, digest.due()));
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(second)
                .newDelivery(first)
                .newDelivery(gone)
                .newDelivery(elsewhere)
                .newDelivery(samples.delivery(idOf(opened), NOW)));
        mustCommit(samples.changes()
                .delivery(new DeliveryChange(DeliveryState.PLANNED, gone.joined("<svar.1@desk.example>", NOW))));

        assertThat(store.heldFor(tenant, digest, 10)).containsExactly(first, second);
        assertThat(store.heldFor(tenant, digest, 1)).containsExactly(first);
        assertThat(store.heldFor(tenant, new Digest(agent, new Channel("chat"), digest.due()), 10))
                .isEmpty();
        assertThat(store.heldFor(tenant, new Digest(agent, Channel.MAIL, NOW), 10))
                .isEmpty();
    }

    @Test
    final void what_was_told_in_one_letter_is_listed_in_the_order_in_which_it_was_planned() {
        TicketChange opened = samples.opened(1);
        Digest digest = new Digest(new AgentId("Åse"), Channel.MAIL, NOW.plusSeconds(60));
        Delivery second = samples.delivery(idOf(opened), NOW.plusSeconds(2)).heldFor(digest);
        Delivery first = samples.delivery(idOf(opened), NOW.plusSeconds(1)).heldFor(digest);
        Delivery another = samples.delivery(idOf(opened), NOW).heldFor(digest);
        Delivery held = samples.delivery(idOf(opened), NOW).heldFor(digest);
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(second)
                .newDelivery(first)
                .newDelivery(another)
                .newDelivery(held));
        String letter = "<svar.1@desk.example>";
        Delivery firstTold = first.joined(letter, NOW);
        Delivery secondTold = second.joined(letter, NOW);
        mustCommit(samples.changes()
                .delivery(new DeliveryChange(DeliveryState.PLANNED, firstTold))
                .delivery(new DeliveryChange(DeliveryState.PLANNED, secondTold))
                .delivery(new DeliveryChange(DeliveryState.PLANNED, another.joined("<SVAR.1@desk.example>", NOW))));

        assertThat(store.joinedIn(tenant, digest, letter, 10)).containsExactly(firstTold, secondTold);
        assertThat(store.joinedIn(tenant, digest, letter, 1)).containsExactly(firstTold);
        assertThat(store.joinedIn(tenant, new Digest(digest.agent(), Channel.MAIL, NOW), letter, 10))
                .isEmpty();
    }

    @Test
    final void a_delivery_keeps_since_when_it_waits_until_it_is_sent_again() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(planned));
        Instant since = NOW.plusSeconds(2);
        Delivery claimed = planned.claimed(NOW.plusSeconds(1));
        Delivery waiting = claimed.postponed("", "", since, NOW.plusSeconds(3));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, claimed)));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.CLAIMED, waiting)));

        assertThat(store.delivery(tenant, planned.id()).flatMap(Delivery::deferredSince))
                .contains(since);
        Delivery failed = waiting.claimed(since.plusSeconds(2)).failed("", "", since.plusSeconds(2));
        Delivery again = failed.resent("once more", since.plusSeconds(3));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.DEFERRED, failed)));
        assertThat(store.deliveries(tenant, idOf(opened), 1)).containsExactly(failed);
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.FAILED, again)));
        assertThat(store.delivery(tenant, planned.id()).flatMap(Delivery::deferredSince))
                .isEmpty();
    }

    @Test
    final void a_delivery_that_is_not_known_does_not_move_on() {
        TicketChange opened = committed(samples.opened(1));
        Delivery never = samples.delivery(idOf(opened), NOW);

        assertThat(store.commit(samples.changes()
                        .delivery(new DeliveryChange(DeliveryState.PLANNED, never.claimed(NOW)))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, never.id())).isEmpty();
    }

    @Test
    final void a_delivery_that_is_known_is_not_planned_again() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(planned));
        mustCommit(samples.changes()
                .delivery(new DeliveryChange(DeliveryState.PLANNED, planned.claimed(NOW.plusSeconds(1)))));

        assertThat(store.commit(samples.changes().newDelivery(planned).build())).isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, planned.id())).contains(planned.claimed(NOW.plusSeconds(1)));
    }

    @Test
    final void a_ticket_lists_its_latest_deliveries_in_the_order_they_were_planned() {
        TicketChange opened = samples.opened(1);
        Delivery second = samples.delivery(idOf(opened), NOW.plusSeconds(2));
        Delivery first = samples.delivery(idOf(opened), NOW.plusSeconds(1));
        Delivery third = samples.delivery(idOf(opened), NOW.plusSeconds(3));
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(second)
                .newDelivery(first)
                .newDelivery(third));

        assertThat(store.deliveries(tenant, idOf(opened), 10)).containsExactly(first, second, third);
        assertThat(store.deliveries(tenant, idOf(opened), 2)).containsExactly(second, third);
    }

    @Test
    final void deliveries_of_one_instant_are_listed_in_the_order_of_their_ids_text() {
        TicketChange opened = samples.opened(1);
        List<Delivery> planned = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            planned.add(samples.delivery(idOf(opened), NOW));
        }
        Changes.Builder changes = samples.changes().ticket(opened);
        planned.forEach(changes::newDelivery);
        mustCommit(changes);
        planned.sort(Comparator.comparing(delivery -> delivery.id().toString()));

        assertThat(store.deliveries(tenant, idOf(opened), 100)).isEqualTo(planned);
    }

    @Test
    final void a_mailing_lists_its_deliveries_in_the_states_asked_for_page_by_page_in_the_order_of_their_ids_text() {
        MailingId mailing = new MailingId(UUID.randomUUID());
        List<Delivery> planned = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            planned.add(samples.delivery(mailing, NOW));
        }
        Changes.Builder changes =
                samples.changes().newDelivery(samples.delivery(new MailingId(UUID.randomUUID()), NOW));
        planned.forEach(changes::newDelivery);
        mustCommit(changes);
        List<Delivery> failed = new ArrayList<>();
        List<Delivery> claimed = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Delivery began = planned.get(i).claimed(NOW.plusSeconds(1));
            mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, began)));
            if (i < 15) {
                Delivery after = began.failed("5.1.1", "nobody", NOW.plusSeconds(2));
                mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.CLAIMED, after)));
                failed.add(after);
            } else {
                claimed.add(began);
            }
        }
        Comparator<Delivery> byId =
                Comparator.comparing(delivery -> delivery.id().toString());
        failed.sort(byId);
        List<Delivery> begun =
                Stream.concat(failed.stream(), claimed.stream()).sorted(byId).toList();

        Set<DeliveryState> onlyFailed = Set.of(DeliveryState.FAILED);
        assertThat(pages(mailing, onlyFailed, 4)).isEqualTo(failed);
        assertThat(pages(mailing, Set.of(DeliveryState.FAILED, DeliveryState.CLAIMED), 7))
                .isEqualTo(begun);
        assertThat(store.deliveries(tenant, mailing, onlyFailed, Optional.empty(), 100))
                .isEqualTo(failed);
        assertThat(store.deliveries(tenant, mailing, Set.of(), Optional.empty(), 100))
                .isEmpty();
        assertThat(store.deliveries(tenant, new MailingId(UUID.randomUUID()), onlyFailed, Optional.empty(), 100))
                .isEmpty();
    }

    private List<Delivery> pages(MailingId mailing, Set<DeliveryState> states, int limit) {
        List<Delivery> all = new ArrayList<>();
        List<Delivery> page = store.deliveries(tenant, mailing, states, Optional.empty(), limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            assertThat(all).as("deliveries that came already").doesNotContainAnyElementsOf(page);
            all.addAll(page);
            DeliveryId last = page.get(page.size() - 1).id();
            page = store.deliveries(tenant, mailing, states, Optional.of(last), limit);
        }
        return all;
    }

    @Test
    final void a_delivery_is_found_by_what_its_gateway_calls_it_on_its_channel_only() {
        TicketChange opened = samples.opened(store.nextNumber(tenant));
        Channel chat = new Channel("chat");
        Delivery earlier = accepted(samples.text(idOf(opened), Channel.PHONE, NOW), "SM-1 «æ»");
        mustCommit(samples.changes().ticket(opened).newDelivery(earlier));
        Delivery later = accepted(samples.text(idOf(opened), Channel.PHONE, NOW.plusSeconds(1)), "SM-1 «æ»");
        Delivery elsewhere = accepted(samples.text(idOf(opened), chat, NOW.plusSeconds(2)), "SM-1 «æ»");
        Delivery planned = samples.text(idOf(opened), Channel.PHONE, NOW);
        mustCommit(samples.changes().newDelivery(later).newDelivery(elsewhere).newDelivery(planned));
        Delivery claimed = planned.claimed(NOW);
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, claimed)));
        Delivery taken = claimed.accepted("sm-2", NOW);
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.CLAIMED, taken)));

        assertThat(store.deliveryByReference(tenant, Channel.PHONE, "SM-1 «æ»")).contains(later);
        assertThat(store.deliveryByReference(tenant, chat, "SM-1 «æ»")).contains(elsewhere);
        assertThat(store.deliveryByReference(tenant, Channel.PHONE, "sm-2")).contains(taken);
        assertThat(store.deliveryByReference(tenant, Channel.PHONE, "SM-2")).isEmpty();
        assertThat(store.deliveryByReference(tenant, Channel.MAIL, "sm-2")).isEmpty();
    }

    private static Delivery accepted(Delivery delivery, String reference) {
        return delivery.claimed(NOW).accepted(reference, delivery.plannedAt());
    }

    @Test
    final void a_delivery_that_was_sent_again_keeps_what_became_of_it_before() {
        TicketChange opened = samples.opened(store.nextNumber(tenant));
        Delivery failed = samples.delivery(idOf(opened), NOW).claimed(NOW).failed("550", "nul \u0000 «nei»", NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(failed));
        Delivery again = failed.resent("the server was mended", NOW.plusSeconds(1));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.FAILED, again)));

        assertThat(store.commit(samples.changes()
                        .delivery(new DeliveryChange(DeliveryState.FAILED, failed.resent("mine", NOW)))
                        .build()))
                .as("sent again by somebody else at the same time")
                .isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, failed.id())).contains(again);
    }

    // Suppressions

    @Test
    final void what_readers_want_and_what_is_known_against_them_is_found_at_once() {
        Suppression kari = samples.suppression(Address.mail("kari@kunde.example"), Suppression.Cause.HARD_BOUNCE);
        Suppression phone = samples.suppression(Address.phone("+4799887766"), Suppression.Cause.SOFT_BOUNCES);
        NotifiedPerson agent = NotifiedPerson.of(new AgentId("Åse «1» x"));
        NotificationPreferences said = preferences(agent, "påminnelse «1»");
        NotificationPreferences byLink = preferences(NotifiedPerson.of(kari.address()), "maintenance");
        mustCommit(samples.changes()
                .suppression(SuppressionChange.to(kari))
                .suppression(SuppressionChange.to(phone))
                .preferences(new PreferencesChange(said))
                .preferences(new PreferencesChange(byLink)));
        Address nobody = Address.mail("ola@kunde.example");
        Set<NotifiedPerson> people = Set.of(agent, byLink.person(), NotifiedPerson.of(nobody));

        assertThat(store.readers(tenant, people, Set.of(kari.address(), phone.address(), nobody)))
                .isEqualTo(new Readers(
                        Map.of(agent, said, byLink.person(), byLink),
                        Map.of(kari.address(), kari, phone.address(), phone)));
        assertThat(store.readers(tenant, Set.of(agent), Set.of(nobody)))
                .isEqualTo(new Readers(Map.of(agent, said), Map.of()));
        assertThat(store.readers(tenant, Set.of(NotifiedPerson.of(nobody)), Set.of(phone.address())))
                .isEqualTo(new Readers(Map.of(), Map.of(phone.address(), phone)));
        assertThat(store.readers(tenant, people, Set.of()))
                .isEqualTo(new Readers(Map.of(agent, said, byLink.person(), byLink), Map.of()));
        assertThat(store.readers(tenant, Set.of(), Set.of())).isEqualTo(new Readers(Map.of(), Map.of()));
    }

    @Test
    final void what_is_known_against_addresses_is_found_by_them() {
        Suppression kari = samples.suppression(Address.mail("kari@kunde.example"), Suppression.Cause.HARD_BOUNCE);
        Suppression phone = samples.suppression(Address.phone("+4799887766"), Suppression.Cause.SOFT_BOUNCES);
        Address nobody = Address.mail("ola@kunde.example");
        mustCommit(samples.changes().suppression(SuppressionChange.to(kari)).suppression(SuppressionChange.to(phone)));

        assertThat(store.suppressions(tenant, Set.of(kari.address(), phone.address(), nobody)))
                .isEqualTo(Map.of(kari.address(), kari, phone.address(), phone));
        assertThat(store.suppressions(tenant, Set.of(nobody))).isEmpty();
        assertThat(store.suppressions(tenant, Set.of())).isEmpty();
    }

    @Test
    final void what_is_known_against_an_address_changes_from_the_version_that_was_expected_only() {
        Suppression first = samples.suppression(Address.mail("kari@kunde.example"), Suppression.Cause.SOFT_BOUNCES);
        Suppression second = second(first, Suppression.Cause.COMPLAINT);
        mustCommit(samples.changes().suppression(SuppressionChange.to(first)));
        mustCommit(samples.changes().suppression(SuppressionChange.to(second)));

        List.of(
                        SuppressionChange.to(first),
                        SuppressionChange.to(second(first, Suppression.Cause.MANUAL)),
                        SuppressionChange.removing(first))
                .forEach(change -> assertThat(store.commit(samples.changes()
                                .newContact(samples.contact("per@kunde.example"))
                                .suppression(change)
                                .build()))
                        .isEqualTo(CommitResult.STALE));
        assertThat(store.suppressions(tenant, Set.of(first.address()))).isEqualTo(Map.of(first.address(), second));
        assertThat(store.contactAt(tenant, Address.mail("per@kunde.example"))).isEmpty();
        mustCommit(samples.changes().suppression(SuppressionChange.removing(second)));
        assertThat(store.suppressions(tenant, Set.of(first.address()))).isEmpty();
        mustCommit(samples.changes().suppression(SuppressionChange.to(first)));
    }

    private static Suppression second(Suppression first, Suppression.Cause cause) {
        return new Suppression(
                first.tenant(),
                first.address(),
                cause,
                "",
                List.of(),
                NOW.plusSeconds(2),
                Optional.empty(),
                Optional.empty(),
                first.version() + 1);
    }

    @Test
    final void what_is_known_against_addresses_is_listed_page_by_page_in_their_order() {
        List<Suppression> all = new ArrayList<>();
        for (String name : List.of("b", "ø", "a", "d-1", "d1", "c")) {
            all.add(samples.suppression(Address.mail(name + "@kunde.example"), Suppression.Cause.HARD_BOUNCE));
        }
        all.add(samples.suppression(Address.phone("+4799887766"), Suppression.Cause.MANUAL));
        all.add(samples.suppression(new Address(new Channel("chat"), "z"), Suppression.Cause.MANUAL));
        Changes.Builder changes = samples.changes();
        all.forEach(known -> changes.suppression(SuppressionChange.to(known)));
        mustCommit(changes);
        List<Suppression> found = new ArrayList<>();
        List<Suppression> page = store.suppressions(tenant, Optional.empty(), 3);
        while (!page.isEmpty()) {
            found.addAll(page);
            assertThat(found).hasSizeLessThanOrEqualTo(all.size());
            page = store.suppressions(
                    tenant, Optional.of(page.get(page.size() - 1).address()), 3);
        }

        all.sort(Comparator.comparing((Suppression s) -> s.address().channel().name())
                .thenComparing(s -> s.address().value()));
        assertThat(found).isEqualTo(all);
    }

    @Test
    final void a_mailing_counts_its_deliveries_in_each_state() {
        MailingId mailing = new MailingId(UUID.randomUUID());
        Delivery first = samples.delivery(mailing, NOW);
        mustCommit(samples.changes()
                .newDelivery(first)
                .newDelivery(samples.delivery(mailing, NOW))
                .newDelivery(samples.delivery(mailing, NOW).suppressed("gave it back", NOW))
                .newDelivery(samples.delivery(new MailingId(UUID.randomUUID()), NOW)));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, first.claimed(NOW))));

        assertThat(store.deliveryCounts(tenant, mailing))
                .isEqualTo(Map.of(DeliveryState.PLANNED, 1L, DeliveryState.CLAIMED, 1L, DeliveryState.SUPPRESSED, 1L));
        assertThat(store.deliveryCounts(tenant, new MailingId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    final void a_delivery_of_a_mailing_needs_no_ticket_and_mail_that_answers_it_belongs_to_none() {
        Delivery planned = samples.delivery(new MailingId(UUID.randomUUID()), NOW);
        mustCommit(samples.changes().newDelivery(planned));

        assertThat(store.delivery(tenant, planned.id())).contains(planned);
        assertThat(store.deliveryOf(tenant, planned.message().messageId())).contains(planned);
        assertThat(store.ticketsOfMail(tenant, List.of(planned.message().messageId())))
                .isEmpty();
    }

    // Due work

    @Test
    final void work_is_claimed_once_it_is_due_earliest_first_and_by_one_only() {
        Work late = work(NOW.plusSeconds(2));
        Work early = work(NOW.plusSeconds(1));
        Work future = work(NOW.plusSeconds(60));
        mustCommit(samples.changes().schedule(late).schedule(early).schedule(future));

        assertThat(store.claim(tenant, LANE, NOW, LEASE, 10)).isEmpty();
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(5), LEASE, 1))
                .extracting(Claim::work)
                .containsExactly(early);
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(5), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(late);
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(5), LEASE, 10)).isEmpty();
    }

    @Test
    final void a_batch_is_claimed_earliest_first_and_the_next_time_is_the_earliest_of_all() {
        Work last = work(NOW.plusSeconds(60));
        Work second = work(NOW.plusSeconds(2));
        Work first = work(NOW.plusSeconds(1));
        Work third = work(NOW.plusSeconds(3));
        mustCommit(samples.changes().schedule(last).schedule(second).schedule(first));
        mustCommit(samples.changes().schedule(third));

        assertThat(store.nextDue(tenant, LANES)).contains(first.dueAt());
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(5), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(first, second, third);
        assertThat(store.nextDue(tenant, LANES)).contains(last.dueAt());
    }

    @Test
    final void work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        Claim first = onlyClaim(NOW);
        assertThat(first.leaseUntil()).isEqualTo(NOW.plus(LEASE));
        Claim second = onlyClaim(NOW.plus(LEASE));
        TicketChange opened = samples.opened(1);

        CommitResult result = store.commit(samples.changes()
                .workResult(new WorkResult.Done(first))
                .ticket(opened)
                .schedule(work(NOW))
                .build());

        assertThat(result).isEqualTo(CommitResult.CLAIM_LOST);
        assertThat(store.ticket(tenant, idOf(opened))).isEmpty();
        assertThat(second.work()).isEqualTo(work);
        mustCommit(samples.changes().workResult(new WorkResult.Done(second)));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
    }

    @Test
    final void claimed_work_hides_nothing_and_comes_back_at_its_place_when_its_lease_ends() {
        Work first = work(NOW.plusSeconds(1));
        Work second = work(NOW.plusSeconds(2));
        Work third = work(NOW.plusSeconds(3));
        mustCommit(samples.changes().schedule(first).schedule(second).schedule(third));
        Instant later = NOW.plusSeconds(5);

        assertThat(store.claim(tenant, LANE, later, LEASE, 2))
                .extracting(Claim::work)
                .containsExactly(first, second);
        assertThat(store.nextDue(tenant, LANES)).contains(third.dueAt());
        assertThat(store.claim(tenant, LANE, later.plusSeconds(1), LEASE, 1))
                .extracting(Claim::work)
                .containsExactly(third);
        assertThat(store.nextDue(tenant, LANES)).contains(later.plus(LEASE));
        assertThat(store.claim(tenant, LANE, later.plusSeconds(1).plus(LEASE), LEASE, 1))
                .extracting(Claim::work)
                .containsExactly(first);
    }

    @Test
    final void a_claim_whose_lease_ended_still_holds_while_nobody_took_it_over() {
        mustCommit(samples.changes().schedule(work(NOW)));
        Claim claim = onlyClaim(NOW);

        assertThat(store.nextDue(tenant, LANES)).contains(NOW.plus(LEASE));
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
        assertThat(store.claim(tenant, LANE, NOW.plus(LEASE).plusSeconds(1), LEASE, 10))
                .isEmpty();
    }

    @Test
    final void work_is_done_once() {
        mustCommit(samples.changes().schedule(work(NOW)));
        Claim claim = onlyClaim(NOW);
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));

        assertLost(claim);
    }

    @Test
    final void work_that_is_put_off_comes_back_at_its_time_and_its_claim_ends() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        Claim claim = onlyClaim(NOW);
        Instant later = NOW.plusSeconds(30);
        mustCommit(samples.changes().workResult(new WorkResult.PutOff(claim, later)));

        assertThat(store.nextDue(tenant, LANES)).contains(later);
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(29), LEASE, 10)).isEmpty();
        assertLost(claim);
        Claim again = onlyClaim(later);
        assertThat(again.work().key()).isEqualTo(work.key());
        assertLost(claim);
        mustCommit(samples.changes().workResult(new WorkResult.Done(again)));
    }

    @Test
    final void work_that_is_underway_keeps_its_claim_and_its_lease_is_renewed() {
        mustCommit(samples.changes().schedule(work(NOW)));
        Claim claim = onlyClaim(NOW);
        Instant renewed = NOW.plus(LEASE).plusSeconds(60);
        mustCommit(samples.changes().workResult(new WorkResult.Underway(claim, renewed)));

        assertThat(store.claim(tenant, LANE, NOW.plus(LEASE).plusSeconds(1), LEASE, 10))
                .isEmpty();
        assertThat(store.nextDue(tenant, LANES)).contains(renewed);
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
    }

    @Test
    final void rescheduling_replaces_the_time_and_ends_a_claim() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        Claim claim = onlyClaim(NOW);
        Work moved = new Work(work.key(), NOW.plusSeconds(90));
        mustCommit(samples.changes().schedule(moved));

        assertLost(claim);
        assertThat(store.nextDue(tenant, LANES)).contains(NOW.plusSeconds(90));
        Claim again = onlyClaim(NOW.plusSeconds(90));
        assertThat(again.work()).isEqualTo(moved);
        assertLost(claim);
        mustCommit(samples.changes().workResult(new WorkResult.Done(again)));
    }

    @Test
    final void cancelled_work_is_forgotten_and_a_claim_of_it_ends_also_when_it_is_scheduled_anew() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work).cancel(work(NOW).key()));
        Claim claim = onlyClaim(NOW);
        mustCommit(samples.changes().cancel(work.key()));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
        mustCommit(samples.changes().cancel(work.key()).schedule(work));

        assertLost(claim);
        Claim again = onlyClaim(NOW);
        assertThat(again.work()).isEqualTo(work);
        assertLost(claim);
        mustCommit(samples.changes().workResult(new WorkResult.Done(again)));
    }

    @Test
    final void the_result_of_work_comes_before_what_is_cancelled_and_scheduled() {
        Work work = work(NOW);
        Work again = new Work(work.key(), NOW.plusSeconds(90));
        mustCommit(samples.changes().schedule(work));
        Claim first = onlyClaim(NOW);
        mustCommit(samples.changes().schedule(again).workResult(new WorkResult.Done(first)));

        assertThat(store.nextDue(tenant, LANES)).contains(again.dueAt());
        Claim second = onlyClaim(again.dueAt());
        assertThat(second.work()).isEqualTo(again);
        mustCommit(samples.changes().cancel(work.key()).workResult(new WorkResult.PutOff(second, NOW)));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
    }

    @Test
    final void work_is_claimed_from_its_lane_alone_and_the_next_time_is_that_of_the_lanes_asked_for() {
        Work mail = work(NOW.plusSeconds(2));
        Work wake = new Work(new WorkKey.Wake(new TicketId(UUID.randomUUID())), NOW.plusSeconds(1));
        mustCommit(samples.changes().schedule(mail).schedule(wake));

        assertThat(store.nextDue(tenant, LANES)).contains(mail.dueAt());
        assertThat(store.nextDue(tenant, Set.of(WorkLane.TICKETS))).contains(wake.dueAt());
        assertThat(store.nextDue(tenant, Set.of(WorkLane.TICKETS, LANE))).contains(wake.dueAt());
        assertThat(store.nextDue(tenant, Set.of(WorkLane.tell("nobody")))).isEmpty();
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(9), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(mail);
        assertThat(store.claim(tenant, WorkLane.TICKETS, NOW.plusSeconds(9), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(wake);
    }

    @Test
    final void attempts_are_counted_until_work_is_scheduled_or_put_off() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        assertThat(onlyClaim(NOW).attempt()).isEqualTo(1);
        Claim second = onlyClaim(NOW.plus(LEASE));
        assertThat(second.attempt()).isEqualTo(2);
        Instant later = NOW.plus(LEASE).plusSeconds(7);
        mustCommit(samples.changes().workResult(new WorkResult.Retry(second, later)));

        assertLost(second);
        assertThat(store.nextDue(tenant, LANES)).contains(later);
        Claim third = onlyClaim(later);
        assertThat(third.work()).isEqualTo(new Work(work.key(), later));
        assertThat(third.attempt()).isEqualTo(3);
        mustCommit(samples.changes().workResult(new WorkResult.PutOff(third, later)));
        assertThat(onlyClaim(later).attempt()).isEqualTo(1);
        mustCommit(samples.changes().schedule(work));
        assertThat(onlyClaim(later).attempt()).isEqualTo(1);
    }

    @Test
    final void work_that_was_not_begun_is_free_as_if_it_had_not_been_claimed() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        mustCommit(samples.changes().workResult(new WorkResult.Unbegun(onlyClaim(NOW))));
        assertThat(store.nextDue(tenant, LANES)).contains(NOW);
        assertThat(onlyClaim(NOW).attempt()).isEqualTo(1);
        Instant again = NOW.plus(LEASE);
        Claim second = onlyClaim(again);
        mustCommit(samples.changes().workResult(new WorkResult.Unbegun(second)));

        assertLost(second);
        Claim third = onlyClaim(again);
        assertThat(third.work()).isEqualTo(work);
        assertThat(third.attempt()).isEqualTo(2);
    }

    @Test
    final void work_that_died_is_not_claimed_any_more_until_it_is_replayed() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        Claim claim = onlyClaim(NOW);
        mustCommit(samples.changes().workResult(new WorkResult.Died(claim, NOW.plusSeconds(1), "«hvorfor»\u0000")));

        DeadWork dead = new DeadWork(work, 1, "«hvorfor»\u0000", NOW.plusSeconds(1));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
        assertThat(store.deadWork(tenant, Optional.empty(), 10)).containsExactly(dead);
        assertLost(claim);
        Instant again = NOW.plusSeconds(60);
        assertThat(store.replay(tenant, work.key(), again)).isTrue();
        assertThat(store.replay(tenant, work.key(), again)).isFalse();
        assertThat(store.deadWork(tenant, Optional.empty(), 10)).isEmpty();
        Claim replayed = onlyClaim(again);
        assertThat(replayed.work()).isEqualTo(new Work(work.key(), again));
        assertThat(replayed.attempt()).isEqualTo(1);
    }

    @Test
    final void dead_work_that_was_scheduled_anew_stays_as_it_was_scheduled_when_it_is_replayed() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        mustCommit(samples.changes().workResult(new WorkResult.Died(onlyClaim(NOW), NOW, "first")));
        Work anew = new Work(work.key(), NOW.plusSeconds(5));
        mustCommit(samples.changes().schedule(anew));

        assertThat(store.deadWork(tenant, Optional.empty(), 10))
                .extracting(DeadWork::error)
                .containsExactly("first");
        mustCommit(samples.changes().workResult(new WorkResult.Died(onlyClaim(anew.dueAt()), anew.dueAt(), "second")));
        assertThat(store.deadWork(tenant, Optional.empty(), 10))
                .extracting(DeadWork::error)
                .containsExactly("second");
        mustCommit(samples.changes().schedule(anew));
        assertThat(store.replay(tenant, work.key(), NOW)).isTrue();
        assertThat(store.nextDue(tenant, LANES)).contains(anew.dueAt());
    }

    @Test
    final void dead_work_is_listed_in_the_order_of_its_death_page_by_page() {
        List<Work> works = List.of(work(NOW), work(NOW), work(NOW), work(NOW), work(NOW));
        works.forEach(work -> mustCommit(samples.changes().schedule(work)));
        List<Claim> claims = store.claim(tenant, LANE, NOW, LEASE, 10);
        List<DeadWork> expected = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Instant at = NOW.plusSeconds(i / 2);
            mustCommit(samples.changes().workResult(new WorkResult.Died(claims.get(i), at, "no " + i)));
            expected.add(new DeadWork(claims.get(i).work(), 1, "no " + i, at));
        }
        expected.sort(Comparator.comparing(DeadWork::diedAt)
                .thenComparing((DeadWork dead) -> dead.work().key().text()));

        List<DeadWork> listed = new ArrayList<>();
        List<DeadWork> page = store.deadWork(tenant, Optional.empty(), 2);
        while (!page.isEmpty() && listed.size() < 9) {
            listed.addAll(page);
            page = store.deadWork(tenant, Optional.of(listed.get(listed.size() - 1)), 2);
        }
        assertThat(listed).isEqualTo(expected);
    }

    @Test
    final void results_of_several_pieces_of_work_are_stored_together_or_not_at_all() {
        mustCommit(samples.changes().schedule(work(NOW)).schedule(work(NOW)).schedule(work(NOW)));
        List<Claim> claims = store.claim(tenant, LANE, NOW, LEASE, 10);
        mustCommit(samples.changes().workResult(new WorkResult.Done(claims.get(0))));

        CommitResult lost = store.commit(samples.changes()
                .workResult(new WorkResult.Done(claims.get(1)))
                .workResult(new WorkResult.Done(claims.get(0)))
                .build());
        assertThat(lost).isEqualTo(CommitResult.CLAIM_LOST);
        Instant later = NOW.plusSeconds(1);
        mustCommit(samples.changes()
                .workResult(new WorkResult.Done(claims.get(1)))
                .workResult(new WorkResult.PutOff(claims.get(2), later)));
        assertThat(onlyClaim(later).work().key()).isEqualTo(claims.get(2).work().key());
        assertThat(store.claim(tenant, LANE, NOW.plus(LEASE), LEASE, 10)).isEmpty();
    }

    @Test
    final void tickets_are_found_together_and_only_those_of_the_tenant() {
        TicketChange first = samples.opened(1);
        TicketChange second = samples.opened(2);
        mustCommit(samples.changes().ticket(first).ticket(second));
        TicketId unknown = new TicketId(UUID.randomUUID());

        assertThat(store.ticketsById(tenant, Set.of(idOf(first), idOf(second), unknown)))
                .isEqualTo(Map.of(idOf(first), first.after(), idOf(second), second.after()));
        assertThat(store.ticketsById(new TenantId("other"), Set.of(idOf(first))))
                .isEmpty();
        assertThat(store.ticketsById(tenant, Set.of())).isEmpty();
    }

    @Test
    final void every_kind_of_work_comes_back_as_it_was() {
        Set<WorkKey> keys = new HashSet<>();
        keys.add(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL));
        keys.add(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), new Channel("chat/«æ»")));
        keys.add(new WorkKey.EndSilence(new TicketId(UUID.randomUUID()), 3, 1));
        keys.add(new WorkKey.RemindOfRating(new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.Offer(new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.LearnPhrasing(new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.Wake(new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.Tell("speil «ærlig» 🙂", new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.Fetch("imap «ærlig» 🙂"));
        for (SlaTarget target : SlaTarget.values()) {
            for (SlaLevel level : List.of(
                    SlaLevel.WARNING,
                    SlaLevel.warning(2),
                    SlaLevel.DELAY_NOTICE,
                    SlaLevel.BREACH,
                    SlaLevel.escalation(1),
                    SlaLevel.escalation(SlaLevel.MAX_STEP))) {
                keys.add(new WorkKey.ReachLevel(new TicketId(UUID.randomUUID()), target, 3, level));
            }
        }
        Changes.Builder changes = samples.changes();
        keys.forEach(key -> changes.schedule(new Work(key, NOW)));
        mustCommit(changes);

        Set<WorkKey> claimed = new HashSet<>();
        for (WorkLane lane : keys.stream().map(WorkKey::lane).collect(Collectors.toSet())) {
            List<WorkKey> found = store.claim(tenant, lane, NOW, LEASE, 100).stream()
                    .map(claim -> claim.work().key())
                    .toList();
            assertThat(found).extracting(WorkKey::lane).containsOnly(lane);
            claimed.addAll(found);
        }
        assertThat(claimed).isEqualTo(keys);
    }

    @Test
    final void several_claim_at_once_and_each_piece_of_work_is_claimed_by_one() throws Exception {
        Changes.Builder changes = samples.changes();
        for (int i = 0; i < 100; i++) {
            changes.schedule(work(NOW.minusSeconds(i)));
        }
        mustCommit(changes);

        List<List<Claim>> claims = Race.of(THREADS, i -> {
            List<Claim> mine = new ArrayList<>();
            List<Claim> batch = store.claim(tenant, LANE, NOW, LEASE, 7);
            // The bound lets a store that gives the same work for ever fail instead of hang.
            while (!batch.isEmpty() && mine.size() <= 100) {
                mine.addAll(batch);
                batch = store.claim(tenant, LANE, NOW, LEASE, 7);
            }
            return mine;
        });
        List<Claim> rest = store.claim(tenant, LANE, NOW, LEASE, 1000);

        List<Claim> all = new ArrayList<>(rest);
        claims.forEach(all::addAll);
        assertThat(all)
                .extracting(claim -> claim.work().key())
                .doesNotHaveDuplicates()
                .hasSize(100);
    }

    @Test
    final void the_reasons_to_refuse_are_looked_at_in_their_order() {
        Content raw = content("raw");
        mustCommit(samples.changes()
                .schedule(work(NOW))
                .receipt(samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw)));
        TicketChange opened = committed(samples.opened(1));
        Claim lost = onlyClaim(NOW);
        mustCommit(samples.changes().workResult(new WorkResult.Done(lost)));
        TicketChange stale = samples.opened(idOf(opened), 2);
        Receipt again = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);

        assertThat(store.commit(samples.changes()
                        .workResult(new WorkResult.Done(lost))
                        .receipt(again)
                        .ticket(stale)
                        .build()))
                .isEqualTo(CommitResult.CLAIM_LOST);
        assertThat(store.commit(samples.changes().receipt(again).ticket(stale).build()))
                .isEqualTo(CommitResult.ALREADY_RECEIVED);
    }

    // Tenants

    @Test
    final void another_tenant_sees_nothing() {
        TicketChange opened = samples.opened(1);
        Delivery delivery = samples.delivery(idOf(opened), NOW);
        Delivery mailed = samples.delivery(new MailingId(UUID.randomUUID()), NOW);
        Set<DeliveryState> states = Set.of(DeliveryState.PLANNED);
        Delivery text = accepted(samples.text(idOf(opened), Channel.PHONE, NOW), "SM-9");
        Suppression against = samples.suppression(Address.mail("kari@kunde.example"), Suppression.Cause.MANUAL);
        Contact contact = samples.contact("kari@kunde.example");
        Organization club = samples.organization("Klubben", "klubb.example");
        Content raw = content("raw");
        Receipt receipt = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
        mustCommit(samples.changes()
                .ticket(opened)
                .organization(new OrganizationChange(0, club))
                .message(samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "a", Optional.of("<1@k.example>")))
                .newContact(contact)
                .newDelivery(delivery)
                .newDelivery(mailed)
                .newDelivery(text)
                .suppression(SuppressionChange.to(against))
                .receipt(receipt)
                .content(raw)
                .schedule(work(NOW)));
        assertThat(store.nextNumber(tenant)).isEqualTo(1);
        TenantId other = new TenantId("other-" + UUID.randomUUID());

        assertThat(store.ticket(other, idOf(opened))).isEmpty();
        assertThat(store.ticketByNumber(other, 1)).isEmpty();
        assertThat(store.tickets(other, TicketQuery.all(10)).items()).isEmpty();
        assertThat(store.events(other, idOf(opened), 0, 10)).isEmpty();
        assertThat(store.messages(other, idOf(opened), 0, 10)).isEmpty();
        assertThat(store.latestMessages(other, idOf(opened), Set.of(MessageRole.CUSTOMER), 1))
                .isEmpty();
        assertThat(store.ticketsOfMail(other, List.of("<1@k.example>"))).isEmpty();
        assertThat(store.contact(other, contact.id())).isEmpty();
        assertThat(store.contactAt(other, contact.addresses().get(0))).isEmpty();
        assertThat(store.organization(other, club.id())).isEmpty();
        assertThat(store.organizationOf(other, new MailDomain("klubb.example"))).isEmpty();
        assertThat(store.organizations(other, OrganizationQuery.all(10)).items())
                .isEmpty();
        assertThat(store.receipt(other, receipt.key())).isEmpty();
        assertThat(store.receipts(other, Disposition.OPENED, Optional.empty(), 10))
                .isEmpty();
        assertThat(store.content(other, raw.ref())).isEmpty();
        assertThat(store.delivery(other, delivery.id())).isEmpty();
        assertThat(store.deliveryOf(other, delivery.message().messageId())).isEmpty();
        assertThat(store.deliveries(other, idOf(opened), 10)).isEmpty();
        assertThat(store.deliveries(other, mailed.mailing().orElseThrow(), states, Optional.empty(), 10))
                .isEmpty();
        assertThat(store.deliveryCounts(other, mailed.mailing().orElseThrow())).isEmpty();
        assertThat(store.deliveryByReference(other, Channel.PHONE, "SM-9")).isEmpty();
        assertThat(store.suppressions(other, Set.of(against.address()))).isEmpty();
        assertThat(store.suppressions(other, Optional.empty(), 10)).isEmpty();
        assertThat(store.readers(other, Set.of(NotifiedPerson.of(against.address())), Set.of(against.address())))
                .isEqualTo(new Readers(Map.of(), Map.of()));
        assertThat(store.claim(other, LANE, NOW, LEASE, 10)).isEmpty();
        assertThat(store.nextDue(other, LANES)).isEmpty();
        assertThat(store.nextNumber(other)).isEqualTo(1);
    }

    @Test
    final void what_one_tenant_has_does_not_hinder_another() {
        Samples others = new Samples(new TenantId("other-" + UUID.randomUUID()));
        for (Samples each : List.of(samples, others)) {
            Content raw = content("raw");
            Receipt receipt = each.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
            Contact contact = each.contact("kari@kunde.example");
            Organization club = each.organization("Klubben", "klubb.example");
            TicketChange opened = each.opened(1);
            Message message = each.message(idOf(opened), 2, MessageRole.CUSTOMER, "a", Optional.of("<1@k.example>"));
            mustCommit(each.changes()
                    .receipt(receipt)
                    .content(raw)
                    .newContact(contact)
                    .organization(new OrganizationChange(0, club))
                    .ticket(opened)
                    .message(message));
            TenantId whose = contact.tenant();

            assertThat(store.receipt(whose, receipt.key())).contains(receipt);
            assertThat(store.content(whose, raw.ref())).contains(raw);
            assertThat(store.contactAt(whose, contact.addresses().get(0))).contains(contact);
            assertThat(store.organizationOf(whose, new MailDomain("klubb.example")))
                    .contains(club);
            assertThat(store.ticketByNumber(whose, 1)).contains(opened.after());
            assertThat(store.ticketsOfMail(whose, List.of("<1@k.example>"))).containsExactly(idOf(opened));
        }
    }

    @Test
    final void one_tenant_changes_nothing_of_another() {
        Samples others = new Samples(new TenantId("other-" + UUID.randomUUID()));
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        Work work = work(NOW);
        Contact kari = samples.contact("kari@kunde.example");
        Organization club = samples.organization("Klubben", "klubb.example");
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(planned)
                .schedule(work)
                .newContact(kari)
                .organization(new OrganizationChange(0, club)));
        Claim claim = onlyClaim(NOW);
        Changes message = others.changes()
                .message(others.message(idOf(opened), 2, MessageRole.NOTE, "from next door", Optional.empty()))
                .build();

        assertThatThrownBy(() -> store.commit(message)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.commit(others.changes(solve(opened.after())))).isEqualTo(CommitResult.STALE);
        assertThat(store.commit(others.changes()
                        .delivery(new DeliveryChange(DeliveryState.PLANNED, planned.claimed(NOW)))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(
                        others.changes().workResult(new WorkResult.Done(claim)).build()))
                .isEqualTo(CommitResult.CLAIM_LOST);
        assertThat(store.commit(others.changes()
                        .contact(new ContactChange(1, with(kari, Address.mail("kari@hjemme.example"))))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(others.changes()
                        .organization(new OrganizationChange(
                                1, club.toBuilder().domains(Set.of()).version(2).build()))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        mustCommit(others.changes().cancel(work.key()));
        mustCommit(others.changes().schedule(work));

        assertThat(store.contact(tenant, kari.id())).contains(kari);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(club);
        assertThat(store.ticket(tenant, idOf(opened))).contains(opened.after());
        assertThat(store.messages(tenant, idOf(opened), 0, 10)).isEmpty();
        assertThat(store.delivery(tenant, planned.id())).contains(planned);
        assertThat(store.nextDue(tenant, LANES)).contains(claim.leaseUntil());
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
    }

    private Contact addressed(Address... addresses) {
        return Contact.builder(new ContactId(UUID.randomUUID()), tenant, List.of(addresses))
                .build();
    }

    private static Contact with(Contact before, Address more) {
        return before.toBuilder()
                .addresses(List.of(before.addresses().get(0), more))
                .version(2)
                .build();
    }
}
