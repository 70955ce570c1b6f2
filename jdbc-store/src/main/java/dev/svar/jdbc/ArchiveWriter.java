package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.Checkpoint.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes lines and counts them; the stream is flushed at each checkpoint. */
final class ArchiveWriter {
    private final OutputStream out;
    private final TenantId tenant;
    private final int linesPerCheckpoint;
    private final PartDigest digest = new PartDigest();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long lines;
    private int linesOfPart;
    private long bytesOfPart;

    private ArchiveWriter(OutputStream out, TenantId tenant, int linesPerCheckpoint) {
        this.out = out;
        this.tenant = tenant;
        this.linesPerCheckpoint = linesPerCheckpoint;
    }

    static ArchiveWriter begin(OutputStream out, ArchiveHeader header, int linesPerCheckpoint) {
        ArchiveWriter writer = new ArchiveWriter(out, header.tenant(), linesPerCheckpoint);
        writer.write(header.write());
        return writer;
    }

    /** Goes on after a checkpoint that was written before. */
    static ArchiveWriter goOn(OutputStream out, Checkpoint after, int linesPerCheckpoint) {
        ArchiveWriter writer = new ArchiveWriter(out, after.tenant(), linesPerCheckpoint);
        writer.lines = after.line();
        writer.counts.putAll(after.counts());
        byte[] line = bytes(after.write());
        writer.digest.add(line, line.length);
        return writer;
    }

    void add(String kind, JsonObject line) {
        write(line);
        counts.merge(kind, 1L, Long::sum);
        linesOfPart++;
    }

    /** Closes the part after the last line of a row if it is long enough. */
    void rowEnds(Position row) {
        if (linesOfPart >= linesPerCheckpoint || bytesOfPart >= ArchiveFormat.PART_BYTES) {
            checkpoint(Optional.of(row));
        }
    }

    ArchiveSummary end() {
        Checkpoint last = checkpoint(Optional.empty());
        return new ArchiveSummary(tenant, last.line(), last.counts(), last.digest());
    }

    private Checkpoint checkpoint(Optional<Position> row) {
        Checkpoint checkpoint = new Checkpoint(tenant, lines + 1, counts, row, digest.end());
        linesOfPart = 0;
        bytesOfPart = 0;
        write(checkpoint.write());
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checkpoint;
    }

    private void write(JsonObject json) {
        byte[] line = bytes(json);
        digest.add(line, line.length);
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines++;
        bytesOfPart += line.length;
    }

    private static byte[] bytes(JsonObject json) {
        return json.write().getBytes(StandardCharsets.UTF_8);
    }
}
