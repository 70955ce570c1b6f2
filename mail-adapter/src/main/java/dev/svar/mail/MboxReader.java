package dev.svar.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Cuts an mbox file into messages, line by line, without holding more than one. What stands before the first "From " is a
 * message of its own: nothing of a file is lost without a word.
 */
final class MboxReader {
    private static final int MAX_PIECE = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int MAX_FROM_LINE = 500;
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}.*)?");
    private static final String FROM_LINE = "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n";
    private static final Pattern QUOTABLE = Pattern.compile("(?md)^>*From ");
    private static final Set<String> WEEKDAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private final InputStream in;
    private final String source;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private ByteArrayOutputStream message = new ByteArrayOutputStream();
    private long size;
    private byte[] blankLine = {};
    private boolean lineStart = true;
    private boolean afterBlank = true;
    private boolean inside;
    private boolean begun;
    private boolean anyByte;
    private long bytes;
    private long place;
    private long count;

    MboxReader(InputStream in, String source) {
        this(in, source, 0, 0);
    }

    /** Goes on at a {@link #place} behind so many messages, at which the stream stands. */
    MboxReader(InputStream in, String source, long count, long place) {
        this.in = in;
        this.source = source;
        this.count = count;
        this.place = place;
        this.bytes = place;
    }

    /** Hands over every message and says how many there were. */
    long forEach(Consumer<? super RawMail> taker) throws IOException {
        Optional<RawMail> next = next();
        while (next.isPresent()) {
            taker.accept(next.get());
            next = next();
        }
        return count;
    }

    /** The next message, if there is one more. */
    Optional<RawMail> next() throws IOException {
        while (nextPiece()) {
            byte[] line = piece.toByteArray();
            boolean begins = lineStart && (afterBlank || !begun) && isFromLine(line, !inside && !begun);
            boolean blank = !begins && lineStart && isBlank(line);
            Optional<RawMail> ended = begins && inside ? Optional.of(mail(bytes - line.length)) : Optional.empty();
            begun |= begins;
            inside |= !blank;
            if (!begins) {
                flushBlank();
            }
            if (blank && inside) {
                blankLine = line;
            } else if (!blank && !begins) {
                add(line, lineStart && isQuotedFrom(line) ? 1 : 0);
            }
            afterBlank = blank;
            lineStart = line[line.length - 1] == '\n';
            if (ended.isPresent()) {
                return ended;
            }
        }
        boolean last = inside;
        inside = false;
        return last ? Optional.of(mail(bytes)) : Optional.empty();
    }

    /** How many bytes of the file the messages so far are: where another reader can go on. */
    long place() {
        return place;
    }

    private RawMail mail(long end) {
        count++;
        place = end;
        RawMail mail = new RawMail(source + ", message " + count, message.toByteArray(), size);
        message = new ByteArrayOutputStream();
        size = 0;
        // The blank line before the next "From " belongs to the file, not to the message.
        blankLine = new byte[0];
        return mail;
    }

    private void flushBlank() {
        add(blankLine, 0);
        blankLine = new byte[0];
    }

    private void add(byte[] line, int from) {
        size += line.length - from;
        if (size <= MailReader.MAX_RAW_BYTES) {
            message.write(line, from, line.length - from);
        } else if (message.size() > MailReader.MAX_HEADER_BYTES) {
            byte[] start = message.toByteArray();
            message = new ByteArrayOutputStream();
            message.write(start, 0, MailReader.MAX_HEADER_BYTES);
        }
    }

    /** Reads a line, or a piece of one that is very long. */
    private boolean nextPiece() throws IOException {
        piece.reset();
        int b = anyByte ? read() : afterMark();
        anyByte = true;
        while (b >= 0) {
            piece.write(b);
            if (b == '\n' || piece.size() == MAX_PIECE) {
                return true;
            }
            b = read();
        }
        return piece.size() > 0;
    }

    private int read() throws IOException {
        int b = in.read();
        bytes += b < 0 ? 0 : 1;
        return b;
    }

    /** Editors put a byte order mark before everything, which would hide the first "From ". */
    private int afterMark() throws IOException {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            int b = read();
            if (b != Byte.toUnsignedInt(BYTE_ORDER_MARK[i])) {
                piece.write(BYTE_ORDER_MARK, 0, i);
                return b;
            }
        }
        return read();
    }

    /** How long the byte order mark is that a file begins with; 0 if there is none. */
    static int markLength(byte[] start) {
        int length = BYTE_ORDER_MARK.length;
        boolean marked = start.length >= length && Arrays.equals(start, 0, length, BYTE_ORDER_MARK, 0, length);
        return marked ? length : 0;
    }

    /** A message as it stands in an mbox, with one more sign before each line that could be taken for a beginning. */
    static byte[] entry(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        String quoted = QUOTABLE.matcher(text).replaceAll(">$0");
        String end = quoted.endsWith("\n") ? "\n" : "\n\n";
        return (FROM_LINE + quoted + end).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isBlank(byte[] line) {
        return line.length <= 2 && line[line.length - 1] == '\n' && (line.length == 1 || line[0] == '\r');
    }

    private static boolean isQuotedFrom(byte[] line) {
        int at = 0;
        while (at < line.length && line[at] == '>') {
            at++;
        }
        return at > 0 && startsWithFrom(line, at);
    }

    /**
     * "From somebody Thu Jan  1 00:00:00 1970": a sentence may begin with "From" too, so a date must be there.
     */
    private static boolean isFromLine(byte[] line, boolean first) {
        if (!startsWithFrom(line, 0) || line.length > MAX_FROM_LINE) {
            return false;
        }
        String[] words = new String(line, Charsets.WINDOWS_1252).strip().split("\\s+", -1);
        boolean weekday = false;
        boolean time = false;
        boolean year = false;
        for (String word : words) {
            weekday |= WEEKDAYS.contains(word.replace(",", ""));
            time |= word.length() >= 4 && word.indexOf(':') > 0 && word.chars().allMatch(MboxReader::isTimeCharacter);
            boolean isoDate = ISO_DATE.matcher(word).matches();
            year |= isoDate || (word.length() == 4 && word.chars().allMatch(c -> c >= '0' && c <= '9'));
            weekday |= isoDate;
            time |= isoDate && word.indexOf('T') > 0;
        }
        return first || (weekday && time && year);
    }

    private static boolean isTimeCharacter(int c) {
        return c == ':' || (c >= '0' && c <= '9');
    }

    private static boolean startsWithFrom(byte[] line, int at) {
        return line.length >= at + 5
                && line[at] == 'F'
                && line[at + 1] == 'r'
                && line[at + 2] == 'o'
                && line[at + 3] == 'm'
                && line[at + 4] == ' ';
    }
}
