package dev.svar.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * How a watcher is doing, for a health check.
 *
 * @param state what it does now
 * @param lastSuccess when it last saw the mailbox with nothing left to take; while connected at least every
 *     {@link MailWatcher#MAX_REISSUE}
 * @param lastFailure when it last failed
 * @param lastError what failed then; no credentials and no text of a customer's
 * @param failuresInARow how often it failed since the last success
 * @param taken how many messages it took since it was started
 */
public record WatchStatus(
        State state,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        Optional<String> lastError,
        int failuresInARow,
        long taken) {
    /** What a watcher does. */
    public enum State {
        /** It was not connected yet. */
        STARTING,
        /** It is connected: it takes messages or waits for the server to tell of them. */
        CONNECTED,
        /** It looks again after a while, since it cannot or shall not wait for the server. */
        POLLING,
        /** Another node fetches from this mailbox; this one would go on if that one died. */
        ELSEWHERE,
        /** It failed and tries again after a pause. */
        FAILING,
        /** It was closed. */
        CLOSED
    }

    static final WatchStatus STARTED =
            new WatchStatus(State.STARTING, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);

    /** {@return whether there is a connection} */
    public boolean connected() {
        return state == State.CONNECTED;
    }

    WatchStatus now(State next) {
        return new WatchStatus(next, lastSuccess, lastFailure, lastError, failuresInARow, taken);
    }

    WatchStatus took(int more, boolean all, Instant at) {
        Optional<Instant> success = all ? Optional.of(at) : lastSuccess;
        return new WatchStatus(State.CONNECTED, success, lastFailure, lastError, 0, taken + more);
    }

    WatchStatus failed(String words, Instant at) {
        return new WatchStatus(
                State.FAILING, lastSuccess, Optional.of(at), Optional.of(words), failuresInARow + 1, taken);
    }
}
