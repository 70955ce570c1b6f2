package dev.svar;

import dev.svar.error.Check;
import java.util.Locale;
import java.util.Optional;

/**
 * Which part of a ticket's timeline is wanted, oldest first.
 *
 * @param language in which language the lines are wanted; English where there is no text in it
 * @param cursor where to begin: {@link dev.svar.store.Page#next()} of the page before, or empty for the first page
 * @param limit the most entries on the page, 1 to {@value #MAX_LIMIT}
 */
public record TimelineQuery(Locale language, Optional<String> cursor, int limit) {
    /** The most entries that a page may be asked for. */
    public static final int MAX_LIMIT = 200;

    /**
     * Checks the limit and the cursor.
     *
     * @param language in which language the lines are wanted
     * @param cursor where to begin
     * @param limit the most entries on the page, 1 to {@value #MAX_LIMIT}
     */
    public TimelineQuery {
        Check.range("timeline.limit", limit, 1, MAX_LIMIT);
        cursor.ifPresent(TimelineCursor::read);
    }

    /**
     * The query for the first page.
     *
     * @param language in which language the lines are wanted
     * @param limit the most entries on the page
     * @return the query
     */
    public static TimelineQuery first(Locale language, int limit) {
        return new TimelineQuery(language, Optional.empty(), limit);
    }

    /**
     * The same query for the page that begins at a cursor.
     *
     * @param next the cursor
     * @return the query
     */
    public TimelineQuery from(String next) {
        return new TimelineQuery(language, Optional.of(next), limit);
    }

    TimelineCursor position() {
        return cursor.map(TimelineCursor::read).orElse(TimelineCursor.START);
    }
}
