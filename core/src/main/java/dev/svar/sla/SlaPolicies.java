package dev.svar.sla;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies of a desk and which tickets each is for: the first whose condition a ticket matches, or else the one for all
 * others. Immutable, thread-safe.
 */
public final class SlaPolicies {
    /** The most conditions. */
    public static final int MAX_CONDITIONS = 1000;

    private final SlaPolicy fallback;
    private final List<Choice> choices;
    private final Map<String, SlaPolicy> byName;

    private SlaPolicies(Builder b) {
        this.fallback = b.fallback;
        this.choices = List.copyOf(b.choices);
        this.byName = Map.copyOf(b.byName);
    }

    private record Choice(SlaCondition condition, SlaPolicy policy) {}

    /**
     * One policy for every ticket.
     *
     * @param policy which
     * @return the policies
     */
    public static SlaPolicies of(SlaPolicy policy) {
        return builder(policy).build();
    }

    /**
     * Starts with the policy of tickets that match no condition.
     *
     * @param fallback that policy; customers are told times in the zone of its calendar
     * @return a builder
     */
    public static Builder builder(SlaPolicy fallback) {
        return new Builder(fallback);
    }

    /** {@return the policy of tickets that match no condition} */
    public SlaPolicy fallback() {
        return fallback;
    }

    /**
     * The policy of a ticket.
     *
     * @param ticket the ticket as it stands
     * @return the first whose condition it matches
     */
    public SlaPolicy select(Ticket ticket) {
        for (Choice choice : choices) {
            if (choice.condition().matches(ticket)) {
                return choice.policy();
            }
        }
        return fallback;
    }

    /**
     * A policy by its name.
     *
     * @param name its name
     * @return the policy, if there is one of that name
     */
    public Optional<SlaPolicy> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The policy that a clock runs under.
     *
     * @param clock the clock
     * @return the policy of that name; that of tickets without one if the host has dropped it
     */
    public SlaPolicy of(SlaClock clock) {
        return byName.getOrDefault(clock.policy(), fallback);
    }

    /** Collects policies. Not safe for use by several threads. */
    public static final class Builder {
        private final SlaPolicy fallback;
        private final List<Choice> choices = new ArrayList<>();
        private final Map<String, SlaPolicy> byName = new LinkedHashMap<>();

        private Builder(SlaPolicy fallback) {
            this.fallback = fallback;
            byName.put(fallback.name(), fallback);
        }

        /**
         * Adds a policy for tickets that match no condition before.
         *
         * @param condition which tickets
         * @param policy what they are promised; a policy may be added for several conditions
         * @return this
         * @throws InvalidValueException if another policy has its name
         */
        public Builder when(SlaCondition condition, SlaPolicy policy) {
            SlaPolicy known = byName.putIfAbsent(policy.name(), policy);
            if (known != null && known != policy) {
                throw new InvalidValueException(
                        "sla.name", "is " + policy.name() + " for two policies, clocks remember a policy by its name");
            }
            choices.add(new Choice(condition, policy));
            Check.size("sla.conditions", choices, MAX_CONDITIONS);
            return this;
        }

        /** {@return the policies} */
        public SlaPolicies build() {
            return new SlaPolicies(this);
        }
    }
}
