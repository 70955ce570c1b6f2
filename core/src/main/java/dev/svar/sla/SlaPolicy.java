package dev.svar.sla;

import dev.svar.contact.AgentId;
import dev.svar.error.Check;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is promised: for each target and priority a duration in business time, at which share of it somebody is told, and
 * what happens once it is broken. Clocks stand still while a ticket waits for the customer, unless a promise says
 * otherwise. Immutable, thread-safe.
 */
public final class SlaPolicy {
    /** The most characters of a name. */
    public static final int MAX_NAME_LENGTH = 100;

    /** The name of a policy that was given none. */
    public static final String STANDARD_NAME = "standard";

    /** How long before the night a customer is told what cannot wait for the morning, so that it is not night by then. */
    private static final Duration BEFORE_NIGHT = Duration.ofMinutes(15);

    private final String name;
    private final SlaTerms defaults;
    private final Map<SlaTarget, SlaTerms> terms;
    private final Optional<AgentId> escalateTo;
    private final Optional<QuietHours> quietHours;

    private SlaPolicy(Builder b) {
        this.name = b.name;
        this.defaults = b.defaults
                .build()
                .over(new SlaTerms(
                        Map.of(),
                        b.calendar,
                        List.of(SlaWarning.at(Builder.WARN_AT_PERCENT)),
                        OptionalInt.of(Builder.DELAY_NOTICE_AT_PERCENT),
                        Builder.EXTENSION_PERCENT,
                        List.of(),
                        Set.of(StatusCategory.PENDING_CUSTOMER)));
        Map<SlaTarget, SlaTerms> all = new EnumMap<>(SlaTarget.class);
        b.promises.forEach(
                (target, promise) -> all.put(target, promise.over(defaults).of(target)));
        this.terms = all;
        this.escalateTo = b.escalateTo;
        this.quietHours = b.quietHours;
    }

    /**
     * Starts a policy that promises nothing yet.
     *
     * @param calendar when business time runs, where a promise has no calendar of its own; in its zone is the night
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

    /** {@return what clocks remember it by} */
    public String name() {
        return name;
    }

    /** {@return when business time runs, where a promise has no calendar of its own} */
    public BusinessCalendar calendar() {
        return defaults.calendar();
    }

    /**
     * When the time of a target runs.
     *
     * @param target which
     * @return its own calendar, or that of the policy
     */
    public BusinessCalendar calendar(SlaTarget target) {
        return terms(target).calendar();
    }

    /**
     * What is promised.
     *
     * @param target which target
     * @param priority the ticket's priority
     * @return the business time allowed, or empty if nothing is promised
     */
    public Optional<Duration> allowed(SlaTarget target, Priority priority) {
        return Optional.ofNullable(terms(target).times().get(priority));
    }

    /**
     * What a broken promise leads to.
     *
     * @param target which promise
     * @return the steps in order; {@link SlaLevel#escalation} counts them from 1
     */
    public List<SlaStep> ladder(SlaTarget target) {
        return terms(target).ladder();
    }

    /**
     * Whether a clock stands still.
     *
     * @param target which clock
     * @param category where the ticket is
     * @return whether it pauses there
     */
    public boolean pausedIn(SlaTarget target, StatusCategory category) {
        return terms(target).pausedIn().contains(category);
    }

    /** {@return who looks after broken promises, if anybody: is told of warnings and breaches, and gets the tickets} */
    public Optional<AgentId> escalateTo() {
        return escalateTo;
    }

    /** {@return the hours in which customers are not told of delays; empty if they may be told at any time} */
    public Optional<QuietHours> quietHours() {
        return quietHours;
    }

    /**
     * The new time that a customer is told when a promise will be late.
     *
     * @param clock the clock that will be late
     * @param now when the customer is told
     * @return the business time of the extension after the due time, or after now if that is later
     */
    public Instant newDue(SlaClock clock, Instant now) {
        SlaTerms its = terms(clock.target());
        Instant late = clock.due().isAfter(now) ? clock.due() : now;
        return its.calendar().plus(late, Shares.percent(clock.allowed(), its.extension()));
    }

    SlaTerms terms(SlaTarget target) {
        return terms.getOrDefault(target, defaults.unpromised());
    }

    /**
     * When a customer is told who would be told in the night: once it is over, or before it begins if the promise breaks in
     * it.
     */
    Instant outsideNight(Instant at, Instant due) {
        return quietHours
                .flatMap(hours -> hours.night(at, calendar().zone()))
                .map(night -> due.isAfter(night.ends())
                        ? night.ends()
                        : night.begins().minus(BEFORE_NIGHT))
                .orElse(at);
    }

    /** Collects the parts of a policy. Not safe for use by several threads. */
    public static final class Builder {
        private static final int WARN_AT_PERCENT = 75;
        private static final int DELAY_NOTICE_AT_PERCENT = 90;
        private static final int EXTENSION_PERCENT = 50;

