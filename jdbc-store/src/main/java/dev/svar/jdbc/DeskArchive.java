package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.DamagedContentException;
import dev.svar.store.BlobStore;
import dev.svar.store.StoreException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Exports a whole desk as JSON Lines and imports it again: into another database, of whatever kind, under another table
 * prefix or for another tenant. An archive holds everything of one tenant that {@link JdbcStore} keeps, and it is the same
 * whatever the database; {@code docs/bulk.md} describes its lines. Both ways are streams: memory does not grow with the desk,
 * nor with its longest content, which import keeps in a temporary file until it is stored.
 *
 * <p>Every so many lines an archive has a <em>checkpoint</em> with the digest of what lies before it. Import stores up to a
 * checkpoint in one transaction, only if the digest is right, so a broken archive is noticed before anything wrong is stored.
 * After an interruption the same archive is imported again from its beginning: what is stored already is passed over, and
 * importing it once more changes nothing. Export can be continued after the last checkpoint that was written.
 *
 * <p>The tables must be there ({@link Schema}). Nobody should work on a desk that is being imported: it is whole only when
 * the import has ended. Immutable, safe for use by several threads; of two imports into one desk at once one is refused.
 */
public final class DeskArchive {
    /** How many lines lie between two checkpoints when the host does not choose; fewer where lines are long. */
    public static final int LINES_PER_CHECKPOINT = 1000;

    /** The most lines that may be chosen. */
    public static final int MAX_LINES_PER_CHECKPOINT = 10_000;

    private final DataSource source;
    private final Optional<Dialect> dialect;
    private final String prefix;
    private final Optional<BlobStore> blobs;
    private final int linesPerCheckpoint;

    private DeskArchive(Builder b) {
        this.source = b.source;
        this.dialect = b.dialect;
        this.prefix = b.prefix;
        this.blobs = b.blobs;
        this.linesPerCheckpoint = b.linesPerCheckpoint;
    }

    /**
     * Starts an archive's other end.
     *
     * @param source where connections come from; export holds one for as long as it takes, import one for each part
     * @return a builder with the defaults
     */
    public static Builder builder(DataSource source) {
        return new Builder(source);
    }

    /** Collects where the tables are. Not safe for use by several threads. */
    public static final class Builder {
        private final DataSource source;
        private Optional<Dialect> dialect = Optional.empty();
        private String prefix = Schema.DEFAULT_PREFIX;
        private Optional<BlobStore> blobs = Optional.empty();
        private int linesPerCheckpoint = LINES_PER_CHECKPOINT;

        private Builder(DataSource source) {
            this.source = source;
        }

        /**
         * Sets the kind of database.
         *
         * @param known the dialect; when not set, the database is asked for its name
         * @return this
         */
        public Builder dialect(Dialect known) {
            this.dialect = Optional.of(known);
            return this;
        }

        /**
         * Sets what the tables' names begin with.
         *
         * @param tablePrefix the prefix; {@value Schema#DEFAULT_PREFIX} when not set
         * @return this
         * @throws InvalidValueException if it is none
         */
        public Builder tablePrefix(String tablePrefix) {
            this.prefix = Schema.checkedPrefix(tablePrefix);
            return this;
        }

        /**
         * Sets where the desk keeps the bytes of raw messages and attachments, as {@link JdbcStore.Builder#blobs} does. Export
         * reads them from there, import puts them there; the archive is the same.
         *
         * @param store the place; when not set, the bytes are in the database
         * @return this
         */
        public Builder blobs(BlobStore store) {
            this.blobs = Optional.of(store);
            return this;
        }

        /**
         * Sets how many lines an export writes between two checkpoints: each is one transaction of the import.
         *
         * @param lines from 1 to {@value #MAX_LINES_PER_CHECKPOINT}; {@value #LINES_PER_CHECKPOINT} when not set
         * @return this
         * @throws InvalidValueException if it lies outside
         */
        public Builder linesPerCheckpoint(int lines) {
            this.linesPerCheckpoint = (int) Check.range("linesPerCheckpoint", lines, 1, MAX_LINES_PER_CHECKPOINT);
            return this;
        }

        /** {@return the archive's end at this database; it is not connected yet} */
        public DeskArchive build() {
            return new DeskArchive(this);
        }
    }

