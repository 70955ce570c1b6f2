package dev.svar.ticket;

import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What comes of a customer's message to a ticket that is solved or closed: within a window it reopens the ticket, after
 * that something else happens. Immutable, pure.
 *
 * <p>Unless the host says otherwise a solved ticket reopens within 30 days and a closed one does not; what comes later opens
 * a new ticket that is linked to the old one.
 */
public final class FollowUpPolicy {
    /** The window in which a solved ticket reopens when nothing else is set. */
    public static final Duration SOLVED_WINDOW = Duration.ofDays(30);

    /** The longest window. */
    public static final Duration MAX_WINDOW = Duration.ofDays(3660);

    private static final FollowUpPolicy STANDARD = builder().build();

    private final Map<StatusCategory, Rule> rules;

    private FollowUpPolicy(Builder b) {
        this.rules = new EnumMap<>(b.rules);
    }

    private record Rule(Duration window, FollowUp later) {}

    /** {@return the policy of a host that sets nothing} */
    public static FollowUpPolicy standard() {
        return STANDARD;
    }

    /** {@return a builder that begins with the standard policy} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Decides about a message.
     *
     * @param ticket the ticket as it stands, not merged into another
     * @param onlyThanks whether the message says thanks and nothing else: that reopens nothing
     * @param now when it came
     * @return what comes of it
     */
    public FollowUp decide(Ticket ticket, boolean onlyThanks, Instant now) {
        Rule rule = rules.get(ticket.status().category());
        if (rule == null) {
            return FollowUp.JOIN;
        } else if (onlyThanks) {
            return FollowUp.KEEP;
        }
        Instant settled = ticket.settledAt().orElse(ticket.updatedAt());
        // Without a window nothing reopens, not even if another node's clock is ahead.
        boolean reopens = !rule.window().isZero() && now.isBefore(settled.plus(rule.window()));
        return reopens ? FollowUp.JOIN : rule.later();
    }

    /**
     * Checks that a lifecycle allows what the policy wants.
     *
     * @param transitions the host's rules
     * @throws InvalidValueException if closed tickets reopen here and must not there
     */
    public void check(TicketRules transitions) {
        rules.forEach((category, rule) -> {
            boolean reopens = !rule.window().isZero();
            if (reopens && !transitions.allowed(category).contains(StatusCategory.OPEN)) {
                throw new InvalidValueException(
                        "followUp." + category, "reopens tickets, but the transition to OPEN is not allowed");
            }
        });
    }

    /** Collects a policy. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<StatusCategory, Rule> rules = new EnumMap<>(StatusCategory.class);

        private Builder() {
            solved(SOLVED_WINDOW, FollowUp.NEW_TICKET);
            closed(Duration.ZERO, FollowUp.NEW_TICKET);
        }

        /**
         * Sets what comes of a message to a solved ticket.
         *
         * @param window how long after it was solved a message reopens it, possibly zero
         * @param later what comes of a message after that, not {@link FollowUp#JOIN}
         * @return this
         */
        public Builder solved(Duration window, FollowUp later) {
            return rule(StatusCategory.SOLVED, window, later);
        }

        /**
         * Sets what comes of a message to a closed ticket.
         *
         * @param window how long after it was solved or closed a message reopens it, possibly zero; the lifecycle must
         *     allow that transition
         * @param later what comes of a message after that, not {@link FollowUp#JOIN}
         * @return this
         */
        public Builder closed(Duration window, FollowUp later) {
            return rule(StatusCategory.CLOSED, window, later);
        }

        private Builder rule(StatusCategory category, Duration window, FollowUp later) {
            if (window.isNegative() || window.compareTo(MAX_WINDOW) > 0) {
                throw new InvalidValueException(
                        "followUp.window",
                        "is " + window + ", it must be from zero to " + MAX_WINDOW.toDays() + " days");
            } else if (later == FollowUp.JOIN) {
                throw new InvalidValueException("followUp.later", "is JOIN, that is what the window is for");
            }
            rules.put(category, new Rule(window, later));
            return this;
        }

        /** {@return the policy} */
        public FollowUpPolicy build() {
            return new FollowUpPolicy(this);
        }
    }
}
