package dev.svar.announcement;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets belong to an incident by themselves: those that have the category, all of the tags and all of the fields.
 *
 * @param category the category, if it matters
 * @param tags the tags, possibly none; at most {@value #MAX_TAGS}
 * @param fields what stands in custom fields, possibly none; at most {@value #MAX_FIELDS}
 */
public record IncidentMatch(Optional<String> category, Set<Tag> tags, Map<FieldKey, FieldValue> fields) {
    /** The most tags. */
    public static final int MAX_TAGS = 20;

    /** The most fields. */
    public static final int MAX_FIELDS = 20;

    private static final IncidentMatch NONE = new IncidentMatch(Optional.empty(), Set.of(), Map.of());

    /**
     * Copies.
     *
     * @param category the category, if it matters
     * @param tags the tags
     * @param fields what stands in custom fields
     */
    public IncidentMatch {
        tags = Set.copyOf(Check.size("incident.tags", tags, MAX_TAGS));
        Check.size("incident.fields", fields.keySet(), MAX_FIELDS);
        fields = Map.copyOf(fields);
    }

    /**
     * Whatever stands in the fields.
     *
     * @param category the category, if it matters
     * @param tags the tags, possibly none
     */
    public IncidentMatch(Optional<String> category, Set<Tag> tags) {
        this(category, tags, Map.of());
    }

    /**
     * Tickets with a value in a custom field, for example the product that they are about.
     *
     * @param key the field
     * @param value what stands there, exactly
     * @return the match
     */
    public static IncidentMatch field(FieldKey key, FieldValue value) {
        return new IncidentMatch(Optional.empty(), Set.of(), Map.of(key, value));
    }

    /**
     * No ticket belongs to it unless somebody says so.
     *
     * @return a match of none
     */
    public static IncidentMatch none() {
        return NONE;
    }

    /**
     * Tickets of a category.
     *
     * @param category the category
     * @return the match
     * @throws InvalidValueException if it is blank
     */
    public static IncidentMatch category(String category) {
        return new IncidentMatch(Optional.of(Check.text("incident.category", category, 200)), Set.of());
    }

    /**
     * Whether a ticket belongs to the incident by itself.
     *
     * @param ticket the ticket
     * @return whether it has all that is asked for; false if nothing is asked for
     */
    public boolean covers(Ticket ticket) {
        return !equals(NONE)
                && (category.isEmpty() || category.equals(ticket.category()))
                && ticket.tags().containsAll(tags)
                && ticket.fields().entrySet().containsAll(fields.entrySet());
    }
}
