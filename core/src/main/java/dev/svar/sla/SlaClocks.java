package dev.svar.sla;

import dev.svar.contact.Actor;
import dev.svar.sla.SlaClock.State;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.SpamCleared;
import dev.svar.ticket.TicketEvent.SpamMarked;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.TookOver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The clocks of one ticket, at most one for each target. Pure: {@link #after} tells what they are after an event.
 *
 * <p>A first or next response is fulfilled by a public reply of an agent; notes and automatic mail fulfil nothing. A
 * resolution is fulfilled when the ticket is solved or closed; response clocks that still run are dropped then. A ticket
 * that opens again goes on with its resolution clock, with the time already counted. While the ticket waits for the
 * customer all open clocks pause. A new priority changes what is allowed and keeps what was counted; what only the new
 * priority promises counts from the change. Immutable.
 */
public final class SlaClocks {
    /** The message that opens a ticket is its second event; the first response answers it. */
    private static final long FIRST_MESSAGE = 2;

    private static final SlaClocks NONE = new SlaClocks(Map.of());

    private final Map<SlaTarget, SlaClock> byTarget;

    private SlaClocks(Map<SlaTarget, SlaClock> byTarget) {
        this.byTarget = byTarget;
    }

    /** {@return the clocks of a ticket that has none} */
    public static SlaClocks none() {
        return NONE;
    }

    /**
     * The given clocks; for stores that read them back.
     *
     * @param clocks at most one for each target
     * @return the clocks
     */
    public static SlaClocks of(Collection<SlaClock> clocks) {
        Map<SlaTarget, SlaClock> byTarget = new EnumMap<>(SlaTarget.class);
        clocks.forEach(clock -> byTarget.put(clock.target(), clock));
        return new SlaClocks(byTarget);
    }

    /** {@return all clocks in the order of their targets} */
    public List<SlaClock> all() {
        return List.copyOf(byTarget.values());
    }

    /**
     * The clock of a target.
     *
     * @param target which
     * @return its latest cycle, if it was ever started
     */
    public Optional<SlaClock> clock(SlaTarget target) {
        return Optional.ofNullable(byTarget.get(target));
    }

    /** {@return the running clock that breaks first} */
    public Optional<SlaClock> next() {
        return byTarget.values().stream()
                .filter(c -> c.state() == State.RUNNING && !c.breached())
                .min(Comparator.comparing(SlaClock::due));
    }

    /**
     * What will happen, and when, if nothing happens before.
     *
     * @param policy the policy in force
     * @return a timer for each level not yet reached of each running clock, in order of time
     */
    public List<SlaTimer> timers(SlaPolicy policy) {
        List<SlaTimer> timers = new ArrayList<>();
        for (SlaClock clock : byTarget.values()) {
            if (clock.state() != State.RUNNING || clock.breached()) {
                continue;
            }
            for (SlaLevel level : SlaLevel.values()) {
                if (!clock.reached().contains(level)) {
                    timers.add(new SlaTimer(clock.target(), clock.cycle(), level, clock.reaches(level, policy)));
                }
            }
        }
        timers.sort(Comparator.comparing(SlaTimer::at));
        return timers;
    }

    /**
     * The clocks after an event.
     *
     * @param recorded the event
     * @param after the ticket after it
     * @param policy the policy in force
     * @return the clocks after it
     */
    public SlaClocks after(RecordedEvent recorded, Ticket after, SlaPolicy policy) {
        TicketEvent event = recorded.event();
        Instant at = recorded.at();
        if (event instanceof Opened) {
            return start(SlaTarget.FIRST_RESPONSE, at, after, policy).start(SlaTarget.RESOLUTION, at, after, policy);
        } else if (event instanceof MessageAdded e) {
            return afterMessage(e.role(), at, after, policy);
        } else if (event instanceof StatusChanged e) {
            SlaClocks clocks = afterStatus(e.to().category(), at, after, policy);
            return reopenedByCustomer(e, recorded.by()) ? clocks.asked(at, after, policy) : clocks;
        } else if (event instanceof PriorityChanged e) {
            return eachOpen(clock -> policy.allowed(clock.target(), e.to())
                            .map(time -> clock.withAllowed(time, at, policy))
                            .orElseGet(() -> clock.stop(State.DROPPED, at, policy)))
                    .promisedNow(at, after, policy);
        } else if (event instanceof TookOver e) {
            return e.awaitsAnswer() ? asked(at, after, policy) : this;
        } else if (event instanceof SpamMarked || event instanceof SpamCleared) {
            return heldOrResumed(at, after, policy);
        } else if (event instanceof SlaWarned e) {
            return reaching(e.target(), e.cycle(), SlaLevel.WARNING);
        } else if (event instanceof DelayAnnounced e) {
            return reaching(e.target(), e.cycle(), SlaLevel.DELAY_NOTICE);
        } else if (event instanceof SlaBreached e) {
            return reaching(e.target(), e.cycle(), SlaLevel.BREACH);
        }
        return this;
    }

    private SlaClocks afterMessage(MessageRole role, Instant at, Ticket after, SlaPolicy policy) {
        if (role == MessageRole.REPLY) {
            return of(byTarget.values().stream()
                    .map(clock -> awaitsAnswer(clock) ? clock.stop(State.FULFILLED, at, policy) : clock)
                    .toList());
        }
        boolean asks = role == MessageRole.CUSTOMER
                && after.version() > FIRST_MESSAGE
                && !isSettled(after.status().category());
        return asks ? asked(at, after, policy) : this;
    }

    /** Who only says thanks to a solved ticket waits for no answer; who opens it again does. */
    private static boolean reopenedByCustomer(StatusChanged event, Actor by) {
        return by instanceof Actor.Customer
                && isSettled(event.from().category())
                && !isSettled(event.to().category());
    }

    private static boolean isSettled(StatusCategory category) {
        return category == StatusCategory.SOLVED || category == StatusCategory.CLOSED;
    }

    /** The customer asks something; unless an answer is promised already, one is now. */
    private SlaClocks asked(Instant at, Ticket after, SlaPolicy policy) {
        return answerPromised() ? this : start(SlaTarget.NEXT_RESPONSE, at, after, policy);
    }

    private boolean answerPromised() {
        return clock(SlaTarget.FIRST_RESPONSE).filter(SlaClock::open).isPresent()
                || clock(SlaTarget.NEXT_RESPONSE).filter(SlaClock::open).isPresent();
    }

    /** One that was dropped, since its priority promised nothing, is not taken up again once somebody has answered. */
    private static boolean awaitsAnswer(SlaClock clock) {
        return clock.target() != SlaTarget.RESOLUTION && (clock.open() || clock.state() == State.DROPPED);
    }

    private SlaClocks afterStatus(StatusCategory to, Instant at, Ticket after, SlaPolicy policy) {
        if (isSettled(to)) {
            return eachOpen(clock ->
                    clock.stop(clock.target() == SlaTarget.RESOLUTION ? State.FULFILLED : State.DROPPED, at, policy));
        } else if (to == StatusCategory.MERGED) {
            return heldOrResumed(at, after, policy);
        }
        return reopened(at, after, policy).heldOrResumed(at, after, policy);
    }

    private SlaClocks heldOrResumed(Instant at, Ticket after, SlaPolicy policy) {
        State wanted = standStill(after, policy) ? State.PAUSED : State.RUNNING;
        return eachOpen(clock -> {
            if (clock.state() == wanted) {
                return clock;
            }
            return wanted == State.PAUSED ? clock.stop(State.PAUSED, at, policy) : clock.resume(at, policy);
        });
    }

    /** Clocks of a merged ticket or of spam wait until somebody takes that back. */
    private static boolean standStill(Ticket ticket, SlaPolicy policy) {
        StatusCategory category = ticket.status().category();
        return policy.pausedIn(category) || category == StatusCategory.MERGED || ticket.spam();
    }

    /** A resolution that was fulfilled is not, once the ticket is in work again; its priority may be another by then. */
    private SlaClocks reopened(Instant at, Ticket after, SlaPolicy policy) {
        return promised(SlaTarget.RESOLUTION, at, after, policy);
    }

    /** What the new priority promises and the old one did not counts from the change, or goes on where it was dropped. */
    private SlaClocks promisedNow(Instant at, Ticket after, SlaPolicy policy) {
        StatusCategory category = after.status().category();
        if (isSettled(category) || category == StatusCategory.MERGED) {
            return this;
        }
        SlaClocks clocks = promised(SlaTarget.RESOLUTION, at, after, policy);
        boolean unanswered = clock(SlaTarget.FIRST_RESPONSE).isEmpty() && category == StatusCategory.NEW;
        if (!answerPromised() && (unanswered || isDropped(SlaTarget.FIRST_RESPONSE))) {
            clocks = clocks.promised(SlaTarget.FIRST_RESPONSE, at, after, policy);
        }
        return !clocks.answerPromised() && isDropped(SlaTarget.NEXT_RESPONSE)
                ? clocks.promised(SlaTarget.NEXT_RESPONSE, at, after, policy)
                : clocks;
    }

    private boolean isDropped(SlaTarget target) {
        return clock(target).filter(clock -> clock.state() == State.DROPPED).isPresent();
    }

    /** The target's clock, going on if it does not count and the ticket's priority promises something. */
    private SlaClocks promised(SlaTarget target, Instant at, Ticket after, SlaPolicy policy) {
        Optional<SlaClock> known = clock(target);
        if (known.isEmpty()) {
            return start(target, at, after, policy);
        }
        return known.filter(clock -> !clock.open())
                .flatMap(clock -> policy.allowed(target, after.priority())
                        .map(time -> clock.resume(at, policy).withAllowed(time, at, policy)))
                .map(clock -> standStill(after, policy) ? clock.stop(State.PAUSED, at, policy) : clock)
                .map(this::with)
                .orElse(this);
    }

    private SlaClocks start(SlaTarget target, Instant at, Ticket ticket, SlaPolicy policy) {
        int cycle = clock(target).map(SlaClock::cycle).orElse(0) + 1;
        return policy.allowed(target, ticket.priority())
                .map(time -> SlaClock.start(target, cycle, time, at, policy))
                .map(clock -> standStill(ticket, policy) ? clock.stop(State.PAUSED, at, policy) : clock)
                .map(this::with)
                .orElse(this);
    }

    private SlaClocks reaching(SlaTarget target, int cycle, SlaLevel level) {
        return clock(target)
                .filter(clock -> clock.cycle() == cycle)
                .map(clock -> with(clock.reaching(level)))
                .orElse(this);
    }

    private SlaClocks eachOpen(UnaryOperator<SlaClock> change) {
        return of(byTarget.values().stream()
                .map(clock -> clock.open() ? change.apply(clock) : clock)
                .toList());
    }

    private SlaClocks with(SlaClock clock) {
        List<SlaClock> clocks = new ArrayList<>(byTarget.values());
        clocks.add(clock);
        return of(clocks);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SlaClocks c && byTarget.equals(c.byTarget);
    }

    @Override
    public int hashCode() {
        return byTarget.hashCode();
    }

    @Override
    public String toString() {
        return byTarget.values().toString();
    }
}
