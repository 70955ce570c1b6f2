package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.Disposition;
import dev.svar.message.MessageKey;
import dev.svar.message.Receipt;
import dev.svar.ticket.MessageId;
import java.util.List;
import java.util.Optional;

/** Port: what was taken in, and the bytes that were kept. */
public interface Receipts {
    /**
     * Finds the receipt of a message.
     *
     * @param tenant whose
     * @param key the message
     * @return its receipt, if it was taken before
     */
    Optional<Receipt> receipt(TenantId tenant, MessageKey key);

    /**
     * Finds the receipt of the inbound message that a ticket's message came from.
     *
     * @param tenant whose
     * @param message the ticket's message
     * @return the receipt; empty if the message did not come from outside
     */
    Optional<Receipt> receiptOf(TenantId tenant, MessageId message);

    /**
     * Lists receipts in the order of their {@link Receipt#at() time}, then of the channel of their mailbox, the mailbox and
     * the key.
     *
     * @param tenant whose
     * @param disposition which kind
     * @param after the last receipt of the page before, or empty for the first page
     * @param limit the most receipts
     * @return the receipts that follow
     */
    List<Receipt> receipts(TenantId tenant, Disposition disposition, Optional<Receipt> after, int limit);

    /**
     * Finds bytes that were kept.
     *
     * @param tenant whose
     * @param ref which
     * @return the bytes, to be {@linkplain Content#open opened}: as often as wanted, as slowly as wanted, and without a
     *     connection to the store that is held meanwhile. Bytes that are erased before they are read are damaged for who
     *     reads them then
     */
    Optional<Content> content(TenantId tenant, ContentRef ref);
}
