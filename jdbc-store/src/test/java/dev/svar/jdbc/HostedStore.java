package dev.svar.jdbc;

import dev.svar.store.DeskStore;
import dev.svar.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A host that makes each call in a transaction of its own. It commits also when the call was refused or failed, and begins
 * again only if the store says so.
 */
final class HostedStore implements HostConnections {
    private static final int MAX_ATTEMPTS = 20;

    private final DataSource source;
    private final ThreadLocal<Connection> present = new ThreadLocal<>();
    private final JdbcStore store;

    private HostedStore(DataSource source) {
        this.source = source;
        String prefix = Databases.newPrefix();
        Schema.of(Dialect.of(source), prefix).apply(source);
        this.store = JdbcStore.builder(this).tablePrefix(prefix).build();
    }

    static DeskStore on(DataSource source) {
        HostedStore host = new HostedStore(source);
        return (DeskStore) Proxy.newProxyInstance(
                HostedStore.class.getClassLoader(),
                new Class<?>[] {DeskStore.class},
                (self, method, args) -> host.inTransaction(method, args));
    }

    /** Bytes are read piece by piece, also when the transaction that found them has ended. */
    @Override
    public Connection obtain() {
        try {
            Connection connection = present.get();
            return connection == null ? source.getConnection() : connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void release(Connection connection) {
        try {
            if (present.get() == null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object inTransaction(Method method, Object[] args) throws Throwable {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                present.set(connection);
                return once(connection, method, args);
            } catch (StoreException e) {
                if (attempt == MAX_ATTEMPTS || !e.retryable()) {
                    throw e;
                }
            } finally {
                present.remove();
            }
        }
    }

    private Object once(Connection connection, Method method, Object[] args) throws Throwable {
        try {
            Object result = method.invoke(store, args);
            end(connection, true);
            return result;
        } catch (InvocationTargetException e) {
            end(connection, !(e.getCause() instanceof StoreException failed && failed.retryable()));
            throw e.getCause();
        }
    }

    private void end(Connection connection, boolean committing) throws SQLException {
        if (committing) {
            connection.commit();
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
    }
}
