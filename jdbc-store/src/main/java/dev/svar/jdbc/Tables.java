package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.message.Message;
import dev.svar.store.BlobStore;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeliveryChange;
import dev.svar.store.TicketChange;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All tables, and how one commit changes them. Each step refuses by the count of changed rows or by a duplicate key, in the
 * order that the port tells. All commits lock in one order (work, dead work, receipt, tickets, contacts, organizations, macros,
 * incidents, mailings, deliveries, preferences, suppressions, articles, suggestions, messages, texts, threads, contents, cursors,
 * kept values, credits of articles, tallies, each sorted by key),
 * so that two of them do not wait for each other in a circle.
 */
final class Tables {
    final TicketRows tickets;
    final TicketSearch search;
    final TermRows terms;
    final TextIndex texts;
    final MessageRows messages;
    final MailThreadRows threads;
    final ContactRows contacts;
    final OrganizationRows organizations;
    final PreferenceRows preferences;
    final MacroRows macros;
    final ReceiptRows receipts;
    final ContentRows contents;
    final DeliveryRows deliveries;
    final SuppressionRows suppressions;
    final ReaderRows readers;
    final MailingRows mailings;
    final IncidentRows incidents;
    final ArticleRows articles;
    final ArticleCountRows articleCounts;
    final SuggestionRows suggestions;
    final WorkRows work;
    final DeadWorkRows dead;
    final NumberRows numbers;
    final CursorRows cursors;
    final KeptRows kept;
    final TallyRows tallies;
    final WorkloadRows workloads;
    final TurnRows turns;
    private final Dialect dialect;

    Tables(Dialect dialect, String prefix, Optional<BlobStore> blobs) {
        this.dialect = dialect;
        this.tickets = new TicketRows(dialect, prefix);
        this.texts = TextIndex.of(dialect, prefix);
        this.search = new TicketSearch(dialect, prefix, texts);
        this.terms = new TermRows(dialect, prefix);
        this.messages = new MessageRows(dialect, prefix);
        this.threads = new MailThreadRows(dialect, prefix);
        this.contacts = new ContactRows(dialect, prefix);
        this.organizations = new OrganizationRows(dialect, prefix);
        this.preferences = new PreferenceRows(dialect, prefix);
        this.macros = new MacroRows(dialect, prefix);
        this.receipts = new ReceiptRows(dialect, prefix);
        this.contents = new ContentRows(dialect, prefix, blobs);
        this.deliveries = new DeliveryRows(dialect, prefix);
        this.suppressions = new SuppressionRows(dialect, prefix);
        this.readers = new ReaderRows(dialect, preferences, suppressions);
        this.mailings = new MailingRows(dialect, prefix);
        this.incidents = new IncidentRows(dialect, prefix);
        this.articles = new ArticleRows(dialect, prefix);
        this.articleCounts = new ArticleCountRows(dialect, prefix);
        this.suggestions = new SuggestionRows(dialect, prefix);
        this.work = new WorkRows(dialect, prefix);
        this.dead = new DeadWorkRows(dialect, prefix);
        this.numbers = new NumberRows(dialect, prefix);
        this.cursors = new CursorRows(dialect, prefix);
        this.kept = new KeptRows(dialect, prefix);
        this.tallies = new TallyRows(dialect, prefix);
        this.workloads = new WorkloadRows(dialect, prefix);
        this.turns = new TurnRows(dialect, prefix);
    }

