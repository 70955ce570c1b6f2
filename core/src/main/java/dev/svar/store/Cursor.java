package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketId;

/**
 * How far a listener was told of a ticket, or how far somebody else who works through something has come: an adapter may
 * keep its place under a name of its own and an id that it made up. At 0 it is forgotten.
 *
 * @param listener the listener's name, one line of at most {@value #MAX_NAME_LENGTH} characters without a slash
 * @param ticket the ticket
 * @param sequence the last event that it was told of
 */
public record Cursor(String listener, TicketId ticket, long sequence) {
    /** The most characters of a listener's name. */
    public static final int MAX_NAME_LENGTH = 60;

    /**
     * Checks the name.
     *
     * @param listener the listener's name
     * @param ticket the ticket
     * @param sequence the last event that it was told of
     */
    public Cursor {
        checkedName(listener);
    }

    /**
     * Checks a listener's name.
     *
     * @param name the name
     * @return the name
     * @throws InvalidValueException if it cannot be one
     */
    public static String checkedName(String name) {
        Check.line("listener", name, MAX_NAME_LENGTH);
        if (name.indexOf('/') >= 0) {
            throw new InvalidValueException("listener", "holds a slash, choose another name");
        }
        return name;
    }
}
