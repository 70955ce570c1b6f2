package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.delivery.NotificationPreferences;
import java.sql.SQLException;
import java.util.List;

/** What people want to be told. */
final class PreferenceLines extends RowLines<NotificationPreferences> {
    private final PreferenceRows rows;

    PreferenceLines(String prefix, PreferenceRows rows) {
        super("preference", new RowPages(prefix + "preference", List.of(KeyColumn.text("person")), "state"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("preferences", row.json("state"));
    }

    @Override
    NotificationPreferences read(TenantId tenant, JsonObject line) {
        return PreferenceJson.read(line.object("preferences"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<NotificationPreferences> preferences) {
        rows.add(script, tenant, preferences);
    }
}
