package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.SIV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.delivery.Delivery;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight hours for a first response: a warning after six, a delay notice after 7 h 12 min. */
final class DeskSlaTest {
    private static final Instant WARNING = Instant.parse("2026-12-01T15:00:00Z");
    private static final Instant DELAY_NOTICE = Instant.parse("2026-12-02T08:12:00Z");
    private static final Instant BREACH = Instant.parse("2026-12-02T09:00:00Z");
    private static final Instant NEXT_NOON = Instant.parse("2026-12-03T08:00:00Z");

    private final TestDesk office = new TestDesk();

    private List<Delivery> told(Ticket ticket, String kind) {
        return office.desk.deliveries(ticket.id(), 100).stream()
                .filter(d -> d.kind().equals(kind))
                .toList();
    }

    @Test
    void who_watches_a_ticket_is_told_what_its_agent_is_told() {
        Ticket ticket = office.opened();
        office.desk.assign(ticket.id(), LARS, LARS);
        office.desk.execute(
                ticket.id(), new TicketCommand.ChangeWatchers(Actor.agent(LARS), Set.of(SIV, LARS), Set.of()));
        office.sent();

        office.time.runUntil(office.desk, Instant.parse("2026-12-01T15:00:00Z"));

        assertThat(office.desk.deliveries(ticket.id(), 100))
                .filteredOn(d -> d.kind().equals("sla_warning"))
                .extracting(d -> d.message().to().value() + " " + d.reason())
                .containsExactlyInAnyOrder(
                        "lars@paamelding.example Du får dette fordi SUP-1 er tildelt deg.",
                        "siv@paamelding.example Du får dette fordi du følger med på SUP-1.",
                        "berit@paamelding.example Du får dette fordi du følger opp det som er lovet i SUP-1.");
        Ticket left = office.desk.execute(
                ticket.id(), new TicketCommand.ChangeWatchers(Actor.agent(LARS), Set.of(), Set.of(SIV)));
        assertThat(left.watchers()).containsExactly(LARS);
    }

