package dev.svar;

import java.time.Duration;

/**
 * Port: told what a {@link DueDriver} meets. Called in the threads of the host's executor, for several desks at once; what it
 * throws is logged and changes nothing.
 */
@FunctionalInterface
public interface DueListener {
    /**
     * A turn of a desk failed as a whole: mostly the store could not be reached, a
     * {@link dev.svar.store.StoreException}. Work that fails by itself does not come here but is counted in {@link DueRun}.
     *
     * @param desk whose turn
     * @param error what was thrown, or that the executor refused the turn
     * @param pause how long this desk is left alone now; the others go on
     */
    void failed(HelpDesk desk, Throwable error, Duration pause);

    /**
     * A turn ended. Does nothing unless it is overridden.
     *
     * @param desk whose turn
     * @param run what it did
     */
    default void ran(HelpDesk desk, DueRun run) {}
}
