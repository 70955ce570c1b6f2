package dev.svar.benchmarks;

import java.sql.SQLException;

/** One way to do what is due. */
interface DueContender {
    /** {@return what it is called in the table} */
    String name();

    /** {@return how much it does in a bearable time} */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /**
     * Makes work due and forgets what was there before.
     *
     * @param due how many pieces
     * @param pending how many more are due in the far future
     */
    void prepare(int due, int pending) throws SQLException;

    /**
     * Does all that is due; only this is measured.
     *
     * @return how many pieces were done
     */
    int run() throws Exception;

    /** Stops what still runs; not measured. */
    default void end() throws Exception {}
}
