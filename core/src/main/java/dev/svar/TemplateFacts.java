package dev.svar;

import dev.svar.assignment.Team;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentId;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a template gets to see, under the names that Zendesk made the field's standard. */
final class TemplateFacts {
    /** Nobody whom templates may name, in the form of somebody. */
    private static final Map<String, Object> NOBODY = Map.of(
            "name",
            Value.NIL,
            "first_name",
            Value.NIL,
            "last_name",
            Value.NIL,
            "email",
            Value.NIL,
            "signature",
            Value.NIL);

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

    /** @param named whether the words of the requester may be said: who writes by mail chooses name and subject */
    Map<String, Value> of(
            Ticket ticket,
            SlaClocks clocks,
            Optional<Step> step,
            People people,
            Optional<String> followUpLink,
            boolean named,
            Instant now) {
        Map<String, Object> facts = new HashMap<>(fields(ticket));
        facts.put("id", ticket.number().toString());
        facts.put("title", named ? ticket.subject() : Value.NIL);
        facts.put("via", ticket.channel().name());
        facts.put("updated_at", ticket.updatedAt());
        facts.put("status", ticket.status().label());
        facts.put("priority", ticket.priority().name().toLowerCase(Locale.ROOT));
        facts.put("category", ticket.category());
        facts.put("tags", ticket.tags().stream().map(Tag::value).toList());
        facts.put("created_at", ticket.openedAt());
        Optional<String> link = setup.ticketLinks().map(base -> base.toString() + ticket.number());
        facts.put("link", link);
        facts.put(
                "url",
                link.map(whole -> whole.substring(whole.indexOf("//") + 1).replaceFirst("^/", "")));
        facts.put("follow_up_link", followUpLink);
        facts.put("requester", people.survivor(ticket.requester()).map(contact -> requester(contact, named)));
        facts.put("assignee", ticket.assignee().flatMap(setup.agents()::agent).map(TemplateFacts::agent));
        Optional<String> team = ticket.team().map(TeamId::value);
        facts.put("team", team);
        facts.put("group", Map.of("name", setup.team(ticket).map(Team::name).or(() -> team)));
        SlaClocks promised = shown(clocks, now);
        Optional<Instant> due = promised.next().map(SlaClock::due);
        facts.put("due_date", due);
        facts.put("due_date_with_timestamp", due);
        facts.put("sla", sla(promised));
        facts.put(
                "latest_public_comment",
                step.flatMap(Step::message)
                        .filter(m -> m.role() == MessageRole.REPLY)
                        .map(Message::visibleText));
        return Map.of(
                "ticket", Value.of(facts),
                "desk", Value.of(desk(setup)),
                "current_user",
                        step.map(s -> s.event().by())
                                .map(by -> actor(by, people))
                                .orElseGet(() -> Value.of(NOBODY)));
    }

    private Map<String, Object> fields(Ticket ticket) {
        Map<String, Object> fields = new HashMap<>();
        for (CustomField field : setup.lifecycle().rules().fields()) {
            if (audience == Audience.INTERNAL || field.audience() == Audience.PUBLIC) {
                Optional<FieldValue> value = Optional.ofNullable(ticket.fields().get(field.key()));
                fields.put("ticket_field_" + field.key(), value.map(TemplateFacts::plain));
                fields.put("ticket_field_option_title_" + field.key(), value.map(FieldValue::text));
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
        Map<String, Object> requester = new HashMap<>();
        requester.put("email", email(contact));
        requester.put("language", contact.locale().map(Locale::toLanguageTag));
        requester.put("name", named ? name(contact) : Value.NIL);
        requester.put("first_name", contact.firstName().filter(first -> named));
        requester.put("last_name", PersonNames.last(contact).filter(last -> named));
        return requester;
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

    /** An agent as templates see one. */
    static Map<String, Object> agent(Agent agent) {
        return Map.of(
                "name", agent.name(),
                "first_name", PersonNames.first(agent.name()),
                "last_name", PersonNames.last(agent.name()),
                "email", agent.address().value(),
                "signature", agent.signature());
    }

    /** Customers are told nothing of what teams promise each other; what was not kept is not promised them again. */
    private SlaClocks shown(SlaClocks clocks, Instant now) {
        return audience == Audience.INTERNAL
                ? clocks
                : SlaClocks.of(clocks.all().stream()
                        .filter(clock -> clock.target() != SlaTarget.OPERATIONAL && now.isBefore(clock.due()))
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

    /** Who did it; customers are told of agents only. */
    private Value actor(Actor by, People people) {
        if (by instanceof Actor.DeskAgent agent) {
            return currentUser(agent.agent());
        }
        return Value.of(
                by instanceof Actor.Customer customer && audience == Audience.INTERNAL
                        ? people.survivor(customer.contact())
                                .map(TemplateFacts::customer)
                                .orElse(NOBODY)
                        : NOBODY);
    }

    /** An agent who does something. */
    Value currentUser(AgentId agent) {
        return Value.of(setup.agents().agent(agent).map(TemplateFacts::agent).orElse(NOBODY));
    }

    private static Map<String, Object> customer(Contact contact) {
        Map<String, Object> customer = new HashMap<>(NOBODY);
        customer.put("name", contact.name());
        customer.put("first_name", contact.firstName());
        customer.put("last_name", PersonNames.last(contact));
        customer.put("email", contact.address(Channel.MAIL).map(Address::value));
        return customer;
    }
}
