package dev.svar.http;

import java.util.Optional;

/** What came of sending something over HTTP, before anybody says what that means. */
sealed interface HttpResult {
    /**
     * There was an answer.
     *
     * @param status its status
     * @param retryAfter when it says that it may be tried again
     * @param body its text if it was asked for, came in time and was not too long; empty otherwise
     */
    record Answered(int status, Optional<RetryAfter> retryAfter, String body) implements HttpResult {}

    /**
     * The other side certainly does not have it: no connection came about, or it ended before everything had gone.
     *
     * @param reason what happened
     * @param offered whether a part of it had gone; if not, it would have been the same for whatever else was to go there
     */
    record NotSent(String reason, boolean offered) implements HttpResult {}

    /**
     * It had gone, and no answer came.
     *
     * @param reason what happened
     */
    record Unanswered(String reason) implements HttpResult {}

    /**
     * It is not sent, since it is too large.
     *
     * @param size how many bytes it has
     * @param limit how many are allowed
     */
    record TooLarge(int size, int limit) implements HttpResult {}
}