    @Test
    void a_promise_is_warned_of_then_excused_then_broken_each_once_and_in_time() {
        Ticket ticket = office.opened();
        office.desk.assign(ticket.id(), LARS, LARS);
        office.time.runUntil(office.desk, NEXT_NOON);
        office.desk.runDue(100);

        assertThat(office.events(ticket.id(), TicketEvent.SlaWarned.class))
                .containsExactly(new TicketEvent.SlaWarned(SlaTarget.FIRST_RESPONSE, 1, 1, BREACH));
        assertThat(office.events(ticket.id(), TicketEvent.DelayAnnounced.class))
                .containsExactly(new TicketEvent.DelayAnnounced(
                        SlaTarget.FIRST_RESPONSE, 1, BREACH, Instant.parse("2026-12-02T13:00:00Z")));
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class))
                .containsExactly(new TicketEvent.SlaBreached(SlaTarget.FIRST_RESPONSE, 1, BREACH, Duration.ofHours(8)));
        assertThat(told(ticket, "sla_warning"))
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.plannedAt()).isEqualTo(WARNING));
        assertThat(told(ticket, "delay_notice")).singleElement().satisfies(d -> {
            assertThat(d.plannedAt()).isEqualTo(DELAY_NOTICE).isBefore(BREACH);
            assertThat(d.message().to()).isEqualTo(KARI);
        });
        assertThat(told(ticket, "sla_breach"))
                .extracting(d -> d.message().to().localPart())
                .containsExactlyInAnyOrder("lars", "berit");
        assertThat(office.fresh(ticket).assignee()).contains(BERIT);
    }

    @Test
    void the_customer_is_told_the_new_time_in_their_language_and_zone() {
        office.opened();
        office.time.runUntil(office.desk, DELAY_NOTICE);
        OutboundMessage notice = office.last();

        assertThat(notice.to()).isEqualTo(KARI);
        assertThat(notice.subject()).isEqualTo("Svaret vårt tar lengre tid enn vi sa [SUP-1]");
        assertThat(notice.text()).contains("onsdag 2. desember kl. 14.00").doesNotContain("nil");
        assertThat(notice.automatic()).isTrue();
    }

    @Test
    void agents_are_told_what_is_due_and_where() {
        office.opened();
        office.time.runUntil(office.desk, WARNING);
        OutboundMessage warning = office.last();

        assertThat(warning.to()).hasToString("berit@paamelding.example");
        assertThat(warning.subject()).isEqualTo("[SUP-1] Frist for første svar: onsdag 2. desember kl. 10.00");
        assertThat(warning.text()).contains("Emne: Betaling", "https://paamelding.example/desk/SUP-1");
    }

    @Test
    void several_desks_on_one_store_do_everything_once() throws Exception {
        List<HelpDesk> desks = new ArrayList<>(List.of(office.desk));
        for (int i = 0; i < 3; i++) {
            desks.add(office.builder(office.mail).build());
        }
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            tickets.add(office.opened());
        }
        for (Instant at : List.of(office.time.instant(), WARNING, DELAY_NOTICE, BREACH, BREACH.plusSeconds(1))) {
            office.time.set(at);
            for (int again = 0; again < 2; again++) {
                Race.of(8, i -> desks.get(i % 4).runDue(200));
            }
        }

        assertThat(tickets).allSatisfy(t -> {
            assertThat(office.events(t.id(), TicketEvent.SlaWarned.class)).hasSize(1);
            assertThat(office.events(t.id(), TicketEvent.DelayAnnounced.class)).hasSize(1);
            assertThat(office.events(t.id(), TicketEvent.SlaBreached.class)).hasSize(1);
            assertThat(office.kinds(t.id()))
                    .containsExactly("acknowledged", "delay_notice", "sla_breach", "sla_warning");
        });
        assertThat(office.mail.offered()).hasSize(15 * 4);
        assertThat(office.mail.offered()).extracting(OutboundMessage::messageId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"solved, SOLVED", "pending, PENDING_CUSTOMER", "closed, CLOSED"})
    void a_ticket_on_which_nobody_waits_for_the_desk_fires_nothing(String label, StatusCategory to) {
        Ticket ticket = office.opened();
        office.time.advance(Duration.ofHours(2));
        office.desk.reply(ticket.id(), LARS, "Prøv igjen", new Status(label, to));
        office.time.runUntil(office.desk, Instant.parse("2027-03-01T00:00:00Z"));

        assertThat(office.kinds(ticket.id())).containsExactly("acknowledged", "replied");
        assertThat(office.desk.runDue(10).next()).isEmpty();
    }

    @Test
    void an_answered_ticket_that_stays_open_is_still_to_be_solved() {
        Ticket ticket = office.opened();
        office.desk.reply(ticket.id(), LARS, "Vi ser på det", Status.OPEN);
        office.time.runUntil(office.desk, Instant.parse("2026-12-31T00:00:00Z"));

        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class))
                .extracting(TicketEvent.SlaBreached::target)
                .containsExactly(SlaTarget.RESOLUTION);
    }

    @Test
    void a_warned_ticket_that_is_answered_in_time_goes_no_further() {
        Ticket ticket = office.opened();
        office.time.runUntil(office.desk, WARNING);
        office.desk.reply(ticket.id(), LARS, "Prøv igjen");
        office.time.runUntil(office.desk, NEXT_NOON);

        assertThat(office.kinds(ticket.id())).containsExactly("acknowledged", "replied", "sla_warning");
    }

    @Test
    void a_desk_that_slept_through_everything_says_each_thing_once() {
        Ticket ticket = office.opened();
        office.time.set(NEXT_NOON);
        office.desk.runDue(100);
        office.desk.runDue(100);

        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);
        assertThat(office.events(ticket.id(), TicketEvent.SlaWarned.class)).hasSize(1);
        assertThat(office.events(ticket.id(), TicketEvent.DelayAnnounced.class))
                .singleElement()
                .satisfies(e -> assertThat(e.newDue()).isAfter(NEXT_NOON));
    }

    @Test
    void a_level_that_the_host_moved_to_a_later_time_is_reached_then() {
        Ticket ticket = office.opened();
        HelpDesk patient = office.builder(office.mail)
                .sla(SlaPolicy.builder(TestDesk.POLICY.calendar())
                        .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
                        .warnAtPercent(85)
                        .escalateTo(BERIT)
                        .build())
                .build();
        office.time.runUntil(patient, NEXT_NOON);

        assertThat(told(ticket, "sla_warning"))
                .extracting(Delivery::plannedAt)
                .containsExactly(Instant.parse("2026-12-01T15:48:00Z"));
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);
    }

    @Test
    void levels_that_are_all_due_at_once_are_reached_in_their_order() {
        SlaPolicy policy = SlaPolicy.builder(TestDesk.POLICY.calendar())
                .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
                .promise(SlaTarget.FIRST_RESPONSE, Priority.URGENT, Duration.ofMinutes(30))
                .build();
        HelpDesk desk = office.builder(office.mail).sla(policy).build();
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tickets.add(desk.open(
                    NewTicket.builder(KARI, "Betaling", "Kortet virker ikke").build()));
        }
        office.time.advance(Duration.ofHours(2));
        for (Ticket ticket : tickets) {
            desk.execute(ticket.id(), new TicketCommand.ChangePriority(Actor.agent(LARS), Priority.URGENT));
        }
        office.time.runUntil(desk, office.time.instant());

        assertThat(tickets)
                .allSatisfy(t -> assertThat(desk.history(t.id(), 4, 10))
                        .extracting(e -> e.event().getClass().getSimpleName())
                        .containsExactly("SlaWarned", "DelayAnnounced", "SlaBreached"));
    }

    @Test
    void a_customer_who_may_not_be_written_to_automatically_gets_no_delay_notice() {
        office.desk.receive(TestDesk.mail("1", KARI).mayNotAnswer("a list").build());
        office.time.runUntil(office.desk, NEXT_NOON);

        assertThat(office.mail.offered()).noneMatch(m -> m.to().equals(KARI));
    }
}
