package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.Organization;
import dev.svar.message.Attachment;
import dev.svar.message.Message;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a template gets to see only if it names it, since it costs a look into the store or another rendering. */
final class AskedFacts {
    private static final int MOST_COMMENTS = 30;
    private static final String TICKET = "ticket";
    private static final String LATEST_PUBLIC = "latest_public_comment";

    private final DeskSetup setup;
    private final NextStep nextStep;

    AskedFacts(DeskSetup setup) {
        this.setup = setup;
        this.nextStep = new NextStep(setup);
    }

    /** The facts of {@link TemplateFacts} with those that the template, or a partial of the catalog, asks for. */
    Map<String, Value> with(Map<String, Value> facts, Template template, TemplateCatalog catalog, Reading reading) {
        Ticket ticket = reading.state().ticket();
        Map<String, Value> about = new HashMap<>();
        if (catalog.mentions(template, "organization")) {
            about.put("organization", Value.of(organization(ticket, reading.people())));
        }
        if (catalog.mentions(template, "in_business_hours")) {
            about.put(
                    "in_business_hours",
                    Value.of(setup.policies().select(ticket).calendar().isOpen(reading.now())));
        }
        if (catalog.mentions(template, "cc_names") || catalog.mentions(template, "ccs")) {
            about.putAll(participants(ticket, reading));
        }
        if (catalog.mentions(template, "description")) {
            about.put("description", Value.of(description(reading)));
        }
        if (catalog.mentions(template, "comment")) {
            about.putAll(comments(catalog, template, facts, reading));
        }
        Map<String, Value> all = new HashMap<>(facts);
        Map<String, Value> whole = new HashMap<>(ticket(facts));
        whole.putAll(about);
        all.put(TICKET, new Value.Fields(whole));
        if (catalog.mentions(template, NextStep.NAME)) {
            all.put(NextStep.NAME, Value.of(nextStep.sentence(all, reading)));
        }
        return all;
    }

    private static Map<String, Value> ticket(Map<String, Value> facts) {
        return facts.get(TICKET) instanceof Value.Fields ticket ? ticket.values() : Map.of();
    }

    private static Map<String, Object> organization(Ticket ticket, People people) {
        Optional<Organization> organization = ticket.organization().flatMap(people::organization);
        return Map.of("name", organization.map(Organization::name), "id", organization.map(o -> o.id().toString()));
    }

    /** Other people chose their own names, so they are in no automatic letter. */
    private static Map<String, Value> participants(Ticket ticket, Reading reading) {
        List<Contact> others = reading.sees() == Reading.Sees.AGENTS_WORDS
                ? List.of()
                : ticket.participants().stream()
                        .sorted(Comparator.comparing(ContactId::value))
                        .flatMap(id -> reading.people().survivor(id).stream())
                        .toList();
        boolean addresses = reading.sees() == Reading.Sees.EVERYTHING;
        return Map.of(
                "cc_names",
                Value.of(others.stream()
                        .flatMap(contact -> Names.given(contact.name()).stream())
                        .collect(Collectors.joining(", "))),
                "ccs",
                Value.of(others.stream()
                        .map(contact -> Map.of(
                                "name",
                                Names.given(contact.name()),
                                "email",
                                contact.address(Channel.MAIL)
                                        .filter(a -> addresses)
                                        .map(Address::value)))
                        .toList()));
    }

    private Optional<String> description(Reading reading) {
        Ticket ticket = reading.state().ticket();
        return setup.store().messages(setup.tenant(), ticket.id(), 0, 1).stream()
                .findFirst()
                .or(reading::fresh)
                .filter(message -> reading.sees().roles().contains(message.role()))
                .map(Message::visibleText);
    }

    private Map<String, Value> comments(
            TemplateCatalog catalog, Template template, Map<String, Value> facts, Reading reading) {
        boolean lists = catalog.mentions(template, "comments");
        boolean latestIsKnown =
                !ticket(facts).getOrDefault(LATEST_PUBLIC, Value.NIL).equals(Value.NIL);
        if (!lists && !catalog.mentions(template, "latest_comment") && latestIsKnown) {
            return Map.of();
        }
        List<Message> all = latest(reading, reading.sees().roles(), lists ? MOST_COMMENTS : 1);
        Set<MessageRole> visible = new HashSet<>(reading.sees().roles());
        visible.remove(MessageRole.NOTE);
        List<Message> open =
                visible.equals(reading.sees().roles()) ? all : latest(reading, visible, lists ? MOST_COMMENTS : 1);
        Map<String, Value> found = new HashMap<>();
        found.put("latest_comment", Value.of(all.stream().findFirst().map(Message::visibleText)));
        found.put(LATEST_PUBLIC, Value.of(open.stream().findFirst().map(Message::visibleText)));
        if (lists) {
            found.put(
                    "comments",
                    Value.of(all.stream().map(m -> comment(m, reading)).toList()));
            found.put(
                    "public_comments",
                    Value.of(open.stream().map(m -> comment(m, reading)).toList()));
        }
        return found;
    }

    private List<Message> latest(Reading reading, Set<MessageRole> roles, int most) {
        List<Message> messages = new ArrayList<>();
        reading.fresh().filter(message -> roles.contains(message.role())).ifPresent(messages::add);
        Ticket ticket = reading.state().ticket();
        setup.store().latestMessages(setup.tenant(), ticket.id(), roles, most).stream()
                .filter(message -> messages.stream().noneMatch(m -> m.id().equals(message.id())))
                .forEach(messages::add);
        return messages.subList(0, Math.min(most, messages.size()));
    }

    private Map<String, Object> comment(Message message, Reading reading) {
        Optional<String> name = author(message.by(), reading.people());
        return Map.of(
                "author", Map.of("name", name, "first_name", name.map(PersonNames::first)),
                "created_at", message.at(),
                "created_at_with_time", message.at(),
                "value", message.visibleText(),
                "is_public", message.role().visibleToCustomer(),
                "attachments",
                        message.attachments().stream()
                                .map(Attachment::name)
                                .map(file -> Map.of("filename", file))
                                .toList());
    }

    private Optional<String> author(Actor by, People people) {
        if (by instanceof Actor.DeskAgent agent) {
            return setup.agents().agent(agent.agent()).map(Agent::name);
        }
        return by instanceof Actor.Customer customer
                ? people.survivor(customer.contact()).map(Contact::name).flatMap(Names::given)
                : Optional.empty();
    }
}
