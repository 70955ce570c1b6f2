package dev.svar;

import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.util.Optional;

/**
 * What became of one ticket when a command was carried out on many. Each ticket is a commit of its own.
 *
 * @param ticket which ticket
 * @param after the ticket afterwards, if the command was carried out
 * @param failure why it was not, if it was not; nothing of this ticket was changed then
 */
public record BulkResult(TicketId ticket, Optional<Ticket> after, Optional<RuntimeException> failure) {
    /** The most tickets at once. */
    public static final int MAX_TICKETS = 10_000;

    static BulkResult done(Ticket after) {
        return new BulkResult(after.id(), Optional.of(after), Optional.empty());
    }

    static BulkResult failed(TicketId ticket, RuntimeException failure) {
        return new BulkResult(ticket, Optional.empty(), Optional.of(failure));
    }
}
