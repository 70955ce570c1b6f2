package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.store.CommitResult;
import dev.svar.store.PreferencesChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people want to be told. */
final class PreferenceRows {
    private final Sql db;
    private final Dialect dialect;
    private final String table;

    PreferenceRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.dialect = dialect;
        this.table = prefix + "preference";
    }

    /** Refused if somebody's are not at their expected version. */
    void apply(Script script, TenantId tenant, Collection<PreferencesChange> changes) {
        List<PreferencesChange> sorted = changes.stream()
                .sorted(Comparator.comparing(c -> c.after().person().key()))
                .toList();
        script.addAll(
                "UPDATE " + table + " SET version = ?, state = ? WHERE tenant = ? AND person = ? AND version = ?",
                sorted.stream().filter(c -> c.expectedVersion() > 0).toList(),
                (p, c) -> p.number(c.after().version())
                        .json(PreferenceJson.write(c.after()))
                        .text(tenant.value())
                        .text(c.after().person().key())
                        .number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
        add(
                script,
                tenant,
                sorted.stream()
                        .filter(c -> c.expectedVersion() == 0)
                        .map(PreferencesChange::after)
                        .toList());
    }

    /** Adds those of people who have none. */
    void add(Script script, TenantId tenant, List<NotificationPreferences> fresh) {
        script.addAll(
                "INSERT INTO " + table + " (tenant, person, version, state) VALUES (?, ?, ?, ?)",
                fresh,
                (p, preferences) -> p.text(tenant.value())
                        .text(preferences.person().key())
                        .number(preferences.version())
                        .json(PreferenceJson.write(preferences)),
                Demand.newOr(CommitResult.STALE));
    }

    Map<NotifiedPerson, NotificationPreferences> find(
            Connection connection, TenantId tenant, Set<NotifiedPerson> people) throws SQLException {
        if (people.isEmpty()) {
            return Map.of();
        }
        Keys<String> keys = keys(tenant, people);
        return db
                .list(
                        connection,
                        "SELECT state FROM " + table + " WHERE " + keys.in("person"),
                        keys::bind,
                        PreferenceRows::read)
                .stream()
                .collect(Collectors.toMap(NotificationPreferences::person, Function.identity()));
    }

    Keys<String> keys(TenantId tenant, Set<NotifiedPerson> people) {
        return Keys.of(
                dialect,
                tenant,
                people.stream().map(NotifiedPerson::key).sorted().toList());
    }

    /** In the form of rows of suppressions, of no channel. */
    String selectBeside(Keys<String> asked) {
        return "SELECT '', '', " + SuppressionRows.COLUMNS + " FROM " + table + " WHERE " + asked.in("person");
    }

    static NotificationPreferences read(Row row) throws SQLException {
        return PreferenceJson.read(row.json("state"));
    }
}
