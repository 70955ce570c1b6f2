package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.DeadWork;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import java.sql.SQLException;
import java.util.List;

/** Work that is not tried any more. */
final class DeadWorkLines extends RowLines<DeadWork> {
    private final DeadWorkRows rows;

    DeadWorkLines(String prefix, DeadWorkRows rows) {
        super(
                "dead-work",
                new RowPages(
                        prefix + "dead_work", List.of(KeyColumn.text("work_key")), "due_at, died_at, attempts, error"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("key", row.text("work_key"))
                .put("dueAt", row.at("due_at"))
                .put("diedAt", row.at("died_at"))
                .put("attempts", row.number("attempts"))
                .put("error", row.text("error"));
    }

    @Override
    DeadWork read(TenantId tenant, JsonObject line) {
        return new DeadWork(
                new Work(WorkKey.parse(line.text("key")), line.at("dueAt")),
                line.smallNumber("attempts"),
                line.text("error"),
                line.at("diedAt"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<DeadWork> dead) {
        rows.insert(script, tenant, dead);
    }
}
