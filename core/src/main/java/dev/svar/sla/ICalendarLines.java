package dev.svar.sla;

import dev.svar.error.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Unfolds the lines of a stream before they are decoded, since a fold may part the bytes of one character. */
final class ICalendarLines {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private int at;
    private int number;

    private ICalendarLines(byte[] bytes) {
        this.bytes = bytes;
        this.at = bytes.length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2]
                ? MARK.length
                : 0;
    }

    static List<ICalendarLine> of(byte[] bytes) {
        ICalendarLines lines = new ICalendarLines(bytes);
        List<ICalendarLine> all = new ArrayList<>();
        while (lines.at < bytes.length) {
            int begun = lines.number + 1;
            String text = decoded(begun, lines.next());
            if (!text.isBlank()) {
                all.add(ICalendarLine.parse(begun, text));
            }
        }
        return all;
    }

    private byte[] next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        do {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            boolean withReturn = end > at && bytes[end - 1] == '\r';
            line.write(bytes, at, (withReturn ? end - 1 : end) - at);
            number++;
            at = Math.min(end + 1, bytes.length);
        } while (isFold());
        return line.toByteArray();
    }

    /** Whether the next line goes on with the last; if so the white space that says it is passed. */
    private boolean isFold() {
        if (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
            return true;
        }
        return false;
    }

    private static String decoded(int number, byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidValueException(ICalendarLine.field(number), "is not UTF-8");
        }
    }
}
