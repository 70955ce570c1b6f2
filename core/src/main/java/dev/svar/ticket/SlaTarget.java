package dev.svar.ticket;

import java.util.Locale;

/** What a service level agreement promises a time for. */
public enum SlaTarget {
    /** The first public answer by a person after the ticket was opened. */
    FIRST_RESPONSE,
    /** The next public answer by a person after a further customer message; each unanswered message starts a cycle. */
    NEXT_RESPONSE,
    /**
     * An update by a person from time to time, also if nothing happened: the first is due after the ticket was opened, each
     * public answer starts the next cycle.
     */
    PERIODIC_UPDATE,
    /** The solution. */
    RESOLUTION,
    /**
     * The work of one team inside the desk: from when it gets the ticket until it passes it on or the ticket is settled. Each
     * team's turn is a cycle. Customers are told nothing about it.
     */
    OPERATIONAL;

    /**
     * The name used in templates and reports.
     *
     * @return the name in lower case with underscores, for example {@code first_response}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
