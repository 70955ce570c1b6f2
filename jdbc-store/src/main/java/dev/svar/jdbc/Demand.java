package dev.svar.jdbc;

import dev.svar.store.CommitResult;
import java.util.Optional;

/**
 * What must come of a statement, else the commit is refused.
 *
 * @param ifNotOne what the commit comes to unless exactly one row changed; empty if any number is right
 * @param ifThere what the commit comes to if a row with a key of its own is there already; empty if another transaction must
 *     have been faster and the commit is to begin again
 */
record Demand(Optional<CommitResult> ifNotOne, Optional<CommitResult> ifThere) {
    static final Demand NONE = new Demand(Optional.empty(), Optional.empty());

    /** Exactly one row changes. */
    static Demand oneOr(CommitResult otherwise) {
        return new Demand(Optional.of(otherwise), Optional.empty());
    }

    /** No row with its keys is there yet. */
    static Demand newOr(CommitResult otherwise) {
        return new Demand(Optional.empty(), Optional.of(otherwise));
    }
}
