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
            Optional<Instant> at = state.flatMap(s -> at(key, s));
            Changes.Builder changes = Changes.builder(setup.tenant()).workResult(result(claim, at, now));
            state.filter(s -> at.filter(due -> !due.isAfter(now)).isPresent())
                    .flatMap(s -> command(key, s, now))
                    .ifPresent(command -> {
                        Cascade cascade =
                                new Cascade(setup.tenant(), setup.policy(), setup.reactions(), Optional.empty(), now);
                        Cascade.Outcome outcome = cascade.decide(state.get(), command);
                        writer.write(changes, state, outcome, new People(setup), now);
                    });
            CommitResult result = setup.store().commit(changes.build());
            return result == CommitResult.STALE ? Optional.empty() : Optional.of(result);
        });
    }

    private Optional<Instant> at(WorkKey.ReachLevel key, TicketState state) {
        return state.clocks().timers(setup.policy()).stream()
                .filter(t -> WorkKey.ReachLevel.of(key.ticket(), t).equals(key))
                .map(SlaTimer::at)
                .findFirst();
    }

    /** A policy that the host changed may reach the level later than the timer that was set under the old one. */
    private static WorkResult result(Claim claim, Optional<Instant> at, Instant now) {
        return at.filter(due -> due.isAfter(now))
                .<WorkResult>map(due -> new WorkResult.PutOff(claim, due))
                .orElseGet(() -> new WorkResult.Done(claim));
    }

    private Optional<TicketCommand> command(WorkKey.ReachLevel key, TicketState state, Instant now) {
        return state.clocks().clock(key.target()).map(clock -> command(key.level(), clock, now));
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
