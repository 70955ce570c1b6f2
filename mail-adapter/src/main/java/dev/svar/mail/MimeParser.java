package dev.svar.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits a raw mail into its parts (RFC 2046) in one pass over its lines, whatever they hold. Attached mails are not
 * looked into. Time grows with the size of the mail alone, and everything that could be piled up has a bound.
 */
final class MimeParser {
    private static final int MAX_BOUNDARY_LENGTH = 500;

    private final byte[] raw;
    private final MailLimits limits;
    private final Deque<Level> open = new ArrayDeque<>();
    private int parts;
    private Part current;

    private MimeParser(byte[] raw, Part root, MailLimits limits) {
        this.raw = raw;
        this.limits = limits;
        this.current = root;
    }

    /** The mail with all its parts. */
    static Part parse(byte[] raw, MailLimits limits) throws UnreadableMailException {
        byte[] lines = withLineFeeds(raw);
        int bodyStart = headerEnd(lines, headerStart(lines), limits);
        Headers headers = headers(lines, limits);
        Part root = new Part(lines, headers, "text/plain", bodyStart);
        if (root.isMultipart()) {
            new MimeParser(lines, root, limits).split(root.type().parameter("boundary"));
            if (root.children().isEmpty()) {
                new MimeParser(lines, root, limits).split(guessedBoundary(lines, bodyStart));
            }
        }
        return root;
    }

    /** The header of a mail alone; without any field if it has none. */
    static Headers headers(byte[] raw, MailLimits limits) throws UnreadableMailException {
        int start = headerStart(raw);
        return Headers.parse(Arrays.copyOfRange(raw, start, headerEnd(raw, start, limits)), limits.headerFields());
    }

    private void split(Optional<String> boundary) throws UnreadableMailException {
        push(current, boundary);
        int at = current.bodyStart();
        while (at < raw.length) {
            int next = lineEnd(raw, at);
            Level level = delimited(at, next);
            if (level == null) {
                at = next;
            } else {
                close(level, contentEnd(at));
                at = isClosing(level, at) ? next : child(level, next);
            }
        }
    }

