package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.ArchiveException.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What lies between two checkpoints: it is stored as a whole or not at all. */
final class ArchivePart {
    /** No group is stored line by line. */
    static final int NONE = -1;

    private final Dialect dialect;
    private final TenantId tenant;
    private final List<Group<?>> groups = new ArrayList<>();
    private long bytes;

    ArchivePart(Dialect dialect, TenantId tenant) {
        this.dialect = dialect;
        this.tenant = tenant;
    }

    /** Ends a transaction in which the database refused something of a group. */
    static final class GroupRefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int group;

        private GroupRefusedException(int group) {
            super("group " + group, null, false, false);
            this.group = group;
        }

        int group() {
            return group;
        }
    }

    void add(LineKind<?> kind, ArchiveLine line) {
        if (groups.isEmpty() || last().kind != kind) {
            close(line);
            groups.add(new Group<>(kind, tenant));
        }
        if (bytes > ArchiveFormat.MAX_PART_BYTES && !last().assembly.open()) {
            throw new ArchiveException(
                    line.number(),
                    Problem.TOO_LONG,
                    "lies more than " + ArchiveFormat.MAX_PART_BYTES + " bytes after the last checkpoint");
        }
        last().add(line);
        bytes += line.bytes();
    }

    private Group<?> last() {
        return groups.get(groups.size() - 1);
    }

    /** A line of another kind comes: nothing may wait for more lines of the one before. */
    void close(ArchiveLine next) {
        if (!groups.isEmpty() && last().assembly.open()) {
            throw new ArchiveException(
                    next.number(), Problem.INVALID_VALUE, "comes before the last chunk of the content before it");
        }
    }

    /** Lets go of what is kept outside memory. */
    void discard() {
        groups.forEach(group -> group.assembly.discard());
    }

    /** Stores everything, all groups but one in one go. */
    void insert(Connection connection, int lineByLine) throws SQLException {
        for (int i = 0; i < groups.size(); i++) {
            if (i == lineByLine) {
                groups.get(i).insertEach(connection, tenant, dialect);
                continue;
            }
            try {
                groups.get(i).insert(connection, tenant, dialect);
            } catch (RefusedException | LostRaceException | MissingTicketException e) {
                throw new GroupRefusedException(i);
            }
        }
    }

    /** Things of one kind whose lines follow each other. */
    private static final class Group<T> {
        private final LineKind<T> kind;
        private final LineKind.Assembly<T> assembly;
        private final List<T> things = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();

        Group(LineKind<T> kind, TenantId tenant) {
            this.kind = kind;
            this.assembly = kind.assembly(tenant);
        }

        void add(ArchiveLine line) {
            line.read(assembly::add).ifPresent(thing -> {
                things.add(thing);
                lines.add(line.number());
            });
        }

        void insert(Connection connection, TenantId tenant, Dialect dialect) throws SQLException {
            insert(connection, tenant, dialect, things);
        }

        private void insert(Connection connection, TenantId tenant, Dialect dialect, List<T> some) throws SQLException {
            Script script = new Script(connection, dialect, false);
            kind.insert(script, tenant, some);
            script.run();
        }

        /** Nobody else writes into this desk, so what is there was in the archive before. */
        void insertEach(Connection connection, TenantId tenant, Dialect dialect) throws SQLException {
            for (int i = 0; i < things.size(); i++) {
                try {
                    insert(connection, tenant, dialect, List.of(things.get(i)));
                } catch (RefusedException | LostRaceException e) {
                    throw new ArchiveException(
                            lines.get(i), Problem.DUPLICATE, "adds what is there already: " + kind.name());
                } catch (MissingTicketException e) {
                    throw new ArchiveException(
                            lines.get(i),
                            Problem.MISSING_TICKET,
                            "speaks of a ticket that no line before it has: " + kind.name());
                }
            }
        }
    }
}
