package dev.svar.ticket;

import dev.svar.contact.Actor;
import java.util.Optional;
import java.util.Set;

/** What somebody wants done with two tickets of a tenant: the one it is said of, and the other. */
public sealed interface TicketPairCommand {
    /**
     * Who wants it.
     *
     * @return the actor
     */
    Actor by();

    /**
     * Merges the ticket into the other: the other goes on for both. Messages stay where they are; numbers, reply addresses
     * and answers of the merged ticket lead to the other, until the merge is undone. If the merged ticket is the desk's turn
     * and the other is not, or others inside have to act for it and the other is done or waits for the customer, the other
     * opens; one that was put aside comes back if an answer is awaited.
     *
     * @param by who merges
     * @param sharing whether people who belong to the merged ticket only may take part in the other and see what is written
     *     there; without it such a merge is refused
     * @param waiting how long the merged ticket's customer has waited for an answer, if one is promised and that is known: who
     *     waits keeps the place
     */
    record Merge(Actor by, boolean sharing, Optional<Waiting> waiting) implements TicketPairCommand {
        /**
         * Merges a ticket of which nobody says how long its customer has waited.
         *
         * @param by who merges
         * @param sharing whether people who belong to the merged ticket only may take part in the other
         */
        public Merge(Actor by, boolean sharing) {
            this(by, sharing, Optional.empty());
        }
    }

    /**
     * Undoes the merge of the ticket into the other: it is what it was before, and people who took part in the other
     * through the merge do so no more. What was written in the other meanwhile stays there, and so does the other's status.
     *
     * @param by who undoes it
     */
    record UndoMerge(Actor by) implements TicketPairCommand {}

    /**
     * Links the ticket to the other; the other gets the inverse link.
     *
     * @param by who links
     * @param kind what the ticket is to the other, a kind that people choose
     * @param beyond every ticket that the other leads to by links of the same kind, so that no circle is closed; need not be
     *     known for a kind that may form circles
     */
    record Link(Actor by, LinkKind kind, Set<TicketId> beyond) implements TicketPairCommand {
        /**
         * Copies.
         *
         * @param by who links
         * @param kind what the ticket is to the other
         * @param beyond every ticket that the other leads to by links of the same kind
         */
        public Link {
            beyond = Set.copyOf(beyond);
        }
    }

    /**
     * Takes a link away, on both sides.
     *
     * @param by who does
     * @param kind what the ticket is to the other, a kind that people choose
     */
    record Unlink(Actor by, LinkKind kind) implements TicketPairCommand {}
}
