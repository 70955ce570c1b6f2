package dev.svar.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.svar.store.BlobStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Real databases. What is asked for twice is started once. */
final class Databases {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final int CONNECTIONS = 12;

    private Databases() {}

    /** One server for the whole run; it stops with the JVM. Tests keep apart by table prefixes. */
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();
        static final DataSource SOURCE = pool(SERVER.getJdbcUrl("postgres", "postgres"));

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static DataSource postgres() {
        return Postgres.SOURCE;
    }

    static DataSource postgres(String database) {
        return Postgres.SERVER.getDatabase("postgres", database);
    }

    /** As above; in the profile mysql it is a MySQL server, for what holds for one must hold for the other. */
    private static final class MariaDb {
        static final String URL = Optional.ofNullable(System.getProperty("svar.mysql.home"))
                .map(home -> MySqlServer.start(Path.of(home), System.getProperty("svar.mysql.driver")))
                .orElseGet(MariaDbServer::start);
        static final DataSource SOURCE = pool(URL);
    }

    static DataSource mariaDb() {
        return MariaDb.SOURCE;
    }

    /** With options of the driver, each after an ampersand. */
    static HikariDataSource mariaDb(String options) {
        return pool(MariaDb.URL + options);
    }

    /** Every connection begins with a statement. */
    static HikariDataSource mariaDbAfter(String statement) {
        HikariConfig config = config(MariaDb.URL);
        config.setConnectionInitSql(statement);
        return new HikariDataSource(config);
    }

    static DataSource h2InMemory() {
        return pool("jdbc:h2:mem:" + newPrefix() + ";DB_CLOSE_DELAY=-1");
    }

    static HikariDataSource h2InFile(Path folder) {
        return pool("jdbc:h2:file:" + folder.resolve("desk").toAbsolutePath());
    }

    /** A prefix that nobody else uses in this run. */
    static String newPrefix() {
        return String.format(Locale.ROOT, "t%d_", LAST.incrementAndGet());
    }

    private static HikariDataSource pool(String url) {
        return new HikariDataSource(config(url));
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return config;
    }

    /** A store with tables of its own. */
    static JdbcStore newStore(DataSource source) {
        String prefix = newPrefix();
        Schema.of(Dialect.of(source), prefix).apply(source);
        return JdbcStore.builder(source).tablePrefix(prefix).build();
    }

    static JdbcStore newStore(DataSource source, BlobStore blobs) {
        String prefix = newPrefix();
        Schema.of(Dialect.of(source), prefix).apply(source);
        return JdbcStore.builder(source).tablePrefix(prefix).blobs(blobs).build();
    }

    /** Always the same connection, which stays open. */
    static DataSource lending(Connection only) {
        Object connection = proxy(
                Connection.class,
                (self, method, args) -> method.getName().equals("close") ? null : invoked(method, only, args));
        return (DataSource) proxy(DataSource.class, (self, method, args) -> connection);
    }

    /** Notes the text of every prepared statement. */
    static DataSource recording(DataSource source, Collection<String> statements) {
        return (DataSource) proxy(DataSource.class, (s, m, a) -> {
            Connection connection = source.getConnection();
            return proxy(Connection.class, (self, method, args) -> {
                if (method.getName().equals("prepareStatement")) {
                    statements.addAll(List.of(((String) args[0]).split(";\n")));
                }
                return invoked(method, connection, args);
            });
        });
    }

    /** Calls the database by another name and version. */
    static DataSource pretending(DataSource source, String product, String version) {
        return (DataSource) proxy(DataSource.class, (s, m, a) -> {
            Connection connection = source.getConnection();
            return proxy(Connection.class, (self, method, args) -> {
                Object result = invoked(method, connection, args);
                return result instanceof DatabaseMetaData data ? pretending(data, product, version) : result;
            });
        });
    }

    private static Object pretending(DatabaseMetaData data, String product, String version) {
        return proxy(DatabaseMetaData.class, (self, method, args) -> switch (method.getName()) {
            case "getDatabaseProductName" -> product;
            case "getDatabaseProductVersion" -> version;
            default -> invoked(method, data, args);
        });
    }

    static DataSource failing(SQLException e) {
        return (DataSource) proxy(DataSource.class, (self, method, args) -> {
            throw e;
        });
    }

    private static Object invoked(Method method, Object target, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(Databases.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
