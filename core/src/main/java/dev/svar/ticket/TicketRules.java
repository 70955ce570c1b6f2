package dev.svar.ticket;

import static dev.svar.ticket.StatusCategory.CLOSED;
import static dev.svar.ticket.StatusCategory.MERGED;
import static dev.svar.ticket.StatusCategory.NEW;
import static dev.svar.ticket.StatusCategory.OPEN;
import static dev.svar.ticket.StatusCategory.PENDING_CUSTOMER;
import static dev.svar.ticket.StatusCategory.PENDING_INTERNAL;
import static dev.svar.ticket.StatusCategory.SOLVED;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a host decides about its tickets' life: which status category may follow which, which labels there are, what must be
 * known before a status is entered, and the custom fields. Immutable. Moving to another label within a category is always
 * allowed; {@link StatusCategory#MERGED} is entered and left by merges only.
 */
public final class TicketRules {
    /** The most custom fields. */
    public static final int MAX_FIELDS = 200;

    /** The most status labels. */
    public static final int MAX_STATUSES = 100;

    private static final TicketRules STANDARD = builder().build();

    private final Map<StatusCategory, Set<StatusCategory>> allowed;
    private final Set<Status> statuses;
    private final Map<StatusCategory, Set<Requirement>> required;
    private final Map<FieldKey, CustomField> fields;

    private TicketRules(Builder b) {
        Map<StatusCategory, Set<StatusCategory>> table = new EnumMap<>(StatusCategory.class);
        b.allowed.forEach((from, to) -> table.put(from, Collections.unmodifiableSet(EnumSet.copyOf(to))));
        this.allowed = table;
        this.statuses = Collections.unmodifiableSet(new LinkedHashSet<>(b.statuses));
        Map<StatusCategory, Set<Requirement>> needs = new EnumMap<>(StatusCategory.class);
        b.required.forEach((to, all) -> needs.put(to, Collections.unmodifiableSet(new LinkedHashSet<>(all))));
        this.required = needs;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(b.fields));
    }

    /** {@return the rules of a host that sets nothing: the default table, any label, no custom field} */
    public static TicketRules standard() {
        return STANDARD;
    }

    /** {@return a builder that begins with the default table} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which categories may follow one.
     *
     * @param from the category
     * @return the others that a ticket may go to from there, empty if it is final
     */
    public Set<StatusCategory> allowed(StatusCategory from) {
        return allowed.getOrDefault(from, Set.of());
    }

    /** {@return the labels that there are, in order; empty if any label is allowed} */
    public List<Status> statuses() {
        return List.copyOf(statuses);
    }

    /** {@return the custom fields, in order} */
    public List<CustomField> fields() {
        return List.copyOf(fields.values());
    }

    /**
     * Finds a custom field.
     *
     * @param key its key
     * @return the field
     */
    public Optional<CustomField> field(FieldKey key) {
        return Optional.ofNullable(fields.get(key));
    }

    /**
     * What a ticket must have before it may enter a category.
     *
     * @param to the category
     * @return the requirements, in order
     */
    public Set<Requirement> required(StatusCategory to) {
        return required.getOrDefault(to, Set.of());
    }

    /** The label for a category where nobody chooses one: the first that the host has, or the default. */
    Status label(Status standard) {
        return statuses.stream()
                .filter(s -> s.category() == standard.category())
                .findFirst()
                .orElse(standard);
    }

    void check(Ticket ticket, Status to, Optional<Resolution> resolution) {
        StatusCategory from = ticket.status().category();
        if (from != to.category() && !allowed(from).contains(to.category())) {
            throw new TransitionRefusedException(ticket.number(), from, to.category(), allowed(from));
        }
        if (!statuses.isEmpty() && !statuses.contains(to)) {
            throw new InvalidValueException("status", "is none that this desk has, they are " + statuses);
        }
        if (from == to.category()) {
            return;
        }
        List<String> missing = required(to.category()).stream()
                .filter(need -> !need.metBy(ticket, resolution))
                .map(Requirement::field)
                .toList();
        if (!missing.isEmpty()) {
            throw new RequirementsMissingException(ticket.number(), to.category(), missing);
        }
    }

    void check(FieldKey key, FieldValue value) {
        field(key)
                .orElseThrow(() -> new InvalidValueException(
                        "field." + key, "is no field of this desk, they are " + fields.keySet()))
                .check(value);
    }

    /** Collects rules. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<StatusCategory, Set<StatusCategory>> allowed = new EnumMap<>(StatusCategory.class);
        private final Set<Status> statuses = new LinkedHashSet<>();
        private final Map<StatusCategory, Set<Requirement>> required = new EnumMap<>(StatusCategory.class);
        private final Map<FieldKey, CustomField> fields = new LinkedHashMap<>();

        private Builder() {
            for (StatusCategory from : StatusCategory.values()) {
                allowed.put(from, EnumSet.noneOf(StatusCategory.class));
            }
            allow(NEW, OPEN, PENDING_CUSTOMER, PENDING_INTERNAL, SOLVED, CLOSED);
            allow(OPEN, PENDING_CUSTOMER, PENDING_INTERNAL, SOLVED, CLOSED);
            allow(PENDING_CUSTOMER, OPEN, PENDING_INTERNAL, SOLVED, CLOSED);
            allow(PENDING_INTERNAL, OPEN, PENDING_CUSTOMER, SOLVED, CLOSED);
            allow(SOLVED, OPEN, PENDING_CUSTOMER, PENDING_INTERNAL, CLOSED);
        }

        private Set<StatusCategory> from(StatusCategory from) {
            return allowed.computeIfAbsent(from, f -> EnumSet.noneOf(StatusCategory.class));
        }

        /**
         * Allows transitions beside those of the default table.
         *
         * @param from the category before
         * @param to the categories after, not {@link StatusCategory#MERGED}
         * @return this
         */
        public Builder allow(StatusCategory from, StatusCategory... to) {
            for (StatusCategory category : to) {
                if (from == MERGED || category == MERGED) {
                    throw new InvalidValueException("rules.transition", "concerns MERGED, only merges can");
                }
                from(from).add(category);
            }
            return this;
        }

        /**
         * Forbids transitions.
         *
         * @param from the category before
         * @param to the categories after
         * @return this
         */
        public Builder forbid(StatusCategory from, StatusCategory... to) {
            from(from).removeAll(List.of(to));
            return this;
        }

        /**
         * Names the labels that there are; once there is one, no others are allowed.
         *
         * @param labels the labels, not of {@link StatusCategory#MERGED}
         * @return this
         */
        public Builder statuses(Status... labels) {
            for (Status status : labels) {
                if (status.category() == MERGED) {
                    throw new InvalidValueException("rules.status", "is of MERGED, only merges give that");
                }
                statuses.add(status);
            }
            Check.size("rules.statuses", statuses, MAX_STATUSES);
            return this;
        }

        /**
         * Asks for something before people enter a status. Customers' messages and the plan for silent customers are
         * not asked: nobody is there to give it.
         *
         * @param to the category, not {@link StatusCategory#MERGED}
         * @param needs what a ticket must have; a resolution only in {@link StatusCategory#SOLVED} and
         *     {@link StatusCategory#CLOSED}, no other status has one
         * @return this
         */
        public Builder require(StatusCategory to, Requirement... needs) {
            if (to == MERGED) {
                throw new InvalidValueException("rules.required", "concerns MERGED, merges ask for nothing");
            } else if (to != SOLVED && to != CLOSED && List.of(needs).contains(Requirement.RESOLUTION)) {
                throw new InvalidValueException(
                        "rules.required", "asks for a resolution in " + to + ", only SOLVED and CLOSED have one");
            }
            required.computeIfAbsent(to, t -> new LinkedHashSet<>()).addAll(List.of(needs));
            return this;
        }

        /**
         * Adds a custom field.
         *
         * @param field the field, whose key no other has
         * @return this
         */
        public Builder field(CustomField field) {
            if (fields.putIfAbsent(field.key(), field) != null) {
                throw new InvalidValueException("field." + field.key(), "is there already, each key can be used once");
            }
            Check.size("rules.fields", fields.values(), MAX_FIELDS);
            return this;
        }

        /**
         * The rules.
         *
         * @return the rules
         * @throws InvalidValueException if something is required that is no field, or labels are named and NEW, OPEN,
         *     SOLVED or CLOSED has none
         */
        public TicketRules build() {
            required.values().stream()
                    .flatMap(Set::stream)
                    .flatMap(need -> need.key().stream())
                    .forEach(key -> {
                        if (!fields.containsKey(key)) {
                            throw new InvalidValueException(
                                    "rules.required", "names the field " + key + ", which is not there");
                        }
                    });
            List<StatusCategory> unnamed = new ArrayList<>(List.of(NEW, OPEN, SOLVED, CLOSED));
            statuses.forEach(status -> unnamed.remove(status.category()));
            if (!statuses.isEmpty() && !unnamed.isEmpty()) {
                throw new InvalidValueException("rules.statuses", "lacks a label for " + unnamed);
            }
            return new TicketRules(this);
        }
    }
}
