package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.NotificationKind;
import dev.svar.NotificationRules;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.QuietHours;
import dev.svar.store.Readers;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people do not want is not sent, and nights are quiet. */
final class DeskPreferencesTest {
    private static final NotifiedPerson TO_BERIT = NotifiedPerson.of(BERIT);

    private final TestDesk office = new TestDesk();

    private NotificationPreferences said(NotifiedPerson person, Optional<QuietHours> quiet, String... off) {
        NotificationPreferences before = office.desk.preferences(person);
        return office.desk
                .setPreferences(before.with(Channel.MAIL, new ChannelPreferences(Set.of(off), quiet)))
                .orElseThrow();
    }

    private List<String> to(List<OutboundMessage> letters) {
        return letters.stream().map(letter -> letter.to().localPart()).toList();
    }

    @Test
    void who_has_said_nothing_wants_everything_and_what_is_said_is_kept() {
        assertThat(office.desk.preferences(TO_BERIT)).isEqualTo(NotificationPreferences.none(TO_BERIT));

        NotificationPreferences said = said(TO_BERIT, Optional.of(QuietHours.STANDARD), "assigned");
        assertThat(office.desk.preferences(TO_BERIT)).isEqualTo(said);
        assertThat(said.version()).isEqualTo(1);
    }

    /** Another round trip for each commit would be for nothing. */
    @Test
    void what_all_readers_of_a_commit_want_and_what_is_known_against_them_is_one_look_up() {
        List<String> lookUps = new ArrayList<>();
        TestDesk counted = new TestDesk(new ForwardingStore() {
            @Override
            public Readers readers(TenantId tenant, Set<NotifiedPerson> people, Set<Address> addresses) {
                lookUps.add("readers");
                return super.readers(tenant, people, addresses);
            }

            @Override
            public Map<NotifiedPerson, NotificationPreferences> preferences(
                    TenantId tenant, Set<NotifiedPerson> people) {
                lookUps.add("preferences");
                return super.preferences(tenant, people);
            }

            @Override
            public Map<Address, Suppression> suppressions(TenantId tenant, Set<Address> addresses) {
                lookUps.add("suppressions");
                return super.suppressions(tenant, addresses);
            }
        });
        counted.opened();
        assertThat(lookUps).as("a stranger").containsExactly("readers");
        Ticket ticket = counted.opened();
        counted.desk.execute(ticket.id(), new TicketCommand.ChangeWatchers(AGENT, Set.of(BERIT), Set.of()));
        counted.desk.runDue(100);
        lookUps.clear();
        counted.opened();
        assertThat(lookUps).as("a customer who is known").containsExactly("readers");
        counted.desk.solve(ticket.id(), LARS);
        lookUps.clear();
        counted.desk.reply(ticket.id(), LARS, "Prøv igjen.");
        counted.desk.runDue(100);
        assertThat(lookUps).as("an answer, and its hand-over").containsExactly("readers");
        HelpDesk linked = counted.builder(counted.mail)
                .unsubscribeLinks(URI.create("https://paamelding.example/u/"))
                .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
                .build();
        Ticket waiting =
                linked.open(NewTicket.builder(KARI, "Betaling", "Igjen").build());
        linked.execute(waiting.id(), new TicketCommand.Assign(AGENT, Optional.of(LARS)));
        counted.time.advance(Duration.ofMinutes(2));
        lookUps.clear();
        linked.runDue(100);
        assertThat(lookUps).as("two letters that waited before they left").containsExactly("readers", "readers");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_undone() {
        NotificationPreferences read = office.desk.preferences(TO_BERIT);
        NotificationPreferences kept = said(TO_BERIT, Optional.empty(), "assigned");

        assertThat(office.desk.setPreferences(read.in(ZoneId.of("Asia/Tokyo")))).isEmpty();
        assertThat(office.desk.preferences(TO_BERIT)).isEqualTo(kept);
    }

    @Test
    void what_somebody_said_as_the_contact_they_were_still_counts_after_a_merge() {
        Ticket ticket = office.opened();
        ContactId other = office.desk
                .open(NewTicket.builder(Address.mail("kari@hjemme.example"), "Hei", "Hei.")
                        .build())
                .requester();
        said(NotifiedPerson.of(ticket.requester()), Optional.empty(), "replied");
        office.desk.contacts().merge(ticket.requester(), other);
        office.sent();
        office.desk.reply(ticket.id(), LARS, "Prøv igjen.");

        assertThat(to(office.sent())).isEmpty();
    }

    @Test
    void a_kind_that_somebody_does_not_want_is_told_to_the_others_only() {
        said(TO_BERIT, Optional.empty(), "reopened");
        Ticket ticket = office.opened();
        office.desk.execute(
                ticket.id(), new TicketCommand.ChangeWatchers(AGENT, Set.of(BERIT, TestDesk.SIV), Set.of()));
        office.desk.solve(ticket.id(), LARS);
        office.sent();
        office.desk.execute(ticket.id(), new TicketCommand.ChangeStatus(AGENT, Status.OPEN));

        assertThat(to(office.sent())).containsExactly("siv");
        office.desk.assign(ticket.id(), LARS, BERIT);
        assertThat(to(office.sent())).as("another kind").containsExactly("berit");
    }

    @Test
    void a_customer_can_leave_out_kinds_too() {
        Ticket ticket = office.opened();
        said(NotifiedPerson.of(ticket.requester()), Optional.empty(), "solved");
        office.desk.solve(ticket.id(), LARS);

        assertThat(office.kinds(ticket.id())).containsExactly("acknowledged");
    }

    @Test
    void a_letter_that_comes_in_the_night_is_planned_at_once_and_handed_over_in_the_morning() {
        said(TO_BERIT, Optional.of(QuietHours.STANDARD));
        Ticket ticket = office.opened();
        office.sent();
        office.time.set(Instant.parse("2026-12-01T22:30:00Z"));
        office.desk.assign(ticket.id(), LARS, BERIT);

        assertThat(office.desk.deliveries(ticket.id(), 1))
                .extracting(Delivery::kind, Delivery::state)
                .containsExactly(tuple("assigned", DeliveryState.PLANNED));
        assertThat(to(office.sent())).doesNotContain("berit");
        office.time.set(Instant.parse("2026-12-02T06:59:59Z"));
        assertThat(office.desk.deliveries(ticket.id(), 1))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.PLANNED);
        office.time.set(Instant.parse("2026-12-02T07:00:00Z"));
        assertThat(to(office.sent())).contains("berit");
    }

