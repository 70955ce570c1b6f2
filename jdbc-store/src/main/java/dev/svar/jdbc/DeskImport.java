package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.ArchiveException.Problem;
import dev.svar.jdbc.ImportRows.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an archive into a desk, one part in memory at a time, each stored in a transaction of its own. */
final class DeskImport {
    private final Transactions transactions;
    private final Dialect dialect;
    private final Sql db;
    private final Tables tables;
    private final ImportRows imports;
    private final List<LineKind<?>> kinds;
    private final Map<String, LineKind<?>> kindsByName;
    private final TenantId tenant;
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private ArchivePart part;

    DeskImport(
            Transactions transactions,
            Dialect dialect,
            Tables tables,
            ImportRows imports,
            List<LineKind<?>> kinds,
            TenantId tenant) {
        this.transactions = transactions;
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.tables = tables;
        this.imports = imports;
        this.kinds = kinds;
        this.kindsByName = kinds.stream().collect(Collectors.toMap(LineKind::name, Function.identity()));
        this.tenant = tenant;
        this.part = new ArchivePart(dialect, tenant);
    }

    ArchiveSummary read(ArchiveReader reader) {
        try {
            return readParts(reader);
        } finally {
            part.discard();
        }
    }

    private ArchiveSummary readParts(ArchiveReader reader) {
        Progress progress = progress();
        boolean met = progress.equals(Progress.NONE);
        while (true) {
            ArchiveLine line = reader.next();
            boolean stored = line.number() <= progress.line();
            if (!Checkpoint.is(line.kind())) {
                reader.belongs();
                LineKind<?> kind = kind(line);
                counts.merge(kind.name(), 1L, Long::sum);
                if (!stored) {
                    part.add(kind, line);
                }
                continue;
            }
            part.close(line);
            Checkpoint checkpoint = reader.checkpoint(line);
            check(line, checkpoint);
            met |= progress.equals(new Progress(line.number(), checkpoint.digest()));
            if (!met && (line.number() >= progress.line() || checkpoint.end())) {
                throw new ImportRefusedException(
                        tenant, "up to line " + progress.line() + " another one was imported into it");
            }
            if (!stored) {
                Progress now = new Progress(line.number(), checkpoint.digest());
                store(progress, now, checkpoint.end());
                progress = now;
                part.discard();
                part = new ArchivePart(dialect, tenant);
            }
            if (checkpoint.end()) {
                reader.expectEnd();
                return new ArchiveSummary(tenant, line.number(), counts, checkpoint.digest());
            }
        }
    }

    private LineKind<?> kind(ArchiveLine line) {
        return Optional.<LineKind<?>>ofNullable(kindsByName.get(line.kind()))
                .orElseThrow(() -> new ArchiveException(
                        line.number(), Problem.UNKNOWN_KIND, "is of no kind that this version of Svar knows"));
    }

    private void check(ArchiveLine line, Checkpoint checkpoint) {
        if (!checkpoint.counts().equals(counts)) {
            throw new ArchiveException(line.number(), Problem.ALTERED, "counts other lines than there are before it");
        }
    }

    /** What an import into this desk has come to; a desk without one must have nothing. */
    private Progress progress() {
        return transactions.read("looking for an import", connection -> {
            Optional<Progress> known = imports.find(connection, tenant);
            if (known.isEmpty()) {
                for (LineKind<?> kind : kinds) {
                    if (kind.any(db, connection, tenant)) {
                        throw new ImportRefusedException(tenant, "it has data of its own");
                    }
                }
            }
            return known.orElse(Progress.NONE);
        });
    }

    private void store(Progress from, Progress to, boolean end) {
        try {
            store(from, to, end, ArchivePart.NONE);
        } catch (ArchivePart.GroupRefusedException e) {
            // Nothing of it is stored; which line it was is only known when each is a statement of its own.
            store(from, to, end, e.group());
        }
    }

    private void store(Progress from, Progress to, boolean end, int lineByLine) {
        transactions.write("importing a part of an archive", connection -> {
            advance(connection, from, to);
            part.insert(connection, lineByLine);
            if (end) {
                raiseNumber(connection);
            }
            return to;
        });
    }

    private void advance(Connection connection, Progress from, Progress to) throws SQLException {
        boolean alone;
        try {
            alone = imports.advance(connection, tenant, from, to);
        } catch (SQLException e) {
            if (!dialect.isDuplicateKey(e)) {
                throw e;
            }
            alone = false;
        }
        if (!alone) {
            throw new ImportRefusedException(tenant, "another import is running");
        }
    }

    /** Whatever the archive says about the last number, none of its tickets' is given out again. */
    private void raiseNumber(Connection connection) throws SQLException {
        Optional<Long> highest = tables.tickets.highestNumber(connection, tenant);
        if (highest.isPresent()) {
            tables.numbers.raise(connection, tenant, highest.get());
        }
    }
}
