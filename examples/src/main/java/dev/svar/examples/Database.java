package dev.svar.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.svar.error.SvarException;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The database of an example: a pool, the schema applied, a store on it. */
final class Database implements AutoCloseable {
    private static final String PREFIX = "svar_";
    private static final long CONNECT_MILLIS = 10_000;

    private final HikariDataSource pool;
    private final JdbcStore store;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        Schema.of(Dialect.of(pool), PREFIX).apply(pool);
        this.store = JdbcStore.builder(pool).tablePrefix(PREFIX).build();
    }

    static Database open(Optional<String> url, String name, boolean fresh) {
        Path file = Path.of(System.getProperty("svar.target", "target"), name).toAbsolutePath();
        if (fresh) {
            forget(file);
        }
        return open(url.orElse("jdbc:h2:file:" + file));
    }

    static Database open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setInitializationFailTimeout(-1);
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new UsageException("no driver here understands the database address, H2 and PostgreSQL are there");
        }
        try (Connection reachable = pool.getConnection()) {
            return new Database(pool);
        } catch (SQLException e) {
            pool.close();
            throw new UsageException("the database cannot be reached: " + firstLine(driversWord(e)));
        } catch (SvarException e) {
            pool.close();
            throw new UsageException("the database cannot be used: " + firstLine(e));
        }
    }

    /** Beneath the pool's error is the driver's, which names host and port. */
    private static Throwable driversWord(SQLException e) {
        return e.getCause() instanceof SQLException cause ? driversWord(cause) : e;
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    private static void forget(Path file) {
        for (String ending : List.of(".mv.db", ".trace.db")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    JdbcStore store() {
        return store;
    }

    @Override
    public void close() {
        pool.close();
    }
}
