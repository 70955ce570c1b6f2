package dev.svar.ticket;

import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.Optional;

/**
 * Something that a ticket must have before it may enter a status.
 *
 * @param field what it is called in errors, for example {@code resolution} or {@code field.cause}
 */
public record Requirement(String field) {
    /** Somebody says how it was solved. */
    public static final Requirement RESOLUTION = new Requirement("resolution");

    /** It is known what the ticket is about. */
    public static final Requirement CATEGORY = new Requirement("category");

    /** Somebody works on it. */
    public static final Requirement ASSIGNEE = new Requirement("assignee");

    private static final String CUSTOM = "field.";

    /**
     * Checks that there is something of that name.
     *
     * @param field {@code resolution}, {@code category}, {@code assignee}, or {@code field.} and the key of a custom field
     */
    public Requirement {
        if (field.startsWith(CUSTOM)) {
            new FieldKey(field.substring(CUSTOM.length()));
        } else if (!List.of("resolution", "category", "assignee").contains(field)) {
            throw new InvalidValueException(
                    "rules.required", "is none of resolution, category, assignee and field.KEY of a custom field");
        }
    }

    /**
     * A custom field has a value.
     *
     * @param key which field
     * @return the requirement
     */
    public static Requirement field(FieldKey key) {
        return new Requirement(CUSTOM + key);
    }

    /** The custom field that is required, if it is one. */
    Optional<FieldKey> key() {
        return field.startsWith(CUSTOM)
                ? Optional.of(new FieldKey(field.substring(CUSTOM.length())))
                : Optional.empty();
    }

    boolean metBy(Ticket ticket, Optional<Resolution> resolution) {
        if (equals(RESOLUTION)) {
            return resolution.isPresent();
        } else if (equals(CATEGORY)) {
            return ticket.category().isPresent();
        } else if (equals(ASSIGNEE)) {
            return ticket.assignee().isPresent();
        }
        return key().filter(ticket.fields()::containsKey).isPresent();
    }
}
