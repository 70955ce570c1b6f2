package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** The one place that gives out connections and ends transactions, so that only it knows whose they are. */
interface Transactions {
    /** How often a step is run that another transaction was in the way of. */
    int MAX_ATTEMPTS = 10;

    /** What is done with a connection; it leaves connection and transaction as they are. */
    @FunctionalInterface
    interface Step<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Runs one statement that changes nothing and is not expected to fail. */
    <T> T read(String what, Step<T> step);

    /**
     * Runs a step whose changes are all kept, or none if it throws. A step that lost a race may be run again from its
     * beginning.
     */
    <T> T write(String what, Step<T> step);

    /** {@return whether what a step changed is certainly committed when {@link #write} returns} */
    boolean commits();
}
