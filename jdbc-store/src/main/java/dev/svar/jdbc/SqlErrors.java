package dev.svar.jdbc;

import static java.util.function.Predicate.not;

import dev.svar.store.StoreException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a database's errors by their codes, never by their text, and words the store's. */
final class SqlErrors {
    /** Connection, transaction rollback, resources; then lock and statement timeouts, shutdown and H2's own codes. */
    private static final Set<String> RETRYABLE_CLASSES = Set.of("08", "40", "53");

    private static final Set<String> RETRYABLE = Set.of(
            "55P03", "57014", "57P01", "57P02", "57P03", "57P05", "HYT00", "90020", "90067", "90098", "90121", "90131");

    /**
     * What MariaDB and MySQL name by their own codes only, which no other product uses: a changed row, too many connections,
     * shutdown, lost packets, lock timeout, a killed statement or connection, statement timeouts.
     */
    private static final Set<Integer> RETRYABLE_CODES = Set.of(
            1020, 1040, 1053, 1080, 1152, 1158, 1159, 1160, 1161, 1203, 1205, 1213, 1317, 1927, 1969, 3024, 4031);

    /** The transaction was certainly rolled back for somebody else's sake; 90131 is H2's concurrent update. */
    private static final Set<String> ROLLED_BACK = Set.of("40000", "40001", "40P01", "90131");

    /** The same of MariaDB and MySQL: a changed row, a deadlock. */
    private static final Set<Integer> ROLLED_BACK_CODES = Set.of(1020, 1213);

    /** MariaDB and MySQL: a lock timeout. It ends the statement only, and a driver calls it a serialization failure. */
    private static final int LOCK_TIMEOUT = 1205;

    /** MariaDB and MySQL: more bytes at once than the server takes, which looks like a lost connection. */
    private static final int TOO_LARGE = 1153;

    /** What SQLStates begin with when a connection failed, a server shut down, or bytes could not be moved. */
    private static final Set<String> LOST = Set.of("08", "57P", "58");

    private static final Set<String> READ_ONLY = Set.of("25006", "90097");

    /** The same of MariaDB and MySQL: an option of the server, a transaction, a server that only reads. */
    private static final Set<Integer> READ_ONLY_CODES = Set.of(1290, 1792, 1836);

    /** PostgreSQL: a statement failed before, and only a rollback helps. */
    private static final String ABORTED = "25P02";

    /** Tells a transaction to begin again. */
    static final String SERIALIZATION_FAILURE = "40001";

    private static final String SYNTAX_OR_ACCESS = "42";
    private static final String BEGIN_AGAIN = "the host must roll its transaction back and begin it again";
    private static final Pattern SECRETS =
            Pattern.compile("jdbc:\\S+|[^\\s;?&]*passw(or)?d\\s*[=:]\\s*\\S+", Pattern.CASE_INSENSITIVE);
    private static final int MAX_CHAIN = 100;

    private SqlErrors() {}

    static boolean any(SQLException e, Predicate<SQLException> wanted) {
        SQLException next = e;
        for (int i = 0; i < MAX_CHAIN && next != null; i++) {
            if (wanted.test(next)) {
                return true;
            }
            next = next.getNextException();
        }
        return false;
    }

    static Predicate<SQLException> states(String... states) {
        return states(Set.of(states));
    }

    private static Predicate<SQLException> states(Set<String> states) {
        return e -> e.getSQLState() != null && states.contains(e.getSQLState());
    }

    static Predicate<SQLException> codes(Integer... codes) {
        return codes(Set.of(codes));
    }

    private static Predicate<SQLException> codes(Set<Integer> codes) {
        return e -> codes.contains(e.getErrorCode());
    }

    static boolean isRolledBack(SQLException e) {
        return any(e, states(ROLLED_BACK).or(codes(ROLLED_BACK_CODES)).and(not(codes(LOCK_TIMEOUT))));
    }

    /** Whether nothing more can be done in the transaction, also since a statement of the host's own failed in it. */
    static boolean isOver(SQLException e) {
        return isRolledBack(e) || any(e, states(ABORTED));
    }

    /** Whether a transaction whose end was among the statements may have ended well: nothing tells that it did not. */
    static boolean mayBeCommitted(SQLException e) {
        return !isRolledBack(e) && any(e, SqlErrors::isLost);
    }

    /** The connection, or the server while it was asked. */
    private static boolean isLost(SQLException e) {
        String state = e.getSQLState();
        return state == null || LOST.stream().anyMatch(state::startsWith);
    }

    /** Whether the server takes no changes, as a replica does. */
    static boolean isReadOnly(SQLException e) {
        return any(e, states(READ_ONLY).or(codes(READ_ONLY_CODES)));
    }

    static boolean isRetryable(SQLException e) {
        if (any(e, codes(TOO_LARGE))) {
            return false;
        }
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || any(e, states(RETRYABLE).or(codes(RETRYABLE_CODES)).or(SqlErrors::isOfRetryableClass));
    }

    private static boolean isOfRetryableClass(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && RETRYABLE_CLASSES.contains(state.substring(0, 2));
    }

    static StoreException failed(String what, SQLException e) {
        String why = isReadOnly(e) ? " failed, for the database is read-only: " : " failed: ";
        return new StoreException(what + why + codes(e), withoutValues(e), isRetryable(e));
    }

    /** For a transaction of the host's; a retry is for the host, who knows what else was in it. */
    static StoreException endsTransaction(String what, SQLException e) {
        return new StoreException(what + " failed: " + codes(e) + "; " + BEGIN_AGAIN, withoutValues(e), isRetryable(e));
    }

    /** The same when the database has no error for it. */
    static StoreException overtaken(String what) {
        return endsTransaction(
                what, new SQLException("decided on a state that others have changed since", SERIALIZATION_FAILURE));
    }

    /** No value was sent yet, so the message tells what is wrong; the address may hold a password. */
    static StoreException unconnected(String what, SQLException e) {
        String message = SECRETS.matcher(String.valueOf(e.getMessage())).replaceAll("(left out)");
        return new StoreException(what + " got no connection: " + codes(e), copy(e, message), isRetryable(e));
    }

    static StoreException unknown(String what, SQLException e) {
        return new StoreException(
                what + " failed at its very end: " + codes(e) + "; whether it is stored is unknown",
                withoutValues(e),
                isRetryable(e),
                true);
    }

    /** The same for what is given out: nobody has it, whether the database thinks so or not. */
    static StoreException untold(StoreException unknown) {
        return new StoreException(
                "what was to be given out got lost on the way, and nobody has it; call again",
                unknown,
                unknown.retryable());
    }

    private static String codes(SQLException e) {
        return String.format(Locale.ROOT, "SQLState %s, vendor code %d", e.getSQLState(), e.getErrorCode());
    }

    /**
     * Drivers put values of rows into their messages. What a missing table or right is called holds none and is kept
     * whole.
     */
    private static SQLException withoutValues(SQLException e) {
        if (e.getSQLState() != null && e.getSQLState().startsWith(SYNTAX_OR_ACCESS)) {
            return e;
        }
        return copy(e, "its message is left out, it may hold values");
    }

    private static SQLException copy(SQLException e, String message) {
        SQLException copy =
                new SQLException(e.getClass().getName() + ": " + message, e.getSQLState(), e.getErrorCode());
        copy.setStackTrace(e.getStackTrace());
        return copy;
    }
}
