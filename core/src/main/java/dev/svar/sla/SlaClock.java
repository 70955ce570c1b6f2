package dev.svar.sla;

import dev.svar.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * One promise being measured. The business time already counted is kept, so a change costs the same however old the
 * ticket is.
 *
 * @param target what is promised
 * @param cycle which measurement of this target, from 1
 * @param allowed the business time promised
 * @param startedAt when it began
 * @param state whether it counts
 * @param spent the business time counted before {@code since}
 * @param since when the present state began
 * @param due when the promise breaks if it goes on counting; while it does not count, when it would have broken
 * @param reached the levels that were reached; each happens once
 */
public record SlaClock(
        SlaTarget target,
        int cycle,
        Duration allowed,
        Instant startedAt,
        State state,
        Duration spent,
        Instant since,
        Instant due,
        Set<SlaLevel> reached) {
    /** Whether a clock counts. */
    public enum State {
        /** It counts business time. */
        RUNNING,
        /** It waits for somebody else and will go on. */
        PAUSED,
        /** The promise was fulfilled, in time or late. */
        FULFILLED,
        /** Nobody needs the promise any more. */
        DROPPED
    }

    /**
     * Copies.
     *
     * @param target what is promised
     * @param cycle which measurement of this target, from 1
     * @param allowed the business time promised
     * @param startedAt when it began
     * @param state whether it counts
     * @param spent the business time counted before {@code since}
     * @param since when the present state began
     * @param due when the promise breaks if it goes on counting
     * @param reached the levels that were reached
     */
    public SlaClock {
        reached = Set.copyOf(reached);
    }

    static SlaClock start(SlaTarget target, int cycle, Duration allowed, Instant at, SlaPolicy policy) {
        Instant due = policy.calendar().plus(at, allowed);
        return new SlaClock(target, cycle, allowed, at, State.RUNNING, Duration.ZERO, at, due, Set.of());
    }

    /**
     * Whether the promise is still to be kept.
     *
     * @return true while it runs or is paused
     */
    public boolean open() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /**
     * Whether the promise was broken.
     *
     * @return true once the breach was recorded
     */
    public boolean breached() {
        return reached.contains(SlaLevel.BREACH);
    }

    /**
     * When a level is or was reached.
     *
     * @param level which
     * @param policy the policy in force
     * @return the instant, if the clock goes on counting from its latest stretch
     */
    Instant reaches(SlaLevel level, SlaPolicy policy) {
        if (level == SlaLevel.BREACH) {
            return due;
        }
        Duration left = policy.reachedAfter(level, allowed).minus(spent);
        return left.isNegative() ? since : policy.calendar().plus(since, left);
    }

    SlaClock stop(State next, Instant at, SlaPolicy policy) {
        Duration counted = state == State.RUNNING ? spent.plus(policy.calendar().between(since, at)) : spent;
        return new SlaClock(target, cycle, allowed, startedAt, next, counted, at, due, reached);
    }

    SlaClock resume(Instant at, SlaPolicy policy) {
        return new SlaClock(
                target,
                cycle,
                allowed,
                startedAt,
                State.RUNNING,
                spent,
                at,
                dueFrom(at, allowed, spent, policy),
                reached);
    }

    SlaClock withAllowed(Duration time, Instant at, SlaPolicy policy) {
        SlaClock now = stop(state, at, policy);
        return new SlaClock(
                target, cycle, time, startedAt, state, now.spent, at, dueFrom(at, time, now.spent, policy), reached);
    }

    SlaClock reaching(SlaLevel level) {
        EnumSet<SlaLevel> more = EnumSet.of(level);
        more.addAll(reached);
        return new SlaClock(target, cycle, allowed, startedAt, state, spent, since, due, more);
    }

    private Instant dueFrom(Instant at, Duration time, Duration counted, SlaPolicy policy) {
        Duration left = time.minus(counted);
        if (breached()) {
            return due;
        }
        return left.isNegative() ? at : policy.calendar().plus(at, left);
    }
}
