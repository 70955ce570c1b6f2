package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.message.Message;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All tables, and how one commit changes them. Each step refuses by the count of changed rows or by a duplicate key, in the
 * order that the port tells. All commits lock in one order (work, receipt, tickets, contacts, organizations, deliveries,
 * messages, threads, contents, cursors, each sorted by key), so that two of them do not wait for each other in a circle.
 */
final class Tables {
    final TicketRows tickets;
    final TicketSearch search;
    private final TermRows terms;
    final MessageRows messages;
    final MailThreadRows threads;
    final ContactRows contacts;
    final OrganizationRows organizations;
    final ReceiptRows receipts;
    final ContentRows contents;
    final DeliveryRows deliveries;
    final WorkRows work;
    final DeadWorkRows dead;
    final NumberRows numbers;
    final CursorRows cursors;
    final WorkloadRows workloads;
    final TurnRows turns;
    private final Dialect dialect;

    Tables(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.tickets = new TicketRows(dialect, prefix);
        this.search = new TicketSearch(dialect, prefix);
        this.terms = new TermRows(prefix);
        this.messages = new MessageRows(prefix);
        this.threads = new MailThreadRows(dialect, prefix);
        this.contacts = new ContactRows(prefix);
        this.organizations = new OrganizationRows(prefix);
        this.receipts = new ReceiptRows(prefix);
        this.contents = new ContentRows(dialect, prefix);
        this.deliveries = new DeliveryRows(prefix);
        this.work = new WorkRows(dialect, prefix);
        this.dead = new DeadWorkRows(prefix);
        this.numbers = new NumberRows(dialect, prefix);
        this.cursors = new CursorRows(dialect, prefix);
        this.workloads = new WorkloadRows(dialect, prefix);
        this.turns = new TurnRows(dialect, prefix);
    }

    @FunctionalInterface
    private interface Insertion {
        void run() throws SQLException;
    }

    /** Runs all statements of a commit or throws; the caller ends the transaction. */
    CommitResult commit(Connection connection, Changes changes) throws SQLException {
        TenantId tenant = changes.tenant();
        if (!work.apply(connection, changes)) {
            throw new RefusedException(CommitResult.CLAIM_LOST);
        }
        dead.add(connection, tenant, changes.workResults());
        if (changes.receipt().isPresent()) {
            unique(
                    CommitResult.ALREADY_RECEIVED,
                    () -> receipts.add(connection, tenant, changes.receipt().get()));
        }
        changeTickets(connection, changes);
        unique(CommitResult.STALE, () -> {
            boolean current = contacts.apply(connection, tenant, changes)
                    && organizations.apply(connection, tenant, changes.organizations());
            if (!current) {
                throw new RefusedException(CommitResult.STALE);
            }
        });
        if (!deliveries.update(connection, tenant, sortedDeliveries(changes.deliveries()))) {
            throw new RefusedException(CommitResult.STALE);
        }
        if (!messages.redact(connection, tenant, changes.redactions())) {
            throw new IllegalArgumentException("changes speak of a message that does not exist");
        }
        unique(CommitResult.STALE, () -> {
            tickets.addEvents(connection, tenant, events(changes));
            messages.add(connection, tenant, changes.messages());
            deliveries.add(connection, tenant, changes.newDeliveries());
        });
        threads.add(connection, tenant, ticketsByMessageId(changes));
        contents.add(connection, tenant, changes.contents());
        contents.erase(connection, tenant, changes.redactions());
        cursors.put(connection, tenant, changes.cursors());
        return CommitResult.COMMITTED;
    }

    /** Brings dead work back; whoever scheduled it anew meanwhile was earlier. */
    boolean replay(Connection connection, TenantId tenant, WorkKey key, Instant now) throws SQLException {
        boolean found = dead.remove(connection, tenant, key);
        if (found) {
            work.addIfAbsent(connection, tenant, new Work(key, now));
        }
        return found;
    }

    /** Tickets that change and tickets that must not are locked in one order. */
    private void changeTickets(Connection connection, Changes changes) throws SQLException {
        SortedSet<UUID> ids = new TreeSet<>();
        Map<UUID, TicketChange> changed = new HashMap<>();
        changes.tickets().forEach(c -> changed.put(c.after().ticket().id().value(), c));
        ids.addAll(changed.keySet());
        changes.unchanged().keySet().forEach(ticket -> ids.add(ticket.value()));
        for (UUID id : ids) {
            Optional<Long> guarded = Optional.ofNullable(changes.unchanged().get(new TicketId(id)));
            if (guarded.isPresent()
                    && !tickets.lock(connection, changes.tenant(), id).equals(guarded)) {
                throw new RefusedException(CommitResult.STALE);
            }
            Optional<TicketChange> change = Optional.ofNullable(changed.get(id));
            if (change.isPresent()) {
                change(connection, changes.tenant(), change.get());
            }
        }
    }

    private void change(Connection connection, TenantId tenant, TicketChange change) throws SQLException {
        if (change.expectedVersion() == 0) {
            unique(CommitResult.STALE, () -> tickets.insert(connection, tenant, change));
        } else if (!tickets.update(connection, tenant, change)) {
            throw new RefusedException(CommitResult.STALE);
        }
        terms.apply(connection, tenant, change);
    }

    private void unique(CommitResult ifThere, Insertion insertion) throws SQLException {
        try {
            insertion.run();
        } catch (SQLException e) {
            if (dialect.isDuplicateKey(e)) {
                throw new RefusedException(ifThere);
            } else if (dialect.isMissingParent(e)) {
                throw new IllegalArgumentException("changes speak of a ticket that does not exist");
            }
            throw e;
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
            tickets.putIfAbsent(delivery.message().messageId(), delivery.ticket());
        }
        return tickets;
    }
}
