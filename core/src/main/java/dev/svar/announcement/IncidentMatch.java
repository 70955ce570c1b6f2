package dev.svar.announcement;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets belong to an incident by themselves: those that have the category and all of the tags.
 *
 * @param category the category, if it matters
 * @param tags the tags, possibly none; at most {@value #MAX_TAGS}
 */
public record IncidentMatch(Optional<String> category, Set<Tag> tags) {
    /** The most tags. */
    public static final int MAX_TAGS = 20;

    private static final IncidentMatch NONE = new IncidentMatch(Optional.empty(), Set.of());

    /**
     * Copies.
     *
     * @param category the category, if it matters
     * @param tags the tags
     */
    public IncidentMatch {
        tags = Set.copyOf(Check.size("incident.tags", tags, MAX_TAGS));
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
                && ticket.tags().containsAll(tags);
    }
}
