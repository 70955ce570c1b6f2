package dev.svar.jdbc;

import dev.svar.store.BlobStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of a store and of all that share its database; the first who needs them looks whether they are there. */
final class CheckedTables {
    private final Optional<Dialect> dialect;
    private final String prefix;
    private final Optional<BlobStore> blobs;

    /** Set by the first call that finds the tables as they must be. */
    private volatile @Nullable Tables checked;

    CheckedTables(Optional<Dialect> dialect, String prefix, Optional<BlobStore> blobs) {
        this.dialect = dialect;
        this.prefix = prefix;
        this.blobs = blobs;
    }

    Tables get(Transactions transactions) {
        Tables known = checked;
        if (known == null) {
            Dialect present = dialect.orElseGet(() -> Dialect.of(transactions));
            Schema.of(present, prefix).check(transactions);
            known = new Tables(present, prefix, blobs);
            checked = known;
        }
        return known;
    }
}
