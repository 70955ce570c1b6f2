package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.delivery.Delivery;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When customers are told of delays. The desk is in Oslo; tickets are opened at ten in the morning there. */
final class DeskDelayNoticeTest {
    private final TestDesk office = new TestDesk();

    private HelpDesk desk(Duration answer, BusinessCalendar calendar) {
        return office.builder(office.mail)
                .sla(SlaPolicy.builder(calendar)
                        .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, answer)
                        .promise(SlaTarget.RESOLUTION, Priority.NORMAL, answer.multipliedBy(2))
                        .escalateTo(BERIT)
                        .build())
                .build();
    }

    private HelpDesk aroundTheClock(int hours) {
        return desk(Duration.ofHours(hours), BusinessCalendar.roundTheClock(ZoneId.of("Europe/Oslo")));
    }

    private List<Instant> told(Ticket ticket) {
        return office.desk.deliveries(ticket.id(), 100).stream()
                .filter(d -> d.kind().equals("delay_notice"))
                .map(Delivery::plannedAt)
                .toList();
    }

    private void run(HelpDesk desk, String until) {
        office.time.runUntil(desk, Instant.parse(until));
    }

    @Test
    void a_promise_that_breaks_in_the_night_is_excused_in_the_evening() {
        HelpDesk desk = aroundTheClock(15);
        Ticket ticket = office.opened();
        desk.execute(ticket.id(), new TicketCommand.ReviewSla(TestDesk.AGENT));
        run(desk, "2026-12-02T00:30:00Z");

        assertThat(told(ticket)).containsExactly(Instant.parse("2026-12-01T19:45:00Z"));
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);
    }

    @Test
    void a_desk_that_was_away_in_the_evening_tells_nobody_in_the_night_but_in_the_morning_with_an_honest_time() {
        HelpDesk desk = aroundTheClock(15);
        Ticket ticket = office.opened();
        desk.execute(ticket.id(), new TicketCommand.ReviewSla(TestDesk.AGENT));
        office.time.set(Instant.parse("2026-12-01T22:00:00Z"));
        run(desk, "2026-12-02T06:59:59Z");
        assertThat(told(ticket)).isEmpty();
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);

        run(desk, "2026-12-02T07:00:00Z");
        assertThat(told(ticket)).containsExactly(Instant.parse("2026-12-02T07:00:00Z"));
        assertThat(office.events(ticket.id(), DelayAnnounced.class))
                .containsExactly(new DelayAnnounced(
                        SlaTarget.FIRST_RESPONSE,
                        1,
                        Instant.parse("2026-12-02T00:00:00Z"),
                        Instant.parse("2026-12-02T14:30:00Z")));
    }

    @Test
    void the_night_is_that_of_the_customer_if_the_desk_knows_where_that_is() {
        Ticket ticket = office.opened();
        office.desk.contacts().zone(ticket.requester(), Optional.of(ZoneId.of("Asia/Tokyo")));
        run(office.desk, "2026-12-03T08:00:00Z");

        // Due for notice at 9.12 in Oslo, which is 17.12 in Tokyo.
        assertThat(told(ticket)).containsExactly(Instant.parse("2026-12-02T08:12:00Z"));
        assertThat(office.mail.offered())
                .filteredOn(m -> m.subject().startsWith("Svaret vårt tar lengre tid"))
                .singleElement()
                .satisfies(m -> assertThat(m.text()).contains("onsdag 2. desember kl. 22.00"));

        Ticket other = office.opened();
        office.desk.contacts().zone(other.requester(), Optional.of(ZoneId.of("America/Los_Angeles")));
        run(office.desk, "2026-12-10T08:00:00Z");
        assertThat(told(other))
                .containsExactly(Instant.parse("2026-12-03T16:00:00Z"), Instant.parse("2026-12-07T16:00:00Z"));
    }

    @Test
    void after_an_outage_the_customer_gets_one_letter_about_all_that_is_late_with_the_latest_time() {
        Ticket ticket = office.opened();
        office.desk.runDue(100);
        office.time.set(Instant.parse("2026-12-14T10:00:00Z"));
        office.desk.runDue(100);
        office.desk.runDue(100);

        List<DelayAnnounced> announced = office.events(ticket.id(), DelayAnnounced.class);
        assertThat(announced)
                .extracting(DelayAnnounced::target)
                .containsExactly(SlaTarget.FIRST_RESPONSE, SlaTarget.RESOLUTION);
        assertThat(announced)
                .extracting(DelayAnnounced::newDue)
                .containsExactly(Instant.parse("2026-12-14T14:00:00Z"), Instant.parse("2026-12-15T14:00:00Z"));
        assertThat(told(ticket)).hasSize(1);
        assertThat(office.mail.offered())
                .filteredOn(m -> m.to().equals(KARI))
                .last()
                .extracting(OutboundMessage::text)
                .asString()
                .contains("tirsdag 15. desember kl. 15.00");
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(2);
    }

    @Test
    void a_notice_that_waits_for_the_morning_is_void_once_somebody_answers() {
        HelpDesk desk = aroundTheClock(15);
        Ticket ticket = office.opened();
        desk.execute(ticket.id(), new TicketCommand.ReviewSla(TestDesk.AGENT));
        office.time.set(Instant.parse("2026-12-01T22:00:00Z"));
        desk.runDue(100);
        desk.reply(ticket.id(), LARS, "Prøv igjen");
        run(desk, "2026-12-20T00:00:00Z");

        assertThat(told(ticket)).isEmpty();
    }
}
