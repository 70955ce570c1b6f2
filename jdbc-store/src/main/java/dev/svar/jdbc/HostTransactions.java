package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Each step inside the host's transaction if there is one, otherwise in a short one of its own. */
final class HostTransactions implements Transactions {
    private final HostConnections host;

    HostTransactions(HostConnections host) {
        this.host = host;
    }

    @Override
    public boolean commits() {
        return false;
    }

    @Override
    public <T> T read(String what, Step<T> step) {
        return with(what, present -> present.read(what, step));
    }

    @Override
    public <T> T write(String what, Step<T> step) {
        return with(what, present -> present.write(what, step));
    }

    private <T> T with(String what, Function<Transactions, T> call) {
        Connection connection = host.obtain();
        try {
            return call.apply(present(what, connection));
        } finally {
            host.release(connection);
        }
    }

    private static Transactions present(String what, Connection connection) {
        try {
            return connection.getAutoCommit() ? OwnTransactions.on(connection) : new HostTransaction(connection);
        } catch (SQLException e) {
            throw SqlErrors.unconnected(what, e);
        }
    }
}
