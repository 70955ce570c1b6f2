package dev.svar;

import dev.svar.assignment.AssignmentStrategy;
import dev.svar.assignment.Presence;
import dev.svar.assignment.Roster;
import dev.svar.category.Categorizer;
import dev.svar.category.LanguageDetector;
import dev.svar.category.MoodDetector;
import dev.svar.category.PriorityDetector;
import dev.svar.category.ThanksDetector;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryKey;
import dev.svar.delivery.DeliveryPaces;
import dev.svar.delivery.DeliveryReport;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.delivery.SuppressionPolicy;
import dev.svar.delivery.UncertainPolicy;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.insight.DeskTrends;
import dev.svar.knowledge.ArticleRules;
import dev.svar.knowledge.ArticleSearch;
import dev.svar.knowledge.TextIndex;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.Disposition;
import dev.svar.message.FormattedText;
import dev.svar.message.Incoming;
import dev.svar.message.Message;
import dev.svar.message.NewFile;
import dev.svar.message.Receipt;
import dev.svar.message.Transport;
import dev.svar.message.UnsubscribeAddress;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.Cursor;
import dev.svar.store.DeadWork;
import dev.svar.store.DeskStore;
import dev.svar.store.Page;
import dev.svar.store.PreferencesChange;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.store.Tickets;
import dev.svar.store.WorkKey;
import dev.svar.template.LiquidRenderer;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateProblem;
import dev.svar.template.TemplateRenderer;
import dev.svar.ticket.FollowUpPolicy;
import dev.svar.ticket.LetterTokens;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Rating;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.RedactionRules;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.TicketRules;
import dev.svar.ticket.TicketTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A help desk of one tenant. Every method that changes something is one atomic commit of state, history and side effects;
 * nothing leaves the process before {@link #runDue}, which the host calls when it likes. Starts no thread and opens nothing
 * by itself. Safe for use by any number of threads, and any number of desks may work on one store.
 */
public final class HelpDesk {
    /** The most queues that are counted at once. */
    public static final int MAX_QUEUES = 100;

    private final DeskSetup setup;
    private final Intake intake;
    private final Desk desk;
    private final TicketPairs pairs;
    private final Redactions redactions;
    private final Offers offers;
    private final DueWork dueWork;
    private final Ledger ledger;
    private final AddressBook contacts;
    private final Timelines timelines;
    private final Hints hints;
    private final AgentViews agentViews;
    private final CustomerViews customerViews;
    private final Ratings ratings;
    private final Subscriptions subscriptions;
    private final MacroBook macros;
    private final Announcements announcements;
    private final Incidents incidents;
    private final KnowledgeBase articles;
    private final SimilarTickets similar;

    private HelpDesk(DeskSetup setup) {
        this.setup = setup;
        ChangeWriter writer = new ChangeWriter(setup);
        Offers offers = new Offers(setup, writer);
        this.intake = new Intake(setup, writer, offers);
        Commits commits = new Commits(setup, writer);
        this.desk = new Desk(setup, commits, offers);
        this.pairs = new TicketPairs(setup, commits, offers);
        this.offers = offers;
        ArticleLinks articleLinks = new ArticleLinks(setup);
        LearnPhrasings learnPhrasings = new LearnPhrasings(setup, articleLinks);
        this.redactions = new Redactions(setup, commits, new RedactedWords(setup, learnPhrasings));
        ArticleFeed articleFeed = new ArticleFeed(setup);
        TicketFeed ticketFeed = new TicketFeed(setup);
        this.dueWork = new DueWork(
                setup,
                new HandOvers(setup, writer),
                new DueTimers(setup, writer),
                new Telling(setup),
                offers,
                new SolveIncidents(setup, desk),
                learnPhrasings,
                articleFeed,
                ticketFeed);
        this.ledger = new Ledger(setup, writer);
        this.contacts = new AddressBook(setup);
        this.timelines = new Timelines(setup);
        this.hints = new Hints(setup);
        this.agentViews = new AgentViews(setup, timelines, hints);
        this.customerViews = new CustomerViews(setup);
        this.ratings = new Ratings(setup, desk);
        this.subscriptions = new Subscriptions(setup);
        this.macros = new MacroBook(setup, commits);
        this.announcements = new Announcements(setup);
        this.incidents = new Incidents(setup, desk);
        this.articles = new KnowledgeBase(setup, macros, articleFeed, articleLinks);
        this.similar = new SimilarTickets(setup, ticketFeed, customerViews);
    }

    /**
     * Starts a desk.
     *
     * @param store where everything durable is kept
     * @return a builder of a desk that promises nothing it is not told to
     */
    public static Builder builder(DeskStore store) {
        return new Builder(store);
    }

    /** {@return whose desk it is} */
    public TenantId tenant() {
        return setup.tenant();
    }

    /**
     * This desk on another store, for example on one that is bound to a transaction of the host's:
     *
     * <pre>{@code
     * connection.setAutoCommit(false);
     * orders.insert(connection, order);
     * desk.on(store.within(connection)).open(request);
     * connection.commit();
     * }</pre>
     *
     * It shares everything but the store, and costs next to nothing, so a new one may be asked for in each transaction. The
     * ordinary desk sees the ticket, sends what is to be sent and tells listeners as soon as the host has committed:
     * {@link #runDue} is for that one, never for a desk inside a transaction, where a mail would leave before the commit.
     *
     * @param other the other store
     * @return a desk that is otherwise the same; as safe for use by several threads as the store is
     */
    public HelpDesk on(DeskStore other) {
        return new HelpDesk(setup.on(other));
    }

    /** {@return what the desk tells many: mailings and welcome letters} */
    public Announcements announcements() {
        return announcements;
    }

    /** {@return the articles, and what came of suggesting them} */
    public KnowledgeBase articles() {
        return articles;
    }

    /** {@return tickets that are like others, if the desk was given an index of them} */
    public SimilarTickets similarTickets() {
        return similar;
    }

    /** {@return what is broken for many, and what is told of it} */
    public Incidents incidents() {
        return incidents;
    }

    /**
     * Takes a message that arrived: it opens a ticket, joins one, or is kept with the reason why it did neither. Taking the
     * same message again changes nothing.
     *
     * @param incoming the message, readable or not
     * @return what became of it
     */
    public Taken receive(Incoming incoming) {
        return intake.take(incoming);
    }

    /**
     * Opens a ticket.
     *
     * @param request what is asked and by whom
     * @return the ticket
     */
    public Ticket open(NewTicket request) {
        return desk.open(request);
    }

    /**
     * Answers the customer; the ticket then waits for them.
     *
     * @param ticket which ticket
     * @param agent who answers
     * @param text the answer, at most {@value Message#MAX_TEXT_LENGTH} characters
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.TransitionRefusedException if it takes no more messages
     */
    public Ticket reply(TicketId ticket, AgentId agent, String text) {
        return reply(ticket, agent, text, Status.PENDING);
    }

    /**
     * Answers the customer.
     *
     * @param ticket which ticket
     * @param agent who answers
     * @param text the answer, at most {@value Message#MAX_TEXT_LENGTH} characters
     * @param then the status afterwards
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.TransitionRefusedException if its status does not allow it
     */
    public Ticket reply(TicketId ticket, AgentId agent, String text, Status then) {
        return desk.reply(ticket, agent, text, then, Optional.empty());
    }

    /**
     * Answers the customer with files, which are kept with the answer and sent with it where the channel carries files.
     *
     * @param ticket which ticket
     * @param agent who answers
     * @param text the answer, at most {@value Message#MAX_TEXT_LENGTH} characters
     * @param then the status afterwards
     * @param files the files, at most {@value Message#MAX_ATTACHMENTS}; their bytes are read until this call has returned
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.TransitionRefusedException if its status does not allow it
     */
    public Ticket reply(TicketId ticket, AgentId agent, String text, Status then, List<NewFile> files) {
        return desk.reply(ticket, agent, text, then, files);
    }

    /**
     * Answers the customer in HTML and in text. A mail has both, each with what the template of replies puts around it; a
     * channel that shows no HTML gets the text. Files with a Content-ID are shown by the HTML.
     *
     * @param ticket which ticket
     * @param agent who answers
     * @param words the answer; the mail adapter's {@code SafeHtml} makes one of any HTML
     * @param then the status afterwards
     * @param files the files, at most {@value Message#MAX_ATTACHMENTS}; their bytes are read until this call has returned
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.TransitionRefusedException if its status does not allow it
     */
    public Ticket reply(TicketId ticket, AgentId agent, FormattedText words, Status then, List<NewFile> files) {
        return desk.reply(ticket, agent, words, then, files);
    }

    /**
     * The text of a canned response for a ticket, in the customer's language, to be looked at and then sent by
     * {@link #reply}.
     *
     * @param ticket which ticket
     * @param agent who will answer
     * @param shortcut the name of the canned response
     * @return its text
     * @throws UnknownTicketException if there is no such ticket
     * @throws InvalidValueException if there is no such canned response, or its text would have a hole and the catalog is
     *     strict
     */
    public String cannedResponse(TicketId ticket, AgentId agent, String shortcut) {
        return desk.cannedResponse(ticket, agent, shortcut);
    }

    /**
     * Writes an internal note; customers never see it.
     *
     * @param ticket which ticket
     * @param agent who writes
     * @param text the note, at most {@value Message#MAX_TEXT_LENGTH} characters
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     */
    public Ticket note(TicketId ticket, AgentId agent, String text) {
        return desk.note(ticket, agent, text);
    }

    /**
     * Assigns a ticket.
     *
     * @param ticket which ticket
     * @param by who assigns
     * @param assignee to whom
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     */
    public Ticket assign(TicketId ticket, AgentId by, AgentId assignee) {
        return execute(ticket, new TicketCommand.Assign(Actor.agent(by), Optional.of(assignee)));
    }

    /**
     * Solves a ticket.
     *
     * @param ticket which ticket
     * @param by who solved it
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.TransitionRefusedException if its status does not allow it
     * @throws dev.svar.ticket.RequirementsMissingException if the rules ask for more than the ticket has
     */
    public Ticket solve(TicketId ticket, AgentId by) {
        return execute(ticket, new TicketCommand.ChangeStatus(Actor.agent(by), Status.SOLVED));
    }

    /**
     * Solves a ticket and says how.
     *
     * @param ticket which ticket
     * @param by who solved it
     * @param how a solution, a workaround …
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.TransitionRefusedException if its status does not allow it
     * @throws dev.svar.ticket.RequirementsMissingException if the rules ask for more than the ticket has
     */
    public Ticket solve(TicketId ticket, AgentId by, Resolution how) {
        return execute(ticket, new TicketCommand.ChangeStatus(Actor.agent(by), Status.SOLVED, Optional.of(how)));
    }

    /**
     * Answers the customer and solves the ticket.
     *
     * @param ticket which ticket
     * @param agent who answers
     * @param text the answer, at most {@value Message#MAX_TEXT_LENGTH} characters
     * @param how a solution, a workaround …
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.TransitionRefusedException if its status does not allow it
     * @throws dev.svar.ticket.RequirementsMissingException if the rules ask for more than the ticket has
     */
    public Ticket solve(TicketId ticket, AgentId agent, String text, Resolution how) {
        return desk.reply(ticket, agent, text, Status.SOLVED, Optional.of(how));
    }

    /**
     * Merges a ticket into another one, which goes on for both. Messages stay where they are; the number, the reply
     * addresses and answers to mails of the merged ticket lead to the other, until {@link #undoMerge}.
     *
     * @param ticket which ticket is merged
     * @param into which goes on
     * @param by who merges
     * @return the ticket that goes on
     * @throws UnknownTicketException if one of them does not exist
     * @throws dev.svar.ticket.MergeRefusedException if that is not possible, or people who belong to the merged ticket only
     *     would see the other
     */
    public Ticket merge(TicketId ticket, TicketId into, AgentId by) {
        return pairs.merge(ticket, into, by, false);
    }

    /**
     * Merges a ticket into another one and lets everybody who belongs to the one take part in the other, where they see
     * all that is written.
     *
     * @param ticket which ticket is merged
     * @param into which goes on
     * @param by who merges
     * @return the ticket that goes on
     * @throws UnknownTicketException if one of them does not exist
     * @throws dev.svar.ticket.MergeRefusedException if that is not possible
     */
    public Ticket mergeSharing(TicketId ticket, TicketId into, AgentId by) {
        return pairs.merge(ticket, into, by, true);
    }

    /**
     * Undoes a merge: the ticket is what it was before. What was written in the other meanwhile stays there.
     *
     * @param ticket the ticket that was merged
     * @param by who undoes it
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.ticket.MergeRefusedException if it was not merged, or the other was merged itself since
     */
    public Ticket undoMerge(TicketId ticket, AgentId by) {
        return pairs.undoMerge(ticket, by);
    }

    /**
     * Links two tickets.
     *
     * @param ticket which ticket
     * @param kind what it is to the other
     * @param other the other, which gets the inverse link
     * @param by who links
     * @return the ticket afterwards
     * @throws UnknownTicketException if one of them does not exist
     * @throws dev.svar.ticket.LinkRefusedException if the link would close a circle or is not possible
     */
    public Ticket link(TicketId ticket, LinkKind kind, TicketId other, AgentId by) {
        return pairs.link(ticket, kind, other, by);
    }

    /**
     * Takes a link away, on both sides.
     *
     * @param ticket which ticket
     * @param kind what it was to the other
     * @param other the other
     * @param by who does
     * @return the ticket afterwards
     * @throws UnknownTicketException if one of them does not exist
     * @throws dev.svar.ticket.LinkRefusedException if people cannot take away links of that kind
     */
    public Ticket unlink(TicketId ticket, LinkKind kind, TicketId other, AgentId by) {
        return pairs.unlink(ticket, kind, other, by);
    }

    /**
     * Makes a ticket of some messages of another one. They are copied; the other keeps them. Who wrote the first of them
     * asks in the new ticket, which is answered and measured by itself.
     *
     * @param ticket which ticket
     * @param messages which of its messages, one by a customer among them; at most
     *     {@value dev.svar.ticket.TicketSplit#MAX_MESSAGES}
     * @param subject the new ticket's subject, one line
     * @param by who splits
     * @return the new ticket
     * @throws UnknownTicketException if there is no such ticket
     * @throws InvalidValueException if a message is none of the ticket, or none of them is by a customer
     */
    public Ticket split(TicketId ticket, List<MessageId> messages, String subject, AgentId by) {
        return pairs.split(ticket, messages, subject, by);
    }

    /**
     * Blots passages out of a message, or takes files away from it, for good: the text holds a blot instead, its HTML and its
     * raw form are erased. That it was done is recorded, not what stood there. Of the people of the ticket the questions before
     * a form and the words that articles learned are forgotten if a passage stands in them, and, if a customer wrote the message,
     * what became of such a question and what the ticket taught; for words of which nobody knows who said them, only a longer
     * passage counts. Letters that were planned or sent and copies that a split made are not touched.
     *
     * @param ticket which ticket
     * @param message which message
     * @param redaction what is to go
     * @param by who does
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws InvalidValueException if there is no such message, passage or file
     */
    public Ticket redact(TicketId ticket, MessageId message, Redaction redaction, AgentId by) {
        return redactions.redact(ticket, message, redaction, by);
    }

    /**
     * Carries out a command that neither opens a ticket nor adds a message nor records what only the desk itself can find out.
     *
     * @param ticket which ticket
     * @param command the command
     * @return the ticket afterwards
     * @throws UnknownTicketException if there is no such ticket
     * @throws InvalidValueException if the command is one of those
     * @throws dev.svar.ticket.TransitionRefusedException if the ticket's status does not allow it
     */
    public Ticket execute(TicketId ticket, TicketCommand command) {
        return desk.execute(ticket, command);
    }

    /**
     * Carries out a command on many tickets, each in a commit of its own; what one refuses keeps no other from being done.
     *
     * @param tickets which tickets, at most {@value BulkResult#MAX_TICKETS}; each counts once
     * @param command the command, one that {@link #execute} takes
     * @return what became of each, in the same order
     */
    public List<BulkResult> executeAll(Collection<TicketId> tickets, TicketCommand command) {
        return desk.executeAll(tickets, command);
    }

    /**
     * Offers tickets that nobody works on, the oldest first: to be called when somebody becomes available or finishes
     * something. Each is a commit of its own.
     *
     * @param limit the most tickets to assign, from 1; at most a thousand are looked at
     * @return the tickets that somebody got
     */
    public List<Ticket> offerBacklog(int limit) {
        return offers.backlog((int) Check.range("limit", limit, 1, Page.MAX_LIMIT));
    }

    /**
     * Does what is due: fires timers, hands over deliveries for whose channel this desk has a transport, tells the listeners
     * that it has. Any number of threads and nodes may call it at once; each piece of work is done by one of them.
     * {@link DueDriver} calls it when something is due.
     *
     * <p>Work that fails keeps no other from being done. It is tried again after a minute, then after twice as long each time
     * up to six hours, and after twelve tries it is left to {@link #deadWork} and {@link #replay}. Work that a process left
     * when it died comes back after ten minutes.
     *
     * <p>All levels of a ticket's promises that are due are reached in their order in one commit, each once, whichever node
     * does it. The clocks of two nodes may be 30 seconds apart: what is due is done by the clock of the node that comes first,
     * so up to that much early or late; the times of a ticket's events never go back; and a node begins nothing for which its
     * claim may be over by the clock of another.
     *
     * @param limit the most pieces of work to do, from 1
     * @return what was done and when to call next
     */
    public DueRun runDue(int limit) {
        return dueWork.run((int) Check.range("limit", limit, 1, Integer.MAX_VALUE));
    }

    /** The present as this desk knows it. */
    Instant now() {
        return setup.now();
    }

    /**
     * Lists work that failed so often that it is not tried any more: a hand-over, a timer, a listener that was to be told.
     *
     * @param after the last one of the page before
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}
     * @return the work that was given up first first
     */
    public List<DeadWork> deadWork(Optional<DeadWork> after, int limit) {
        return setup.store().deadWork(setup.tenant(), after, (int) Check.range("limit", limit, 1, Page.MAX_LIMIT));
    }

    /**
     * Has dead work tried again by the next {@link #runDue}, as if it had never been tried.
     *
     * @param work its name, for example {@link WorkKey#parse} of what was shown to a person
     * @return whether there was dead work with this name
     */
    public boolean replay(WorkKey work) {
        return setup.store().replay(setup.tenant(), work, setup.now());
    }

    /**
     * Finds a ticket with its clocks.
     *
     * @param ticket which
     * @return the ticket as it stands
     */
    public Optional<TicketState> find(TicketId ticket) {
        return setup.store().ticket(setup.tenant(), ticket);
    }

    /**
     * Finds a ticket by what people call it. The number of a ticket that was merged leads to the one that goes on.
     *
     * @param number for example {@code SUP-1042}, in any letter case
     * @return the ticket as it stands
     */
    public Optional<TicketState> find(String number) {
        return TicketNumber.parse(number).flatMap(setup::ticket).map(new Merges(setup)::living);
    }

    /**
     * Lists tickets.
     *
     * @param query which, in which order, and which page of them
     * @return the page
     */
    public Page<TicketState> tickets(TicketQuery query) {
        return setup.store().tickets(setup.tenant(), query);
    }

    /**
     * Counts tickets.
     *
     * @param query which, on whatever page
     * @return how many there are, {@value Tickets#MAX_COUNT} if there are that many or more
     */
    public long count(TicketQuery query) {
        return setup.store().count(setup.tenant(), query, Tickets.MAX_COUNT);
    }

    /**
     * Counts the tickets of several queues, each for itself.
     *
     * @param queues queries by the names of the queues, at most {@value #MAX_QUEUES}
     * @return the counts by the names, in the same order, each as {@link #count} gives it
     */
    public Map<String, Long> counts(Map<String, TicketQuery> queues) {
        Check.size("queues", queues.keySet(), MAX_QUEUES);
        Map<String, Long> counts = new LinkedHashMap<>();
        queues.forEach((name, query) -> counts.put(name, count(query)));
        return counts;
    }

    /**
     * Reads a ticket's history: its audit trail.
     *
     * @param ticket which
     * @param after the sequence to begin after, 0 for the beginning
     * @param limit the most events, 1 to {@value Page#MAX_LIMIT}
     * @return the events in order
     */
    public List<RecordedEvent> history(TicketId ticket, long after, int limit) {
        return setup.store().events(setup.tenant(), ticket, after, checked(limit));
    }

    /**
     * Reads a ticket's messages, internal notes among them.
     *
     * @param ticket which
     * @param after the sequence to begin after, 0 for the beginning
     * @param limit the most messages, 1 to {@value Page#MAX_LIMIT}
     * @return the messages in order
     */
    public List<Message> messages(TicketId ticket, long after, int limit) {
        return setup.store().messages(setup.tenant(), ticket, after, checked(limit));
    }

    /**
     * Reads what was sent about a ticket and what became of it.
     *
     * @param ticket which
     * @param limit the most deliveries, 1 to {@value Page#MAX_LIMIT}
     * @return the latest deliveries in the order in which they were planned
     */
    public List<Delivery> deliveries(TicketId ticket, int limit) {
        return setup.store().deliveries(setup.tenant(), ticket, checked(limit));
    }

    /**
     * Finds a delivery.
     *
     * @param delivery its id
     * @return the delivery as it stands
     */
    public Optional<Delivery> delivery(DeliveryId delivery) {
        return setup.store().delivery(setup.tenant(), delivery);
    }

    /**
     * Reads what became of a mailing: which deliveries failed, and why.
     *
     * @param mailing which
     * @param states only those that stand there
     * @param after the last one of the page before, or empty for the first page
     * @param limit the most deliveries, 1 to {@value Page#MAX_LIMIT}
     * @return the deliveries in the order of their ids' text
     */
    public List<Delivery> deliveries(
            MailingId mailing, Set<DeliveryState> states, Optional<DeliveryId> after, int limit) {
        return setup.store().deliveries(setup.tenant(), mailing, states, after, checked(limit));
    }

    /**
     * Counts a mailing's deliveries.
     *
     * @param mailing which
     * @return how many stand where; a state that none has is not in it
     */
    public Map<DeliveryState, Long> deliveryCounts(MailingId mailing) {
        return setup.store().deliveryCounts(setup.tenant(), mailing);
    }

    /**
     * Takes what a channel tells of a message that it had taken: the delivery becomes {@code DELIVERED} or {@code BOUNCED}, its
     * ticket learns of a bounce, and the recipient's address may not be written to any more, as the {@link SuppressionPolicy}
     * says; all in one commit. The same report again changes nothing, and one that comes too late is no error. Whether it really
     * comes from the channel is for the caller to check.
     *
     * @param key by what the channel names the delivery
     * @param report what it told
     * @return the delivery as it stands then; empty if this desk has none of that name
     */
    public Optional<Delivery> deliveryReported(DeliveryKey key, DeliveryReport report) {
        return ledger.reported(key, report);
    }

    /**
     * Has a delivery sent again that failed, came back, was suppressed, or may not have been taken. It is the same delivery that
     * is planned again, not a copy: so its Message-ID stays, by which a recipient who has it already can tell; and so of any
     * number of callers at once exactly one finds it where it stood, and it is sent again once. What became of it before is kept
     * in {@link Delivery#resends}. A report that it came back or arrived after all, if it comes before the hand-over, ends it.
     *
     * @param delivery which
     * @param why why, for people to read; one line of at most {@value dev.svar.delivery.Resend#MAX_REASON_LENGTH} characters
     * @return what came of it
     * @throws InvalidValueException if the reason is none
     */
    public ResendAnswer resend(DeliveryId delivery, String why) {
        return ledger.resend(delivery, why);
    }

    /**
     * Has the deliveries of a mailing sent again that stand where they should not, page by page, each as {@link #resend} does.
     * A page that was interrupted is repeated: what it planned already is not found where it stood.
     *
     * @param mailing which
     * @param states only those that stand there, for example {@code FAILED}
     * @param after the last one of the page before, or empty for the first page
     * @param limit the most deliveries, 1 to {@value Page#MAX_LIMIT}
     * @param why why, for people to read
     * @return how many of the page had which answer, and where the next one begins
     * @throws InvalidValueException if the reason is none
     */
    public ResendPage resend(
            MailingId mailing, Set<DeliveryState> states, Optional<DeliveryId> after, int limit, String why) {
        return ledger.resend(mailing, states, after, checked(limit), why);
    }

    /**
     * Lists what is known against addresses, also what has ended or only counts soft bounces so far.
     *
     * @param after the address of the last one of the page before, or empty for the first page
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}
     * @return what is known, in order of the channel's name and then of the address
     */
    public List<Suppression> suppressions(Optional<Address> after, int limit) {
        return setup.store().suppressions(setup.tenant(), after, checked(limit));
    }

    /**
     * Has an address not written to any more, until {@link #unsuppress}.
     *
     * @param address which
     * @param said why, for people to read
     * @return what is known against it then
     */
    public Suppression suppress(Address address, String said) {
        return ledger.suppress(address, said);
    }

    /**
     * Has an address written to again, whatever was known against it. What was suppressed meanwhile is sent only by
     * {@link #resend}.
     *
     * @param address which
     * @return whether anything was known against it
     */
    public boolean unsuppress(Address address) {
        return ledger.unsuppress(address);
    }

    /**
     * Lists what became of inbound messages, for example which are in quarantine.
     *
     * @param disposition which kind
     * @param after the last receipt of the page before, or empty for the first page
     * @param limit the most receipts, 1 to {@value Page#MAX_LIMIT}
     * @return the receipts, in order of time
     */
    public List<Receipt> receipts(Disposition disposition, Optional<Receipt> after, int limit) {
        return setup.store().receipts(setup.tenant(), disposition, after, checked(limit));
    }

    /**
     * Finds bytes that were kept: a raw message or an attachment.
     *
     * @param ref which
     * @return the bytes, to be {@linkplain Content#open opened} as a stream
     */
    public Optional<Content> content(ContentRef ref) {
        return setup.store().content(setup.tenant(), ref);
    }

    /**
     * Why a promise of a ticket is due when it is: what counted, what did not and for which reason. Reads all events of the
     * ticket.
     *
     * @param ticket which
     * @param target which of its promises; the latest cycle of it
     * @param language in which language the sentence is wanted
     * @return the explanation, or nothing if that was never promised
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.sla.CalendarException if more stretches were counted than
     *     {@link dev.svar.sla.BusinessCalendar#MAX_EXPLAINED_SPANS}
     */
    public Optional<SlaExplanation> explain(TicketId ticket, SlaTarget target, Locale language) {
        return new Explanations(setup).explain(required(ticket), target, language);
    }

    /**
     * Evaluates other policies over tickets that are there, as a report: what they would have promised, by when, and what of
     * it would have been kept. Nothing is written. Reads all events of the tickets on the page.
     *
     * @param others the other policies
     * @param query which tickets, and which page of them
     * @return the report of that page
     */
    public SlaWhatIf whatIf(SlaPolicies others, TicketQuery query) {
        return new WhatIf(setup).compare(others, query);
    }

    /**
     * Finds the requester of a ticket.
     *
     * @param ticket the ticket
     * @return the contact; if it was merged, the surviving one
     */
    public Optional<Contact> requester(Ticket ticket) {
        return contacts.find(ticket.requester());
    }

    /**
     * Holds a template of a letter against the names that letters of this desk have, with its custom fields, and against the
     * partials and messages of its catalog.
     *
     * @param template one of the desk's, or one that is to become one
     * @return what is wrong; empty if nothing is
     */
    public List<TemplateProblem> check(Template template) {
        return new DryRuns(setup).check(template);
    }

    /**
     * Renders a template strictly for a ticket, as a letter to its requester; nothing is stored or sent. What a ticket does
     * not tell, such as {@code notice.new_due}, is made up. All but {@code replied} is an automatic letter.
     *
     * @param template one of the desk's, or one that is to become one
     * @param ticket which ticket
     * @return what it came to
     * @throws UnknownTicketException if there is no such ticket
     */
    public DryRun dryRun(Template template, TicketId ticket) {
        return new DryRuns(setup).run(languages -> template, required(ticket));
    }

    /**
     * The same with the desk's own template, in the language of the requester.
     *
     * @param kind the template's name
     * @param ticket which ticket
     * @return what it came to
     * @throws UnknownTicketException if there is no such ticket
     * @throws InvalidValueException if there is no such template
     */
    public DryRun dryRun(String kind, TicketId ticket) {
        return new DryRuns(setup)
                .run(
                        languages -> setup.templates()
                                .find(kind, languages)
                                .orElseThrow(() -> new InvalidValueException("kind", "names no template")),
                        required(ticket));
    }

    /**
     * The same for all tickets of a page.
     *
     * @param template one of the desk's, or one that is to become one
     * @param query which tickets, and which page of them
     * @return what it came to for each, in the order of the page
     */
    public List<DryRun> dryRun(Template template, TicketQuery query) {
        DryRuns runs = new DryRuns(setup);
        return setup.store().tickets(setup.tenant(), query).items().stream()
                .map(state -> runs.run(languages -> template, state))
                .toList();
    }

    /** {@return the canned responses and macros that the store keeps} */
    public MacroBook macros() {
        return macros;
    }

    /** {@return who writes to the desk, and the organizations that they belong to} */
    public AddressBook contacts() {
        return contacts;
    }

    /**
     * Reads what happened in a ticket and in those that were merged into it: events and messages in one order, by time, then
     * by ticket number; the events of each ticket stay in their own order. What happens between two pages comes at the end.
     * If a ticket is merged into it between two pages, all of that is on the later one, also what is older.
     *
     * @param ticket which
     * @param query which part of it
     * @return a page for agents: internal notes are among the entries
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.template.TemplateRenderException if the host's own template {@code history} cannot be rendered
     */
    public Page<TimelineEntry> timeline(TicketId ticket, TimelineQuery query) {
        return timelines.page(required(ticket).ticket(), query);
    }

    /**
     * Everything that an agent sees of a ticket.
     *
     * @param ticket which
     * @param language in which language the lines of its timeline are wanted
     * @return the view
     * @throws UnknownTicketException if there is no such ticket
     */
    public AgentView view(TicketId ticket, Locale language) {
        return agentViews.view(required(ticket), language);
    }

    /**
     * What a customer's words say of urgency and mood, for a queue that shows it. Looked up anew each time.
     *
     * @param ticket which
     * @return the hints, the same as in {@link #view}
     * @throws UnknownTicketException if there is no such ticket
     */
    public TicketHints hints(TicketId ticket) {
        return hints.of(required(ticket).ticket());
    }

    private TicketState required(TicketId ticket) {
        return find(ticket).orElseThrow(() -> new UnknownTicketException(ticket.toString()));
    }

    /**
     * What the bearer of a follow-up link may see.
     *
     * @param token the token at the end of the link
     * @return the customer's view of the ticket; empty if the token is no valid one any more
     */
    public Optional<CustomerView> follow(String token) {
        return customerViews.follow(token);
    }

    /**
     * What a customer may see, for hosts that know themselves who it is.
     *
     * @param ticket which; if it was merged, the one that goes on is shown
     * @param customer who looks; the host has made sure of that
     * @return the customer's view of the ticket; empty if the customer does not belong to it, or there is none
     */
    public Optional<CustomerView> customerView(TicketId ticket, ContactId customer) {
        return customerViews.view(ticket, customer);
    }

    /**
     * Finds a file that the bearer of a follow-up link may see.
     *
     * @param token the token at the end of the link
     * @param content names the bytes
     * @return the bytes, to be opened as a stream; empty if no message that {@link #follow} shows has such a file
     */
    public Optional<Content> customerFile(String token, ContentRef content) {
        return customerViews.file(follow(token), content);
    }

    /**
     * Finds a file that a customer may see, for hosts that know themselves who it is.
     *
     * @param ticket which ticket
     * @param customer who looks; the host has made sure of that
     * @param content names the bytes
     * @return the bytes, to be opened as a stream; empty if no message that {@link #customerView} shows has such a file
     */
    public Optional<Content> customerFile(TicketId ticket, ContactId customer, ContentRef content) {
        return customerViews.file(customerView(ticket, customer), content);
    }

    /**
     * What the page behind a rating link shows. Changes nothing, so it may be opened by whoever opens every link of a mail.
     *
     * @param token the token at the end of the link
     * @return the question; empty if the token is no valid one any more
     */
    public Optional<RatingQuestion> ratingQuestion(String token) {
        return ratings.question(token);
    }

    /**
     * Takes what the bearer of a rating link says of the help. It takes the place of what was said before, as long as
     * {@link SatisfactionPolicy#openFor} says. To be called when a person presses a button (POST), never when a page is
     * opened (GET): mail scanners open every link.
     *
     * @param token the token at the end of the link
     * @param rating good or bad
     * @param comment in the customer's own words, possibly empty; at most
     *     {@value dev.svar.ticket.Satisfaction#MAX_COMMENT_LENGTH} characters
     * @param how whether it was a solution or a workaround, if they say so
     * @return what is kept; empty if the token is no valid one any more
     * @throws dev.svar.ticket.RatingRefusedException if the ticket is not done, or for too long
     * @throws InvalidValueException if the comment is too long or {@code how} is neither
     */
    public Optional<Satisfaction.Answer> rate(String token, Rating rating, String comment, Optional<Resolution> how) {
        return ratings.rate(token, rating, comment, how);
    }

    /**
     * What the page behind an unsubscribe link shows. Changes nothing, so it may be opened by whoever opens every link of a mail.
     *
     * @param token the token at the end of the link
     * @return how its bearer stands to letters like the one with the link; empty if the token is no valid one any more
     */
    public Optional<Subscription> subscription(String token) {
        return subscriptions.find(token);
    }

    /**
     * Takes that the bearer of an unsubscribe link wants no more letters of its kind at that address. To be called by a POST, as
     * mail programs send it (RFC 8058), never when a page is opened. It may be called any number of times. Kept as
     * {@linkplain #preferences preferences} of {@link NotifiedPerson#of(dev.svar.contact.Address)}.
     *
     * @param token the token at the end of the link
     * @return how its bearer stands from now on; empty if the token is no valid one any more
     */
    public Optional<Subscription> unsubscribe(String token) {
        return subscriptions.set(token, false);
    }

    /**
     * Takes {@link #unsubscribe(String)} back. What its bearer said as a contact stays said, and then no such letters come.
     *
     * @param token the token at the end of the link
     * @return how its bearer stands from now on, which is what was said as a contact too; empty if the token is no valid one any
     *     more
     */
    public Optional<Subscription> resubscribe(String token) {
        return subscriptions.set(token, true);
    }

    /**
     * Takes that whoever reads an address wants nothing more there that they can do without: no announcement, by whatever template,
     * no welcome letter and no notification that can be unsubscribed from; also nothing of that which is planned and waits. For
     * those who answer {@code STOP} to a text message, which carries no link: to be called only when the host knows that the reader
     * said so. Answers and what has to be known about a ticket go on; {@link #suppress} stops those too. Kept as
     * {@link dev.svar.delivery.ChannelPreferences#ALL_OPTIONAL} among the preferences of the address. It may be called any number of times.
     *
     * @param at the address
     */
    public void unsubscribe(Address at) {
        subscriptions.setAll(at, false);
    }

    /**
     * Takes {@link #unsubscribe(Address)} back, as for those who answer {@code START}; kinds that were unsubscribed from one by one
     * stay so.
     *
     * @param at the address
     */
    public void resubscribe(Address at) {
        subscriptions.setAll(at, true);
    }

    /**
     * Whether there were so many automatic letters that they are stopped on this node. Those are written to the ledger as
     * {@code SUPPRESSED}; letters that people write are sent all the same.
     *
     * @return how they stand
     */
    public AutomaticLetters automaticLetters() {
        return setup.breaker().state(setup.now());
    }

    /**
     * Lets automatic letters be sent again on this node, after somebody has looked why there were so many. What was
     * suppressed stays so.
     *
     * @return whether they were stopped
     */
    public boolean resumeAutomaticLetters() {
        return setup.breaker().resume();
    }

    /**
     * Which channels are out of reach for this node just now. They come back by themselves; what waits for them loses no tries.
     *
     * @return each channel whose transport said last that it is {@link dev.svar.message.SendOutcome.Unavailable}, the one that is so
     *     for longest first
     */
    public List<Outage> outages() {
        return setup.throughput().known();
    }

    /**
     * What somebody wants to be told.
     *
     * @param person an agent or a contact; of merged contacts the surviving one
     * @return what they said, or that they want everything
     */
    public NotificationPreferences preferences(NotifiedPerson person) {
        return setup.store()
                .preferences(setup.tenant(), Set.of(person))
                .getOrDefault(person, NotificationPreferences.none(person));
    }

    /**
     * Sets what somebody wants to be told from now on; letters that are planned already are sent as they were planned.
     *
     * @param wanted what {@link #preferences} gave, with what is to be changed
     * @return what is kept; empty if somebody else changed it meanwhile, and nothing is
     */
    public Optional<NotificationPreferences> setPreferences(NotificationPreferences wanted) {
        NotificationPreferences after = wanted.next();
        Changes changes = Changes.builder(setup.tenant())
                .preferences(new PreferencesChange(after))
                .build();
        return setup.store().commit(changes) == CommitResult.COMMITTED ? Optional.of(after) : Optional.empty();
    }

    private static int checked(int limit) {
        return (int) Check.range("limit", limit, 1, Page.MAX_LIMIT);
    }

    /** Wires a desk. Not safe for use by several threads. */
    public static final class Builder {
        private static final int MAX_LOCAL_PART = 64;
        private static final Duration TOKEN_LIFETIME = Duration.ofDays(180);

        private final DeskStore store;
        private TenantId tenant = TenantId.DEFAULT;
        private InstantSource time = InstantSource.system();
        private Optional<Supplier<UUID>> ids = Optional.empty();
        private String numberPrefix = "SUP";
        private SlaPolicies policies = SlaPolicies.of(
                SlaPolicy.builder(BusinessCalendar.standard(ZoneOffset.UTC)).build());
        private AgentDirectory agents = AgentDirectory.of();
        private TicketRules rules = TicketRules.standard();
        private FollowUpPolicy followUps = FollowUpPolicy.standard();
        private SilencePlan silence = SilencePlan.none();
        private ThanksDetector thanks = ThanksDetector.byCommonPhrases();
        private RedactionRules contextRules = RedactionRules.standard();
        private Optional<DeskAssignment> assignment = Optional.empty();
        private final Map<String, DeskListener> listeners = new LinkedHashMap<>();
        private NotificationRules notifications = NotificationRules.standard();
        private LanguageDetector languages = LanguageDetector.byCommonWords();
        private Optional<Categorizer> categorizer = Optional.empty();
        private Optional<PriorityDetector> priorities = Optional.empty();
        private Optional<Double> raisesFrom = Optional.empty();
        private MoodDetector moods = text -> Optional.empty();
        private final List<Reaction> reactions = new ArrayList<>();
        private final Map<Channel, Transport> transports = new LinkedHashMap<>();
        private Optional<Mailbox> mailbox = Optional.empty();
        private TemplateCatalog templates = TemplateCatalog.shipped();
        private TemplateCatalog cannedResponses = TemplateCatalog.of(Locale.ENGLISH, List.of());
        private TemplateRenderer renderer = new LiquidRenderer();
        private Optional<TicketTokens> tokens = Optional.empty();
        private Duration tokenLifetime = TOKEN_LIFETIME;
        private Optional<URI> followUpLinks = Optional.empty();
        private Optional<URI> ticketLinks = Optional.empty();
        private Optional<URI> unsubscribeLinks = Optional.empty();
        private Optional<SatisfactionPolicy> satisfaction = Optional.empty();
        private LetterCaps caps = LetterCaps.STANDARD;
        private LoopCaps loopCaps = LoopCaps.STANDARD;
        private SuppressionPolicy suppression = SuppressionPolicy.standard();
        private UncertainPolicy uncertain = UncertainPolicy.ASK;
        private final Map<String, UncertainPolicy> uncertainByKind = new HashMap<>();
        private final Set<Address> ownAddresses = new LinkedHashSet<>();
        private DeliveryPaces paces = DeliveryPaces.none();
        private boolean recognizesIncidents;
        private Set<AgentMail> agentMail = Set.of();
        private ArticleRules articleRules = ArticleRules.standard();
        private Optional<TextIndex> similarTickets = Optional.empty();
        private Retention retention = Retention.STANDARD;
        private Optional<ArticleSearch> articleSearch = Optional.empty();
        private Optional<URI> articleLinks = Optional.empty();

        private Builder(DeskStore store) {
            this.store = store;
        }

        /**
         * Sets whose desk it is.
         *
         * @param id {@link TenantId#DEFAULT} when not set
         * @return this
         */
        public Builder tenant(TenantId id) {
            this.tenant = id;
            return this;
        }

        /**
         * Sets where the present comes from.
         *
         * @param source the system's clock when not set
         * @return this
         */
        public Builder time(InstantSource source) {
            this.time = source;
            return this;
        }

        /**
         * Sets where ids come from.
         *
         * @param source never gives the same id twice, safe for use by several threads; time-ordered UUIDs (RFC 9562) when
         *     not set
         * @return this
         */
        public Builder ids(Supplier<UUID> source) {
            this.ids = Optional.of(source);
            return this;
        }

        /**
         * Sets what ticket numbers begin with.
         *
         * @param prefix one to ten upper-case letters or digits, beginning with a letter; {@code SUP} when not set
         * @return this
         */
        public Builder numberPrefix(String prefix) {
            this.numberPrefix = new TicketNumber(prefix, 1).prefix();
            return this;
        }

        /**
         * Sets what is promised, and the calendar whose zone customers are told times in.
         *
         * @param promises nothing is promised when not set
         * @return this
         */
        public Builder sla(SlaPolicy promises) {
            return sla(SlaPolicies.of(promises));
        }

        /**
         * Sets what is promised to whom, and the calendar whose zone customers are told times in: that of the policy of
         * tickets that match no condition.
         *
         * @param promises nothing is promised when not set
         * @return this
         */
        public Builder sla(SlaPolicies promises) {
            this.policies = promises;
            return this;
        }

        /**
         * Sets who answers tickets. Whom the directory does not know can act all the same, the host decides about that; letters
         * are then signed with the desk's name only.
         *
         * @param directory nobody when not set
         * @return this
         */
        public Builder agents(AgentDirectory directory) {
            this.agents = directory;
            return this;
        }

        /**
         * Sets the rules of the tickets' life: transitions, status labels, requirements, custom fields.
         *
         * @param ofTickets {@link TicketRules#standard()} when not set
         * @return this
         */
        public Builder rules(TicketRules ofTickets) {
            this.rules = ofTickets;
            return this;
        }

        /**
         * Sets what comes of a customer's message to a ticket that is solved or closed.
         *
         * @param policy {@link FollowUpPolicy#standard()} when not set
         * @return this
         */
        public Builder followUps(FollowUpPolicy policy) {
            this.followUps = policy;
            return this;
        }

        /**
         * Sets what happens while a customer is silent.
         *
         * @param plan nothing when not set
         * @return this
         */
        public Builder silence(SilencePlan plan) {
            this.silence = plan;
            return this;
        }

        /**
         * Sets who says whether a message is only thanks, which reopens nothing.
         *
         * @param detector {@link ThanksDetector#byCommonPhrases()} when not set
         * @return this
         */
        public Builder thanks(ThanksDetector detector) {
            this.thanks = detector;
            return this;
        }

        /**
         * Sets what is kept of the facts that the host gives with a new ticket.
         *
         * @param keepMaskOrDrop {@link RedactionRules#standard()} when not set
         * @return this
         */
        public Builder contextRules(RedactionRules keepMaskOrDrop) {
            this.contextRules = keepMaskOrDrop;
            return this;
        }

        /**
         * Sets who finds out whom a ticket is for that nobody works on: when it is opened, when a team opens again, and when
         * {@link HelpDesk#offerBacklog} is called.
         *
         * @param strategy whom to choose; nobody is chosen when not set
         * @param roster the teams and what their members can do
         * @param presence who is there
         * @return this
         */
        public Builder assignment(AssignmentStrategy strategy, Roster roster, Presence presence) {
            this.assignment = Optional.of(new DeskAssignment(strategy, roster, presence));
            return this;
        }

        /**
         * Adds somebody who is told, after the commit, what happened. Desks on the same store that run due work should have
         * the same listeners: what is due for one that a desk does not have is left to the others.
         *
         * @param name its name in the store, never changed; one line of at most {@value Cursor#MAX_NAME_LENGTH} characters
         * @param listener the listener
         * @return this
         * @throws InvalidValueException if there is a listener of that name
         */
        public Builder listener(String name, DeskListener listener) {
            if (listeners.putIfAbsent(Cursor.checkedName(name), listener) != null) {
                throw new InvalidValueException("listener", "named " + name + " is there already");
            }
            return this;
        }

        /**
         * Has tickets counted, as due work. Desks on the same store should all have it or none.
         *
         * @param of the trends, over the same store and tenant; nothing is counted when not set
         * @return this
         * @throws InvalidValueException if there are trends already
         */
        public Builder trends(DeskTrends of) {
            return listener(Counting.NAME, new Counting(of));
        }

        /**
         * Sets what the desk tells people by itself.
         *
         * @param rules {@link NotificationRules#standard()} when not set
         * @return this
         */
        public Builder notifications(NotificationRules rules) {
            this.notifications = rules;
            return this;
        }

        /**
         * Sets who says in which language a text is.
         *
         * @param detector {@link LanguageDetector#byCommonWords()} when not set
         * @return this
         */
        public Builder languages(LanguageDetector detector) {
            this.languages = detector;
            return this;
        }

        /**
         * Sets who says what a new ticket is about.
         *
         * @param model nobody when not set
         * @return this
         */
        public Builder categorizer(Categorizer model) {
            this.categorizer = Optional.of(model);
            return this;
        }

        /**
         * Sets who says how urgent a ticket seems. Agents see it, with reasons, in {@link HelpDesk#view} and
         * {@link HelpDesk#hints}; nothing else comes of it, unless {@link #raisingPriorities} is set.
         *
         * @param detector nobody when not set
         * @return this
         */
        public Builder priorities(PriorityDetector detector) {
            this.priorities = Optional.of(detector);
            return this;
        }

        /**
         * Lets the desk raise the priority of a new ticket by what {@link #priorities} says, and with it what is promised: once,
         * while the ticket is opened, and only if whoever opens it says no priority. It never lowers one. The reasons are in the
         * ticket's history.
         *
         * @param from the least probability, above 0, up to 1; priorities are not raised when not set
         * @return this
         */
        public Builder raisingPriorities(double from) {
            if (!(from > 0 && from <= 1)) {
                throw new InvalidValueException("raisingPriorities", "is " + from + ", it must be above 0, up to 1");
            }
            this.raisesFrom = Optional.of(from);
            return this;
        }

        /**
         * Sets who says how a customer seems to feel. Agents see it, with reasons, in {@link HelpDesk#view} and
         * {@link HelpDesk#hints}; nothing else comes of it.
         *
         * @param detector for instance {@link MoodDetector#byCommonWords()}; nothing is said of moods when not set
         * @return this
         */
        public Builder moods(MoodDetector detector) {
            this.moods = detector;
            return this;
        }

        /**
         * Adds behavior; reactions are asked in the order in which they are added, after the desk's own.
         *
         * @param reaction what to add
         * @return this
         */
        public Builder reaction(Reaction reaction) {
            reactions.add(reaction);
            return this;
        }

        /**
         * Adds a way to send. Without any, replies and notifications are for the host to show and nothing is delivered. Somebody with addresses on several channels is written to at the first address that a
         * transport serves.
         *
         * @param transport what to add, in place of an earlier one for the same channel
         * @return this
         */
        public Builder transport(Transport transport) {
            transports.put(transport.channel(), transport);
            return this;
        }

        /**
         * Sets where the desk writes from; needed as soon as there is a transport.
         *
         * @param from the address and its name
         * @return this
         */
        public Builder mailbox(Mailbox from) {
            this.mailbox = Optional.of(from);
            return this;
        }

        /**
         * Sets the texts of notifications.
         *
         * @param catalog {@link TemplateCatalog#shipped()} when not set
         * @return this
         */
        public Builder templates(TemplateCatalog catalog) {
            this.templates = catalog;
            return this;
        }

        /**
         * Sets the canned responses.
         *
         * @param catalog each named by its shortcut; none when not set
         * @return this
         */
        public Builder cannedResponses(TemplateCatalog catalog) {
            this.cannedResponses = catalog;
            return this;
        }

        /**
         * Sets who renders templates.
         *
         * @param engine a {@link LiquidRenderer} when not set
         * @return this
         */
        public Builder renderer(TemplateRenderer engine) {
            this.renderer = engine;
            return this;
        }

        /**
         * Sets what signs reply addresses and follow-up links. Without it mail is threaded by its Message-IDs only.
         *
         * @param signer what signs
         * @return this
         */
        public Builder tokens(TicketTokens signer) {
            this.tokens = Optional.of(signer);
            return this;
        }

        /**
         * Sets how long a token works.
         *
         * @param lifetime 180 days when not set
         * @return this
         */
        public Builder tokenLifetime(Duration lifetime) {
            this.tokenLifetime = Check.positive("tokenLifetime", lifetime);
            return this;
        }

        /**
         * Sets where customers follow their tickets; needs {@link #tokens}.
         *
         * @param base the address to which a token is appended; the host shows there what {@link HelpDesk#follow} returns
         * @return this
         */
        public Builder followUpLinks(URI base) {
            this.followUpLinks = Optional.of(base);
            return this;
        }

        /**
         * Names further addresses of the host's own, such as other mailboxes and aliases: mail from there opens no ticket, and
         * copies of a ticket are not sent there.
         *
         * @param addresses the addresses beside that of {@link #mailbox}
         * @return this
         */
        public Builder ownAddresses(Address... addresses) {
            ownAddresses.addAll(List.of(addresses));
            return this;
        }

        /**
         * Sets when an address is no longer written to.
         *
         * @param policy {@link SuppressionPolicy#standard()} when not set
         * @return this
         */
        public Builder suppression(SuppressionPolicy policy) {
            this.suppression = policy;
            return this;
        }

        /**
         * Sets what is done with a delivery of which nobody knows whether it was taken.
         *
         * @param policy {@link UncertainPolicy#ASK} when not set
         * @return this
         */
        public Builder uncertain(UncertainPolicy policy) {
            this.uncertain = policy;
            return this;
        }

        /**
         * Sets the same for one kind of deliveries.
         *
         * @param kind its name, for example {@code acknowledged}
         * @param policy that of {@link #uncertain(UncertainPolicy)} when not set
         * @return this
         */
        public Builder uncertain(String kind, UncertainPolicy policy) {
            uncertainByKind.put(kind, policy);
            return this;
        }

        /**
         * Sets at which paces letters are handed over. What is over waits, without a try, and keeps nothing back that goes by another
         * channel or to another domain.
         *
         * @param limits {@link DeliveryPaces#none()} when not set
         * @return this
         */
        public Builder paces(DeliveryPaces limits) {
            this.paces = limits;
            return this;
        }

        /**
         * Has tickets recognized that belong to an open incident, by its {@link dev.svar.announcement.IncidentMatch}: who
         * opened one is told of the incident at once. It costs a look-up for each ticket that is opened or categorized; of more
         * than {@value dev.svar.announcement.Incident#MAX_RECOGNIZED} open incidents the latest count. Not done when not asked
         * for.
         *
         * @return this
         */
        public Builder recognizeIncidents() {
            this.recognizesIncidents = true;
            return this;
        }

        /**
         * Sets what agents can do by mail: from the address that {@link AgentDirectory#at} knows, and only if a server that
         * the host trusts has confirmed the sender. Other mail of theirs is like that of anybody.
         *
         * @param allowed nothing when not set
         * @return this
         */
        public Builder agentMail(AgentMail... allowed) {
            this.agentMail = Set.of(allowed);
            return this;
        }

        /**
         * Sets who finds articles.
         *
         * @param search where they are looked for; one that is an {@link dev.svar.knowledge.ArticleIndex} is fed by the desk
         *     from the store, by each node its own; nothing is suggested when not set
         * @return this
         */
        public Builder articleSearch(ArticleSearch search) {
            this.articleSearch = Optional.of(search);
            return this;
        }

        /**
         * Sets where tickets are compared with one another.
         *
         * @param index fed by the desk with subjects and first messages, by each node its own; no ticket is like another when
         *     not set
         * @return this
         */
        public Builder similarTickets(TextIndex index) {
            this.similarTickets = Optional.of(index);
            return this;
        }

        /**
         * Sets how long it is kept what the desk learns from.
         *
         * @param howLong {@link Retention#STANDARD} when not set
         * @return this
         */
        public Builder retention(Retention howLong) {
            this.retention = howLong;
            return this;
        }

        /**
         * Sets who may publish articles.
         *
         * @param whoMayPublish {@link ArticleRules#standard()} when not set
         * @return this
         */
        public Builder articleRules(ArticleRules whoMayPublish) {
            this.articleRules = whoMayPublish;
            return this;
        }

        /**
         * Sets where customers read articles, so that replies can link to them. Of tickets that are solved then, the desk looks
         * whether one was linked, and learns how it is asked for.
         *
         * @param base the address to which an article's id is appended; the host shows there what {@link KnowledgeBase#read}
         *     returns
         * @return this
         */
        public Builder articleLinks(URI base) {
            this.articleLinks = Optional.of(base);
            return this;
        }

        /**
         * Sets where agents find a ticket.
         *
         * @param base the address to which a ticket's number is appended
         * @return this
         */
        public Builder ticketLinks(URI base) {
            this.ticketLinks = Optional.of(base);
            return this;
        }

        /**
         * Sets where the readers of mailings, and of other letters that they {@linkplain NotificationKind#isOptional() can do
         * without}, can say that they want no more of them; needs {@link #tokens}. Mail gets the link as {@code List-Unsubscribe}
         * (RFC 8058), templates have it as {@code unsubscribe_link}.
         *
         * @param base the https address to which a token is appended; a POST there calls {@link HelpDesk#unsubscribe}, a page
         *     there shows what {@link HelpDesk#subscription} returns
         * @return this
         * @throws InvalidValueException if it is no https address, or too long
         */
        public Builder unsubscribeLinks(URI base) {
            UnsubscribeAddress.of(URI.create(base + "0".repeat(LetterTokens.MAX_LENGTH)));
            this.unsubscribeLinks = Optional.of(base);
            return this;
        }

        /**
         * Sets how many automatic letters are too many.
         *
         * @param limits {@link LetterCaps#STANDARD} when not set
         * @return this
         */
        public Builder letterCaps(LetterCaps limits) {
            this.caps = limits;
            return this;
        }

        /**
         * Sets where loops with other machines end that nothing in their mail ends.
         *
         * @param limits {@link LoopCaps#STANDARD} when not set
         * @return this
         */
        public Builder loopCaps(LoopCaps limits) {
            this.loopCaps = limits;
            return this;
        }

        /**
         * Asks customers whose tickets are solved how the help was; needs {@link #tokens}.
         *
         * @param policy where and how; nobody is asked when not set
         * @return this
         */
        public Builder satisfaction(SatisfactionPolicy policy) {
            this.satisfaction = Optional.of(policy);
            return this;
        }

        /**
         * Finishes the desk.
         *
         * @return the desk
         * @throws InvalidValueException if something needed is missing
         */
        public HelpDesk build() {
            if (!transports.isEmpty() && mailbox.isEmpty()) {
                throw new InvalidValueException(
                        "mailbox", "is not set, a desk with a transport must write from somewhere");
            }
            mailbox.ifPresent(this::check);
            if (followUpLinks.isPresent() && tokens.isEmpty()) {
                throw new InvalidValueException("tokens", "is not set, follow-up links must be signed");
            }
            if (unsubscribeLinks.isPresent() && tokens.isEmpty()) {
                throw new InvalidValueException("tokens", "is not set, unsubscribe links must be signed");
            }
            if (satisfaction.isPresent() && tokens.isEmpty()) {
                throw new InvalidValueException("tokens", "is not set, rating links must be signed");
            }
            for (NotificationKind kind : transports.isEmpty() ? Set.<NotificationKind>of() : notifications.kinds()) {
                if (templates.find(kind.template(), List.of()).isEmpty()) {
                    throw new InvalidValueException(
                            "templates",
                            "have none named " + kind.template() + ", TemplateCatalog.shipped().with(...) has all");
                }
            }
            if (raisesFrom.isPresent() && priorities.isEmpty()) {
                throw new InvalidValueException(
                        "priorities",
                        "are not set, priorities can only be raised by somebody who says how urgent it is");
            }
            followUps.check(rules);
            silence.check(rules);
            List<Reaction> all = new ArrayList<>();
            categorizer.ifPresent(c -> all.add(new CategorizeNewTickets(c)));
            all.add(new ClimbLadder(policies));
            all.add(new NotifyPeople(notifications, policies, silence, new Mentions(agents)));
            all.addAll(reactions);
            return new HelpDesk(new DeskSetup(
                    store,
                    tenant,
                    time,
                    ids.orElseGet(() -> new TimeOrderedIds(time)),
                    numberPrefix,
                    TicketLifecycle.of(rules),
                    policies,
                    new Timers(
                            policies,
                            silence,
                            satisfaction
                                    .filter(p -> notifications.tells(NotificationKind.SATISFACTION_REMINDER))
                                    .flatMap(SatisfactionPolicy::reminder)),
                    followUps,
                    thanks,
                    contextRules,
                    assignment,
                    agents,
                    languages,
                    List.copyOf(all),
                    Map.copyOf(listeners),
                    Map.copyOf(transports),
                    mailbox,
                    templates,
                    cannedResponses,
                    renderer,
                    tokens,
                    tokenLifetime,
                    followUpLinks,
                    ticketLinks,
                    unsubscribeLinks,
                    satisfaction,
                    caps,
                    new LetterBreaker(caps),
                    new AnswerCounts(loopCaps),
                    Set.copyOf(ownAddresses),
                    new DeliveryRules(suppression, uncertain, Map.copyOf(uncertainByKind)),
                    new Throughput(new Outages(), new PostPaces(paces), new MailingLines()),
                    recognizesIncidents,
                    agentMail,
                    new DeskKnowledge(
                            articleRules,
                            articleSearch,
                            articleLinks,
                            categorizer,
                            similarTickets,
                            new TicketFeedMemory(),
                            retention),
                    new DeskHints(priorities, moods, raisesFrom)));
        }

        private void check(Mailbox from) {
            boolean mail = from.address().channel().equals(Channel.MAIL);
            if (transports.containsKey(Channel.MAIL) && !mail) {
                throw new InvalidValueException("mailbox", "is no mail address, but there is a transport for mail");
            }
            int room = MAX_LOCAL_PART - 1 - TicketTokens.MAX_LENGTH;
            if (mail && tokens.isPresent() && from.address().localPart().length() > room) {
                throw new InvalidValueException(
                        "mailbox",
                        "has more than " + room
                                + " characters before the @, too many for signed reply addresses (RFC 5321)");
            }
        }
    }
}
