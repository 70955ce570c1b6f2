package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.TicketChange;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The terms by which tickets are found beside their columns: tags, values of custom fields. */
final class TermRows {
    /** What happens often and changes no term. */
    private static final Set<Class<? extends TicketEvent>> KEEPING = Set.of(
            TicketEvent.MessageAdded.class,
            TicketEvent.StatusChanged.class,
            TicketEvent.Assigned.class,
            TicketEvent.TeamAssigned.class,
            TicketEvent.PriorityChanged.class,
            TicketEvent.Categorized.class,
            TicketEvent.TimeRecorded.class,
            TicketEvent.SlaWarned.class,
            TicketEvent.DelayAnnounced.class,
            TicketEvent.SlaBreached.class,
            TicketEvent.SlaEscalated.class,
            TicketEvent.DeliveryFailed.class);

    private final Sql db;
    private final String insert;
    private final String delete;
    private final String select;

    TermRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + prefix + "term (tenant, ticket, term) VALUES (?, ?, ?)";
        this.delete = "DELETE FROM " + prefix + "term WHERE tenant = ? AND ticket = ? AND term = ?";
        this.select = "SELECT term FROM " + prefix + "term WHERE tenant = ? AND ticket = ?";
    }

    static String tag(Tag tag) {
        return "t/" + tag.value();
    }

    /** The digest makes long values short enough for an index. */
    static String field(FieldKey key, FieldValue value) {
        return "f/" + key + "/" + Digest.of(value.type().name(), value.text());
    }

    private static SortedSet<String> of(Ticket ticket) {
        SortedSet<String> terms = new TreeSet<>();
        ticket.tags().forEach(tag -> terms.add(tag(tag)));
        ticket.fields().forEach((key, value) -> terms.add(field(key, value)));
        return terms;
    }

    /** Adds the terms of a new ticket, or those that a change added, and removes those that it took away. */
    void apply(Script script, TenantId tenant, TicketChange change) throws SQLException {
        Ticket ticket = change.after().ticket();
        if (change.expectedVersion() == 0) {
            add(script, tenant, ticket);
        } else if (change.events().stream()
                .anyMatch(e -> !KEEPING.contains(e.event().getClass()))) {
            replace(script, tenant, ticket);
        }
    }

    /** Adds the terms of a new ticket. */
    void add(Script script, TenantId tenant, Ticket ticket) {
        insert(script, tenant, ticket, of(ticket));
    }

    /** The ticket's row is locked, so nobody else changes its terms. */
    private void replace(Script script, TenantId tenant, Ticket ticket) throws SQLException {
        Collection<String> before = db.list(
                script.connection(),
                select,
                p -> p.text(tenant.value()).id(ticket.id().value()),
                row -> row.text("term"));
        SortedSet<String> gone = new TreeSet<>(before);
        SortedSet<String> fresh = of(ticket);
        gone.removeAll(fresh);
        fresh.removeAll(before);
        script.addAll(
                delete,
                gone,
                (p, term) -> p.text(tenant.value()).id(ticket.id().value()).text(term),
                Demand.NONE);
        insert(script, tenant, ticket, fresh);
    }

    private void insert(Script script, TenantId tenant, Ticket ticket, Collection<String> terms) {
        script.addAll(
                insert,
                terms,
                (p, term) -> p.text(tenant.value()).id(ticket.id().value()).text(term),
                Demand.NONE);
    }
}
