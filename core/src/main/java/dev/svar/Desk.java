package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.FormattedText;
import dev.svar.message.Message;
import dev.svar.message.NewFile;
import dev.svar.sla.SlaClocks;
import dev.svar.store.Changes;
import dev.svar.store.TicketState;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hosts and agents do with tickets. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final DeskSetup setup;
    private final Commits commits;
    private final Offers offers;
    private final Deflection deflection;
    private final ReplyText replies;

    Desk(DeskSetup setup, Commits commits, Offers offers) {
        this.setup = setup;
        this.commits = commits;
        this.offers = offers;
        this.deflection = new Deflection(setup);
        this.replies = new ReplyText(setup);
    }

    Ticket open(NewTicket request) {
        Instant now = setup.now();
        Optional<Locale> language =
                request.language().or(() -> setup.languages().detect(request.subject() + "\n" + request.text()));
        TicketId id = request.id().orElseGet(() -> new TicketId(setup.ids().get()));
        Draft draft = Draft.ofText(new MessageId(setup.ids().get()), request.text());
        return Attempts.untilDecided("opening a ticket", () -> {
            Optional<TicketState> known =
                    request.id().flatMap(named -> setup.store().ticket(setup.tenant(), named));
            if (known.isPresent()) {
                return known.map(TicketState::ticket);
            }
            People people = new People(setup);
            Contact requester = people.at(request.requester(), request.name(), language);
            TicketCommand.Open command = new TicketCommand.Open(
                    request.openedBy().map(Actor::agent).orElse(Actor.customer(requester.id())),
                    new TicketNumber(setup.numberPrefix(), setup.store().nextNumber(setup.tenant())),
                    request.subject(),
                    requester.id(),
                    Set.of(),
                    request.priority().orElse(Priority.NORMAL),
                    request.channel(),
                    language,
                    true,
                    draft.id(),
                    requester.organization(),
                    setup.contextRules().apply(request.context()),
                    request.fields(),
                    Optional.empty());
            LOG.debug("open {}", command.number());
            Changes.Builder changes = Changes.builder(setup.tenant());
            request.suggestion()
                    .ifPresent(question -> deflection.askedAllTheSame(changes, question, id, requester.id()));
            Cascade cascade =
                    setup.opening(now, draft, request.priority().isPresent()).open(id, command);
            offers.offer(cascade, id, changes, now);
            return commits.commit(cascade, id, people, changes, now);
        });
    }

    Ticket reply(TicketId ticket, AgentId agent, String text, Status then, Optional<Resolution> resolution) {
        MessageId message = new MessageId(setup.ids().get());
        return change(
                ticket, new TicketCommand.Reply(Actor.agent(agent), message, then, resolution), draft(message, text));
    }

    Ticket reply(TicketId ticket, AgentId agent, String text, Status then, List<NewFile> files) {
        MessageId message = new MessageId(setup.ids().get());
        return reply(ticket, agent, draft(message, text), then, files);
    }

    Ticket reply(TicketId ticket, AgentId agent, FormattedText words, Status then, List<NewFile> files) {
        MessageId message = new MessageId(setup.ids().get());
        return reply(ticket, agent, Draft.ofText(message, words), then, files);
    }

    private Ticket reply(TicketId ticket, AgentId agent, Draft words, Status then, List<NewFile> files) {
        Check.size("files", files, Message.MAX_ATTACHMENTS);
        Draft draft = words.with(files.stream().map(NewFile::attachment).toList());
        List<Content> contents = files.stream().map(NewFile::content).toList();
        return change(ticket, new TicketCommand.Reply(Actor.agent(agent), draft.id(), then), contents, draft);
    }

    Ticket note(TicketId ticket, AgentId agent, String text) {
        MessageId message = new MessageId(setup.ids().get());
        return change(ticket, new TicketCommand.AddNote(Actor.agent(agent), message), draft(message, text));
    }

    private static Draft draft(MessageId id, String text) {
        return Draft.ofText(id, Check.text("text", text, Message.MAX_TEXT_LENGTH));
    }

    Ticket execute(TicketId ticket, TicketCommand command) {
        if (command instanceof TicketCommand.Open) {
            throw new InvalidValueException("command", "opens a ticket, use open or receive instead");
        }
        boolean ofTheDesk = command instanceof TicketCommand.WarnOfSla
                || command instanceof TicketCommand.AnnounceDelay
                || command instanceof TicketCommand.BreachSla
                || command instanceof TicketCommand.EscalateSla
                || command instanceof TicketCommand.RecordReactionFailure
                || command instanceof TicketCommand.ReportDeliveryFailure
                || command instanceof TicketCommand.RecordRedaction
                || command instanceof TicketCommand.TakeSilenceStep
                || command instanceof TicketCommand.RemindOfRating
                || command instanceof TicketCommand.RefuseMessage
                || command instanceof TicketCommand.RecordFollowUp;
        if (ofTheDesk) {
            throw new InvalidValueException("command", "records what only the desk itself can find out");
        }
        return command instanceof TicketCommand.ReviewSla review ? review(ticket, review) : change(ticket, command);
    }

    /**
     * The promises as the policies in force have them. Timers are scheduled anew also if nothing changes: there may be none
     * for a warning that the policy did not have when the ticket changed last.
     */
    private Ticket review(TicketId ticket, TicketCommand.ReviewSla command) {
        Instant now = setup.now();
        return Attempts.untilDecided("reviewing the promises of a ticket", () -> {
            TicketState before = commits.required(ticket);
            SlaClocks reviewed = before.clocks().reviewed(before.ticket(), setup.policies(), now);
            if (reviewed.promiseAs(before.clocks())) {
                return commits.rescheduled(before);
            }
            Cascade cascade = setup.cascade(now).about(before).decide(ticket, command);
            return commits.commit(cascade, ticket, new People(setup), now);
        });
    }

    List<BulkResult> executeAll(Collection<TicketId> tickets, TicketCommand command) {
        Check.size("tickets", tickets, BulkResult.MAX_TICKETS);
        return tickets.stream()
                .distinct()
                .map(ticket -> {
                    try {
                        return BulkResult.done(execute(ticket, command));
                    } catch (RuntimeException e) { // one that fails must not keep the others from being done
                        return BulkResult.failed(ticket, e);
                    }
                })
                .toList();
    }

    private Ticket change(TicketId ticket, TicketCommand command, Draft... drafts) {
        return change(ticket, command, List.of(), drafts);
    }

    private Ticket change(TicketId ticket, TicketCommand command, List<Content> contents, Draft... drafts) {
        Instant now = setup.now();
        return Attempts.untilDecided("changing a ticket", () -> {
            TicketState before = commits.required(ticket);
            LOG.debug("{} of {}", command.getClass().getSimpleName(), before.ticket());
            Cascade cascade = setup.cascade(now, drafts).about(before).decide(ticket, meant(before.ticket(), command));
            if (command instanceof TicketCommand.RevokeLinks) {
                revokeMerged(before.ticket(), cascade, command);
            }
            Changes.Builder changes = Changes.builder(setup.tenant());
            contents.forEach(changes::content);
            return commits.commit(cascade, ticket, new People(setup), changes, now);
        });
    }

    /** Whoever is sent away goes under all names: a person who was several contacts may take part as any of them. */
    private TicketCommand meant(Ticket ticket, TicketCommand command) {
        if (!(command instanceof TicketCommand.ChangeParticipants c)) {
            return command;
        }
        Survivors survivors = new Survivors(setup);
        Set<ContactId> gone =
                c.remove().stream().flatMap(id -> survivors.ids(id).stream()).collect(Collectors.toSet());
        Set<ContactId> added = new HashSet<>(c.add());
        added.removeAll(gone);
        gone.retainAll(ticket.participants());
        return new TicketCommand.ChangeParticipants(c.by(), added, gone);
    }

    /** Links of the tickets that were merged into it lead to it as well. */
    private void revokeMerged(Ticket ticket, Cascade cascade, TicketCommand revoke) {
        for (TicketId merged : ticket.merged()) {
            cascade.about(commits.required(merged)).decide(merged, revoke);
        }
    }

    String cannedResponse(TicketId id, AgentId agent, String shortcut) {
        TemplateCatalog catalog = setup.cannedResponses();
        return replies.of(catalog, shortcut, commits.required(id), agent, setup.now())
                .orElseThrow(() -> new InvalidValueException(
                        "shortcut", "names no canned response, there are " + catalog.names()));
    }
}
