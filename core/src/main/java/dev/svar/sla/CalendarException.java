package dev.svar.sla;

import dev.svar.error.SvarException;
import java.time.Instant;
import java.time.ZoneId;

/** A business calendar cannot answer, or could never: there is no open time to be found within its bounds. */
public final class CalendarException extends SvarException {
    private static final long serialVersionUID = 1L;

    /** What kind of answer is missing. */
    public enum Problem {
        /** No weekday has hours and no exception opens, so that no search could end. */
        NEVER_OPENS,
        /** The answer lies later than {@link BusinessCalendar#SEARCH_LIMIT} allows to look. */
        BEYOND_SEARCH_LIMIT,
        /** The instant is before {@link BusinessCalendar#EARLIEST} or not before {@link BusinessCalendar#LATEST}. */
        OUT_OF_RANGE,
        /** The explanation would be longer than {@link BusinessCalendar#MAX_EXPLAINED_SPANS}. */
        EXPLANATION_TOO_LONG
    }

    private final Problem problem;
    private final ZoneId zone;

    private CalendarException(Problem problem, ZoneId zone, String message) {
        super("calendar in " + zone + " " + message);
        this.problem = problem;
        this.zone = zone;
    }

    static CalendarException neverOpens(ZoneId zone) {
        return new CalendarException(
                Problem.NEVER_OPENS, zone, "never opens: give a weekday hours, or a date an exception that has some");
    }

    static CalendarException beyondSearchLimit(ZoneId zone, Instant start, String sought) {
        return new CalendarException(
                Problem.BEYOND_SEARCH_LIMIT,
                zone,
                "has no " + sought + " within " + BusinessCalendar.SEARCH_LIMIT.toDays() + " days after " + start
                        + " and before " + BusinessCalendar.LATEST);
    }

    static CalendarException outOfRange(ZoneId zone, Instant instant) {
        return new CalendarException(
                Problem.OUT_OF_RANGE,
                zone,
                "cannot take " + instant + ": it must not be before " + BusinessCalendar.EARLIEST
                        + " and must be before " + BusinessCalendar.LATEST);
    }

    static CalendarException explanationTooLong(ZoneId zone, Instant from, Instant to) {
        return new CalendarException(
                Problem.EXPLANATION_TOO_LONG,
                zone,
                "explains at most " + BusinessCalendar.MAX_EXPLAINED_SPANS + " spans at once, from " + from + " to "
                        + to + " there are more");
    }

    /**
     * What kind of answer is missing.
     *
     * @return the kind
     */
    public Problem problem() {
        return problem;
    }

    /**
     * Which calendar could not answer.
     *
     * @return its zone
     */
    public ZoneId zone() {
        return zone;
    }
}
