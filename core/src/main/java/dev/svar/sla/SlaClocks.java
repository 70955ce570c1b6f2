package dev.svar.sla;

import dev.svar.contact.Actor;
import dev.svar.sla.SlaClock.State;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.Categorized;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.FieldChanged;
import dev.svar.ticket.TicketEvent.GaveBack;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaEscalated;
import dev.svar.ticket.TicketEvent.SlaReviewed;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.SpamCleared;
import dev.svar.ticket.TicketEvent.SpamMarked;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.TeamAssigned;
import dev.svar.ticket.TicketEvent.TookOver;
import dev.svar.ticket.Waiting;
import java.time.Duration;
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
 * <p>A first or next response and an update are fulfilled by a public reply of an agent; notes, automatic mail and replies of
 * rules fulfil nothing. A resolution and a team's turn are fulfilled when the ticket is solved or closed; what else runs is
 * dropped then. A ticket that opens again goes on with its resolution and its team's turn, with the time already counted, and
 * with a new cycle of updates. While the ticket waits for the customer clocks pause, unless their promise says otherwise.
 *
 * <p>After every event the ticket's policy is selected anew. Another priority or policy changes what is allowed and keeps what
 * was counted and reached; what only the new one promises counts from the change. A promise that is broken stays so.
 * Immutable.
 */
public final class SlaClocks {
    /** The message that opens a ticket is its second event; the first response answers it. */
    private static final long FIRST_MESSAGE = 2;

    private static final Comparator<SlaTimer> IN_ORDER =
            Comparator.comparing(SlaTimer::at).thenComparing(SlaTimer::level).thenComparing(SlaTimer::target);

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
     * What will happen, and when, if nothing happens before. While a ticket is put aside its clocks run on and customers are
     * told of delays, but warnings and ladders wait until it comes back.
     *
     * @param ticket whose clocks they are
     * @param policies the policies in force
     * @return a timer for each level not yet reached of each running clock, in order of time; steps of the ladder once the
     *     breach is recorded
     */
    public List<SlaTimer> timers(Ticket ticket, SlaPolicies policies) {
        return timers(ticket, policies, Instant.MIN);
    }

    /**
     * What should have happened by now.
     *
     * @param ticket whose clocks they are
     * @param policies the policies in force
     * @param now when
     * @return the timers that are due, in order, and the steps of the ladder that follow on a breach among them
     */
    public List<SlaTimer> due(Ticket ticket, SlaPolicies policies, Instant now) {
        return timers(ticket, policies, now).stream()
                .filter(timer -> !timer.at().isAfter(now))
                .toList();
    }

    private List<SlaTimer> timers(Ticket ticket, SlaPolicies policies, Instant brokenBy) {
        boolean aside = ticket.snoozedUntil().isPresent();
        List<SlaTimer> timers = new ArrayList<>();
        for (SlaClock clock : byTarget.values()) {
            if (clock.state() == State.RUNNING) {
                SlaPolicy policy = policies.of(clock);
                boolean broken = clock.breached() || !clock.due().isAfter(brokenBy);
                for (SlaLevel level : policy.terms(clock.target()).levels()) {
                    if (!clock.reached().contains(level) && expected(level, clock, aside, broken)) {
                        timers.add(new SlaTimer(clock.target(), clock.cycle(), level, clock.reaches(level, policy)));
                    }
                }
            }
        }
        timers.sort(IN_ORDER);
        return timers;
    }

    /** Nobody is warned of what is broken; a customer who was not told in time is told all the same. */
    private static boolean expected(SlaLevel level, SlaClock clock, boolean aside, boolean broken) {
        return switch (level.kind()) {
            case WARNING -> !aside && !clock.breached();
            case DELAY_NOTICE -> true;
            case BREACH -> !clock.breached();
            case ESCALATION -> !aside && broken;
        };
    }

