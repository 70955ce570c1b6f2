package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.TeamId;
import dev.svar.message.Message;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaClocks;
import dev.svar.template.Value;
import dev.svar.ticket.Audience;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a template gets to see, under the names that Zendesk made the field's standard. */
final class TemplateFacts {
    private final DeskSetup setup;
    private final Optional<Reader> reader;
    private final Audience audience;

    TemplateFacts(DeskSetup setup) {
        this(setup, Optional.empty(), Audience.INTERNAL);
    }

    private TemplateFacts(DeskSetup setup, Optional<Reader> reader, Audience audience) {
        this.setup = setup;
        this.reader = reader;
        this.audience = audience;
    }

    /** A customer who reads, and where. */
    private record Reader(ContactId person, Address at) {}

    /** What a customer may see: of all customers' addresses only the one that the letter goes to. */
    TemplateFacts readBy(Contact person, Address at) {
        return new TemplateFacts(setup, Optional.of(new Reader(person.id(), at)), Audience.PUBLIC);
    }

    /** What an agent sees who writes to customers: no internal custom field. */
    TemplateFacts forCustomers() {
        return new TemplateFacts(setup, reader, Audience.PUBLIC);
    }

    /** @param named whether the requester may be called by name: who writes by mail chooses the own name */
    Map<String, Value> of(
            Ticket ticket,
            SlaClocks clocks,
            Optional<Step> step,
            People people,
            Optional<String> followUpLink,
            boolean named) {
        Map<String, Object> facts = new HashMap<>(fields(ticket));
        facts.put("id", ticket.number().toString());
        facts.put("title", ticket.subject());
        facts.put("status", ticket.status().label());
        facts.put("priority", ticket.priority().name().toLowerCase(Locale.ROOT));
        facts.put("category", ticket.category());
        facts.put("tags", ticket.tags().stream().map(Tag::value).toList());
        facts.put("created_at", ticket.openedAt());
        facts.put("link", setup.ticketLinks().map(base -> base.toString() + ticket.number()));
        facts.put("follow_up_link", followUpLink);
        facts.put("requester", people.survivor(ticket.requester()).map(contact -> requester(contact, named)));
        facts.put("assignee", ticket.assignee().flatMap(setup.agents()::agent).map(TemplateFacts::agent));
        Optional<String> team = ticket.team().map(TeamId::value);
        facts.put("team", team);
        facts.put("group", Map.of("name", team));
        facts.put("due_date", shown(clocks).next().map(SlaClock::due));
        facts.put("sla", sla(shown(clocks)));
        facts.put(
                "latest_public_comment",
                step.flatMap(Step::message)
                        .filter(m -> m.role() == MessageRole.REPLY)
                        .map(Message::visibleText));
        return Map.of(
                "ticket", Value.of(facts),
                "desk", Value.of(desk(setup)),
                "current_user", Value.of(Map.of("name", step.flatMap(this::actorName))));
    }

    private Map<String, Object> fields(Ticket ticket) {
        Map<String, Object> fields = new HashMap<>();
        for (CustomField field : setup.lifecycle().rules().fields()) {
            if (audience == Audience.INTERNAL || field.audience() == Audience.PUBLIC) {
                Optional<FieldValue> value = Optional.ofNullable(ticket.fields().get(field.key()));
                fields.put("ticket_field_" + field.key(), value.map(TemplateFacts::plain));
            }
        }
        return fields;
    }

    private static Object plain(FieldValue value) {
        if (value instanceof FieldValue.Number n) {
            return n.number();
        } else if (value instanceof FieldValue.Flag f) {
            return f.yes();
        }
        return value instanceof FieldValue.Day d ? d.day() : value.text();
    }

    static Map<String, Object> desk(DeskSetup setup) {
        return Map.of(
                "name", setup.mailbox().map(Mailbox::name),
                "email",
                        setup.mailbox()
                                .map(Mailbox::address)
                                .filter(a -> a.channel().equals(Channel.MAIL))
                                .map(Address::value));
    }

    private Map<String, Object> requester(Contact contact, boolean named) {
        return named
                ? Map.of("name", name(contact), "first_name", contact.firstName(), "email", email(contact))
                : Map.of("email", email(contact));
    }

    /** Many mail programs give the address as the name. */
    private String name(Contact contact) {
        return reader.isPresent() && contact.name().indexOf('@') >= 0 ? "" : contact.name();
    }

    private Optional<String> email(Contact contact) {
        Optional<Address> shown = reader.isEmpty()
                ? contact.address(Channel.MAIL)
                : reader.filter(r -> r.person().equals(contact.id())).map(Reader::at);
        return shown.filter(a -> a.channel().equals(Channel.MAIL)).map(Address::value);
    }

    private static Map<String, Object> agent(Agent agent) {
        return Map.of("name", agent.name(), "email", agent.address().value());
    }

    /** Customers are told nothing of what teams promise each other. */
    private SlaClocks shown(SlaClocks clocks) {
        return audience == Audience.INTERNAL
                ? clocks
                : SlaClocks.of(clocks.all().stream()
                        .filter(clock -> clock.target() != SlaTarget.OPERATIONAL)
                        .toList());
    }

    private static Map<String, Object> sla(SlaClocks clocks) {
        Map<String, Object> byTarget = new HashMap<>();
        for (SlaClock clock : clocks.all()) {
            if (clock.open()) {
                byTarget.put(clock.target().label(), Map.of("due", clock.due()));
            }
        }
        return byTarget;
    }

    private Optional<String> actorName(Step step) {
        return step.event().by() instanceof Actor.DeskAgent by
                ? setup.agents().agent(by.agent()).map(Agent::name)
                : Optional.empty();
    }
}
