package dev.svar.jdbc;

import dev.svar.jdbc.ArchiveException.Problem;
import dev.svar.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads an archive line by line and compares the digests. Never holds more than a line. */
final class ArchiveReader {
    private static final int BUFFER = 1 << 16;
    private static final int END_OF_STREAM = -1;

    private final InputStream in;
    private final List<LineKind<?>> kinds;
    private final PartDigest digest = new PartDigest();
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private byte[] line = new byte[BUFFER];
    private int length;
    private long lines;

    ArchiveReader(InputStream in, List<LineKind<?>> kinds) {
        this.in = in;
        this.kinds = kinds;
    }

    ArchiveHeader header() {
        ArchiveLine header;
        try {
            header = next();
        } catch (ArchiveException e) {
            throw new ArchiveException(1, Problem.NO_ARCHIVE, "is no header of the format " + ArchiveFormat.NAME);
        }
        digest.add(line, length);
        return header.read(json -> ArchiveHeader.read(header));
    }

    /** {@return the next line after the header, whose digest is that of its part if it is a checkpoint} */
    ArchiveLine next() {
        boolean whole = readLine();
        if (!whole && length == 0) {
            throw new ArchiveException(lines, Problem.CUT, "is the last one, but not one of kind end");
        }
        lines++;
        try {
            return new ArchiveLine(lines, length, JsonObject.parse(text()));
        } catch (CharacterCodingException | StoreException e) {
            throw whole
                    ? new ArchiveException(lines, Problem.NOT_JSON, "is no JSON object in UTF-8")
                    : new ArchiveException(lines, Problem.CUT, "is cut in the middle");
        }
    }

    /** The line that was read last belongs to the part that it lies in. */
    void belongs() {
        digest.add(line, length);
    }

    /** The line that was read last closes a part. */
    Checkpoint checkpoint(ArchiveLine read) {
        Checkpoint checkpoint = read.read(json -> Checkpoint.read(json, kinds));
        if (!checkpoint.digest().equals(digest.end()) || checkpoint.line() != read.number()) {
            throw new ArchiveException(
                    read.number(), Problem.ALTERED, "has another digest or place than the lines before it");
        }
        digest.add(line, length);
        return checkpoint;
    }

    void expectEnd() {
        if (readLine() || length > 0) {
            throw new ArchiveException(lines + 1, Problem.CUT, "follows the one of kind end, which must be the last");
        }
    }

    private String text() throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line, 0, length))
                .toString();
    }

    /** {@return whether a line feed ended it} */
    private boolean readLine() {
        length = 0;
        while (from < to || fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            append(end);
            boolean whole = end < to;
            from = whole ? end + 1 : end;
            if (whole) {
                return true;
            }
        }
        return false;
    }

    private void append(int end) {
        int more = end - from;
        if (length + more > ArchiveFormat.MAX_LINE_BYTES) {
            throw new ArchiveException(
                    lines + 1, Problem.TOO_LONG, "is longer than " + ArchiveFormat.MAX_LINE_BYTES + " bytes");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, more);
        length += more;
    }

    private boolean fill() {
        try {
            int read = in.read(buffer);
            from = 0;
            to = Math.max(read, 0);
            return read != END_OF_STREAM;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
