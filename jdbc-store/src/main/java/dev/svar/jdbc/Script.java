package dev.svar.jdbc;

import dev.svar.store.CommitResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The writing statements of one commit, in their order. They are held back until something has to be read. Where the database
 * takes several statements in one round trip they go to it together, many of the same kind as a batch; if one of them then
 * meets what it must not, nobody can tell which it was: {@link UnclearException}. Otherwise they run one after the other, and
 * the first one whose {@link Demand} is not met decides. The end of the transaction goes with the last of them if nothing that
 * they come to, but for an error, could refuse them.
 */
final class Script {
    /** More statements than these of one kind are a batch of their own. */
    private static final int MAX_OF_A_KIND = 8;

    private static final int MAX_TOGETHER = 40;

    private static final String COMMIT = "COMMIT";

    private final Connection connection;
    private final Dialect dialect;
    private final Sql db;
    private final boolean together;
    private final List<Line> lines = new ArrayList<>();

    Script(Connection connection, Dialect dialect, boolean together) {
        this.connection = connection;
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.together = together;
    }

    /** A statement that waits. */
    private record Line(String sql, Sql.Binder binder, Demand demand) {}

    /** Whether statements are sent together: then nothing need be looked at first that is most likely so. */
    boolean together() {
        return together;
    }

    void add(String sql, Sql.Binder binder, Demand demand) {
        lines.add(new Line(sql, binder, demand));
    }

    <T> void addAll(String sql, Collection<T> items, Sql.ItemBinder<T> binder, Demand demand) {
        items.forEach(item -> add(sql, params -> binder.bind(params, item), demand));
    }

    /** The connection, after everything that was added has run. */
    Connection connection() throws SQLException {
        run();
        return connection;
    }

    void run() throws SQLException {
        run(false);
    }

    /**
     * Runs everything that was added, at the end of a transaction that is for this script alone. The transaction may have
     * ended then; committing it is right in any case.
     *
     * @throws dev.svar.store.StoreException if the answer to its end was lost
     */
    void runLast() throws SQLException {
        run(true);
    }

    private void run(boolean last) throws SQLException {
        List<Line> some = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size()
                    && lines.get(to).sql().equals(lines.get(from).sql())) {
                to++;
            }
            List<Line> alike = lines.subList(from, to);
            if (together && alike.size() <= MAX_OF_A_KIND) {
                some.addAll(alike);
            }
            boolean batch = !together || alike.size() > MAX_OF_A_KIND;
            if (batch || some.size() >= MAX_TOGETHER) {
                send(some, false);
            }
            if (batch) {
                batch(alike);
            }
            from = to;
        }
        send(
                some,
                last && some.stream().allMatch(line -> line.demand().ifNotOne().isEmpty()));
        lines.clear();
    }

    private void send(List<Line> some, boolean commits) throws SQLException {
        if (!some.isEmpty()) {
            List<String> statements = new ArrayList<>(some.size() + 1);
            some.forEach(line -> statements.add(line.sql()));
            if (commits) {
                statements.add(COMMIT);
            }
            try {
                check(some, db.together(connection, statements, params -> {
                    for (Line line : some) {
                        line.binder().bind(params);
                    }
                }));
            } catch (SQLException e) {
                SQLException understood = understood(e, some.get(0).demand());
                if (commits && SqlErrors.mayBeCommitted(e)) {
                    throw SqlErrors.unknown("a commit", e);
                }
                throw understood;
            }
            some.clear();
        }
    }

    private void batch(List<Line> alike) throws SQLException {
        try {
            check(
                    alike,
                    db.batch(
                            connection,
                            alike.get(0).sql(),
                            alike,
                            (p, line) -> line.binder().bind(p)));
        } catch (SQLException e) {
            throw understood(e, alike.get(0).demand());
        }
    }

    private static void check(List<Line> lines, int[] counts) {
        for (int i = 0; i < lines.size(); i++) {
            Optional<CommitResult> otherwise = lines.get(i).demand().ifNotOne();
            if (otherwise.isPresent() && counts[i] != 1) {
                throw new RefusedException(otherwise.get());
            }
        }
    }

    private SQLException understood(SQLException e, Demand demand) {
        boolean there = dialect.isDuplicateKey(e);
        boolean orphan = dialect.isMissingParent(e);
        if (together && (there || orphan)) {
            throw new UnclearException();
        } else if (orphan) {
            throw new MissingTicketException();
        } else if (there && demand.ifThere().isPresent()) {
            throw new RefusedException(demand.ifThere().get());
        }
        return there ? new LostRaceException(e) : e;
    }
}
