package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.SlaWhatIf;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaCondition;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.TicketQuery;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tickets that were opened under policies that the host has changed since. */
final class DeskSlaReviewTest {
    private static final TicketCommand REVIEW = new TicketCommand.ReviewSla(AGENT);

    private final TestDesk office = new TestDesk();
    private final Ticket ticket = office.opened();

    private static SlaPolicy.Builder policy(Duration answer) {
        return SlaPolicy.builder(TestDesk.POLICY.calendar())
                .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, answer)
                .promise(SlaTarget.RESOLUTION, Priority.NORMAL, Duration.ofHours(24));
    }

    private HelpDesk under(SlaPolicy policy) {
        return office.builder(office.mail).sla(policy).build();
    }

    private SlaClock answer() {
        return office.state(ticket.id())
                .clocks()
                .clock(SlaTarget.FIRST_RESPONSE)
                .orElseThrow();
    }

    @Test
    void a_review_applies_the_policy_in_force_and_its_timers() {
        HelpDesk quick = under(policy(Duration.ofHours(4)).build());
        office.time.advance(Duration.ofHours(1));
        quick.execute(ticket.id(), REVIEW);

        assertThat(answer().allowed()).isEqualTo(Duration.ofHours(4));
        assertThat(answer().due()).isEqualTo(Instant.parse("2026-12-01T13:00:00Z"));
        assertThat(office.events(ticket.id(), TicketEvent.SlaReviewed.class)).hasSize(1);
        office.time.runUntil(quick, Instant.parse("2026-12-01T13:00:00Z"));
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class))
                .extracting(TicketEvent.SlaBreached::due)
                .containsExactly(Instant.parse("2026-12-01T13:00:00Z"));
    }

    @Test
    void a_review_that_finds_nothing_new_says_nothing_but_schedules_new_warnings() {
        HelpDesk careful =
                under(policy(Duration.ofHours(8)).warnAtPercent(75, 80).build());
        long version = office.fresh(ticket).version();
        assertThat(careful.executeAll(List.of(ticket.id()), REVIEW))
                .allSatisfy(result -> assertThat(result.failure()).isEmpty());
        assertThat(careful.execute(ticket.id(), REVIEW).version()).isEqualTo(version);

        office.time.runUntil(careful, Instant.parse("2026-12-02T07:00:00Z"));
        assertThat(office.events(ticket.id(), TicketEvent.SlaReviewed.class)).isEmpty();
        assertThat(office.events(ticket.id(), TicketEvent.SlaWarned.class))
                .extracting(TicketEvent.SlaWarned::step)
                .containsExactly(1, 2);
    }

    @Test
    void a_ticket_gets_another_policy_with_what_it_becomes() {
        SlaPolicy gold = policy(Duration.ofHours(2)).name("gold").build();
        HelpDesk desk = office.builder(office.mail)
                .sla(SlaPolicies.builder(TestDesk.POLICY)
                        .when(SlaCondition.any().categories("outage"), gold)
                        .build())
                .build();
        office.time.advance(Duration.ofHours(1));
        desk.execute(ticket.id(), new TicketCommand.Categorize(AGENT, "outage", List.of()));

        assertThat(answer().policy()).isEqualTo("gold");
        assertThat(answer().due()).isEqualTo(Instant.parse("2026-12-01T11:00:00Z"));
        office.time.runUntil(desk, Instant.parse("2026-12-01T11:00:00Z"));
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);
    }

    @Test
    void what_if_tells_what_others_would_have_promised_and_writes_nothing() {
        office.time.advance(Duration.ofHours(6));
        office.desk.reply(ticket.id(), LARS, "Prøv igjen");
        Ticket waiting = office.desk.open(
                NewTicket.builder(KARI, "Kort", "Det virker ikke").build());
        office.time.advance(Duration.ofMinutes(30));
        long before = office.fresh(ticket).version();

        SlaWhatIf report =
                office.desk.whatIf(SlaPolicies.of(policy(Duration.ofHours(4)).build()), TicketQuery.all(1));
        SlaWhatIf rest = office.desk.whatIf(
                SlaPolicies.of(policy(Duration.ofHours(4)).build()),
                TicketQuery.all(1).from(report.next().orElseThrow()));

        assertThat(List.of(report, rest)).allSatisfy(page -> {
            assertThat(page.tickets()).isEqualTo(1);
            assertThat(page.before().promised()).isEqualTo(2);
            assertThat(page.before().missed()).isZero();
            assertThat(page.after().promised()).isEqualTo(2);
            assertThat(page.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.target()).isEqualTo(SlaTarget.FIRST_RESPONSE);
                assertThat(difference.before().map(SlaClock::allowed)).contains(Duration.ofHours(8));
                assertThat(difference.after().map(SlaClock::allowed)).contains(Duration.ofHours(4));
            });
        });
        assertThat(report.after().missed() + rest.after().missed()).isEqualTo(1);
        assertThat(rest.next()).isEqualTo(Optional.empty());
        assertThat(office.fresh(ticket).version()).isEqualTo(before);
        assertThat(office.fresh(waiting).version()).isEqualTo(waiting.version());
    }
}
