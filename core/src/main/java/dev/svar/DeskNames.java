package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.store.TicketState;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that the desk knows, each looked up once. Used by one thread, for one answer. */
final class DeskNames implements Names {
    private final DeskSetup setup;
    private final People people;
    private final Map<AgentId, Optional<String>> agents = new HashMap<>();
    private final Map<TicketId, Optional<TicketNumber>> numbers = new HashMap<>();

    DeskNames(DeskSetup setup) {
        this.setup = setup;
        this.people = new People(setup);
    }

    @Override
    public Optional<String> agent(AgentId agent) {
        return agents.computeIfAbsent(
                agent, id -> setup.agents().agent(id).map(Agent::name).flatMap(Names::given));
    }

    @Override
    public Optional<String> customer(ContactId contact) {
        return people.find(contact).map(Contact::name).flatMap(Names::given);
    }

    @Override
    public Optional<String> holder(Address address) {
        return setup.store()
                .contactAt(setup.tenant(), address)
                .map(Contact::name)
                .flatMap(Names::given);
    }

    @Override
    public Optional<TicketNumber> number(TicketId ticket) {
        return numbers.computeIfAbsent(
                ticket,
                id -> setup.store()
                        .ticket(setup.tenant(), id)
                        .map(TicketState::ticket)
                        .map(Ticket::number));
    }

    @Override
    public String field(FieldKey key) {
        return setup.lifecycle().rules().field(key).map(CustomField::label).orElse(key.value());
    }
}
