package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contacts and their addresses. */
final class ContactRows {
    private static final Comparator<Map.Entry<Address, ContactId>> BY_ADDRESS = Comparator.comparing(
                    (Map.Entry<Address, ContactId> e) -> e.getKey().channel().name())
            .thenComparing(e -> e.getKey().value());

    private final String table;
    private final String addresses;

    ContactRows(String prefix) {
        this.table = prefix + "contact";
        this.addresses = prefix + "contact_address";
    }

    /** Fails with a duplicate key if one of the addresses belongs to somebody. */
    void add(Connection connection, TenantId tenant, Collection<Contact> contacts) throws SQLException {
        Sql.batch(
                connection,
                "INSERT INTO " + table + " (tenant, id, state) VALUES (?, ?, ?)",
                contacts,
                (p, c) -> p.text(tenant.value()).id(c.id().value()).json(ValueJson.contact(c)));
        // In one order for all commits, so that two of them never wait for each other.
        List<Map.Entry<Address, ContactId>> owned = contacts.stream()
                .flatMap(c -> c.addresses().stream().distinct().map(a -> Map.entry(a, c.id())))
                .sorted(BY_ADDRESS)
                .toList();
        Sql.batch(
                connection,
                "INSERT INTO " + addresses + " (tenant, channel, address, contact) VALUES (?, ?, ?, ?)",
                owned,
                (p, e) -> p.text(tenant.value())
                        .text(e.getKey().channel().name())
                        .text(e.getKey().value())
                        .id(e.getValue().value()));
    }

    Optional<Contact> find(Connection connection, TenantId tenant, ContactId id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND id = ?",
                p -> p.text(tenant.value()).id(id.value()),
                row -> read(tenant, row));
    }

    Optional<Contact> find(Connection connection, TenantId tenant, Address address) throws SQLException {
        return Sql.first(
                connection,
                "SELECT c.id, c.state FROM " + addresses + " a JOIN " + table
                        + " c ON c.tenant = a.tenant AND c.id = a.contact"
                        + " WHERE a.tenant = ? AND a.channel = ? AND a.address = ?",
                p -> p.text(tenant.value()).text(address.channel().name()).text(address.value()),
                row -> read(tenant, row));
    }

    private static Contact read(TenantId tenant, Row row) throws SQLException {
        return ValueJson.contact(tenant, new ContactId(row.id("id")), row.json("state"));
    }
}