    /**
     * Runs all statements of a commit or throws; the caller ends the transaction. If that is for this commit alone it may have
     * ended already.
     *
     * @throws UnclearException if they were sent together and something stood against them
     */
    CommitResult commit(Connection connection, Changes changes, boolean together, boolean alone) throws SQLException {
        TenantId tenant = changes.tenant();
        Script script = new Script(connection, dialect, together && dialect.sendsTogether());
        work.apply(script, changes);
        dead.add(script, tenant, changes.workResults());
        changes.receipt().ifPresent(receipt -> receipts.add(script, tenant, receipt));
        changeTickets(script, changes);
        contacts.apply(script, tenant, changes);
        organizations.apply(script, tenant, changes.organizations());
        macros.apply(script, tenant, changes.macros());
        incidents.apply(script, tenant, changes.incidents());
        mailings.apply(script, tenant, changes.mailings());
        deliveries.update(script, tenant, sortedDeliveries(changes.deliveries()));
        preferences.apply(script, tenant, changes.preferences());
        suppressions.apply(script, tenant, changes.suppressions());
        articles.apply(script, tenant, changes.articles(), changes.phrasings());
        suggestions.apply(script, tenant, changes.suggestions());
        if (!changes.redactions().isEmpty() && !messages.redact(script.connection(), tenant, changes.redactions())) {
            throw new IllegalArgumentException("changes speak of a message that does not exist");
        }
        tickets.addEvents(script, tenant, events(changes));
        messages.add(script, tenant, changes.messages());
        deliveries.add(script, tenant, changes.newDeliveries());
        texts.add(script, tenant, TicketText.added(changes));
        texts.replace(script, tenant, TicketText.changed(changes));
        threads.add(script, tenant, ticketsByMessageId(changes));
        if (!changes.contents().isEmpty()) {
            contents.add(script.connection(), tenant, changes.contents());
        }
        if (!changes.redactions().isEmpty()) {
            contents.erase(script.connection(), tenant, changes.redactions());
        }
        if (!changes.cursors().isEmpty()) {
            cursors.put(script.connection(), tenant, changes.cursors());
        }
        kept.apply(script, tenant, changes.kept());
        if (!changes.credits().isEmpty()) {
            articleCounts.credit(script.connection(), tenant, changes.credits());
        }
        if (!changes.tallies().isEmpty()) {
            tallies.count(script.connection(), tenant, changes.tallies());
        }
        if (alone) {
            script.runLast();
        } else {
            script.run();
        }
        return CommitResult.COMMITTED;
    }

    /** Brings dead work back; whoever scheduled it anew meanwhile was earlier. Locks in the order of the commits. */
    boolean replay(Connection connection, TenantId tenant, WorkKey key, Instant now) throws SQLException {
        boolean scheduled = work.lock(connection, tenant, key);
        boolean found = dead.remove(connection, tenant, key);
        if (found && !scheduled) {
            Script script = new Script(connection, dialect, false);
            work.add(script, tenant, new Work(key, now));
            script.run();
        }
        return found;
    }

    /** Tickets that change and tickets that must not are locked in one order. */
    private void changeTickets(Script script, Changes changes) throws SQLException {
        SortedMap<UUID, TicketChange> changed = new TreeMap<>();
        changes.tickets().forEach(c -> changed.put(c.after().ticket().id().value(), c));
        SortedSet<UUID> ids = new TreeSet<>(changed.keySet());
        changes.unchanged().keySet().forEach(ticket -> ids.add(ticket.value()));
        for (UUID id : ids) {
            Optional<Long> guarded = Optional.ofNullable(changes.unchanged().get(new TicketId(id)));
            if (guarded.isPresent()
                    && !tickets.lock(script.connection(), changes.tenant(), id).equals(guarded)) {
                throw new RefusedException(CommitResult.STALE);
            }
            Optional.ofNullable(changed.get(id)).ifPresent(change -> change(script, changes.tenant(), change));
        }
        for (TicketChange change : changed.values()) {
            terms.apply(script, changes.tenant(), change);
        }
    }

    private void change(Script script, TenantId tenant, TicketChange change) {
        if (change.expectedVersion() == 0) {
            tickets.insert(script, tenant, change.after());
        } else {
            tickets.update(script, tenant, change);
        }
    }

    private static List<DeliveryChange> sortedDeliveries(List<DeliveryChange> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(c -> c.after().id().value()))
                .toList();
    }

    private static List<RecordedEvent> events(Changes changes) {
        return changes.tickets().stream().flatMap(c -> c.events().stream()).toList();
    }

    private static Map<String, TicketId> ticketsByMessageId(Changes changes) {
        Map<String, TicketId> tickets = new LinkedHashMap<>();
        for (Message message : changes.messages()) {
            message.messageId().ifPresent(id -> tickets.putIfAbsent(id, message.ticket()));
        }
        for (Delivery delivery : changes.newDeliveries()) {
            delivery.ticket()
                    .ifPresent(ticket -> tickets.putIfAbsent(delivery.message().messageId(), ticket));
        }
        return tickets;
    }
}
