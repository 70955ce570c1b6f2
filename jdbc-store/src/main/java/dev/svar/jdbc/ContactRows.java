package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.ContactChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
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

    /**
     * Adds and changes contacts. Fails with a duplicate key if an address belongs to somebody else.
     *
     * @return whether all of those that change were at the expected versions
     */
    boolean apply(Connection connection, TenantId tenant, Changes changes) throws SQLException {
        if (!update(connection, tenant, changes.contacts())) {
            return false;
        }
        db.batch(
                connection,
                "INSERT INTO " + table + " (tenant, id, version, state) VALUES (?, ?, ?, ?)",
                changes.newContacts(),
                (p, c) -> p.text(tenant.value())
                        .id(c.id().value())
                        .number(c.version())
                        .json(ValueJson.contact(c)));
        Map<UUID, List<Address>> changed = new HashMap<>();
        changes.contacts()
                .forEach(c -> changed.put(c.after().id().value(), c.after().addresses()));
        Map<UUID, List<Address>> fresh = new HashMap<>();
        changes.newContacts().forEach(c -> fresh.put(c.id().value(), c.addresses()));
        addresses.change(connection, tenant, changed, fresh);
        return true;
    }

    private boolean update(Connection connection, TenantId tenant, Collection<ContactChange> changes)
            throws SQLException {
        List<ContactChange> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparing(c -> c.after().id().value()));
        return Sql.allOne(db.batch(
                connection,
                "UPDATE " + table + " SET version = ?, state = ? WHERE tenant = ? AND id = ? AND version = ?",
                sorted,
                (p, c) -> p.number(c.after().version())
                        .json(ValueJson.contact(c.after()))
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.expectedVersion())));
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
