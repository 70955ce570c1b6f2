package dev.svar.sla;

import dev.svar.contact.AgentId;
import dev.svar.error.Check;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised: for each target and priority a duration in business time, and at which share of it somebody is told.
 * Clocks stand still while a ticket waits for the customer. Immutable, thread-safe.
 */
public final class SlaPolicy {
    private final BusinessCalendar calendar;
    private final Map<SlaTarget, Map<Priority, Duration>> allowed;
    private final int warnAtPercent;
    private final int delayNoticeAtPercent;
    private final int extensionPercent;
    private final Optional<AgentId> escalateTo;

    private SlaPolicy(Builder b) {
        this.calendar = b.calendar;
        Map<SlaTarget, Map<Priority, Duration>> copy = new EnumMap<>(SlaTarget.class);
        b.allowed.forEach((target, byPriority) -> copy.put(target, Map.copyOf(byPriority)));
        this.allowed = Map.copyOf(copy);
        this.warnAtPercent = b.warnAtPercent;
        this.delayNoticeAtPercent = b.delayNoticeAtPercent;
        this.extensionPercent = b.extensionPercent;
        this.escalateTo = b.escalateTo;
    }

    /**
     * Starts a policy that promises nothing yet.
     *
     * @param calendar when business time runs
     * @return a builder
     */
    public static Builder builder(BusinessCalendar calendar) {
        return new Builder(calendar);
    }

    /**
     * The policy of a desk that has not thought about it: an answer within 24 h, 8 h, 1 h and 30 min, a solution within
     * 72 h, 24 h, 4 h and 2 h for LOW, NORMAL, HIGH and URGENT; a warning at 75 %, a delay notice at 90 %.
     *
     * @param calendar when business time runs
     * @return the policy
     */
    public static SlaPolicy standard(BusinessCalendar calendar) {
        return builder(calendar).standardPromises().build();
    }

    /** {@return when business time runs} */
    public BusinessCalendar calendar() {
        return calendar;
    }

    /**
     * What is promised.
     *
     * @param target which target
     * @param priority the ticket's priority
     * @return the business time allowed, or empty if nothing is promised
     */
    public Optional<Duration> allowed(SlaTarget target, Priority priority) {
        return Optional.ofNullable(allowed.getOrDefault(target, Map.of()).get(priority));
    }

    /** {@return to whom a ticket with a broken promise is assigned, if to anybody} */
    public Optional<AgentId> escalateTo() {
        return escalateTo;
    }

    /**
     * The new time that a customer is told when a promise will be late.
     *
     * @param clock the clock that will be late
     * @param now when the customer is told
     * @return the business time of the extension after the due time, or after now if that is later
     */
    public Instant newDue(SlaClock clock, Instant now) {
        Instant late = clock.due().isAfter(now) ? clock.due() : now;
        return calendar.plus(late, percent(clock.allowed(), extensionPercent));
    }

    /** How much business time a clock has counted when it reaches a level. */
    Duration reachedAfter(SlaLevel level, Duration allowedTime) {
        return switch (level) {
            case WARNING -> percent(allowedTime, warnAtPercent);
            case DELAY_NOTICE -> percent(allowedTime, delayNoticeAtPercent);
            case BREACH -> allowedTime;
        };
    }

    boolean pausedIn(StatusCategory category) {
        return category == StatusCategory.PENDING_CUSTOMER;
    }

    private static Duration percent(Duration duration, int percent) {
        return duration.multipliedBy(percent).dividedBy(100);
    }

    /** Collects the parts of a policy. Not safe for use by several threads. */
    public static final class Builder {
        private static final int MAX_EXTENSION_PERCENT = 1000;

        private final BusinessCalendar calendar;
        private final Map<SlaTarget, Map<Priority, Duration>> allowed = new EnumMap<>(SlaTarget.class);
        private int warnAtPercent = 75;
        private int delayNoticeAtPercent = 90;
        private int extensionPercent = 50;
        private Optional<AgentId> escalateTo = Optional.empty();

        private Builder(BusinessCalendar calendar) {
            this.calendar = calendar;
        }

        /**
         * Promises what {@link SlaPolicy#standard} promises; single promises can be changed afterwards.
         *
         * @return this
         */
        public Builder standardPromises() {
            Map<Priority, Duration> answer = Map.of(
                    Priority.LOW, Duration.ofHours(24),
                    Priority.NORMAL, Duration.ofHours(8),
                    Priority.HIGH, Duration.ofHours(1),
                    Priority.URGENT, Duration.ofMinutes(30));
            Map<Priority, Duration> solution = Map.of(
                    Priority.LOW, Duration.ofHours(72),
                    Priority.NORMAL, Duration.ofHours(24),
                    Priority.HIGH, Duration.ofHours(4),
                    Priority.URGENT, Duration.ofHours(2));
            answer.forEach((priority, time) ->
                    promise(SlaTarget.FIRST_RESPONSE, priority, time).promise(SlaTarget.NEXT_RESPONSE, priority, time));
            solution.forEach((priority, time) -> promise(SlaTarget.RESOLUTION, priority, time));
            return this;
        }

        /**
         * Promises a time.
         *
         * @param target for what
         * @param priority for tickets of which priority
         * @param time the business time allowed, longer than zero
         * @return this
         */
        public Builder promise(SlaTarget target, Priority priority, Duration time) {
            allowed.computeIfAbsent(target, t -> new EnumMap<>(Priority.class))
                    .put(priority, Check.positive("sla." + target.label(), time));
            return this;
        }

        /**
         * Sets when agents are warned.
         *
         * @param percent the share of the time allowed, 1 to 99; 75 when not set
         * @return this
         */
        public Builder warnAtPercent(int percent) {
            this.warnAtPercent = (int) Check.range("sla.warnAtPercent", percent, 1, 99);
            return this;
        }

        /**
         * Sets when the customer is told that it will be late.
         *
         * @param percent the share of the time allowed, 1 to 99; 90 when not set
         * @return this
         */
        public Builder delayNoticeAtPercent(int percent) {
            this.delayNoticeAtPercent = (int) Check.range("sla.delayNoticeAtPercent", percent, 1, 99);
            return this;
        }

        /**
         * Sets how much later the new time is that the customer is told.
         *
         * @param percent the share of the time allowed, 1 to {@value #MAX_EXTENSION_PERCENT}; 50 when not set
         * @return this
         */
        public Builder extensionPercent(int percent) {
            this.extensionPercent = (int) Check.range("sla.extensionPercent", percent, 1, MAX_EXTENSION_PERCENT);
            return this;
        }

        /**
         * Sets to whom a ticket with a broken promise is assigned.
         *
         * @param agent the agent; nobody when not set
         * @return this
         */
        public Builder escalateTo(AgentId agent) {
            this.escalateTo = Optional.of(agent);
            return this;
        }

        /** {@return the policy} */
        public SlaPolicy build() {
            return new SlaPolicy(this);
        }
    }
}
