package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.TicketState;
import dev.svar.template.RenderContext;
import dev.svar.template.Template;
import dev.svar.template.Value;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hosts and agents do with tickets. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private static final Set<MessageRole> VISIBLE = Stream.of(MessageRole.values())
            .filter(MessageRole::visibleToCustomer)
            .collect(Collectors.toUnmodifiableSet());

    private final DeskSetup setup;
    private final ChangeWriter writer;
    private final TemplateFacts facts;
    private final Bearers bearers;

    Desk(DeskSetup setup, ChangeWriter writer) {
        this.setup = setup;
        this.writer = writer;
        this.facts = new TemplateFacts(setup);
        this.bearers = new Bearers(setup);
    }

    Ticket open(NewTicket request) {
        Instant now = setup.now();
        Optional<Locale> language =
                request.language().or(() -> setup.languages().detect(request.subject() + "\n" + request.text()));
        TicketId id = new TicketId(setup.ids().get());
        Draft draft = Draft.ofText(new MessageId(setup.ids().get()), request.text());
        return Attempts.untilDecided("opening a ticket", () -> {
            People people = new People(setup);
            Contact requester = people.at(request.requester(), request.name(), language);
            TicketCommand.Open command = new TicketCommand.Open(
                    Actor.customer(requester.id()),
                    new TicketNumber(setup.numberPrefix(), setup.store().nextNumber(setup.tenant())),
                    request.subject(),
                    requester.id(),
                    Set.of(),
                    request.priority(),
                    request.channel(),
                    language,
                    true,
                    draft.id());
            Cascade.Outcome outcome = setup.cascade(Optional.of(draft), now).open(id, command);
            LOG.debug("open {}", command.number());
            return commit(Optional.empty(), outcome, people, now);
        });
    }

    Ticket reply(TicketId ticket, AgentId agent, String text, Status then) {
        MessageId message = new MessageId(setup.ids().get());
        return change(ticket, new TicketCommand.Reply(Actor.agent(agent), message, then), draft(message, text));
    }

    Ticket note(TicketId ticket, AgentId agent, String text) {
        MessageId message = new MessageId(setup.ids().get());
        return change(ticket, new TicketCommand.AddNote(Actor.agent(agent), message), draft(message, text));
    }

    private static Optional<Draft> draft(MessageId id, String text) {
        return Optional.of(Draft.ofText(id, Check.text("text", text, Message.MAX_TEXT_LENGTH)));
    }

    Ticket execute(TicketId ticket, TicketCommand command) {
        if (command instanceof TicketCommand.Open) {
            throw new InvalidValueException("command", "opens a ticket, use open or receive instead");
        }
        boolean ofTheDesk = command instanceof TicketCommand.WarnOfSla
                || command instanceof TicketCommand.AnnounceDelay
                || command instanceof TicketCommand.BreachSla
                || command instanceof TicketCommand.ReportDeliveryFailure;
        if (ofTheDesk) {
            throw new InvalidValueException("command", "records what only the desk itself can find out");
        }
        return change(ticket, command, Optional.empty());
    }

    private Ticket change(TicketId ticket, TicketCommand command, Optional<Draft> draft) {
        Instant now = setup.now();
        return Attempts.untilDecided("changing a ticket", () -> {
            TicketState before = required(ticket);
            Cascade.Outcome outcome = setup.cascade(draft, now).decide(before, command);
            LOG.debug(
                    "{} of {}: {} events",
                    command.getClass().getSimpleName(),
                    before.ticket(),
                    outcome.steps().size());
            return outcome.steps().isEmpty()
                    ? Optional.of(before.ticket())
                    : commit(Optional.of(before), outcome, new People(setup), now);
        });
    }

    private Optional<Ticket> commit(Optional<TicketState> before, Cascade.Outcome outcome, People people, Instant now) {
        Changes.Builder changes = Changes.builder(setup.tenant());
        TicketState after = writer.write(changes, before, outcome, people, now);
        people.fresh().forEach(changes::newContact);
        return setup.store().commit(changes.build()) == CommitResult.COMMITTED
                ? Optional.of(after.ticket())
                : Optional.empty();
    }

    private TicketState required(TicketId ticket) {
        return setup.store()
                .ticket(setup.tenant(), ticket)
                .orElseThrow(() -> new UnknownTicketException(ticket.toString()));
    }

    String cannedResponse(TicketId id, AgentId agentId, String shortcut) {
        TicketState state = required(id);
        Ticket ticket = state.ticket();
        Template template = setup.cannedResponses()
                .find(shortcut, ticket.language().stream().toList())
                .orElseThrow(() -> new InvalidValueException(
                        "shortcut",
                        "names no canned response, there are "
                                + setup.cannedResponses().names()));
        Map<String, Value> data = new HashMap<>(
                facts.of(ticket, state.clocks(), Optional.empty(), new People(setup), Optional.empty(), true));
        data.put(
                "current_user",
                Value.of(Map.of("name", setup.agents().agent(agentId).map(Agent::name))));
        RenderContext context = RenderContext.builder(data, setup.now())
                .locale(template.locale())
                .zone(setup.policy().calendar().zone())
                .build();
        return setup.renderer().render(template, context).text();
    }

    Optional<CustomerView> follow(String token) {
        return bearers.find(token, AccessRight.FOLLOW, setup.now())
                .map(bearer -> customerView(bearer.state().ticket()));
    }

    private CustomerView customerView(Ticket ticket) {
        People people = new People(setup);
        List<CustomerView.Entry> entries = new ArrayList<>(
                setup.store().latestMessages(setup.tenant(), ticket.id(), VISIBLE, CustomerView.MAX_MESSAGES).stream()
                        .map(m -> new CustomerView.Entry(
                                m.at(), author(m.by(), people), m.by() instanceof Actor.DeskAgent, m.visibleText()))
                        .toList());
        Collections.reverse(entries);
        return new CustomerView(
                ticket.number(), ticket.subject(), ticket.status().label(), entries);
    }

    private String author(Actor by, People people) {
        if (by instanceof Actor.DeskAgent agent) {
            return setup.agents().agent(agent.agent()).map(Agent::name).orElse("");
        } else if (by instanceof Actor.Customer customer) {
            return people.find(customer.contact())
                    .map(Contact::name)
                    .filter(name -> name.indexOf('@') < 0) // many mail programs give the address as the name
                    .orElse("");
        }
        return "";
    }
}
