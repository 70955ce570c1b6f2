package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.store.Readers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of those who are to be told something, in one statement for both tables. */
final class ReaderRows {
    private final Sql db;
    private final PreferenceRows preferences;
    private final SuppressionRows suppressions;

    ReaderRows(Dialect dialect, PreferenceRows preferences, SuppressionRows suppressions) {
        this.db = new Sql(dialect);
        this.preferences = preferences;
        this.suppressions = suppressions;
    }

    Readers find(Connection connection, TenantId tenant, Set<NotifiedPerson> people, Set<Address> addresses)
            throws SQLException {
        if (people.isEmpty() || addresses.isEmpty() || people.size() + addresses.size() > Sql.MAX_MARKS) {
            return new Readers(
                    preferences.find(connection, tenant, people), suppressions.find(connection, tenant, addresses));
        }
        Keys<String> asked = preferences.keys(tenant, people);
        Map<String, List<String>> channels = SuppressionRows.byChannel(addresses);
        List<String> parts = new ArrayList<>();
        channels.values().forEach(values -> parts.add(suppressions.select(values.size())));
        parts.add(preferences.selectBeside(asked));
        Map<NotifiedPerson, NotificationPreferences> said = new HashMap<>();
        Map<Address, Suppression> against = new HashMap<>();
        db.list(
                connection,
                String.join(" UNION ALL ", parts),
                p -> {
                    for (Map.Entry<String, List<String>> channel : channels.entrySet()) {
                        SuppressionRows.bind(p, tenant, channel.getKey(), channel.getValue());
                    }
                    asked.bind(p);
                },
                row -> {
                    boolean preferred = row.text("channel").isEmpty();
                    if (preferred) {
                        NotificationPreferences one = PreferenceRows.read(row);
                        said.put(one.person(), one);
                    } else {
                        Suppression one = SuppressionRows.read(tenant, row);
                        against.put(one.address(), one);
                    }
                    return preferred;
                });
        return new Readers(said, against);
    }
}
