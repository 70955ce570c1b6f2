package dev.svar;

import dev.svar.ticket.TicketId;
import java.util.List;

/**
 * Something that is asked and that no article answers.
 *
 * @param words how it was asked first
 * @param times how many questions were like it
 * @param tickets the first tickets that came of them, at most {@value #MAX_TICKETS}: one of their answers may become the article
 */
public record MissingArticle(String words, long times, List<TicketId> tickets) {
    /** The most tickets. */
    public static final int MAX_TICKETS = 10;

    /**
     * Copies.
     *
     * @param words how it was asked first
     * @param times how many questions were like it
     * @param tickets the first tickets that came of them
     */
    public MissingArticle {
        tickets = List.copyOf(tickets);
    }
}
