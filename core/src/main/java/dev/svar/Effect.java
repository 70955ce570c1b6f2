package dev.svar;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.template.Value;
import dev.svar.ticket.TicketCommand;
import java.util.Map;

/** What a reaction wants. It is committed together with the event that it reacts to. */
public sealed interface Effect {
    /**
     * Do something with the same ticket.
     *
     * @param command what
     */
    record Follow(TicketCommand command) implements Effect {}

    /**
     * Tell a customer something.
     *
     * @param contact whom
     * @param kind what: the name of the template
     * @param reason why this person gets it
     * @param automatic whether no person wrote it; automatic messages go only to tickets that may be answered
     * @param facts values for the template beside those of the ticket, by name
     */
    record NotifyCustomer(
            ContactId contact, String kind, NoticeReason reason, boolean automatic, Map<String, Value> facts)
            implements Effect {
        /**
         * Copies.
         *
         * @param contact whom
         * @param kind what
         * @param reason why this person gets it
         * @param automatic whether no person wrote it
         * @param facts values for the template beside those of the ticket, by name
         */
        public NotifyCustomer {
            facts = Map.copyOf(facts);
        }

        /**
         * Tells a customer something for a reason in the host's own words.
         *
         * @param contact whom
         * @param kind what: the name of the template
         * @param reason why this person gets it, one line for people to read
         * @param automatic whether no person wrote it
         * @param facts values for the template beside those of the ticket, by name
         */
        public NotifyCustomer(
                ContactId contact, String kind, String reason, boolean automatic, Map<String, Value> facts) {
            this(contact, kind, new NoticeReason.InWords(reason), automatic, facts);
        }
    }

    /**
     * Tell an agent something.
     *
     * @param agent whom
     * @param kind what: the name of the template
     * @param reason why this person gets it
     * @param facts values for the template beside those of the ticket, by name
     */
    record NotifyAgent(AgentId agent, String kind, NoticeReason reason, Map<String, Value> facts) implements Effect {
        /**
         * Copies.
         *
         * @param agent whom
         * @param kind what
         * @param reason why this person gets it
         * @param facts values for the template beside those of the ticket, by name
         */
        public NotifyAgent {
            facts = Map.copyOf(facts);
        }

        /**
         * Tells an agent something for a reason in the host's own words.
         *
         * @param agent whom
         * @param kind what: the name of the template
         * @param reason why this person gets it, one line for people to read
         * @param facts values for the template beside those of the ticket, by name
         */
        public NotifyAgent(AgentId agent, String kind, String reason, Map<String, Value> facts) {
            this(agent, kind, new NoticeReason.InWords(reason), facts);
        }
    }
}
