package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.TurnRows.Turn;
import java.sql.SQLException;
import java.util.List;

/** Whose turn was last in rotations. */
final class RotationLines extends RowLines<Turn> {
    private final TurnRows rows;

    RotationLines(String prefix, TurnRows rows) {
        super("rotation", new RowPages(prefix + "rotation", List.of(KeyColumn.text("name_digest")), "last_turn"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("name", row.text("name_digest")).put("last", row.number("last_turn"));
    }

    @Override
    Turn read(TenantId tenant, JsonObject line) {
        return new Turn(Digest.checked("name", line.text("name")), line.number("last"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Turn> turns) {
        rows.add(script, tenant, turns);
    }
}
