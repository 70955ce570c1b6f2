package dev.svar.message;

import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * The record that an inbound message was taken: with it the same message cannot be taken again, and nothing that arrived
 * is ever lost.
 *
 * @param tenant whose message it is
 * @param key what makes it the same message
 * @param at when it was taken
 * @param disposition what became of it
 * @param reason why, one line of at most {@value #MAX_REASON_LENGTH} characters
 * @param ticket the ticket that it opened, joined or reported about, if any
 * @param message the ticket's message that it became, if any
 * @param raw names the message exactly as it arrived
 */
public record Receipt(
        TenantId tenant,
        MessageKey key,
        Instant at,
        Disposition disposition,
        String reason,
        Optional<TicketId> ticket,
        Optional<MessageId> message,
        ContentRef raw) {
    /** The most characters a reason may have. */
    public static final int MAX_REASON_LENGTH = 500;

    /**
     * Checks the reason.
     *
     * @param tenant whose message it is
     * @param key what makes it the same message
     * @param at when it was taken
     * @param disposition what became of it
     * @param reason why, one line of at most {@value #MAX_REASON_LENGTH} characters
     * @param ticket the ticket that it opened, joined or reported about, if any
     * @param message the ticket's message that it became, if any
     * @param raw names the message exactly as it arrived
     */
    public Receipt {
        Check.line("receipt.reason", reason, MAX_REASON_LENGTH);
    }
}
