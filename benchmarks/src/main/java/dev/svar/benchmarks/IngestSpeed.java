package dev.svar.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.contact.TenantId;
import dev.svar.jdbc.DeskArchive;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast an archive is imported into PostgreSQL, beside plain JDBC that writes the same rows, ten tickets in a transaction. Both
 * have one connection and write into the same tables, which have tickets and statistics from before.
 */
public final class IngestSpeed {
    private static final int TICKETS_OF_A_TRANSACTION = 10;

    private IngestSpeed() {}

    /**
     * Measures and prints.
     *
     * @param args how many tickets the archive has, how many rounds, how many milliseconds of each
     * @throws Exception if something fails
     */
    public static void main(String[] args) throws Exception {
        int tickets = Integer.parseInt(args[0]);
        try (Server server = Server.start();
                HikariDataSource source = server.pool(1)) {
            System.out.println(server.settings());
            Schema.of(Dialect.POSTGRESQL, Schema.DEFAULT_PREFIX).apply(source);
            HelpDesk desk = PostedDesk.on(JdbcStore.builder(source).build());
            desk.open(PostedDesk.request());
            CopiedRows rows = rows(source);
            System.out.println("a ticket: " + rows.shape());
            for (int i = 1; i < tickets; i++) {
                desk.open(PostedDesk.request());
            }
            DeskArchive archive = DeskArchive.builder(source).build();
            byte[] lines = exported(archive);
            server.execute("VACUUM ANALYZE");
            AtomicLong tenants = new AtomicLong();
            new Contest(server, Integer.parseInt(args[1]), Long.parseLong(args[2]))
                    .with("plain JDBC, 10 at once", () -> {
                        write(source, rows);
                        return TICKETS_OF_A_TRANSACTION;
                    })
                    .with("import", () -> {
                        TenantId tenant = new TenantId("copy-" + tenants.incrementAndGet());
                        archive.importDesk(new ByteArrayInputStream(lines), tenant);
                        return tickets;
                    })
                    .run("tickets written, one thread, an archive of " + tickets, 1);
        }
    }

    private static CopiedRows rows(HikariDataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new CopiedRows(connection, Schema.DEFAULT_PREFIX);
        }
    }

    private static byte[] exported(DeskArchive archive) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        archive.exportDesk(TenantId.DEFAULT, Instant.EPOCH, lines);
        return lines.toByteArray();
    }

    private static void write(HikariDataSource source, CopiedRows rows) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            rows.write(connection, TICKETS_OF_A_TRANSACTION);
            connection.commit();
        }
    }
}
