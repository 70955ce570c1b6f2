package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.delivery.MailingId;
import dev.svar.store.MailingChange;
import java.sql.SQLException;
import java.util.List;

/** Mailings, each as far as it has come. */
final class MailingLines extends RowLines<MailingChange> {
    private final MailingRows rows;

    MailingLines(String prefix, MailingRows rows) {
        super("mailing", new RowPages(prefix + "mailing", List.of(KeyColumn.id("id")), "state"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("id")).put("mailing", row.json("state"));
    }

    @Override
    MailingChange read(TenantId tenant, JsonObject line) {
        return new MailingChange(0, MailingJson.read(tenant, new MailingId(line.id("id")), line.object("mailing")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<MailingChange> mailings) {
        rows.apply(script, tenant, mailings);
    }
}
