package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.SilencePlan;
import dev.svar.ticket.Requirement;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.SilenceStepTaken;
import dev.svar.ticket.TicketRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Customers who do not answer, and tickets that are put aside. */
final class DeskSilenceTest {
    private static final SilencePlan PLAN = SilencePlan.builder()
            .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(3), SilenceStep.ASK)
            .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(4), SilenceStep.WARN)
            .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(3), SilenceStep.CLOSE)
            .build();

    private final TestDesk office = new TestDesk(new MemoryStore());
    private final HelpDesk desk = office.builder(office.mail).silence(PLAN).build();
    private final Ticket ticket = asked();
    private final Instant since = office.time.instant();

    private Ticket asked() {
        Ticket opened = office.opened();
        desk.reply(opened.id(), LARS, "Hvilket kort bruker du?");
        office.sent();
        return opened;
    }

    private void liveUntil(Instant end) {
        office.time.runUntil(desk, end);
    }

    private List<SilenceStep> steps() {
        return office.events(ticket.id(), SilenceStepTaken.class).stream()
                .map(SilenceStepTaken::step)
                .toList();
    }

    @Test
    void the_customer_is_asked_and_warned_and_the_ticket_is_closed_each_once_and_on_time() {
        liveUntil(since.plus(Duration.ofDays(60)));

        assertThat(steps()).containsExactly(SilenceStep.ASK, SilenceStep.WARN, SilenceStep.CLOSE);
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.CLOSED);
        assertThat(office.fresh(ticket).settledAt()).contains(since.plus(Duration.ofDays(10)));
        assertThat(office.kinds(ticket.id()))
                .containsExactly(
                        "acknowledged", "closed_after_silence", "replied", "silence_question", "silence_warning");
        assertThat(office.mail.offered().stream().skip(2))
                .hasSize(3)
                .allSatisfy(m -> assertThat(m.automatic()).isTrue())
                .extracting(OutboundMessage::to)
                .containsOnly(KARI);
    }

    @Test
    void any_message_of_the_customer_ends_the_silence() {
        liveUntil(since.plus(Duration.ofDays(8)));
        desk.receive(TestDesk.mail("2", KARI)
                .about(ticket.id())
                .text("Et Visa-kort.")
                .build());

        liveUntil(since.plus(Duration.ofDays(60)));

        assertThat(steps()).containsExactly(SilenceStep.ASK, SilenceStep.WARN);
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void a_second_silence_begins_from_the_start() {
        liveUntil(since.plus(Duration.ofDays(8)));
        desk.receive(TestDesk.mail("2", KARI)
                .about(ticket.id())
                .text("Et Visa-kort.")
                .build());
        desk.reply(ticket.id(), LARS, "Og hvilken bank?");
        Instant again = office.time.instant();

        liveUntil(again.plus(Duration.ofDays(4)));

        assertThat(steps()).containsExactly(SilenceStep.ASK, SilenceStep.WARN, SilenceStep.ASK);
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void after_an_outage_the_steps_keep_their_distance() {
        office.time.set(since.plus(Duration.ofDays(30)));
        desk.runDue(100);

        assertThat(steps()).containsExactly(SilenceStep.ASK);
        liveUntil(since.plus(Duration.ofDays(34)));
        assertThat(steps()).containsExactly(SilenceStep.ASK, SilenceStep.WARN);
        liveUntil(since.plus(Duration.ofDays(37)));
        assertThat(steps()).containsExactly(SilenceStep.ASK, SilenceStep.WARN, SilenceStep.CLOSE);
    }

    @Test
    void several_nodes_take_a_step_once() throws Exception {
        office.time.set(since.plus(Duration.ofDays(3)));

        Race.of(4, i -> desk.runDue(100));

        assertThat(steps()).containsExactly(SilenceStep.ASK);
        assertThat(office.kinds(ticket.id())).containsOnlyOnce("silence_question");
    }

    @Test
    void a_close_needs_nothing_that_only_people_can_give() {
        HelpDesk strict = office.builder(office.mail)
                .silence(PLAN)
                .rules(TicketRules.builder()
                        .require(StatusCategory.CLOSED, Requirement.RESOLUTION)
                        .build())
                .build();

        office.time.runUntil(strict, since.plus(Duration.ofDays(60)));

        assertThat(office.fresh(ticket).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void a_plan_that_the_rules_contradict_is_refused_when_the_desk_is_built() {
        HelpDesk.Builder builder = office.builder(office.mail)
                .silence(PLAN)
                .rules(TicketRules.builder()
                        .forbid(StatusCategory.PENDING_CUSTOMER, StatusCategory.CLOSED)
                        .build());

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("silence.PENDING_CUSTOMER");
    }

    @Test
    void spam_is_not_asked_whether_it_was_helped() {
        desk.execute(ticket.id(), new TicketCommand.MarkSpam(AGENT));
        liveUntil(since.plus(Duration.ofDays(60)));
        assertThat(steps()).isEmpty();

        desk.execute(ticket.id(), new TicketCommand.ClearSpam(AGENT));
        Instant cleared = office.time.instant();
        liveUntil(cleared.plus(Duration.ofDays(3)).minusSeconds(1));
        assertThat(steps())
                .as("what nobody did while it was spam does not come at once")
                .isEmpty();
        liveUntil(cleared.plus(Duration.ofDays(3)));
        assertThat(steps()).containsExactly(SilenceStep.ASK);
    }

    @Test
    void a_ticket_that_was_put_aside_comes_back_and_its_agent_is_told() {
        desk.assign(ticket.id(), LARS, LARS);
        Instant until = since.plus(Duration.ofDays(2));
        desk.execute(ticket.id(), new TicketCommand.Snooze(AGENT, until));

        liveUntil(until.minusSeconds(1));
        assertThat(office.fresh(ticket).snoozedUntil()).contains(until);
        liveUntil(until);

        assertThat(office.fresh(ticket).snoozedUntil()).isEmpty();
        assertThat(office.kinds(ticket.id())).containsOnlyOnce("woken");
        assertThat(office.last().to().value()).isEqualTo("lars@paamelding.example");
    }

    @Test
    void a_ticket_that_was_put_aside_is_not_closed_meanwhile() {
        Instant until = since.plus(Duration.ofDays(20));
        desk.execute(ticket.id(), new TicketCommand.Snooze(AGENT, until));

        liveUntil(until.plus(Duration.ofDays(3)).minusSeconds(1));
        assertThat(steps()).isEmpty();
        liveUntil(until.plus(Duration.ofDays(60)));

        assertThat(steps()).containsExactly(SilenceStep.ASK, SilenceStep.WARN, SilenceStep.CLOSE);
    }

    @Test
    void the_customers_message_brings_a_ticket_back_at_once_and_no_timer_stays() {
        Instant until = since.plus(Duration.ofDays(2));
        desk.execute(ticket.id(), new TicketCommand.Snooze(AGENT, until));

        desk.receive(TestDesk.mail("2", KARI)
                .about(ticket.id())
                .text("Et Visa-kort.")
                .build());
        liveUntil(until.plus(Duration.ofDays(1)));

        assertThat(office.events(ticket.id(), TicketEvent.Woken.class)).hasSize(1);
        Set<String> kinds = office.kinds(ticket.id()).stream().collect(Collectors.toSet());
        assertThat(kinds).doesNotContain("woken", "silence_question");
    }
}
