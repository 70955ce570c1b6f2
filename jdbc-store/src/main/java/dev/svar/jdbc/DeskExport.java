package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.jdbc.Checkpoint.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes all rows of a desk, a few in memory at a time. */
final class DeskExport {
    private final Sql db;
    private final List<LineKind<?>> kinds;
    private final TenantId tenant;
    private final ArchiveWriter writer;

    DeskExport(Dialect dialect, List<LineKind<?>> kinds, TenantId tenant, ArchiveWriter writer) {
        this.db = new Sql(dialect);
        this.kinds = kinds;
        this.tenant = tenant;
        this.writer = writer;
    }

    ArchiveSummary all(Connection connection) throws SQLException {
        for (LineKind<?> kind : kinds) {
            rows(connection, kind, Optional.empty());
        }
        return writer.end();
    }

    ArchiveSummary after(Connection connection, Position last) throws SQLException {
        List<String> names = kinds.stream().map(LineKind::name).toList();
        int begun = names.indexOf(last.kind());
        if (begun < 0) {
            throw new InvalidValueException("checkpoint.last", "has a kind that this version does not know");
        }
        rows(connection, kinds.get(begun), Optional.of(last.key()));
        for (LineKind<?> kind : kinds.subList(begun + 1, kinds.size())) {
            rows(connection, kind, Optional.empty());
        }
        return writer.end();
    }

    private void rows(Connection connection, LineKind<?> kind, Optional<List<String>> after) throws SQLException {
        LineKind.Lines out = new LineKind.Lines() {
            @Override
            public void add(JsonObject line) {
                writer.add(kind.name(), line);
            }

            @Override
            public void rowEnds(List<String> key) {
                writer.rowEnds(new Position(kind.name(), key));
            }
        };
        Optional<List<String>> last = kind.page(db, connection, tenant, after, out);
        while (last.isPresent()) {
            last = kind.page(db, connection, tenant, last, out);
        }
    }
}