    /**
     * The clocks after an event.
     *
     * @param recorded the event
     * @param after the ticket after it
     * @param policies the policies in force
     * @return the clocks after it
     */
    public SlaClocks after(RecordedEvent recorded, Ticket after, SlaPolicies policies) {
        SlaPolicy policy = policies.select(after);
        Instant at = recorded.at();
        TicketEvent event = recorded.event();
        if (event instanceof Opened) {
            return start(SlaTarget.FIRST_RESPONSE, at, after, policy)
                    .start(SlaTarget.PERIODIC_UPDATE, at, after, policy)
                    .start(SlaTarget.RESOLUTION, at, after, policy);
        } else if (event instanceof SlaReviewed) {
            return reviewed(after, policies, at);
        }
        SlaClocks clocks = event instanceof TeamAssigned ? handedOver(at, policies) : this;
        return clocks.eachOpen(clock -> under(policy, clock, at, after, policies, false))
                .moved(recorded, after, policy);
    }

    /**
     * The clocks as the policies in force would have them, for a ticket that began under others.
     *
     * @param ticket the ticket as it stands
     * @param policies the policies in force
     * @param now when
     * @return clocks with the time already counted and the levels already reached
     */
    public SlaClocks reviewed(Ticket ticket, SlaPolicies policies, Instant now) {
        SlaPolicy policy = policies.select(ticket);
        return eachOpen(clock -> under(policy, clock, now, ticket, policies, true))
                .heldOrResumed(now, ticket, policy)
                .promisedNow(now, ticket, policy);
    }

    /**
     * Whether the promises are the same, however far they were counted.
     *
     * @param others other clocks of the same ticket
     * @return whether the same is due at the same times, under the same policies
     */
    public boolean promiseAs(SlaClocks others) {
        return byTarget.keySet().equals(others.byTarget.keySet())
                && byTarget.values().stream()
                        .allMatch(clock -> others.clock(clock.target())
                                .filter(other -> samePromise(clock, other))
                                .isPresent());
    }

    private static boolean samePromise(SlaClock one, SlaClock other) {
        return one.cycle() == other.cycle()
                && one.policy().equals(other.policy())
                && one.allowed().equals(other.allowed())
                && one.state() == other.state()
                && one.due().equals(other.due());
    }

    private static SlaClock under(
            SlaPolicy policy, SlaClock clock, Instant at, Ticket ticket, SlaPolicies policies, boolean anew) {
        SlaPolicy before = policies.of(clock);
        return policy.allowed(clock.target(), ticket.priority())
                .map(time -> anew || !clock.policy().equals(policy.name()) || differs(clock, time, at)
                        ? clock.under(policy, time, at, before)
                        : clock)
                .orElseGet(() -> clock.stop(State.DROPPED, at, before));
    }

    private static boolean differs(SlaClock clock, Duration time, Instant at) {
        return !clock.allowed().equals(time) && !clock.missed(at);
    }

    private SlaClocks moved(RecordedEvent recorded, Ticket after, SlaPolicy policy) {
        TicketEvent event = recorded.event();
        Instant at = recorded.at();
        if (event instanceof MessageAdded e) {
            return afterMessage(e.role(), recorded.by(), at, after, policy);
        } else if (event instanceof StatusChanged e) {
            SlaClocks clocks = afterStatus(e, at, after, policy);
            return reopenedByCustomer(e, recorded.by()) ? clocks.asked(at, after, policy) : clocks;
        } else if (event instanceof TeamAssigned
                || event instanceof PriorityChanged
                || event instanceof Categorized
                || event instanceof FieldChanged) {
            return promisedNow(at, after, policy);
        } else if (event instanceof TookOver e) {
            return e.awaitsAnswer() ? waitingToo(e, at, after, policy) : this;
        } else if (event instanceof GaveBack e) {
            return eachOpen(clock -> clock.givingBack(e.source(), at, policy));
        } else if (event instanceof SpamMarked || event instanceof SpamCleared) {
            return heldOrResumed(at, after, policy);
        }
        return levelReached(event);
    }