        private final BusinessCalendar calendar;
        private final Map<SlaTarget, SlaPromise> promises = new EnumMap<>(SlaTarget.class);
        private final Map<SlaTarget, SlaPromise.Builder> simple = new EnumMap<>(SlaTarget.class);
        private final SlaPromise.Builder defaults = SlaPromise.builder();
        private String name = STANDARD_NAME;
        private Optional<AgentId> escalateTo = Optional.empty();
        private Optional<QuietHours> quietHours = Optional.of(QuietHours.STANDARD);

        private Builder(BusinessCalendar calendar) {
            this.calendar = calendar;
        }

        /**
         * Names the policy.
         *
         * @param unique what clocks remember it by, kept when its promises change; one line of at most
         *     {@value SlaPolicy#MAX_NAME_LENGTH} characters, {@value SlaPolicy#STANDARD_NAME} when not set
         * @return this
         */
        public Builder name(String unique) {
            this.name = Check.line("sla.name", unique, MAX_NAME_LENGTH);
            return this;
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
         * @param time the business time allowed, longer than zero and at most {@link SlaPromise#MAX_TIME}
         * @return this
         */
        public Builder promise(SlaTarget target, Priority priority, Duration time) {
            SlaPromise.Builder promise = simple.computeIfAbsent(target, t -> SlaPromise.builder());
            promise.time(priority, SlaPromise.Builder.checked("sla." + target.label(), time));
            promises.put(target, promise.build());
            return this;
        }

        /**
         * Promises something with a calendar, warnings or a ladder of its own, in place of what was promised for the target.
         *
         * @param target for what
         * @param promise what
         * @return this
         */
        public Builder promise(SlaTarget target, SlaPromise promise) {
            simple.remove(target);
            promises.put(target, promise);
            return this;
        }

        /**
         * Sets when agents are warned, where a promise does not say.
         *
         * @param percent shares of the time allowed, each 1 to 99; 75 when not set
         * @return this
         */
        public Builder warnAtPercent(int... percent) {
            defaults.warnAtPercent(percent);
            return this;
        }

        /**
         * Sets when the customer is told that it will be late, where a promise does not say.
         *
         * @param percent the share of the time allowed, 1 to 99; 90 when not set
         * @return this
         */
        public Builder delayNoticeAtPercent(int percent) {
            defaults.delayNoticeAtPercent(percent);
            return this;
        }

        /**
         * Tells customers nothing when it will be late, where a promise does not say.
         *
         * @return this
         */
        public Builder noDelayNotices() {
            defaults.noDelayNotice();
            return this;
        }

        /**
         * Sets how much later the new time is that the customer is told, where a promise does not say.
         *
         * @param percent the share of the time allowed, 1 to {@value SlaPromise#MAX_EXTENSION_PERCENT}; 50 when not set
         * @return this
         */
        public Builder extensionPercent(int percent) {
            defaults.extensionPercent(percent);
            return this;
        }

        /**
         * Sets who looks after broken promises: is told of warnings and breaches, and gets the ticket at the breach, as the
         * first step of the ladder where a promise has none of its own.
         *
         * @param agent the agent; nobody when not set
         * @return this
         */
        public Builder escalateTo(AgentId agent) {
            this.escalateTo = Optional.of(agent);
            defaults.escalateTo(agent);
            return this;
        }

        /**
         * Adds a step to the ladder of every promise that has none of its own.
         *
         * @param after how much business time after the breach, zero for at once, not less than the step before
         * @param actions what is done; none for the event alone
         * @return this
         */
        public Builder escalate(Duration after, SlaAction... actions) {
            defaults.escalate(after, actions);
            return this;
        }

        /**
         * Sets where clocks stand still, where a promise does not say.
         *
         * @param categories {@link StatusCategory#PENDING_CUSTOMER}, {@link StatusCategory#PENDING_INTERNAL}, both or none;
         *     the first when not set
         * @return this
         */
        public Builder pausedIn(StatusCategory... categories) {
            defaults.pausedIn(categories);
            return this;
        }

        /**
         * Sets the hours in which customers are not told of delays.
         *
         * @param from when the night begins, local time, full minutes; 21:00 when not set
         * @param to when it ends; 08:00 when not set
         * @return this
         */
        public Builder quietHours(LocalTime from, LocalTime to) {
            this.quietHours = Optional.of(new QuietHours(from, to));
            return this;
        }

        /**
         * Tells customers of delays at any time of the day.
         *
         * @return this
         */
        public Builder noQuietHours() {
            this.quietHours = Optional.empty();
            return this;
        }

        /** {@return the policy} */
        public SlaPolicy build() {
            return new SlaPolicy(this);
        }
    }
}
