package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three nodes on one store: one has the right time, one is half a minute ahead, one half a minute behind. */
final class DeskClockSkewTest {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Instant WARNING = Instant.parse("2026-12-01T15:00:00Z");
    private static final Instant DELAY_NOTICE = Instant.parse("2026-12-02T08:12:00Z");
    private static final Instant BREACH = Instant.parse("2026-12-02T09:00:00Z");

    private final TestDesk office = new TestDesk();
    private final ManualTime ahead = ManualTime.at("2026-12-01T09:00:30Z");
    private final ManualTime behind = ManualTime.at("2026-12-01T08:59:30Z");
    private final HelpDesk fast = office.builder(office.mail).time(ahead).build();
    private final HelpDesk slow = office.builder(office.mail).time(behind).build();

    private void set(Instant now) {
        office.time.set(now);
        ahead.set(now.plus(SKEW));
        behind.set(now.minus(SKEW));
    }

    @Test
    void every_level_is_reached_once_and_no_further_from_its_time_than_the_clocks_are_apart() {
        Ticket ticket = office.opened();
        for (Instant level : List.of(WARNING, DELAY_NOTICE, BREACH)) {
            for (int seconds = -60; seconds <= 60; seconds += 10) {
                set(level.plusSeconds(seconds));
                for (HelpDesk desk : List.of(slow, office.desk, fast, slow)) {
                    desk.runDue(100);
                }
            }
        }

        assertThat(office.desk.history(ticket.id(), 0, 100))
                .filteredOn(e -> e.event() instanceof TicketEvent.SlaWarned
                        || e.event() instanceof TicketEvent.DelayAnnounced
                        || e.event() instanceof TicketEvent.SlaBreached)
                .hasSize(3)
                .allSatisfy(e -> assertThat(List.of(WARNING, DELAY_NOTICE, BREACH))
                        .anySatisfy(level -> assertThat(
                                        Duration.between(level, e.at()).abs())
                                .isLessThanOrEqualTo(SKEW)));
        assertThat(office.mail.offered()).extracting(OutboundMessage::messageId).doesNotHaveDuplicates();
        assertThat(office.kinds(ticket.id()))
                .containsExactly("acknowledged", "delay_notice", "sla_breach", "sla_warning");
    }

    @Test
    void the_time_of_a_ticket_does_not_go_back() {
        Ticket ticket = fast.open(
                NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.").build());
        slow.reply(ticket.id(), LARS, "Prøv igjen", Status.OPEN);
        office.desk.note(ticket.id(), LARS, "Han ringte");

        assertThat(office.desk.history(ticket.id(), 0, 100))
                .extracting(RecordedEvent::at)
                .containsOnly(Instant.parse("2026-12-01T09:00:30Z"));
        assertThat(office.state(ticket.id()).clocks().clock(SlaTarget.FIRST_RESPONSE))
                .hasValueSatisfying(clock -> assertThat(clock.spent()).isZero());
    }
}
