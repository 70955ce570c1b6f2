package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Contacts and their addresses. */
final class ContactRows {
    private final Sql db;
    private final String table;
    private final String addressTable;
    private final OwnedKeys<Address> addresses;

    ContactRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "contact";
        this.addressTable = prefix + "contact_address";
        this.addresses = new OwnedKeys<>(
                db,
                addressTable,
                List.of("channel", "address"),
                "contact",
                Comparator.comparing((Address a) -> a.channel().name()).thenComparing(Address::value),
                (p, a) -> p.text(a.channel().name()).text(a.value()),
                row -> new Address(new Channel(row.text("channel")), row.text("address")));
    }

    /** Adds and changes contacts; refused if one is not at its expected version or an address belongs to somebody else. */
    void apply(Script script, TenantId tenant, Changes changes) throws SQLException {
        script.addAll(
                "UPDATE " + table + " SET version = ?, state = ? WHERE tenant = ? AND id = ? AND version = ?",
                changes.contacts().stream()
                        .sorted(Comparator.comparing(c -> c.after().id().value()))
                        .toList(),
                (p, c) -> p.number(c.after().version())
                        .json(ValueJson.contact(c.after()))
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
        script.addAll(
                "INSERT INTO " + table + " (tenant, id, version, state) VALUES (?, ?, ?, ?)",
                changes.newContacts(),
                (p, c) -> p.text(tenant.value())
                        .id(c.id().value())
                        .number(c.version())
                        .json(ValueJson.contact(c)),
                Demand.newOr(CommitResult.STALE));
        Map<UUID, List<Address>> changed = new HashMap<>();
        changes.contacts()
                .forEach(c -> changed.put(c.after().id().value(), c.after().addresses()));
        Map<UUID, List<Address>> fresh = new HashMap<>();
        changes.newContacts().forEach(c -> fresh.put(c.id().value(), c.addresses()));
        addresses.change(script, tenant, changed, fresh);
    }

    Optional<Contact> find(Connection connection, TenantId tenant, ContactId id) throws SQLException {
        return db.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND id = ?",
                p -> p.text(tenant.value()).id(id.value()),
                row -> read(tenant, row));
    }

    Optional<Contact> find(Connection connection, TenantId tenant, Address address) throws SQLException {
        return db.first(
                connection,
                "SELECT c.id, c.state FROM " + addressTable + " a JOIN " + table
                        + " c ON c.tenant = a.tenant AND c.id = a.contact"
                        + " WHERE a.tenant = ? AND a.channel = ? AND a.address = ?",
                p -> p.text(tenant.value()).text(address.channel().name()).text(address.value()),
                row -> read(tenant, row));
    }

    private static Contact read(TenantId tenant, Row row) throws SQLException {
        return ValueJson.contact(tenant, new ContactId(row.id("id")), row.json("state"));
    }
}
