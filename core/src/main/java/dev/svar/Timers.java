package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaLevel;
import dev.svar.sla.SlaPolicy;
import dev.svar.sla.SlaTimer;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.ticket.Silence;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a ticket waits for: the levels of its clocks, the next step for a silent customer, the end of a snooze. Pure. */
final class Timers {
    private static final Actor SLA = Actor.rule("sla");
    private static final Actor SILENCE = Actor.rule("silence");
    private static final Actor SNOOZE = Actor.rule("snooze");

    private final SlaPolicy policy;
    private final SilencePlan silence;

    Timers(SlaPolicy policy, SilencePlan silence) {
        this.policy = policy;
        this.silence = silence;
    }

    /** All timers of a ticket and when they are due. */
    Map<WorkKey, Instant> of(TicketState state) {
        Map<WorkKey, Instant> timers = new LinkedHashMap<>();
        Ticket ticket = state.ticket();
        for (SlaTimer timer : state.clocks().timers(policy)) {
            timers.put(WorkKey.ReachLevel.of(ticket.id(), timer), timer.at());
        }
        silence.next(ticket).ifPresent(next -> timers.put(silenceKey(ticket), next.at()));
        ticket.snoozedUntil().ifPresent(until -> timers.put(new WorkKey.Wake(ticket.id()), until));
        return timers;
    }

    private static WorkKey silenceKey(Ticket ticket) {
        Silence now = ticket.silence();
        return new WorkKey.EndSilence(ticket.id(), now.round(), now.steps());
    }

    /** What is to be done when a timer is due that the ticket still has. */
    List<TicketCommand> commands(WorkKey.TicketTimer key, TicketState state, Instant now) {
        if (key instanceof WorkKey.ReachLevel level) {
            return levels(level, state, now);
        } else if (key instanceof WorkKey.EndSilence end) {
            return silence.next(state.ticket()).stream()
                    .map(next -> (TicketCommand) new TicketCommand.TakeSilenceStep(SILENCE, end.round(), next.step()))
                    .toList();
        }
        return List.of(new TicketCommand.Wake(SNOOZE));
    }

    /** Earlier levels that are due as well come first, whoever holds their work: the breach must not swallow the warning. */
    private List<TicketCommand> levels(WorkKey.ReachLevel key, TicketState state, Instant now) {
        SlaClock clock = state.clocks().clock(key.target()).orElseThrow();
        return state.clocks().timers(policy).stream()
                .filter(timer -> timer.target() == key.target()
                        && timer.level().compareTo(key.level()) <= 0
                        && !timer.at().isAfter(now))
                .map(SlaTimer::level)
                .sorted()
                .map(level -> command(level, clock, now))
                .toList();
    }

    private TicketCommand command(SlaLevel level, SlaClock clock, Instant now) {
        return switch (level) {
            case WARNING -> new TicketCommand.WarnOfSla(SLA, clock.target(), clock.cycle(), clock.due());
            case DELAY_NOTICE ->
                new TicketCommand.AnnounceDelay(
                        SLA, clock.target(), clock.cycle(), clock.due(), policy.newDue(clock, now));
            case BREACH ->
                new TicketCommand.BreachSla(SLA, clock.target(), clock.cycle(), clock.due(), clock.allowed());
        };
    }
}
