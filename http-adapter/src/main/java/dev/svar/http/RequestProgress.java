package dev.svar.http;

/**
 * Whether the other side may have a request as a whole. Before the last byte of the body goes it certainly has not: the length
 * of the body is announced, and what is shorter is no request.
 */
final class RequestProgress {
    private volatile boolean begun;
    private volatile boolean complete;

    /** There is a connection, and the first byte of the body is about to go. */
    void beginning() {
        begun = true;
    }

    /** The last byte of the body is about to go. */
    void completing() {
        complete = true;
    }

    boolean wasOffered() {
        return begun;
    }

    boolean mayBeTaken() {
        return complete;
    }
}
