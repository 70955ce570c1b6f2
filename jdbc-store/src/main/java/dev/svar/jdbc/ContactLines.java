package dev.svar.jdbc;

import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import java.sql.SQLException;
import java.util.List;

/** Contacts with their addresses. */
final class ContactLines extends RowLines<Contact> {
    private final ContactRows rows;

    ContactLines(String prefix, ContactRows rows) {
        super("contact", new RowPages(prefix + "contact", List.of(KeyColumn.id("id")), "state"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("id")).put("contact", row.json("state"));
    }

    @Override
    Contact read(TenantId tenant, JsonObject line) {
        return ValueJson.contact(tenant, new ContactId(line.id("id")), line.object("contact"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Contact> contacts) throws SQLException {
        Changes.Builder changes = Changes.builder(tenant);
        contacts.forEach(changes::newContact);
        rows.apply(script, tenant, changes.build());
    }
}
