package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.WorkRows.Planned;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import java.sql.SQLException;
import java.util.List;

/**
 * Due work and how often it was tried. Claims belong to a node of the old desk and are not carried: what was claimed is free
 * again.
 */
final class WorkLines extends RowLines<Planned> {
    private final WorkRows rows;

    WorkLines(String prefix, WorkRows rows) {
        super("work", new RowPages(prefix + "work", List.of(KeyColumn.text("work_key")), "due_at, attempts"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("key", row.text("work_key")).put("dueAt", row.at("due_at")).put("attempts", row.number("attempts"));
    }

    @Override
    Planned read(TenantId tenant, JsonObject line) {
        Work work = new Work(WorkKey.parse(line.text("key")), line.at("dueAt"));
        return new Planned(work.key().text(), work, line.smallNumber("attempts"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Planned> work) {
        rows.insert(script, tenant, work);
    }
}