    private SlaClocks levelReached(TicketEvent event) {
        if (event instanceof SlaWarned e) {
            return reaching(e.target(), e.cycle(), SlaLevel.warning(e.step()));
        } else if (event instanceof DelayAnnounced e) {
            return reaching(e.target(), e.cycle(), SlaLevel.DELAY_NOTICE);
        } else if (event instanceof SlaBreached e) {
            return reaching(e.target(), e.cycle(), SlaLevel.BREACH);
        } else if (event instanceof SlaEscalated e) {
            return reaching(e.target(), e.cycle(), SlaLevel.escalation(e.step()));
        }
        return this;
    }

    private SlaClocks afterMessage(MessageRole role, Actor by, Instant at, Ticket after, SlaPolicy policy) {
        if (role == MessageRole.REPLY) {
            return by instanceof Actor.DeskAgent ? answered(at, after, policy) : this;
        }
        boolean asks = role == MessageRole.CUSTOMER
                && after.version() > FIRST_MESSAGE
                && !isSettled(after.status().category());
        return asks ? asked(at, after, policy) : this;
    }

    private SlaClocks answered(Instant at, Ticket after, SlaPolicy policy) {
        SlaClocks clocks = of(byTarget.values().stream()
                .map(clock -> awaitsAnswer(clock) ? clock.stop(State.FULFILLED, at, policy) : clock)
                .toList());
        return isLive(after) ? clocks.start(SlaTarget.PERIODIC_UPDATE, at, after, policy) : clocks;
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

    private static boolean isLive(Ticket ticket) {
        StatusCategory category = ticket.status().category();
        return !isSettled(category) && category != StatusCategory.MERGED;
    }

    /** The customer asks something; unless an answer is promised already, one is now. */
    private SlaClocks asked(Instant at, Ticket after, SlaPolicy policy) {
        return answerPromised() ? this : start(SlaTarget.NEXT_RESPONSE, at, after, policy);
    }

    /** Who waits in another ticket, which is merged into this one, keeps the place. */
    private SlaClocks waitingToo(TookOver event, Instant at, Ticket after, SlaPolicy policy) {
        SlaClocks clocks = asked(at, after, policy);
        return event.waiting()
                .map(other -> clocks.eachOpen(
                        clock -> answers(clock.target()) ? clock.carrying(event.source(), other, at, policy) : clock))
                .orElse(clocks);
    }

    private static boolean answers(SlaTarget target) {
        return target == SlaTarget.FIRST_RESPONSE || target == SlaTarget.NEXT_RESPONSE;
    }

    /**
     * How long the customer has waited for an answer that is promised.
     *
     * @param policies the policies in force
     * @param now when
     * @return from when, and the business time counted; empty if no answer is promised
     */
    public Optional<Waiting> waiting(SlaPolicies policies, Instant now) {
        return byTarget.values().stream()
                .filter(clock -> answers(clock.target()) && clock.open())
                .map(clock -> new Waiting(clock.startedAt(), clock.counted(now, policies.of(clock))))
                .findFirst();
    }

    private boolean answerPromised() {
        return isOpen(SlaTarget.FIRST_RESPONSE) || isOpen(SlaTarget.NEXT_RESPONSE);
    }

    /** One that was dropped, since its priority promised nothing, is not taken up again once somebody has answered. */
    private static boolean awaitsAnswer(SlaClock clock) {
        return switch (clock.target()) {
            case FIRST_RESPONSE, NEXT_RESPONSE, PERIODIC_UPDATE -> clock.open() || clock.state() == State.DROPPED;
            case RESOLUTION, OPERATIONAL -> false;
        };
    }

    private SlaClocks afterStatus(StatusChanged event, Instant at, Ticket after, SlaPolicy policy) {
        StatusCategory to = event.to().category();
        if (isSettled(to)) {
            return eachOpen(clock -> clock.stop(settles(clock.target()) ? State.FULFILLED : State.DROPPED, at, policy));
        } else if (to == StatusCategory.MERGED) {
            return heldOrResumed(at, after, policy);
        }
        SlaClocks clocks = promised(SlaTarget.RESOLUTION, at, after, policy);
        if (isSettled(event.from().category())) {
            clocks = clocks.start(SlaTarget.PERIODIC_UPDATE, at, after, policy);
            clocks = after.team().isPresent() ? clocks.promised(SlaTarget.OPERATIONAL, at, after, policy) : clocks;
        }
        return clocks.heldOrResumed(at, after, policy);
    }

    private static boolean settles(SlaTarget target) {
        return target == SlaTarget.RESOLUTION || target == SlaTarget.OPERATIONAL;
    }

    /** A team's turn ends when another team, or none, gets the ticket. */
    private SlaClocks handedOver(Instant at, SlaPolicies policies) {
        return clock(SlaTarget.OPERATIONAL)
                .filter(clock -> clock.open() || clock.state() == State.DROPPED)
                .map(clock -> with(clock.stop(State.FULFILLED, at, policies.of(clock))))
                .orElse(this);
    }

    private SlaClocks heldOrResumed(Instant at, Ticket after, SlaPolicy policy) {
        return eachOpen(clock -> {
            State wanted = standsStill(clock.target(), after, policy) ? State.PAUSED : State.RUNNING;
            if (clock.state() == wanted) {
                return clock;
            }
            return wanted == State.PAUSED ? clock.stop(State.PAUSED, at, policy) : clock.resume(at, policy);
        });
    }

    /** Clocks of a merged ticket or of spam wait until somebody takes that back. */
    private static boolean standsStill(SlaTarget target, Ticket ticket, SlaPolicy policy) {
        StatusCategory category = ticket.status().category();
        return policy.pausedIn(target, category) || category == StatusCategory.MERGED || ticket.spam();
    }

    /** What is promised now and was not before counts from now, or goes on where it was dropped. */
    private SlaClocks promisedNow(Instant at, Ticket after, SlaPolicy policy) {
        if (!isLive(after)) {
            return this;
        }
        SlaClocks clocks = promised(SlaTarget.RESOLUTION, at, after, policy)
                .promisedOrStarted(SlaTarget.PERIODIC_UPDATE, at, after, policy);
        if (after.team().isPresent()) {
            clocks = clocks.promisedOrStarted(SlaTarget.OPERATIONAL, at, after, policy);
        }
        boolean unanswered =
                clock(SlaTarget.FIRST_RESPONSE).isEmpty() && after.status().category() == StatusCategory.NEW;
        if (!answerPromised() && (unanswered || isDropped(SlaTarget.FIRST_RESPONSE))) {
            clocks = clocks.promised(SlaTarget.FIRST_RESPONSE, at, after, policy);
        }
        return !clocks.answerPromised() && isDropped(SlaTarget.NEXT_RESPONSE)
                ? clocks.promised(SlaTarget.NEXT_RESPONSE, at, after, policy)
                : clocks;
    }

    private SlaClocks promisedOrStarted(SlaTarget target, Instant at, Ticket after, SlaPolicy policy) {
        if (isOpen(target)) {
            return this;
        }
        return isDropped(target) ? promised(target, at, after, policy) : start(target, at, after, policy);
    }

    private boolean isOpen(SlaTarget target) {
        return clock(target).filter(SlaClock::open).isPresent();
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
                        .map(time -> clock.under(policy, time, at, policy).resume(at, policy)))
                .map(clock -> held(clock, at, after, policy))
                .map(this::with)
                .orElse(this);
    }

    private SlaClocks start(SlaTarget target, Instant at, Ticket ticket, SlaPolicy policy) {
        int cycle = clock(target).map(SlaClock::cycle).orElse(0) + 1;
        return policy.allowed(target, ticket.priority())
                .map(time -> SlaClock.start(target, cycle, time, at, policy))
                .map(clock -> held(clock, at, ticket, policy))
                .map(this::with)
                .orElse(this);
    }

    private static SlaClock held(SlaClock clock, Instant at, Ticket ticket, SlaPolicy policy) {
        return standsStill(clock.target(), ticket, policy) ? clock.stop(State.PAUSED, at, policy) : clock;
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
