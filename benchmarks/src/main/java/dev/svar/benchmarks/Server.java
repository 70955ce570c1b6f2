package dev.svar.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that writes to disk what it has promised, and the time that its processes have used. Linux only. */
final class Server implements AutoCloseable {
    private static final long NANOS_PER_TICK = 10_000_000;
    private static final int PARENT = 1;
    private static final int USER_TICKS = 11;

    private final EmbeddedPostgres postgres;
    private final Path data;

    private Server(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
    }

    static Server start() throws IOException {
        Path data = Files.createTempDirectory("svar-speed");
        return new Server(
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start(),
                data);
    }

    /** A pool of its own; connections keep their prepared statements. */
    HikariDataSource pool(int connections) {
        return new HikariDataSource(config(connections));
    }

    /** One connection whose commits do not wait for the disk: for warming up, never for measuring. */
    HikariDataSource hastyPool() {
        HikariConfig config = config(1);
        config.setConnectionInitSql("SET synchronous_commit = off");
        return new HikariDataSource(config);
    }

    private HikariConfig config(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(connections);
        return config;
    }

    /** What decides whether figures can be compared. */
    String settings() throws SQLException {
        List<String> shown = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : List.of(
                    "server_version",
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "shared_buffers",
                    "max_wal_size")) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    shown.add(name + " " + row.getString(1));
                }
            }
        }
        return "PostgreSQL " + String.join(", ", shown);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The processor time of all its processes until now; those that have ended count with the one that started them. */
    long cpuNanos() {
        try {
            long first = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            long ticks = 0;
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                for (Path process : processes
                        .filter(p -> p.getFileName().toString().matches("\\d+"))
                        .toList()) {
                    ticks += ticks(process, first);
                }
            }
            return ticks * NANOS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks(Path process, long first) throws IOException {
        String stat;
        try {
            stat = Files.readString(process.resolve("stat"));
        } catch (IOException e) { // it has ended meanwhile
            return 0;
        }
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        boolean itself = process.getFileName().toString().equals(Long.toString(first));
        if (!itself && Long.parseLong(fields.get(PARENT)) != first) {
            return 0;
        }
        int counted = itself ? 4 : 2;
        return fields.subList(USER_TICKS, USER_TICKS + counted).stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
