package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.util.Optional;

/** What people call those that a ticket speaks of; never by an address. */
interface Names {
    Optional<String> agent(AgentId agent);

    Optional<String> customer(ContactId contact);

    /** Who has an address, if that is known by name. */
    Optional<String> holder(Address address);

    Optional<TicketNumber> number(TicketId ticket);

    String field(FieldKey key);

    /** The name of a person; a rule is none. */
    default Optional<String> person(Actor actor) {
        if (actor instanceof Actor.DeskAgent by) {
            return agent(by.agent());
        }
        return actor instanceof Actor.Customer by ? customer(by.contact()) : Optional.empty();
    }

    /** The name that somebody gave, if it is one: many mail programs give the address instead. */
    static Optional<String> given(String name) {
        return Optional.of(name).filter(n -> !n.isBlank() && n.indexOf('@') < 0);
    }
}
