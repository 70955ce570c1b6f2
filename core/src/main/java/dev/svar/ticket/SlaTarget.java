package dev.svar.ticket;

import java.util.Locale;

/** What a service level agreement promises a time for. */
public enum SlaTarget {
    /** The first public answer by a person after the ticket was opened. */
    FIRST_RESPONSE,
    /** The next public answer by a person after a further customer message; each unanswered message starts a cycle. */
    NEXT_RESPONSE,
    /** The solution. */
    RESOLUTION;

    /**
     * The name used in templates and reports.
     *
     * @return the name in lower case with underscores, for example {@code first_response}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