    private void push(Part multipart, Optional<String> boundary) throws UnreadableMailException {
        if (open.size() >= limits.depth()) {
            throw new UnreadableMailException("is nested more than " + limits.depth() + " levels deep");
        }
        String delimiter = "--" + boundary.map(String::stripTrailing).orElse("");
        if (delimiter.length() > 2 && delimiter.length() <= MAX_BOUNDARY_LENGTH) {
            open.push(new Level(multipart, delimiter.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Ends every part that is open within this level. */
    private void close(Level level, int end) {
        current.endAt(end);
        while (open.peek() != level) {
            open.pop().multipart.endAt(end);
        }
        current = level.multipart;
    }

    private int child(Level level, int start) throws UnreadableMailException {
        parts++;
        if (parts > limits.parts()) {
            throw new UnreadableMailException("has more than " + limits.parts() + " parts");
        }
        int bodyStart = partHeaderEnd(start);
        String defaultType = level.multipart.mediaType().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        Part part = new Part(
                raw,
                Headers.parse(Arrays.copyOfRange(raw, start, bodyStart), limits.headerFields()),
                defaultType,
                bodyStart);
        level.multipart.children().add(part);
        current = part;
        if (part.isMultipart()) {
            push(part, part.type().parameter("boundary"));
        }
        return bodyStart;
    }

    /** The innermost open level whose delimiter this line is. */
    private @Nullable Level delimited(int at, int next) {
        if (next - at < 3 || raw[at] != '-' || raw[at + 1] != '-') {
            return null;
        }
        int end = next;
        while (end > at && raw[end - 1] <= ' ' && raw[end - 1] >= 0) {
            end--;
        }
        for (Level level : open) {
            int length = level.delimiter.length;
            boolean exact = end - at == length;
            boolean closing = end - at == length + 2 && raw[end - 1] == '-' && raw[end - 2] == '-';
            if ((exact || closing) && Arrays.equals(raw, at, at + length, level.delimiter, 0, length)) {
                return level;
            }
        }
        return null;
    }

    private boolean isClosing(Level level, int at) {
        int after = at + level.delimiter.length;
        return after + 1 < raw.length && raw[after] == '-' && raw[after + 1] == '-';
    }

    /** The line break before a delimiter belongs to the delimiter. */
    private int contentEnd(int at) {
        int end = at > 0 && raw[at - 1] == '\n' ? at - 1 : at;
        return end > 0 && end < at && raw[end - 1] == '\r' ? end - 1 : end;
    }

    private int partHeaderEnd(int start) throws UnreadableMailException {
        int at = start;
        while (at < raw.length) {
            int next = lineEnd(raw, at);
            if (isBlank(raw, at, next)) {
                return next;
            }
            boolean belongs = isContinuation(raw, at) || Headers.fieldName(raw, at, next) > 0;
            if (!belongs || delimited(at, next) != null) {
                return at;
            }
            at = next;
            checkHeader(at - start, limits);
        }
        return at;
    }

    /** Passes over what some programs leave in front: blank lines, a byte order mark, the first line of an mbox. */
    private static int headerStart(byte[] raw) {
        int at = raw.length > 2 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB && raw[2] == (byte) 0xBF ? 3 : 0;
        while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n' || raw[at] == ' ' || raw[at] == '\t')) {
            at++;
        }
        int next = lineEnd(raw, at);
        String line = new String(raw, at, Math.min(6, next - at), Charsets.WINDOWS_1252);
        return line.startsWith("From ") || line.startsWith(">From ") ? next : at;
    }

    /** A stray line within the header is passed over; two in a row are the body of a mail that forgot the blank line. */
    private static int headerEnd(byte[] raw, int start, MailLimits limits) throws UnreadableMailException {
        int at = start;
        boolean stray = false;
        while (at < raw.length) {
            int next = lineEnd(raw, at);
            if (isBlank(raw, at, next)) {
                return next;
            }
            if (!isContinuation(raw, at) && Headers.fieldName(raw, at, next) == 0) {
                int after = lineEnd(raw, next);
                boolean goesOn = next < raw.length && Headers.fieldName(raw, next, after) > 0;
                if (stray || !goesOn) {
                    return at;
                }
                stray = true;
            } else {
                stray = false;
            }
            at = next;
            checkHeader(at - start, limits);
        }
        return at;
    }

    private static void checkHeader(int length, MailLimits limits) throws UnreadableMailException {
        if (length > limits.headerBytes()) {
            throw new UnreadableMailException("has a header of more than " + limits.headerBytes() + " bytes");
        }
    }

    private static boolean isContinuation(byte[] raw, int at) {
        return raw[at] == ' ' || raw[at] == '\t';
    }

    private static boolean isBlank(byte[] raw, int at, int next) {
        for (int i = at; i < next; i++) {
            if (raw[i] != '\r' && raw[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** For a multipart whose boundary is missing or wrong: the first line that starts like a delimiter. */
    private static Optional<String> guessedBoundary(byte[] raw, int from) {
        int at = from;
        while (at < raw.length) {
            int next = lineEnd(raw, at);
            boolean dashes = next - at > 4 && next - at < MAX_BOUNDARY_LENGTH && raw[at] == '-' && raw[at + 1] == '-';
            if (dashes && Headers.fieldName(raw, next, lineEnd(raw, next)) > 0) {
                return Optional.of(
                        Charsets.guess(Arrays.copyOfRange(raw, at + 2, next)).stripTrailing());
            }
            at = next;
        }
        return Optional.empty();
    }

    private static int lineEnd(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return Math.min(raw.length, at + 1);
    }

    /** Old programs end lines with a carriage return alone. */
    private static byte[] withLineFeeds(byte[] raw) {
        boolean returns = false;
        for (byte b : raw) {
            if (b == '\n') {
                return raw;
            }
            returns |= b == '\r';
        }
        if (!returns) {
            return raw;
        }
        byte[] lines = raw.clone();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
        }
        return lines;
    }

    /** A multipart whose end has not come yet. */
    private static final class Level {
        private final Part multipart;
        private final byte[] delimiter;

        private Level(Part multipart, byte[] delimiter) {
            this.multipart = multipart;
            this.delimiter = delimiter;
        }
    }
}
