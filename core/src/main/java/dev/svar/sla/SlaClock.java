package dev.svar.sla;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One promise being measured. The business time already counted is kept, so a change costs the same however old the
 * ticket is.
 *
 * @param target what is promised
 * @param cycle which measurement of this target, from 1
 * @param policy the name of the policy that it runs under
 * @param allowed the business time promised
 * @param startedAt when it began
 * @param state whether it counts
 * @param spent the business time counted before {@code since}
 * @param since when the present state began, or the terms became others
 * @param breaksAfter the business time counted when it breaks: what is allowed, or more if more had been counted when no more
 *     than that was allowed
 * @param due when the promise breaks if it goes on counting, or broke; while it does not count, when it would have broken
 * @param reached the levels that were reached; each happens once
 * @param carried what it took over from another ticket, until that merge is undone
 */
public record SlaClock(
        SlaTarget target,
        int cycle,
        String policy,
        Duration allowed,
        Instant startedAt,
        State state,
        Duration spent,
        Instant since,
        Duration breaksAfter,
        Instant due,
        Set<SlaLevel> reached,
        Optional<Carried> carried) {
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
     * Checks and copies.
     *
     * @param target what is promised
     * @param cycle which measurement of this target, from 1
     * @param policy the name of the policy that it runs under
     * @param allowed the business time promised
     * @param startedAt when it began
     * @param state whether it counts
     * @param spent the business time counted before {@code since}
     * @param since when the present state began, or the terms became others
     * @param breaksAfter the business time counted when it breaks
     * @param due when the promise breaks if it goes on counting, or broke
     * @param reached the levels that were reached
     * @param carried what it took over from another ticket
     */
    public SlaClock {
        if (breaksAfter.compareTo(allowed) < 0) {
            throw new InvalidValueException("clock.breaksAfter", "is " + breaksAfter + ", less than is allowed");
        }
        reached = Set.copyOf(reached);
    }

    /**
     * Time of another ticket that it took over with a merge.
     *
     * @param source the other ticket
     * @param startedAt when it had begun itself
     * @param more how much more business time that was
     */
    public record Carried(TicketId source, Instant startedAt, Duration more) {}

    static SlaClock start(SlaTarget target, int cycle, Duration allowed, Instant at, SlaPolicy policy) {
        return new SlaClock(
                target,
                cycle,
                policy.name(),
                allowed,
                at,
                State.RUNNING,
                Duration.ZERO,
                at,
                allowed,
                policy.calendar(target).plus(at, allowed),
                Set.of(),
                Optional.empty());
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
     * Whether the breach was recorded.
     *
     * @return true once it was
     */
    public boolean breached() {
        return reached.contains(SlaLevel.BREACH);
    }

    /**
     * Whether the promise was broken by then, also if no desk ran that could have recorded the breach.
     *
     * @param now when
     * @return true if it was not kept in time
     */
    public boolean missed(Instant now) {
        return breached() || (state == State.RUNNING ? now : since).isAfter(due);
    }

    /**
     * When a level is reached.
     *
     * @param level which
     * @param policy the policy that it runs under
     * @return the instant, if the clock goes on counting from its latest stretch
     */
    Instant reaches(SlaLevel level, SlaPolicy policy) {
        if (level.equals(SlaLevel.BREACH)) {
            return due;
        }
        SlaTerms terms = policy.terms(target);
        Duration left = terms.reachedAfter(level, this).minus(spent);
        Instant at = left.isNegative() ? since : terms.calendar().plus(since, left);
        if (level.kind() == SlaLevel.Kind.ESCALATION) {
            return at;
        }
        Instant inTime = at.isAfter(due) ? due : at;
        return level.equals(SlaLevel.DELAY_NOTICE) ? policy.outsideNight(inTime, due) : inTime;
    }

    /** What stood still and is done was in time, unless it was late before it stood still. */
    SlaClock stop(State next, Instant at, SlaPolicy policy) {
        SlaClock stopped = with(policy.name(), next, counted(at, policy), at);
        return state == State.RUNNING || missed(at) ? stopped : stopped.goingOn(policy);
    }

    SlaClock resume(Instant at, SlaPolicy policy) {
        SlaClock running = with(policy.name(), State.RUNNING, spent, at);
        return missed(at) ? running : running.goingOn(policy);
    }

    /** Under other terms: what was counted stays, and so does a promise that is broken. */
    SlaClock under(SlaPolicy policy, Duration time, Instant at, SlaPolicy before) {
        SlaClock now = with(policy.name(), state, counted(at, before), at);
        return missed(at) ? now : now.allowing(time, policy);
    }

    /** Who waits keeps the place: it has counted as much as somebody else has waited, if that is more. */
    SlaClock carrying(TicketId source, Waiting other, Instant at, SlaPolicy policy) {
        Duration more = other.counted().minus(counted(at, policy));
        if (missed(at) || more.isNegative() || more.isZero()) {
            return this;
        }
        Instant start = other.since().isBefore(startedAt) ? other.since() : startedAt;
        return with(policy.name(), state, other.counted(), at)
                .carrying(start, Optional.of(new Carried(source, startedAt, more)))
                .allowing(allowed, policy);
    }

    /** What it took over from a ticket goes back to that; a promise that is broken stays so. */
    SlaClock givingBack(TicketId source, Instant at, SlaPolicy policy) {
        return carried.filter(c -> c.source().equals(source))
                .map(c -> with(policy.name(), state, counted(at, policy).minus(c.more()), at)
                        .carrying(c.startedAt(), Optional.empty()))
                .map(clock -> missed(at) ? clock : clock.allowing(allowed, policy))
                .orElse(this);
    }

    /** The business time counted until then; nothing for a time that is before what was counted already. */
    Duration counted(Instant at, SlaPolicy policy) {
        return state == State.RUNNING && at.isAfter(since)
                ? spent.plus(policy.calendar(target).between(since, at))
                : spent;
    }

    /** Breaks when the rest of its time is over. */
    private SlaClock goingOn(SlaPolicy policy) {
        Duration left = breaksAfter.minus(spent);
        return left.isNegative() // another calendar has counted more than the one that it was due by
                ? breaking(allowed, spent, since)
                : breaking(allowed, breaksAfter, policy.calendar(target).plus(since, left));
    }

    /** Breaks when so much time is over, or at once if more has been counted. */
    private SlaClock allowing(Duration time, SlaPolicy policy) {
        Duration left = time.minus(spent);
        return left.isNegative()
                ? breaking(time, spent, since)
                : breaking(time, time, policy.calendar(target).plus(since, left));
    }

    private SlaClock with(String name, State next, Duration counted, Instant at) {
        return new SlaClock(
                target, cycle, name, allowed, startedAt, next, counted, at, breaksAfter, due, reached, carried);
    }

    private SlaClock breaking(Duration time, Duration after, Instant at) {
        return new SlaClock(target, cycle, policy, time, startedAt, state, spent, since, after, at, reached, carried);
    }

    private SlaClock carrying(Instant start, Optional<Carried> from) {
        return new SlaClock(
                target, cycle, policy, allowed, start, state, spent, since, breaksAfter, due, reached, from);
    }

    SlaClock reaching(SlaLevel level) {
        Set<SlaLevel> more = new HashSet<>(reached);
        more.add(level);
        return new SlaClock(
                target, cycle, policy, allowed, startedAt, state, spent, since, breaksAfter, due, more, carried);
    }
}