    /**
     * Writes everything of a tenant. One transaction reads it all, so the archive is the desk at one moment, also while others
     * work on it; on PostgreSQL and MariaDB the database keeps old rows as long as it runs.
     *
     * @param tenant whose desk
     * @param now the time, for the header
     * @param out where the lines go, in UTF-8; flushed at each checkpoint, not closed
     * @return what was written
     * @throws StoreException if the database or the blob store failed; what was written up to a checkpoint can be continued
     * @throws DamagedContentException if bytes are not what they were, or were erased from the blob store meanwhile
     * @throws java.io.UncheckedIOException if the stream failed
     */
    public ArchiveSummary exportDesk(TenantId tenant, Instant now, OutputStream out) {
        Ends ends = ends();
        return ends.snapshot().read("exporting a desk", connection -> {
            ArchiveWriter writer = ArchiveWriter.begin(out, new ArchiveHeader(tenant, now), linesPerCheckpoint);
            return new DeskExport(ends.dialect(), ends.kinds(), tenant, writer).all(connection);
        });
    }

    /**
     * Continues an export that was interrupted. Give the last whole line of kind {@code checkpoint} of what was written, cut
     * off all that comes after it, and append what this writes. The moment at which the first part was read is gone: if nobody
     * worked on the desk in between, the archive is the same as if there had been no interruption; otherwise its parts tell of
     * different moments and may not fit together, which import refuses where it can tell. Stop the desk, or begin again.
     *
     * @param tenant whose desk
     * @param checkpoint the line, without what ends it
     * @param out where the other lines go; flushed at each checkpoint, not closed
     * @return what the whole archive holds
     * @throws InvalidValueException if the line is no checkpoint of an archive of this tenant
     * @throws StoreException if the database or the blob store failed
     * @throws DamagedContentException if bytes are not what they were, or were erased from the blob store meanwhile
     * @throws java.io.UncheckedIOException if the stream failed
     */
    public ArchiveSummary continueExport(TenantId tenant, String checkpoint, OutputStream out) {
        Ends ends = ends();
        Checkpoint after = checkpoint(tenant, checkpoint, ends.kinds());
        return ends.snapshot()
                .read(
                        "exporting a desk",
                        connection -> new DeskExport(
                                        ends.dialect(),
                                        ends.kinds(),
                                        tenant,
                                        ArchiveWriter.goOn(out, after, linesPerCheckpoint))
                                .after(connection, after.last().orElseThrow()));
    }

    private static Checkpoint checkpoint(TenantId tenant, String text, List<LineKind<?>> kinds) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.read(JsonObject.parse(text), kinds);
        } catch (StoreException e) {
            throw new InvalidValueException("checkpoint", "is no line of kind checkpoint");
        }
        if (checkpoint.end() || !checkpoint.tenant().equals(tenant)) {
            throw new InvalidValueException(
                    "checkpoint", "must be one in the middle of an archive of tenant " + tenant);
        }
        return checkpoint;
    }

    /**
     * Reads an archive into the desk of the tenant that it was made of; like {@link #importDesk(InputStream, TenantId)}.
     *
     * @param in the archive
     * @return what it holds
     */
    public ArchiveSummary importDesk(InputStream in) {
        return importDesk(in, Optional.empty());
    }

    /**
     * Reads an archive into a tenant's desk, which must have nothing, or part or all of this same archive. Links in letters
     * that were sent are signed for a tenant: under another name they do not work any more.
     *
     * @param in the archive, from its beginning; buffered here, not closed
     * @param into whose desk
     * @return what the archive holds
     * @throws ArchiveException if something is wrong with a line
     * @throws ImportRefusedException if the desk has other data, or another import is running
     * @throws StoreException if the database or the blob store failed; import the same archive again
     * @throws java.io.UncheckedIOException if the stream or a temporary file failed; import the same archive again
     */
    public ArchiveSummary importDesk(InputStream in, TenantId into) {
        return importDesk(in, Optional.of(into));
    }

    private ArchiveSummary importDesk(InputStream in, Optional<TenantId> into) {
        Ends ends = ends();
        ArchiveReader reader = new ArchiveReader(in, ends.kinds());
        TenantId exported = reader.header().tenant();
        return new DeskImport(
                        ends.transactions(),
                        ends.dialect(),
                        ends.tables(),
                        new ImportRows(ends.dialect(), prefix),
                        ends.kinds(),
                        into.orElse(exported))
                .read(reader);
    }

    /** What both ways need of this database. */
    private record Ends(
            Dialect dialect, Transactions transactions, Snapshot snapshot, Tables tables, List<LineKind<?>> kinds) {}

    private Ends ends() {
        Dialect present = dialect.orElseGet(() -> Dialect.of(source));
        Transactions transactions = new OwnTransactions(source);
        Schema.of(present, prefix).check(transactions);
        Tables tables = new Tables(present, prefix, blobs);
        return new Ends(
                present, transactions, new Snapshot(source, present), tables, LineKinds.of(prefix, tables, blobs));
    }
}
