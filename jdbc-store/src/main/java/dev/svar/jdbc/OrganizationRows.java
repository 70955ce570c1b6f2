package dev.svar.jdbc;

import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Organizations and their domains. */
final class OrganizationRows {
    private final Sql db;
    private final String table;
    private final String domainTable;
    private final OwnedKeys<MailDomain> domains;

    OrganizationRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "organization";
        this.domainTable = prefix + "organization_domain";
        this.domains = new OwnedKeys<>(
                db,
                domainTable,
                List.of("domain"),
                "organization",
                Comparator.comparing(MailDomain::value),
                (p, d) -> p.text(d.value()),
                row -> new MailDomain(row.text("domain")));
    }

    /** Adds and changes organizations; refused if one is known, not at its expected version, or a domain belongs to another. */
    void apply(Script script, TenantId tenant, Collection<OrganizationChange> changes) throws SQLException {
        List<OrganizationChange> sorted = changes.stream()
                .sorted(Comparator.comparing(c -> c.after().id().value()))
                .toList();
        update(script, tenant, sorted.stream().filter(c -> !isNew(c)).toList());
        insert(script, tenant, sorted.stream().filter(OrganizationRows::isNew).toList());
        Map<UUID, Set<MailDomain>> changed = new HashMap<>();
        Map<UUID, Set<MailDomain>> fresh = new HashMap<>();
        sorted.forEach(c -> (isNew(c) ? fresh : changed)
                .put(c.after().id().value(), c.after().domains()));
        domains.change(script, tenant, changed, fresh);
    }

    private static boolean isNew(OrganizationChange change) {
        return change.expectedVersion() == 0;
    }

    private void insert(Script script, TenantId tenant, List<OrganizationChange> changes) {
        script.addAll(
                "INSERT INTO " + table + " (tenant, id, version, place, state) VALUES (?, ?, ?, ?, ?)",
                changes,
                (p, c) -> p.text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.after().version())
                        .text(OrganizationQuery.place(c.after()))
                        .json(ValueJson.organization(c.after())),
                Demand.newOr(CommitResult.STALE));
    }

    private void update(Script script, TenantId tenant, List<OrganizationChange> changes) {
        script.addAll(
                "UPDATE " + table
                        + " SET version = ?, place = ?, state = ? WHERE tenant = ? AND id = ? AND version = ?",
                changes,
                (p, c) -> p.number(c.after().version())
                        .text(OrganizationQuery.place(c.after()))
                        .json(ValueJson.organization(c.after()))
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
    }

    Optional<Organization> find(Connection connection, TenantId tenant, OrganizationId id) throws SQLException {
        return db.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND id = ?",
                p -> p.text(tenant.value()).id(id.value()),
                row -> read(tenant, row));
    }

    Optional<Organization> find(Connection connection, TenantId tenant, MailDomain domain) throws SQLException {
        return db.first(
                connection,
                "SELECT o.id, o.state FROM " + domainTable + " d JOIN " + table
                        + " o ON o.tenant = d.tenant AND o.id = d.organization WHERE d.tenant = ? AND d.domain = ?",
                p -> p.text(tenant.value()).text(domain.value()),
                row -> read(tenant, row));
    }

    /** One organization more than the page holds tells whether there is another page. */
    Page<Organization> page(Connection connection, TenantId tenant, OrganizationQuery query) throws SQLException {
        int wanted = query.limit() + 1;
        List<Organization> found = db.list(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND place > ? ORDER BY place LIMIT ?",
                p -> p.text(tenant.value()).text(query.after()).number(wanted),
                row -> read(tenant, row));
        if (found.size() < wanted) {
            return new Page<>(found, Optional.empty());
        }
        List<Organization> items = found.subList(0, query.limit());
        return new Page<>(items, Optional.of(OrganizationQuery.place(items.get(items.size() - 1))));
    }

    private static Organization read(TenantId tenant, Row row) throws SQLException {
        return ValueJson.organization(tenant, new OrganizationId(row.id("id")), row.json("state"));
    }
}
