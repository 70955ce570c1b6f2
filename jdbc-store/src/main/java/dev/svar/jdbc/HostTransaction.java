package dev.svar.jdbc;

import dev.svar.error.InvalidValueException;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Steps inside one transaction of the host's, who ends it. A step that changes something runs behind a savepoint and is undone
 * up to it when it fails or is refused, so the transaction goes on without it.
 */
final class HostTransaction implements Transactions {
    private final Connection connection;

    HostTransaction(Connection connection) {
        this.connection = connection;
    }

    /** The transaction that a connection of the host's is in. */
    static HostTransaction on(Connection connection) {
        try {
            if (connection.isClosed()) {
                throw new InvalidValueException("connection", "is closed");
            } else if (connection.getAutoCommit()) {
                throw new InvalidValueException(
                        "connection",
                        "is in auto-commit mode, so there is no transaction to join: call setAutoCommit(false) first,"
                                + " or use the store itself, which commits what it writes");
            }
            return new HostTransaction(connection);
        } catch (SQLException e) {
            throw SqlErrors.unconnected("joining the host's transaction", e);
        }
    }

    @Override
    public boolean commits() {
        return false;
    }

    /** Without a savepoint, which would cost two more round trips: what fails here would seldom succeed in a next statement. */
    @Override
    public <T> T read(String what, Step<T> step) {
        try {
            checkGoingOn(what);
            return step.run(connection);
        } catch (SQLException e) {
            throw SqlErrors.endsTransaction(what, e);
        }
    }

    @Override
    public <T> T write(String what, Step<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                checkGoingOn(what);
                return once(what, step);
            } catch (LostRaceException e) {
                if (attempt == MAX_ATTEMPTS || seesItsBeginningOnly()) {
                    throw SqlErrors.endsTransaction(what, e);
                }
            } catch (RefusedException e) {
                if (e.result() != CommitResult.CLAIM_LOST && seesItsBeginningOnly()) {
                    throw SqlErrors.overtaken(what);
                }
                throw e;
            } catch (SQLException e) {
                throw SqlErrors.isOver(e) ? SqlErrors.endsTransaction(what, e) : SqlErrors.failed(what, e);
            }
        }
    }

    private void checkGoingOn(String what) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new StoreException(
                    what + " found the host's connection in auto-commit mode: the transaction that this"
                            + " store was made for has ended, ask JdbcStore.within for one for the next transaction");
        }
    }

    private <T> T once(String what, Step<T> step) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            T result = step.run(connection);
            connection.releaseSavepoint(before);
            return result;
        } catch (Throwable e) {
            undo(what, before, e);
            throw e;
        }
    }

    private void undo(String what, Savepoint before, Throwable because) {
        try {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            StoreException ended = SqlErrors.endsTransaction(what, because instanceof SQLException first ? first : e);
            ended.addSuppressed(because instanceof SQLException ? SqlErrors.failed("undoing it", e) : because);
            throw ended;
        }
    }

    /** Whether what others have committed since stays invisible, so that deciding again would come to the same. */
    private boolean seesItsBeginningOnly() {
        try {
            return connection.getTransactionIsolation() > Connection.TRANSACTION_READ_COMMITTED;
        } catch (SQLException e) {
            throw SqlErrors.endsTransaction("asking for the isolation of the host's transaction", e);
        }
    }
}