    @Test
    void the_night_is_where_the_person_is() {
        assertThat(office.desk.setPreferences(office.desk
                        .preferences(TO_BERIT)
                        .in(ZoneId.of("Asia/Tokyo"))
                        .with(Channel.MAIL, new ChannelPreferences(Set.of(), Optional.of(QuietHours.STANDARD)))))
                .isPresent();
        Ticket ticket = office.opened();
        office.time.advance(Duration.ofHours(3)); // 13:00 in Oslo, 21:00 in Tokyo
        office.desk.assign(ticket.id(), LARS, BERIT);

        assertThat(to(office.sent())).containsExactly("kari");
        office.time.set(Instant.parse("2026-12-01T23:00:00Z"));
        assertThat(to(office.sent())).contains("berit");
    }

    @Test
    void what_is_urgent_and_what_answers_the_reader_comes_at_any_hour() {
        said(TO_BERIT, Optional.of(QuietHours.STANDARD));
        office.time.set(Instant.parse("2026-12-01T22:30:00Z"));
        Ticket ticket = office.opened();
        said(NotifiedPerson.of(ticket.requester()), Optional.of(QuietHours.STANDARD));
        office.desk.receive(TestDesk.mail("night", KARI)
                .subject("Ny")
                .text("Noe helt annet")
                .build());

        assertThat(to(office.sent())).as("both acknowledgements").containsExactly("kari", "kari");
    }
}
