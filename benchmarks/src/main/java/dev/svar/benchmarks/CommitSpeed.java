package dev.svar.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.memory.MemoryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Opening tickets through the façade on PostgreSQL, beside a loop of plain JDBC that writes the same rows without reading
 * anything: one batch for each table and a commit.
 */
public final class CommitSpeed {
    private static final int ROUNDS = 7;
    private static final int MILLISECONDS = 2_000;
    private static final int CONNECTIONS = 34;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int WARM_UP_IN_MEMORY = 20_000;

    private CommitSpeed() {}

    /**
     * Measures and prints.
     *
     * @param args the numbers of threads, separated by commas; 1,4,16 if there are none
     * @throws Exception if the database cannot be started or does not answer
     */
    public static void main(String[] args) throws Exception {
        try (Server server = Server.start();
                HikariDataSource source = server.pool(CONNECTIONS)) {
            System.out.println(server.settings());
            NewTicket request = PostedDesk.request();
            HelpDesk desk = PostedDesk.on(tables(source, "svar_"));
            desk.open(request);
            CopiedRows rows = copy(source, request);
            System.out.println("a ticket is: " + rows.shape());
            warmUp(server, rows, request);
            for (String threads : (args.length > 0 && !args[0].startsWith(".") ? args[0] : "1,4,16").split(",", -1)) {
                new Contest(server, ROUNDS, MILLISECONDS)
                        .with("plain JDBC", () -> write(source, rows, 1))
                        .with("Svar", () -> open(desk, request))
                        .with("plain JDBC, 10 at once", () -> write(source, rows, 10))
                        .run("opening tickets, " + threads + " threads", Integer.parseInt(threads));
                server.execute("VACUUM ANALYZE");
            }
        }
    }

    /** There is more of Svar's code to compile than of a loop's, and at the speed of a disk that would take minutes. */
    private static void warmUp(Server server, CopiedRows rows, NewTicket request) throws SQLException {
        HelpDesk inMemory = PostedDesk.on(new MemoryStore());
        for (int i = 0; i < WARM_UP_IN_MEMORY; i++) {
            open(inMemory, request);
        }
        try (HikariDataSource hasty = server.hastyPool()) {
            HelpDesk desk =
                    PostedDesk.on(JdbcStore.builder(hasty).tablePrefix("svar_").build());
            long until = System.nanoTime() + WARM_UP.toNanos();
            while (System.nanoTime() < until) {
                open(desk, request);
                write(hasty, rows, 1);
            }
        }
    }

    private static JdbcStore tables(DataSource source, String prefix) {
        Schema.of(Dialect.of(source), prefix).apply(source);
        return JdbcStore.builder(source).tablePrefix(prefix).build();
    }

    /** The contact is there before, for both. */
    private static CopiedRows copy(DataSource source, NewTicket request) throws SQLException {
        PostedDesk.on(tables(source, "raw_")).open(request);
        try (Connection connection = source.getConnection()) {
            return new CopiedRows(connection, "raw_");
        }
    }

    private static int open(HelpDesk desk, NewTicket request) {
        desk.open(request);
        return 1;
    }

    private static int write(DataSource source, CopiedRows rows, int tickets) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            rows.write(connection, tickets);
            connection.commit();
        }
        return tickets;
    }
}
