package dev.svar.store;

import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.delivery.NotifiedPerson;
import java.util.Set;

/**
 * Port: everything durable of a desk. Implementations are safe for use by several threads.
 *
 * <p>The contract beside that of the ports it is made of: {@link #commit} stores all of the changes or nothing, also when
 * it fails half-way or the process dies. What a commit stored, every later look-up sees. It stores nothing if
 *
 * <ul>
 *   <li>the claim of one of the work results holds no more: {@link CommitResult#CLAIM_LOST};
 *   <li>the receipt's key is known: {@link CommitResult#ALREADY_RECEIVED};
 *   <li>a ticket is not at its {@link TicketChange#expectedVersion()}, a new ticket's number is taken, a new contact's
 *       id is known, a contact or an organization is not at its expected version, an address or a domain would belong
 *       to two of them, a macro is not at its expected version or a shortcut would belong to two of a scope, a ticket has a
 *       message at a new message's sequence, a new delivery's id is known, a delivery is not in its expected state, a
 *       mailing, an incident, an article, its phrasings, a suggestion, preferences, a kept value or what is known against an
 *       address are not at their expected version, an article of the phrasings is not there, or a ticket that must be unchanged
 *       is not at its version: {@link CommitResult#STALE}.
 * </ul>
 *
 * They are looked at in this order. The effects on work apply in this order too: the work results, what is cancelled, what
 * is scheduled, what is scheduled if absent. Instants are kept to the microsecond. Text is given back as it was stored.
 * Contents are copied while they are committed; how many bytes they have is no matter of memory, except for a store that
 * keeps everything there.
 */
public interface DeskStore
        extends Tickets,
                Contacts,
                Organizations,
                Macros,
                Receipts,
                Deliveries,
                Suppressions,
                Preferences,
                Mailings,
                Incidents,
                Articles,
                Suggestions,
                Cursors,
                KeptValues,
                Tallies,
                Workloads,
                WorkQueue {
    /**
     * Stores changes in one atomic step.
     *
     * @param changes the changes
     * @return whether they are stored, and if not why
     * @throws IllegalArgumentException if a message or a delivery belongs to a ticket that neither the store nor these
     *     changes have, or a redaction to a message that is not there; nothing is stored then
     * @throws dev.svar.message.DamagedContentException if a content that is not kept yet cannot be read or has other bytes
     *     than its digest says; nothing is stored then
     * @throws StoreException if the store failed; nothing is stored then, or the store's own error says that it is unknown
     */
    CommitResult commit(Changes changes);

    /**
     * Finds what is known of those who are to be told something: what {@link #preferences} and {@link #suppressions} find, for a
     * store that is far away in one round trip.
     *
     * @param tenant whose
     * @param people who
     * @param addresses where they may be written to
     * @return what is known
     */
    default Readers readers(TenantId tenant, Set<NotifiedPerson> people, Set<Address> addresses) {
        return new Readers(preferences(tenant, people), suppressions(tenant, addresses));
    }
}
