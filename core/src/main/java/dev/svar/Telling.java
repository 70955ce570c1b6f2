package dev.svar;

import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.Cursor;
import dev.svar.store.Page;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells listeners what happened to a ticket since they were told last. */
final class Telling {
    /** How often one piece of work looks for something new: a listener that changes its ticket must not keep it forever. */
    private static final int MAX_ROUNDS = 100;

    private final DeskSetup setup;

    Telling(DeskSetup setup) {
        this.setup = setup;
    }

    /**
     * Tells until nothing is new. The work ends only if the ticket is still at the version that was told of, so an event
     * that is committed meanwhile, and that finds the work still there, is not missed.
     */
    void tell(WorkKey.Tell key, Claim claim) {
        DeskListener listener =
                Optional.ofNullable(setup.listeners().get(key.listener())).orElseThrow();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (tellOnce(listener, key, claim) != CommitResult.STALE) {
                return;
            }
        }
        throw new ContentionException("telling " + key.listener(), MAX_ROUNDS);
    }

    private CommitResult tellOnce(DeskListener listener, WorkKey.Tell key, Claim claim) {
        Optional<TicketState> state = setup.store().ticket(setup.tenant(), key.ticket());
        long told = setup.store().cursor(setup.tenant(), key.listener(), key.ticket());
        long last = state.map(s -> s.ticket().version()).orElse(told);
        while (told < last) {
            int known = (int) Math.min(Page.MAX_LIMIT, last - told);
            List<RecordedEvent> events = setup.store().events(setup.tenant(), key.ticket(), told, known);
            Optional<Instant> notBefore = told(listener, state.orElseThrow(), events);
            if (notBefore.isPresent()) {
                return commit(
                        Changes.builder(setup.tenant()).workResult(new WorkResult.PutOff(claim, notBefore.get())));
            }
            long to = events.get(events.size() - 1).sequence();
            if (to == last) {
                CommitResult ended = commit(counted(end(claim, state, to), listener, state, events)
                        .cursor(new Cursor(key.listener(), key.ticket(), to)));
                if (ended != CommitResult.STALE) {
                    return ended;
                }
            }
            CommitResult kept = commit(counted(Changes.builder(setup.tenant()), listener, state, events)
                    .cursor(new Cursor(key.listener(), key.ticket(), to))
                    .workResult(new WorkResult.Underway(claim, setup.now().plus(DueWork.LEASE))));
            if (kept != CommitResult.COMMITTED) {
                return kept;
            }
            told = to;
        }
        return commit(end(claim, state, told));
    }

    /** When to tell again, if the listener wants to be left alone and nothing that it was to be told is old yet. */
    private Optional<Instant> told(DeskListener listener, TicketState state, List<RecordedEvent> events) {
        try {
            listener.told(state, events);
            return Optional.empty();
        } catch (NotToldException e) {
            Instant now = setup.now();
            if (e.notBefore().isEmpty()
                    || !events.get(0).at().plus(NotToldException.PATIENCE).isAfter(now)) {
                throw e;
            }
            return e.notBefore().map(at -> FailedWork.bounded(at, now));
        }
    }

    private static Changes.Builder counted(
            Changes.Builder changes, DeskListener listener, Optional<TicketState> state, List<RecordedEvent> events) {
        if (listener instanceof Counting counting) {
            counting.trends().tallies(state.orElseThrow(), events).forEach(changes::tally);
        }
        return changes;
    }

    private Changes.Builder end(Claim claim, Optional<TicketState> state, long version) {
        Changes.Builder end = Changes.builder(setup.tenant()).workResult(new WorkResult.Done(claim));
        state.ifPresent(s -> end.unchanged(s.ticket().id(), version));
        return end;
    }

    private CommitResult commit(Changes.Builder changes) {
        return setup.store().commit(changes.build());
    }
}
