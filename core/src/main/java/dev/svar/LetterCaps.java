package dev.svar;

import dev.svar.error.Check;
import java.time.Duration;

/**
 * How many automatic letters are too many: to one address about one ticket, and of the whole desk. What is over is not sent
 * but stands in the ledger as {@code SUPPRESSED}, with the reason.
 *
 * @param toCustomer the most to a customer's address about one ticket in a window, 1 to {@value #MAX_PER_TICKET}
 * @param toAgent the most to an agent's address about one ticket in a window, 1 to {@value #MAX_PER_TICKET}; broken promises
 *     are told all the same
 * @param ticketWindow how long such a letter counts
 * @param ofDesk the most of a desk in a window, as counted by each node for itself; one more stops them all on that node
 *     until {@link HelpDesk#resumeAutomaticLetters}
 * @param deskWindow how long a letter counts for the desk
 */
public record LetterCaps(int toCustomer, int toAgent, Duration ticketWindow, int ofDesk, Duration deskWindow) {
    /** The most that the letters about one ticket can be limited to: so many of its latest ones are looked at. */
    public static final int MAX_PER_TICKET = 100;

    /** The most that the letters of a desk can be limited to. */
    public static final int MAX_OF_DESK = 1_000_000;

    /** 5 to a customer and 20 to an agent about one ticket in 24 hours, 1,000 of the desk in 10 minutes. */
    public static final LetterCaps STANDARD =
            new LetterCaps(5, 20, Duration.ofHours(24), 1_000, Duration.ofMinutes(10));

    /**
     * Checks.
     *
     * @param toCustomer the most to a customer's address about one ticket in a window
     * @param toAgent the most to an agent's address about one ticket in a window
     * @param ticketWindow how long such a letter counts
     * @param ofDesk the most of a desk in a window
     * @param deskWindow how long a letter counts for the desk
     */
    public LetterCaps {
        Check.range("toCustomer", toCustomer, 1, MAX_PER_TICKET);
        Check.range("toAgent", toAgent, 1, MAX_PER_TICKET);
        Check.positive("ticketWindow", ticketWindow);
        Check.range("ofDesk", ofDesk, 1, MAX_OF_DESK);
        Check.positive("deskWindow", deskWindow);
    }

    /**
     * The same with another limit for the desk.
     *
     * @param letters the most automatic letters
     * @param window in which time
     * @return the caps
     */
    public LetterCaps ofDesk(int letters, Duration window) {
        return new LetterCaps(toCustomer, toAgent, ticketWindow, letters, window);
    }
}
