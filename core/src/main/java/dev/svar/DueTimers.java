package dev.svar;

import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a ticket's timer is due: its event, once. The event, its reactions and the end of the work are one
 * commit under the work's claim, so no crash and no other node can make it happen twice. A timer whose reason has gone
 * meanwhile is dropped.
 */
final class DueTimers {
    private static final Logger LOG = LoggerFactory.getLogger(DueTimers.class);

    private final DeskSetup setup;
    private final ChangeWriter writer;

    DueTimers(DeskSetup setup, ChangeWriter writer) {
        this.setup = setup;
        this.writer = writer;
    }

    /**
     * Fires timers of many tickets in one commit for each round of them; a ticket is in a round once.
     *
     * @return those that have to be fired alone, since something stood against it
     */
    List<Claim> fireTogether(List<Claim> claims) {
        List<Claim> left = new ArrayList<>();
        List<Claim> rest = claims;
        while (!rest.isEmpty()) {
            Map<TicketId, Claim> round = new LinkedHashMap<>();
            List<Claim> later = new ArrayList<>();
            for (Claim claim : rest) {
                if (round.putIfAbsent(ticket(claim), claim) != null) {
                    later.add(claim);
                }
            }
            left.addAll(fireRound(round));
            rest = later;
        }
        return left;
    }

    private List<Claim> fireRound(Map<TicketId, Claim> round) {
        try {
            Instant now = setup.now();
            Map<TicketId, TicketState> states = setup.store().ticketsById(setup.tenant(), round.keySet());
            Changes.Builder all = Changes.builder(setup.tenant());
            round.forEach((ticket, claim) ->
                    all.addAll(changes(timer(claim), claim, Optional.ofNullable(states.get(ticket)), now)));
            return setup.store().commit(all.build()) == CommitResult.COMMITTED
                    ? List.of()
                    : List.copyOf(round.values());
        } catch (RuntimeException e) {
            LOG.debug("{} timers are fired one by one", round.size(), e);
            return List.copyOf(round.values());
        }
    }

    private static TicketId ticket(Claim claim) {
        return timer(claim).ticket();
    }

    private static WorkKey.TicketTimer timer(Claim claim) {
        return (WorkKey.TicketTimer) claim.work().key();
    }

    void fire(WorkKey.TicketTimer key, Claim claim, Instant now) {
        Attempts.untilDecided("firing a timer", () -> {
            Optional<TicketState> state = setup.store().ticket(setup.tenant(), key.ticket());
            Changes changes = changes(key, claim, state, now);
            CommitResult result = setup.store().commit(changes);
            return result == CommitResult.STALE ? Optional.empty() : Optional.of(result);
        });
    }

    private Changes changes(WorkKey.TicketTimer key, Claim claim, Optional<TicketState> state, Instant now) {
        Changes.Builder changes = Changes.builder(setup.tenant());
        // What the ticket says now: the policy may have become another since the work was scheduled.
        Optional<Instant> at =
                state.flatMap(s -> Optional.ofNullable(setup.timers().of(s).get(key)));
        if (state.isEmpty() || at.isEmpty()) {
            return changes.workResult(new WorkResult.Done(claim)).build();
        } else if (at.get().isAfter(now)) {
            return changes.workResult(new WorkResult.PutOff(claim, at.get())).build();
        }
        changes.workResult(new WorkResult.Done(claim));
        writer.write(changes, outcome(key, state.get(), now), new People(setup), now);
        return changes.build();
    }

    /** What is due is recorded even if host code that reacts to it fails. */
    private Outcome outcome(WorkKey.TicketTimer key, TicketState state, Instant now) {
        try {
            return outcome(key, state, setup.cascade(now), now);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a reaction to {} failed", key, e);
            return outcome(key, state, setup.quietCascade(now), now);
        }
    }

    private Outcome outcome(WorkKey.TicketTimer key, TicketState state, Cascade cascade, Instant now) {
        cascade.about(state);
        setup.timers().commands(key, state, now).forEach(command -> cascade.decide(key.ticket(), command));
        return cascade.outcome();
    }
}
