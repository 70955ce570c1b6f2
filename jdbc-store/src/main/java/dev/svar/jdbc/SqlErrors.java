package dev.svar.jdbc;

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

    /** The transaction was certainly rolled back for somebody else's sake; 90131 is H2's concurrent update. */
    private static final Set<String> ROLLED_BACK = Set.of("40000", "40001", "40P01", "90131");

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String SYNTAX_OR_ACCESS = "42";
    private static final String BEGIN_AGAIN = "the host must roll its transaction back and begin it again";
    private static final Pattern SECRETS =
            Pattern.compile("jdbc:\\S+|[^\\s;?&]*passw(or)?d\\s*[=:]\\s*\\S+", Pattern.CASE_INSENSITIVE);
    private static final int MAX_CHAIN = 100;

    private SqlErrors() {}

    static boolean anyState(SQLException e, Predicate<String> wanted) {
        SQLException next = e;
        for (int i = 0; i < MAX_CHAIN && next != null; i++) {
            if (next.getSQLState() != null && wanted.test(next.getSQLState())) {
                return true;
            }
            next = next.getNextException();
        }
        return false;
    }

    static boolean isRolledBack(SQLException e) {
        return anyState(e, ROLLED_BACK::contains);
    }

    static boolean isRetryable(SQLException e) {
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || anyState(e, s -> RETRYABLE.contains(s) || (s.length() == 5 && RETRYABLE_CLASSES.contains(group(s))));
    }

    static StoreException failed(String what, SQLException e) {
        return new StoreException(what + " failed: " + codes(e), withoutValues(e), isRetryable(e));
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
                what + " failed at its very end: " + codes(e)
                        + "; whether it is stored is unknown, do it again to know",
                withoutValues(e),
                isRetryable(e));
    }

    private static String group(String state) {
        return state.substring(0, 2);
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
