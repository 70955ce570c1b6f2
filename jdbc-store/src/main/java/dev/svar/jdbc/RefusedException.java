package dev.svar.jdbc;

import dev.svar.store.CommitResult;

/** Ends a commit's transaction without storing anything; never leaves this package. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CommitResult result;

    RefusedException(CommitResult result) {
        super(result.name(), null, false, false);
        this.result = result;
    }

    CommitResult result() {
        return result;
    }
}
