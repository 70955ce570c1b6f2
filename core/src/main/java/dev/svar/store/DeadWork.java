package dev.svar.store;

import java.time.Instant;

/**
 * Work that failed too often and that nobody tries any more until {@link WorkQueue#replay} is called.
 *
 * @param work the work, with the time at which it was due last
 * @param attempts how often it was claimed
 * @param error what went wrong the last time; cut to {@value #MAX_ERROR_LENGTH} characters
 * @param diedAt when it was given up
 */
public record DeadWork(Work work, int attempts, String error, Instant diedAt) {
    /** The most characters kept of an error. */
    public static final int MAX_ERROR_LENGTH = 500;

    /**
     * Cuts the error.
     *
     * @param work the work
     * @param attempts how often it was claimed
     * @param error what went wrong the last time
     * @param diedAt when it was given up
     */
    public DeadWork {
        error = error.length() > MAX_ERROR_LENGTH ? error.substring(0, MAX_ERROR_LENGTH) : error;
    }
}
