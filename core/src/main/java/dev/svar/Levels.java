package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaLevel;
import dev.svar.sla.SlaTimer;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.TicketCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a clock reaches a level: the level's event, once. The event, its reactions and the end of the work are
 * one commit under the work's claim, so no crash and no other node can make it happen twice. A level whose reason has gone
 * meanwhile is dropped.
 */
final class Levels {
    private static final Actor RULE = Actor.rule("sla");

    private final DeskSetup setup;
    private final ChangeWriter writer;

    Levels(DeskSetup setup, ChangeWriter writer) {
        this.setup = setup;
        this.writer = writer;
    }

    void reach(WorkKey.ReachLevel key, Claim claim, Instant now) {
        Attempts.untilDecided("reaching an SLA level", () -> {
            Optional<TicketState> state = setup.store().ticket(setup.tenant(), key.ticket());
            Changes changes = changes(key, claim, state, now);
            CommitResult result = setup.store().commit(changes);
            return result == CommitResult.STALE ? Optional.empty() : Optional.of(result);
        });
    }

    private Changes changes(WorkKey.ReachLevel key, Claim claim, Optional<TicketState> state, Instant now) {
        Changes.Builder changes = Changes.builder(setup.tenant());
        Optional<SlaTimer> timer = state.flatMap(s -> timer(key, s));
        if (state.isEmpty() || timer.isEmpty()) {
            return changes.workResult(new WorkResult.Done(claim)).build();
        }
        if (timer.get().at().isAfter(now)) {
            return changes.workResult(new WorkResult.PutOff(claim, timer.get().at()))
                    .build();
        }
        Cascade.Outcome outcome =
                setup.cascade(Optional.empty(), now).decide(state.get(), commands(key, state.get(), now));
        changes.workResult(new WorkResult.Done(claim));
        writer.write(changes, state, outcome, new People(setup), now);
        return changes.build();
    }

    /** What the clock says now: the policy may have become another since the work was scheduled. */
    private Optional<SlaTimer> timer(WorkKey.ReachLevel key, TicketState state) {
        return state.clocks().timers(setup.policy()).stream()
                .filter(timer -> WorkKey.ReachLevel.of(key.ticket(), timer).equals(key))
                .findFirst();
    }

    /** Earlier levels that are due as well come first, whoever holds their work: the breach must not swallow the warning. */
    private List<TicketCommand> commands(WorkKey.ReachLevel key, TicketState state, Instant now) {
        SlaClock clock = state.clocks().clock(key.target()).orElseThrow();
        return state.clocks().timers(setup.policy()).stream()
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
            case WARNING -> new TicketCommand.WarnOfSla(RULE, clock.target(), clock.cycle(), clock.due());
            case DELAY_NOTICE ->
                new TicketCommand.AnnounceDelay(
                        RULE,
                        clock.target(),
                        clock.cycle(),
                        clock.due(),
                        setup.policy().newDue(clock, now));
            case BREACH ->
                new TicketCommand.BreachSla(RULE, clock.target(), clock.cycle(), clock.due(), clock.allowed());
        };
    }
}
