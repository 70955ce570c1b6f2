package dev.svar.sla;

import java.util.Locale;

/** A point on the way of a clock at which something happens, once in each cycle. */
public enum SlaLevel {
    /** Agents are told that the promise comes near its end. */
    WARNING,
    /** The customer is told, before the promise breaks, that it will be late and until when. */
    DELAY_NOTICE,
    /** The promise is broken. */
    BREACH;

    /**
     * The name used in keys and reports.
     *
     * @return the name in lower case with underscores, for example {@code delay_notice}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
