package dev.svar.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.contact.TenantId;
import dev.svar.jdbc.ArchiveSummary;
import dev.svar.jdbc.DeskArchive;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Not a benchmark of time: a large desk is imported into PostgreSQL and exported again by a JVM with little heap. It ends with an
 * error if the memory does not suffice.
 */
public final class MoveMemory {
    private static final int TICKETS_OF_THE_SMALL_DESK = 100;
    private static final String SMALL = "small_";

    private MoveMemory() {}

    /**
     * Imports and exports, and prints how long both took.
     *
     * @param args how many tickets
     * @throws IOException if there is no room for the archive among the temporary files
     * @throws SQLException if the server fails
     */
    public static void main(String[] args) throws IOException, SQLException {
        int tickets = Integer.parseInt(args[0]);
        Path file = Files.createTempFile("svar-desk-", ".jsonl");
        try (Server server = Server.start();
                HikariDataSource source = server.pool(1)) {
            byte[] small = small(source);
            Schema.of(Dialect.POSTGRESQL, Schema.DEFAULT_PREFIX).apply(source);
            dropIndexes(source);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                GrownArchive.write(small, tickets, out);
            }
            move(source, file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] small(HikariDataSource source) {
        Schema.of(Dialect.POSTGRESQL, SMALL).apply(source);
        HelpDesk desk =
                PostedDesk.on(JdbcStore.builder(source).tablePrefix(SMALL).build());
        for (int i = 0; i < TICKETS_OF_THE_SMALL_DESK; i++) {
            desk.open(PostedDesk.request());
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        DeskArchive.builder(source).tablePrefix(SMALL).build().exportDesk(TenantId.DEFAULT, Instant.EPOCH, lines);
        return lines.toByteArray();
    }

    /** Moving needs the primary keys only, and without the others a million tickets are there in minutes. */
    private static void dropIndexes(HikariDataSource source) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                            + " WHERE c.relname LIKE 'svar%' AND NOT i.indisunique")) {
                while (found.next()) {
                    indexes.add(found.getString(1));
                }
            }
            for (String index : indexes) {
                statement.execute("DROP INDEX " + index);
            }
        }
    }

    private static void move(HikariDataSource source, Path file) throws IOException {
        DeskArchive archive = DeskArchive.builder(source).build();
        long begun = System.nanoTime();
        ArchiveSummary imported;
        try (InputStream in = Files.newInputStream(file)) {
            imported = archive.importDesk(in);
        }
        print("imported", imported, begun);
        begun = System.nanoTime();
        ArchiveSummary exported = archive.exportDesk(TenantId.DEFAULT, Instant.EPOCH, OutputStream.nullOutputStream());
        print("exported", exported, begun);
        if (!exported.counts().equals(imported.counts())) {
            throw new IllegalStateException("what was exported is not what was imported");
        }
    }

    private static void print(String what, ArchiveSummary summary, long begun) {
        System.out.printf(
                Locale.ROOT,
                "%s %,d tickets, %,d lines, in %d s; the heap may have %d MB%n",
                what,
                summary.counts().getOrDefault("ticket", 0L),
                summary.lines(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
