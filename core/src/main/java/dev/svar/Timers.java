package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.sla.QuietHours;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaLevel;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaPolicy;
import dev.svar.sla.SlaTimer;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.Silence;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a ticket waits for: the levels of its clocks, the next step for a silent customer, the end of a
 * snooze, the time to ask again how the help was. Pure. */
final class Timers {
    /** Who does what is due. */
    static final Actor RULE = Actor.rule("sla");

    private static final Actor SILENCE = Actor.rule("silence");
    private static final Actor SNOOZE = Actor.rule("snooze");
    private static final Actor SATISFACTION = Actor.rule("satisfaction");

    private final SlaPolicies policies;
    private final SilencePlan silence;
    private final Optional<Duration> ratingReminder;

    Timers(SlaPolicies policies, SilencePlan silence, Optional<Duration> ratingReminder) {
        this.policies = policies;
        this.silence = silence;
        this.ratingReminder = ratingReminder;
    }

    /** All timers of a ticket and when they are due. */
    Map<WorkKey, Instant> of(TicketState state) {
        Map<WorkKey, Instant> timers = new LinkedHashMap<>();
        Ticket ticket = state.ticket();
        for (SlaTimer timer : state.clocks().timers(ticket, policies)) {
            timers.put(WorkKey.ReachLevel.of(ticket.id(), timer), timer.at());
        }
        silence.next(ticket).ifPresent(next -> timers.put(silenceKey(ticket), next.at()));
        ticket.snoozedUntil().ifPresent(until -> timers.put(new WorkKey.Wake(ticket.id()), until));
        remindsOfRating(ticket).ifPresent(at -> timers.put(new WorkKey.RemindOfRating(ticket.id()), at));
        return timers;
    }

    /** Nobody is asked twice who said something, nor about a ticket that was closed meanwhile. */
    private Optional<Instant> remindsOfRating(Ticket ticket) {
        Satisfaction said = ticket.satisfaction();
        boolean asks = ticket.status().category() == StatusCategory.SOLVED
                && said.answer().isEmpty()
                && !said.reminded()
                && ticket.answerable()
                && !ticket.spam();
        return asks ? ticket.settledAt().flatMap(at -> ratingReminder.map(at::plus)) : Optional.empty();
    }

    /** When a ticket is closed if its customer stays silent. */
    Optional<Instant> closesAt(Ticket ticket) {
        return silence.closesAt(ticket);
    }

    private static WorkKey silenceKey(Ticket ticket) {
        Silence now = ticket.silence();
        return new WorkKey.EndSilence(ticket.id(), now.round(), now.steps());
    }

    /** What is to be done when a timer is due that the ticket still has. */
    List<TicketCommand> commands(WorkKey.TicketTimer key, TicketState state, boolean customerSleeps, Instant now) {
        if (key instanceof WorkKey.ReachLevel) {
            return levels(state, customerSleeps, now);
        } else if (key instanceof WorkKey.EndSilence end) {
            return silence.next(state.ticket()).stream()
                    .map(next -> (TicketCommand) new TicketCommand.TakeSilenceStep(SILENCE, end.round(), next.step()))
                    .toList();
        }
        return List.of(
                key instanceof WorkKey.RemindOfRating
                        ? new TicketCommand.RemindOfRating(SATISFACTION)
                        : new TicketCommand.Wake(SNOOZE));
    }

    /** All levels that are due come in their order, whoever holds their work: the breach must not swallow the warning. */
    private List<TicketCommand> levels(TicketState state, boolean customerSleeps, Instant now) {
        return state.clocks().due(state.ticket(), policies, now).stream()
                .filter(timer -> !(customerSleeps && tellsCustomer(timer.level())))
                .map(timer -> command(
                        timer.level(), state.clocks().clock(timer.target()).orElseThrow(), now))
                .toList();
    }

    static boolean tellsCustomer(SlaLevel level) {
        return level.equals(SlaLevel.DELAY_NOTICE);
    }

    /** Whether the customer should be told of a delay by now. */
    boolean tellsCustomer(TicketState state, Instant now) {
        return state.clocks().due(state.ticket(), policies, now).stream()
                .anyMatch(timer -> tellsCustomer(timer.level()));
    }

    /** When the night is over, if it is night where the customer is, or else where the policy's calendar is. */
    Optional<Instant> morning(Ticket ticket, Optional<ZoneId> where, Instant now) {
        SlaPolicy policy = policies.select(ticket);
        return policy.quietHours()
                .flatMap(
                        hours -> hours.night(now, where.orElse(policy.calendar().zone())))
                .map(QuietHours.Night::ends);
    }

    private TicketCommand command(SlaLevel level, SlaClock clock, Instant now) {
        return switch (level.kind()) {
            case WARNING -> new TicketCommand.WarnOfSla(RULE, clock.target(), clock.cycle(), level.step(), clock.due());
            case DELAY_NOTICE ->
                new TicketCommand.AnnounceDelay(
                        RULE,
                        clock.target(),
                        clock.cycle(),
                        clock.due(),
                        policies.of(clock).newDue(clock, now));
            case BREACH ->
                new TicketCommand.BreachSla(RULE, clock.target(), clock.cycle(), clock.due(), clock.allowed());
            case ESCALATION ->
                new TicketCommand.EscalateSla(RULE, clock.target(), clock.cycle(), level.step(), clock.due());
        };
    }
}
