package dev.svar;

import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;

/**
 * A ticket as its customer may see it: by its shape it cannot hold an internal note or anybody's address.
 *
 * @param number the ticket's number
 * @param subject its subject
 * @param status the label of its status
 * @param messages what customers and agents wrote to each other, oldest first; of more than {@value #MAX_MESSAGES} the
 *     latest
 */
public record CustomerView(TicketNumber number, String subject, String status, List<Entry> messages) {
    /** The most messages that a view shows; of a longer conversation the latest. */
    public static final int MAX_MESSAGES = 200;

    /**
     * One message.
     *
     * @param at when
     * @param from the author's name, possibly empty
     * @param byDesk whether an agent wrote it
     * @param text what it says, without quoted history
     */
    public record Entry(Instant at, String from, boolean byDesk, String text) {}

    /**
     * Copies.
     *
     * @param number the ticket's number
     * @param subject its subject
     * @param status the label of its status
     * @param messages what customers and agents wrote to each other, oldest first
     */
    public CustomerView {
        messages = List.copyOf(messages);
    }
}
