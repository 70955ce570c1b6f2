package dev.svar.sla;

import dev.svar.contact.AgentId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.StatusCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is promised for one target: how long it may take for each priority, in which calendar that counts, and what happens
 * on the way. What a promise does not say is as its {@link SlaPolicy} says. Immutable, thread-safe.
 */
public final class SlaPromise {
    /** The longest time that can be promised, in business time. */
    public static final Duration MAX_TIME = Duration.ofDays(3660);

    /** The most percent of the time allowed by which the new time of a delay notice is later. */
    public static final int MAX_EXTENSION_PERCENT = 1000;

    private static final Set<StatusCategory> PAUSING =
            EnumSet.of(StatusCategory.PENDING_CUSTOMER, StatusCategory.PENDING_INTERNAL);

    private final Map<Priority, Duration> times;
    private final Optional<BusinessCalendar> calendar;
    private final Optional<List<SlaWarning>> warnings;
    private final Optional<OptionalInt> delayNotice;
    private final OptionalInt extension;
    private final Optional<List<SlaStep>> ladder;
    private final Optional<Set<StatusCategory>> pausedIn;

    private SlaPromise(Builder b) {
        this.times = Map.copyOf(b.times);
        this.calendar = b.calendar;
        this.warnings = b.warnings.map(List::copyOf);
        this.delayNotice = b.delayNotice;
        this.extension = b.extension;
        this.ladder = b.ladder.map(List::copyOf);
        this.pausedIn = b.pausedIn.map(Set::copyOf);
    }

    /** {@return a builder of a promise that promises nothing yet} */
    public static Builder builder() {
        return new Builder();
    }

    Map<Priority, Duration> times() {
        return times;
    }

    /** What holds for a target, where the defaults say all that this promise does not. */
    SlaTerms over(SlaTerms defaults) {
        return new SlaTerms(
                times,
                calendar.orElse(defaults.calendar()),
                warnings.orElse(defaults.warnings()),
                delayNotice.orElse(defaults.delayNotice()),
                extension.orElse(defaults.extension()),
                ladder.orElse(defaults.ladder()),
                pausedIn.orElse(defaults.pausedIn()));
    }

    /** Collects the parts of a promise. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<Priority, Duration> times = new EnumMap<>(Priority.class);
        private Optional<BusinessCalendar> calendar = Optional.empty();
        private Optional<List<SlaWarning>> warnings = Optional.empty();
        private Optional<OptionalInt> delayNotice = Optional.empty();
        private OptionalInt extension = OptionalInt.empty();
        private Optional<List<SlaStep>> ladder = Optional.empty();
        private Optional<Set<StatusCategory>> pausedIn = Optional.empty();

        Builder() {}

        /**
         * Promises a time.
         *
         * @param priority for tickets of which priority
         * @param time the business time allowed, longer than zero and at most {@link SlaPromise#MAX_TIME}
         * @return this
         */
        public Builder time(Priority priority, Duration time) {
            times.put(priority, checked("sla.time", time));
            return this;
        }

        /**
         * Promises a time whatever the priority.
         *
         * @param time the business time allowed, longer than zero and at most {@link SlaPromise#MAX_TIME}
         * @return this
         */
        public Builder time(Duration time) {
            for (Priority priority : Priority.values()) {
                time(priority, time);
            }
            return this;
        }

        static Duration checked(String field, Duration time) {
            if (Check.positive(field, time).compareTo(MAX_TIME) > 0) {
                throw new InvalidValueException(field, "is " + time + ", at most " + MAX_TIME + " can be promised");
            }
            return time;
        }

        /**
         * Sets when its time runs.
         *
         * @param hours for example {@link BusinessCalendar#roundTheClock}; the policy's calendar when not set
         * @return this
         */
        public Builder calendar(BusinessCalendar hours) {
            this.calendar = Optional.of(hours);
            return this;
        }

        /**
         * Warns agents at shares of the time allowed, beside what {@link #warnBefore} says; no share at all for no warning.
         *
         * @param percent the shares, each 1 to 99
         * @return this
         */
        public Builder warnAtPercent(int... percent) {
            List<SlaWarning> shares = new ArrayList<>();
            for (int share : percent) {
                shares.add(SlaWarning.at((int) Check.range("sla.warnAtPercent", share, 1, 99)));
            }
            return warn(shares);
        }

        /**
         * Warns agents so much business time before the promise breaks, beside what {@link #warnAtPercent} says.
         *
         * @param end how long before, longer than zero
         * @return this
         */
        public Builder warnBefore(Duration end) {
            return warn(List.of(SlaWarning.before(checked("sla.warnBefore", end))));
        }

        private Builder warn(List<SlaWarning> more) {
            List<SlaWarning> all = new ArrayList<>(warnings.orElse(List.of()));
            all.addAll(more);
            warnings = Optional.of(Check.size("sla.warnings", all, SlaLevel.MAX_STEP));
            return this;
        }

        /**
         * Sets when the customer is told that it will be late.
         *
         * @param percent the share of the time allowed, 1 to 99
         * @return this
         */
        public Builder delayNoticeAtPercent(int percent) {
            int share = (int) Check.range("sla.delayNoticeAtPercent", percent, 1, 99);
            this.delayNotice = Optional.of(OptionalInt.of(share));
            return this;
        }

        /**
         * Tells the customer nothing when it will be late.
         *
         * @return this
         */
        public Builder noDelayNotice() {
            this.delayNotice = Optional.of(OptionalInt.empty());
            return this;
        }

        /**
         * Sets how much later the new time is that the customer is told.
         *
         * @param percent the share of the time allowed, 1 to {@value SlaPromise#MAX_EXTENSION_PERCENT}
         * @return this
         */
        public Builder extensionPercent(int percent) {
            this.extension =
                    OptionalInt.of((int) Check.range("sla.extensionPercent", percent, 1, MAX_EXTENSION_PERCENT));
            return this;
        }

        /**
         * Adds a step to the ladder that the promise climbs once it is broken.
         *
         * @param after how much business time after the breach, zero for at once, not less than the step before
         * @param actions what is done, at most {@value SlaStep#MAX_ACTIONS}; none for the event alone
         * @return this
         */
        public Builder escalate(Duration after, SlaAction... actions) {
            List<SlaStep> steps = new ArrayList<>(ladder.orElse(List.of()));
            SlaStep step = new SlaStep(after, List.of(actions));
            if (!steps.isEmpty() && steps.get(steps.size() - 1).after().compareTo(after) > 0) {
                throw new InvalidValueException("sla.escalate", "is " + after + ", which is before the step before it");
            }
            steps.add(step);
            this.ladder = Optional.of(Check.size("sla.ladder", steps, SlaLevel.MAX_STEP));
            return this;
        }

        /** Every broken promise is given to the agent at once. */
        void escalateTo(AgentId agent) {
            escalate(Duration.ZERO, new SlaAction.AssignTo(agent));
        }

        /**
         * Sets where its clock stands still. Clocks of merged tickets and of spam stand still anyway.
         *
         * @param categories {@link StatusCategory#PENDING_CUSTOMER}, {@link StatusCategory#PENDING_INTERNAL}, both or none
         * @return this
         */
        public Builder pausedIn(StatusCategory... categories) {
            Set<StatusCategory> wanted = Set.of(categories);
            if (!PAUSING.containsAll(wanted)) {
                throw new InvalidValueException("sla.pausedIn", "is " + wanted + ", possible are " + PAUSING);
            }
            this.pausedIn = Optional.of(wanted);
            return this;
        }

        /** {@return the promise} */
        public SlaPromise build() {
            return new SlaPromise(this);
        }
    }
}
