package dev.svar;

import dev.svar.assignment.Team;
import dev.svar.contact.Actor;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.error.SvarException;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.MacroChange;
import dev.svar.store.MacroQuery;
import dev.svar.store.Page;
import dev.svar.store.StoreException;
import dev.svar.store.TicketState;
import dev.svar.template.LiquidTemplate;
import dev.svar.template.Macro;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Canned responses and macros. An agent sees and changes the own ones, those of the teams that the desk's roster has the
 * agent in, and those of the desk; where shortcuts are the same they come in this order. Safe for use by several threads.
 */
public final class MacroBook {
    private static final Logger LOG = LoggerFactory.getLogger(MacroBook.class);

    private final DeskSetup setup;
    private final Commits commits;
    private final ReplyText replies;

    MacroBook(DeskSetup setup, Commits commits) {
        this.setup = setup;
        this.commits = commits;
        this.replies = new ReplyText(setup);
    }

    /**
     * Adds a macro, or changes one.
     *
     * @param by who does it
     * @param macro the macro; of version 0 if it is new, else changed from what was found
     * @return the macro as it is stored
     * @throws UnknownMacroException if it, or its scope, is not this agent's to change
     * @throws InvalidValueException if the shortcut is another's, or somebody changed the macro meanwhile
     * @throws dev.svar.template.TemplateSyntaxException if a text is not Liquid
     */
    public Macro save(AgentId by, Macro macro) {
        macro.texts().values().forEach(LiquidTemplate::parse);
        requireOwn(by, macro);
        if (macro.version() > 0) {
            required(by, macro.id());
        }
        setup.store()
                .macro(setup.tenant(), macro.scope(), macro.shortcut())
                .filter(other -> !other.id().equals(macro.id()))
                .ifPresent(other -> {
                    throw new InvalidValueException(
                            "macro.shortcut", macro.shortcut() + " is that of macro " + other.id() + " of this scope");
                });
        Macro after = macro.at(macro.version() + 1);
        commit(MacroChange.put(macro.version(), after));
        return after;
    }

    /**
     * Removes a macro.
     *
     * @param by who does it
     * @param macro the macro as it was found
     * @throws UnknownMacroException if there is no such macro, or it is not this agent's to change
     * @throws InvalidValueException if somebody changed it meanwhile
     */
    public void remove(AgentId by, Macro macro) {
        required(by, macro.id());
        commit(MacroChange.remove(macro));
    }

    private void commit(MacroChange change) {
        if (setup.store().commit(Changes.builder(setup.tenant()).macro(change).build()) != CommitResult.COMMITTED) {
            throw new InvalidValueException("macro", "was changed meanwhile, look at it again");
        }
        LOG.debug("changed macro {}", change.after().id());
    }

    /**
     * Finds a macro.
     *
     * @param agent who asks
     * @param macro its id
     * @return the macro, if the agent may use it
     */
    public Optional<Macro> find(AgentId agent, MacroId macro) {
        return setup.store()
                .macro(setup.tenant(), macro)
                .filter(found -> scopes(agent).contains(found.scope()));
    }

    /**
     * Finds the macro that an agent means by a shortcut: the own one, else that of the first team, else that of the desk.
     *
     * @param agent who asks
     * @param shortcut the shortcut
     * @return the macro
     */
    public Optional<Macro> find(AgentId agent, String shortcut) {
        return scopes(agent).stream()
                .flatMap(scope -> setup.store().macro(setup.tenant(), scope, shortcut).stream())
                .findFirst();
    }

