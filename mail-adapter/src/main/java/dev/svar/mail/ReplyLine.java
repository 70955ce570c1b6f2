package dev.svar.mail;

import java.util.ArrayList;
import java.util.List;

/** A line of a mail's text, looked at once. */
final class ReplyLine {
    /** Lines that are longer are no lines of a mail program. */
    static final int MAX_LENGTH = 600;

    private static final int MAX_FIELD_LENGTH = 32;

    /** With its line end. */
    final String whole;

    /** Without its line end. */
    final String text;

    /** How often it is quoted. */
    final int depth;

    final boolean blank;

    /** Its plain words; empty if it is quoted, blank or long. */
    final String words;

    final ThreadWords.Field field;

    private ReplyLine(String whole, String text) {
        this.whole = whole;
        this.text = text;
        this.depth = QuoteMark.depth(text);
        this.blank = isBlank(text);
        boolean ordinary = depth == 0 && !blank && text.length() <= MAX_LENGTH;
        this.words = ordinary ? PlainWords.of(text) : "";
        this.field = fieldOf(words);
    }

    /** All lines; together they are the text. */
    static List<ReplyLine> of(String text) {
        List<ReplyLine> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            int next = Math.min(text.length(), end + 1);
            if (next < text.length() && text.charAt(end) == '\r' && text.charAt(next) == '\n') {
                next++;
            }
            lines.add(new ReplyLine(text.substring(at, next), text.substring(at, end)));
            at = next;
        }
        return lines;
    }

    private static ThreadWords.Field fieldOf(String words) {
        int colon = words.indexOf(':');
        if (colon <= 0 || colon > MAX_FIELD_LENGTH) {
            return ThreadWords.Field.NONE;
        }
        int start = words.charAt(0) == '|' ? 1 : 0;
        return ThreadWords.field(words.substring(Math.min(start, colon), colon).strip());
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean seen = !Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT;
            if (seen) {
                return false;
            }
        }
        return true;
    }
}
