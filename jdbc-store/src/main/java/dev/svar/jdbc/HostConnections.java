package dev.svar.jdbc;

import java.sql.Connection;

/**
 * Port: where a store finds the connection of the transaction that the host is in, for hosts whose framework keeps it. Each
 * call of the store obtains one connection, uses it in the calling thread and releases it; it never closes it.
 *
 * <p>A connection that is not in auto-commit mode stands for a transaction of the host's: the store joins it and leaves its
 * end to the host. One in auto-commit mode says that the host is in no transaction: the store then uses a short transaction
 * of its own on it and gives it back as it was. So a pool that hands out connections with auto-commit switched off does not
 * fit, unless {@link #obtain} switches it on or refuses outside of a transaction: what the store wrote would never be committed.
 *
 * <p>With Spring, these are {@code DataSourceUtils.getConnection} and {@code DataSourceUtils.releaseConnection}. Implementations
 * are safe for use by several threads. What they throw reaches the caller of the store as it is.
 */
public interface HostConnections {
    /**
     * Gives the connection of the calling thread's transaction, or one in auto-commit mode if there is none.
     *
     * @return an open connection, always the same within a transaction
     */
    Connection obtain();

    /**
     * Takes back what {@link #obtain} gave, whether the call succeeded or not.
     *
     * @param connection the connection; if it belongs to a transaction, it stays open
     */
    void release(Connection connection);
}