    /**
     * Searches while an agent types: macros whose shortcut begins like this, then those whose name does, of each first the
     * own ones.
     *
     * @param agent who asks
     * @param beginning what was typed, at most {@value Macro#MAX_NAME} characters
     * @param limit the most macros, 1 to {@value Page#MAX_LIMIT}
     * @return the macros, each once
     */
    public List<Macro> search(AgentId agent, String beginning, int limit) {
        Map<MacroId, Macro> found = new LinkedHashMap<>();
        for (MacroQuery.By by : MacroQuery.By.values()) {
            for (MacroScope scope : scopes(agent)) {
                MacroQuery query = new MacroQuery(scope, by, beginning, Optional.empty(), limit);
                setup.store()
                        .macros(setup.tenant(), query)
                        .items()
                        .forEach(macro -> found.putIfAbsent(macro.id(), macro));
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    /**
     * Lists the macros of a scope.
     *
     * @param agent who asks
     * @param query which
     * @return a page; an empty one if the scope is not one of the agent's
     */
    public Page<Macro> page(AgentId agent, MacroQuery query) {
        return scopes(agent).contains(query.scope())
                ? setup.store().macros(setup.tenant(), query)
                : new Page<>(List.of(), Optional.empty());
    }

    /**
     * What a macro would do to a ticket; nothing is stored or sent.
     *
     * @param macro which macro
     * @param ticket which ticket
     * @param agent who would do it
     * @return its text, its changes and what cannot be done
     * @throws UnknownMacroException if there is no such macro that the agent may use
     * @throws UnknownTicketException if there is no such ticket
     */
    public MacroPreview preview(MacroId macro, TicketId ticket, AgentId agent) {
        Instant now = setup.now();
        Macro meant = required(agent, macro);
        TicketState before = commits.required(ticket);
        List<String> refusals = new ArrayList<>();
        Optional<String> text = text(meant, before, agent, now, refusals);
        MessageId message = new MessageId(setup.ids().get());
        Cascade cascade = text.map(reply -> setup.quietCascade(now, Draft.ofText(message, reply)))
                .orElseGet(() -> setup.quietCascade(now))
                .about(before);
        for (TicketCommand command : commands(meant, text.isPresent(), message, agent)) {
            try {
                cascade.decide(ticket, command);
            } catch (SvarException e) {
                refusals.add(e.getMessage());
            }
        }
        List<RecordedEvent> changes =
                cascade.outcome().steps().stream().map(Step::event).toList();
        Locale language = setup.agents().agent(agent).map(Agent::locale).orElse(Locale.ENGLISH);
        HistoryLines lines = new HistoryLines(setup, new DeskNames(setup), language);
        return new MacroPreview(text, changes, changes.stream().map(lines::line).toList(), refusals);
    }

    private Optional<String> text(Macro macro, TicketState state, AgentId agent, Instant now, List<String> refusals) {
        try {
            return reply(macro, state, agent, now);
        } catch (StoreException e) {
            throw e;
        } catch (SvarException e) {
            refusals.add(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> reply(Macro macro, TicketState state, AgentId agent, Instant now) {
        return replies.of(macro, state, agent, now).map(text -> Check.text("text", text, Message.MAX_TEXT_LENGTH));
    }

    /**
     * Does all that a macro says, in one commit: everything or nothing.
     *
     * @param macro which macro
     * @param ticket which ticket
     * @param agent who does it
     * @return the ticket afterwards
     * @throws UnknownMacroException if there is no such macro that the agent may use
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.TransitionRefusedException if its status does not allow a part of it
     * @throws dev.svar.ticket.RequirementsMissingException if the rules ask for more than the ticket has
     * @throws dev.svar.template.TemplateRenderException if the reply cannot be written
     * @throws InvalidValueException if the reply would have a hole and the catalog is strict, or is too long
     */
    public Ticket apply(MacroId macro, TicketId ticket, AgentId agent) {
        Instant now = setup.now();
        MessageId message = new MessageId(setup.ids().get());
        return Attempts.untilDecided("applying a macro", () -> {
            Macro meant = required(agent, macro);
            TicketState before = commits.required(ticket);
            Optional<String> text = reply(meant, before, agent, now);
            LOG.debug("macro {} on {}", meant.id(), before.ticket());
            Cascade cascade = text.map(reply -> setup.cascade(now, Draft.ofText(message, reply)))
                    .orElseGet(() -> setup.cascade(now))
                    .about(before);
            commands(meant, text.isPresent(), message, agent).forEach(command -> cascade.decide(ticket, command));
            return commits.commit(cascade, ticket, new People(setup), now);
        });
    }

    /** The reply comes last, with the status, so that all else is told by one letter. */
    private static List<TicketCommand> commands(Macro macro, boolean replies, MessageId message, AgentId agent) {
        Actor by = Actor.agent(agent);
        List<TicketCommand> commands = new ArrayList<>();
        macro.actions().priority().ifPresent(p -> commands.add(new TicketCommand.ChangePriority(by, p)));
        if (!macro.actions().addTags().isEmpty()
                || !macro.actions().removeTags().isEmpty()) {
            commands.add(new TicketCommand.ChangeTags(
                    by, macro.actions().addTags(), macro.actions().removeTags()));
        }
        macro.actions().team().ifPresent(team -> commands.add(new TicketCommand.AssignTeam(by, Optional.of(team))));
        macro.actions().assignee().ifPresent(to -> commands.add(new TicketCommand.Assign(by, Optional.of(to))));
        if (replies) {
            Status then = macro.actions().status().orElse(Status.PENDING);
            commands.add(new TicketCommand.Reply(by, message, then, Optional.empty()));
        } else {
            macro.actions().status().ifPresent(status -> commands.add(new TicketCommand.ChangeStatus(by, status)));
        }
        return commands;
    }

    private Macro required(AgentId agent, MacroId macro) {
        return find(agent, macro).orElseThrow(() -> new UnknownMacroException(macro.toString()));
    }

    private void requireOwn(AgentId agent, Macro macro) {
        if (!scopes(agent).contains(macro.scope())) {
            throw new UnknownMacroException(macro.id().toString());
        }
    }

    /** In the order in which shortcuts are looked for. */
    private List<MacroScope> scopes(AgentId agent) {
        List<MacroScope> scopes = new ArrayList<>();
        scopes.add(new MacroScope.Person(agent));
        setup.assignment().map(assignment -> assignment.roster().teams()).orElse(List.of()).stream()
                .filter(team -> team.members().contains(agent))
                .map(Team::id)
                .forEach(team -> scopes.add(new MacroScope.OfTeam(team)));
        scopes.add(MacroScope.DESK);
        return scopes;
    }
}
