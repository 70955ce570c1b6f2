package dev.svar;

import dev.svar.message.Message;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageRole;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who reads what is rendered about a ticket.
 *
 * @param state the ticket and its clocks
 * @param fresh a message that the store gets with this commit
 * @param people who is known
 * @param sees what the reader may see
 * @param languages the reader's, the best first
 * @param zone the reader's
 * @param now when
 */
record Reading(
        TicketState state,
        Optional<Message> fresh,
        People people,
        Sees sees,
        List<Locale> languages,
        ZoneId zone,
        Instant now) {
    /** Whose words a reader may see. */
    enum Sees {
        /** An agent: everything. */
        EVERYTHING(Set.of(MessageRole.CUSTOMER, MessageRole.REPLY, MessageRole.NOTE)),
        /** A customer whom a person writes to: no notes. */
        PUBLIC(Set.of(MessageRole.CUSTOMER, MessageRole.REPLY)),
        /** A customer who gets an automatic letter: nothing that a stranger may have written. */
        AGENTS_WORDS(Set.of(MessageRole.REPLY));

        private final Set<MessageRole> roles;

        Sees(Set<MessageRole> roles) {
            this.roles = roles;
        }

        Set<MessageRole> roles() {
            return roles;
        }
    }
}
