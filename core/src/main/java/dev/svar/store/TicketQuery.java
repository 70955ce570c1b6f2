package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.StatusCategory;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets are wanted, in order of their numbers.
 *
 * @param categories the status categories wanted; at least one
 * @param cursor where to begin: {@link Page#next()} of the page before, or empty for the first page
 * @param limit the most tickets on the page, 1 to {@value Page#MAX_LIMIT}
 */
public record TicketQuery(Set<StatusCategory> categories, Optional<String> cursor, int limit) {
    /**
     * Checks and copies.
     *
     * @param categories the status categories wanted
     * @param cursor where to begin
     * @param limit the most tickets on the page, 1 to {@value Page#MAX_LIMIT}
     */
    public TicketQuery {
        if (categories.isEmpty()) {
            throw new InvalidValueException("query.categories", "is empty, at least one is needed");
        }
        categories = Set.copyOf(categories);
        Check.range("query.limit", limit, 1, Page.MAX_LIMIT);
        cursor.ifPresent(TicketQuery::number);
    }

    /**
     * All tickets.
     *
     * @param limit the most tickets on the page
     * @return the query for the first page
     */
    public static TicketQuery all(int limit) {
        return new TicketQuery(EnumSet.allOf(StatusCategory.class), Optional.empty(), limit);
    }

    /**
     * The same query for the page that begins at a cursor.
     *
     * @param next the cursor
     * @return the query
     */
    public TicketQuery from(String next) {
        return new TicketQuery(categories, Optional.of(next), limit);
    }

    /** {@return the number after which the page begins, 0 for the first page; for stores} */
    public long afterNumber() {
        return cursor.map(TicketQuery::number).orElse(0L);
    }

    private static long number(String cursor) {
        try {
            return Long.parseUnsignedLong(cursor, Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            throw new InvalidValueException("query.cursor", "is not one that a page of this query gave");
        }
    }

    /**
     * The cursor that begins after a number; for stores.
     *
     * @param number the last number on the page
     * @return the cursor
     */
    public static String cursorAfter(long number) {
        return Long.toUnsignedString(number, Character.MAX_RADIX);
    }
}
