package dev.svar.jdbc;

import dev.svar.contact.AgentId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tickets and their events. */
final class TicketRows {
    /** What changes in a ticket's life, in the order of {@link #bind}. */
    private static final List<String> STATE = List.of(
            "version",
            "status_category",
            "status_label",
            "priority",
            "priority_place",
            "requester",
            "organization",
            "assignee",
            "team",
            "category",
            "spam",
            "snoozed",
            "opened_at",
            "updated_at",
            "next_due",
            "state");

    private final Dialect dialect;
    private final Sql db;
    private final String table;
    private final String insert;
    private final String update;
    private final String insertEvent;
    private final String selectEvents;

    TicketRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.table = prefix + "ticket";
        this.insert = "INSERT INTO " + table + " (" + String.join(", ", STATE) + ", tenant, id, number) VALUES ("
                + Sql.marks(STATE.size() + 3) + ")";
        this.update = "UPDATE " + table + " SET " + String.join(" = ?, ", STATE)
                + " = ? WHERE tenant = ? AND id = ? AND version = ?";
        this.insertEvent = "INSERT INTO " + prefix
                + "event (tenant, ticket, sequence, happened_at, type, body) VALUES (" + Sql.marks(6) + ")";
        this.selectEvents = "SELECT sequence, happened_at, body FROM " + prefix
                + "event WHERE tenant = ? AND ticket = ? AND sequence > ? ORDER BY sequence LIMIT ?";
    }

    void insert(Script script, TenantId tenant, TicketState state) {
        script.add(
                insert,
                p -> {
                    bind(p, state);
                    p.text(tenant.value())
                            .id(state.ticket().id().value())
                            .number(state.ticket().number().value());
                },
                Demand.newOr(CommitResult.STALE));
    }

    void update(Script script, TenantId tenant, TicketChange change) {
        script.add(
                update,
                p -> {
                    bind(p, change.after());
                    p.text(tenant.value())
                            .id(change.after().ticket().id().value())
                            .number(change.expectedVersion());
                },
                Demand.oneOr(CommitResult.STALE));
    }

    /** {@return the version, which stays until the transaction ends; empty if there is no such ticket} */
    Optional<Long> lock(Connection connection, TenantId tenant, UUID id) throws SQLException {
        return db.first(
                connection,
                "SELECT version FROM " + table + " WHERE tenant = ? AND id = ? FOR UPDATE",
                p -> p.text(tenant.value()).id(id),
                row -> row.number("version"));
    }

    private static void bind(Params params, TicketState state) throws SQLException {
        Ticket ticket = state.ticket();
        params.number(ticket.version())
                .constant(ticket.status().category())
                .text(ticket.status().label())
                .constant(ticket.priority())
                .number(TicketSort.place(ticket.priority()))
                .id(ticket.requester().value())
                .id(ticket.organization().map(OrganizationId::value))
                .text(ticket.assignee().map(AgentId::value))
                .text(ticket.team().map(TeamId::value))
                .text(ticket.category())
                .flag(ticket.spam())
                .flag(ticket.snoozedUntil().isPresent())
                .at(ticket.openedAt())
                .at(ticket.updatedAt())
                .at(state.due())
                .json(TicketJson.write(state));
    }

    void addEvents(Script script, TenantId tenant, Collection<RecordedEvent> events) {
        script.addAll(
                insertEvent,
                events,
                (p, e) -> p.text(tenant.value())
                        .id(e.ticket().value())
                        .number(e.sequence())
                        .at(e.at())
                        .text(EventJson.typeOf(e.event()))
                        .json(EventJson.write(e)),
                Demand.newOr(CommitResult.STALE));
    }

    Optional<TicketState> find(Connection connection, TenantId tenant, TicketId id) throws SQLException {
        return db.first(
                connection,
                "SELECT state FROM " + table + " WHERE tenant = ? AND id = ?",
                p -> p.text(tenant.value()).id(id.value()),
                row -> TicketJson.read(tenant, row.json("state")));
    }

    Map<TicketId, TicketState> find(Connection connection, TenantId tenant, Collection<TicketId> ids)
            throws SQLException {
        Map<TicketId, TicketState> found = new HashMap<>();
        for (List<TicketId> some : Sql.chunks(List.copyOf(ids))) {
            Keys<UUID> asked = Keys.ofIds(
                    dialect, tenant, some.stream().map(TicketId::value).toList());
            db.list(
                            connection,
                            "SELECT state FROM " + table + " WHERE " + asked.in("id"),
                            asked::bind,
                            row -> TicketJson.read(tenant, row.json("state")))
                    .forEach(state -> found.put(state.ticket().id(), state));
        }
        return found;
    }

    Optional<TicketState> find(Connection connection, TenantId tenant, long number) throws SQLException {
        return db.first(
                connection,
                "SELECT state FROM " + table + " WHERE tenant = ? AND number = ?",
                p -> p.text(tenant.value()).number(number),
                row -> TicketJson.read(tenant, row.json("state")));
    }

    Optional<Long> highestNumber(Connection connection, TenantId tenant) throws SQLException {
        return db.first(
                connection,
                "SELECT number FROM " + table + " WHERE tenant = ? ORDER BY tenant DESC, number DESC LIMIT 1",
                p -> p.text(tenant.value()),
                row -> row.number("number"));
    }

    List<RecordedEvent> events(Connection connection, TenantId tenant, TicketId ticket, long after, int limit)
            throws SQLException {
        return db.list(
                connection,
                selectEvents,
                p -> p.text(tenant.value()).id(ticket.value()).number(after).number(limit),
                row -> EventJson.read(ticket, row.number("sequence"), row.at("happened_at"), row.json("body")));
    }
}
