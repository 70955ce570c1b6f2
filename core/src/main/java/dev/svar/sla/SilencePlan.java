package dev.svar.sla;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Silence;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens step by step while a customer is silent: for example a question after three days, a warning four days later,
 * and the close another three days later. Each step is taken once in a silence and counted from the one before, so that
 * after an outage they do not all come at once. A customer's message ends the silence. Immutable, pure.
 */
public final class SilencePlan {
    /** The most steps in one status category. */
    public static final int MAX_STEPS = 10;

    /** The longest wait for a step. */
    public static final Duration MAX_WAIT = Duration.ofDays(366);

    private static final SilencePlan NONE = builder().build();

    private final Map<StatusCategory, List<Wait>> waits;
    private final Optional<BusinessCalendar> calendar;

    private SilencePlan(Builder b) {
        Map<StatusCategory, List<Wait>> copy = new EnumMap<>(StatusCategory.class);
        b.waits.forEach((category, steps) -> copy.put(category, List.copyOf(steps)));
        this.waits = copy;
        this.calendar = b.calendar;
    }

    private record Wait(Duration time, SilenceStep step) {}

    /**
     * When the next step of a ticket is to be taken.
     *
     * @param step what is to be done
     * @param at when
     */
    public record Next(SilenceStep step, Instant at) {}

    /** {@return the plan in which nothing ever happens} */
    public static SilencePlan none() {
        return NONE;
    }

    /** {@return a builder of a plan without steps} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The next step of a ticket.
     *
     * @param ticket the ticket as it stands
     * @return the step; empty if there is none in its status, all are taken, it is spam or put aside
     */
    public Optional<Next> next(Ticket ticket) {
        List<Wait> steps = waits.getOrDefault(ticket.status().category(), List.of());
        Silence silence = ticket.silence();
        if (waits(ticket) || silence.steps() >= steps.size()) {
            return Optional.empty();
        }
        Wait wait = steps.get(silence.steps());
        return Optional.of(new Next(wait.step(), after(silence.since(), wait.time())));
    }

    /** Who put a ticket aside does not want it closed meanwhile. */
    private static boolean waits(Ticket ticket) {
        return ticket.spam() || ticket.snoozedUntil().isPresent();
    }

    private Instant after(Instant from, Duration wait) {
        return calendar.map(c -> c.plus(from, wait)).orElseGet(() -> from.plus(wait));
    }

    /**
     * When a ticket will be closed if the customer stays silent.
     *
     * @param ticket the ticket as it stands
     * @return the instant; empty if the plan does not close it, or it is spam or put aside
     */
    public Optional<Instant> closesAt(Ticket ticket) {
        if (waits(ticket)) {
            return Optional.empty();
        }
        List<Wait> steps = waits.getOrDefault(ticket.status().category(), List.of());
        Instant at = ticket.silence().since();
        for (Wait wait : steps.subList(Math.min(ticket.silence().steps(), steps.size()), steps.size())) {
            at = after(at, wait.time());
            if (wait.step() == SilenceStep.CLOSE) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /**
     * Checks that a lifecycle allows what the plan wants.
     *
     * @param rules the host's rules
     * @throws InvalidValueException if the plan closes tickets from a status that cannot be closed
     */
    public void check(TicketRules rules) {
        waits.forEach((category, steps) -> {
            boolean closes = steps.stream().anyMatch(wait -> wait.step() == SilenceStep.CLOSE);
            if (closes && !rules.allowed(category).contains(StatusCategory.CLOSED)) {
                throw new InvalidValueException(
                        "silence." + category, "closes tickets, but the transition to CLOSED is not allowed");
            }
        });
    }

    /** Collects steps. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<StatusCategory, List<Wait>> waits = new EnumMap<>(StatusCategory.class);
        private Optional<BusinessCalendar> calendar = Optional.empty();

        private Builder() {}

        /**
         * Adds a step.
         *
         * @param in while the ticket is in this category: {@link StatusCategory#PENDING_CUSTOMER} or
         *     {@link StatusCategory#SOLVED}
         * @param wait how long after the step before, or after the silence began; at most {@link SilencePlan#MAX_WAIT}
         * @param step what is done; nothing can follow {@link SilenceStep#CLOSE}
         * @return this
         */
        public Builder step(StatusCategory in, Duration wait, SilenceStep step) {
            if (in != StatusCategory.PENDING_CUSTOMER && in != StatusCategory.SOLVED) {
                throw new InvalidValueException(
                        "silence.in", "is " + in + ", a customer's silence counts in PENDING_CUSTOMER and SOLVED only");
            }
            if (Check.positive("silence.wait", wait).compareTo(MAX_WAIT) > 0) {
                throw new InvalidValueException(
                        "silence.wait", "is " + wait + ", at most " + MAX_WAIT + " are allowed");
            }
            List<Wait> steps = waits.computeIfAbsent(in, c -> new ArrayList<>());
            if (!steps.isEmpty() && steps.get(steps.size() - 1).step() == SilenceStep.CLOSE) {
                throw new InvalidValueException("silence.step", "comes after the close, which is the last");
            }
            steps.add(new Wait(wait, step));
            Check.size("silence.steps", steps, MAX_STEPS);
            return this;
        }

        /**
         * Counts business time, so that no step is taken at night. Three days of business time are 72 open hours, nine days
         * of eight: give the waits in the hours that are open.
         *
         * @param hours when time counts; around the clock when not set
         * @return this
         */
        public Builder calendar(BusinessCalendar hours) {
            this.calendar = Optional.of(hours);
            return this;
        }

        /** {@return the plan} */
        public SilencePlan build() {
            return new SilencePlan(this);
        }
    }
}
