package dev.svar.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a mail's text. What most lines are never asked for (their words) is read when it is asked for first, so that
 * the lines of a thread cost little more than finding where they end. For one thread.
 */
final class ReplyLine {
    /** Lines that are longer are no lines of a mail program. */
    static final int MAX_LENGTH = 600;

    private static final int MAX_FIELD_LENGTH = 32;
    private static final int MIN_GAP = 2;
    private static final int MIN_LINES = 8;
    private static final int USUAL_LENGTH = 32;

    private static final Signs COLONS = Signs.of(":\uFF1A");

    /** What sentences and their parts end with. */
    private static final Signs ENDS = Signs.of(".,;!?)");

    /** What ends lines without a colon that announce nothing either. */
    private static final Signs OTHER_ENDS = Signs.of("0123456789]>/%");

    /** What lines that announce something begin with, and what is not compared. */
    private static final Signs FRAMES = Signs.of("#-=_~+[(<|*:\u007F");

    /** How often it is quoted. */
    final int depth;

    final boolean blank;

    private final String source;
    private final int start;
    private final int end;
    private final int next;

    /** Behind the first colon with two blanks behind it; less than 0 if there is none near. */
    private final int gap;

    private final boolean prose;
    private boolean read;
    private String words = "";
    private int dashes;
    private ThreadWords.Field field = ThreadWords.Field.NONE;

    private ReplyLine(String source, int start, int end, int next, int colon) {
        this.source = source;
        this.start = start;
        this.end = end;
        this.next = next;
        this.depth = QuoteMark.depth(source, start, end);
        this.blank = depth == 0 && isBlank(source, start, end);
        this.gap = colon < end && depth == 0 ? gap(colon) : -1;
        this.prose = depth == 0
                && !blank
                && isPlain(colon >= end)
                && (colon >= end || (gap < 0 && !mayBegin(ThreadWords.FIELD_NAMES)));
    }

    /** All lines; together they are the text. */
    static List<ReplyLine> of(String text) {
        List<ReplyLine> lines = new ArrayList<>(MIN_LINES + text.length() / USUAL_LENGTH);
        NextSign newline = new NextSign(text, '\n');
        NextSign carriageReturn = new NextSign(text, '\r');
        NextSign colon = new NextSign(text, ':');
        NextSign wideColon = new NextSign(text, '\uFF1A');
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(newline.from(at), carriageReturn.from(at));
            int next = Math.min(text.length(), end + 1);
            if (next < text.length() && text.charAt(end) == '\r' && text.charAt(next) == '\n') {
                next++;
            }
            int named = Math.min(colon.from(at), wideColon.from(at));
            lines.add(new ReplyLine(text, at, end, next, named));
            at = next;
        }
        return lines;
    }

    /** Without its line end. */
    String text() {
        return source.substring(start, end);
    }

    /** How long it is without its line end. */
    int length() {
        return end - start;
    }

    /** How long it is with its line end. */
    int wholeLength() {
        return next - start;
    }

    /** The text from this line to another of the same text, with all line ends. */
    String textTo(ReplyLine last) {
        return source.substring(start, last.next);
    }

    /** Where its first character stands that is no white space, counted in the text; its end if there is none. */
    private int firstVisible() {
        int at = start;
        while (at < end && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    /**
     * Whether it can be told from its first and last characters that no marker stands in it: it begins with a letter, or
     * with something else that is no frame if it has no colon, with no field of a header if it has one, and ends neither
     * with a colon nor with a verb of writing. Most lines that people write are such, and cost no more.
     */
    boolean isProse() {
        return prose;
    }

    /** What stands before the first colon that blanks and more text follow, with that colon; empty if there is none. */
    String beforeGap() {
        return gap < 0 ? "" : source.substring(start, gap);
    }

    private int gap(int firstColon) {
        int most = Math.min(end - MIN_GAP, start + MAX_LENGTH);
        for (int i = firstColon; i < most; i++) {
            if (COLONS.has(source.charAt(i)) && isGap(source.charAt(i + 1)) && isGap(source.charAt(i + MIN_GAP))) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }

    private boolean isPlain(boolean noColon) {
        int first = firstVisible();
        int last = end - 1;
        while (last > first && source.charAt(last) <= ' ') {
            last--;
        }
        if (last - first < 3 || length() > MAX_LENGTH || !mayBeginProse(source.charAt(first), noColon)) {
            return false;
        }
        char c = source.charAt(last);
        return isLetter(c)
                ? !ThreadWords.mayEndVerb(source.charAt(last - 1), c) || !mayBeVerb(last)
                : ENDS.has(c) || (noColon && OTHER_ENDS.has(c));
    }

    private static boolean mayBeginProse(char c, boolean noColon) {
        return isLetter(c) || (noColon && (c < 0x80 ? c > ' ' && !FRAMES.has(c) : Character.isLetter(c)));
    }

    /** Whether the word that ends with a letter is a verb of writing, or is not plain to read. */
    private boolean mayBeVerb(int last) {
        int first = last;
        while (first > start && isLetter(source.charAt(first - 1))) {
            first--;
        }
        char before = first > start ? source.charAt(first - 1) : ' ';
        return !PlainWords.divides(before) || ThreadWords.VERBS.has(PlainWords.of(source, first, last + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Its plain words; empty if it is quoted, blank or long. */
    String words() {
        read();
        return words;
    }

    /** How many dashes it begins with; none if it has no words. */
    int dashes() {
        read();
        return dashes;
    }

    /** Whether some phrase may begin it, as far as can be told without reading its words. */
    boolean mayBegin(Phrases phrases) {
        return phrases.mayBegin(source, firstVisible(), end) || !isAscii();
    }

    /** The same where some signs, and what is left out or is white space, may stand in front. */
    boolean mayBeginBehind(Signs signs, Phrases phrases) {
        int at = start;
        while (at < end && (signs.has(source.charAt(at)) || PlainWords.isNothing(source.charAt(at)))) {
            at++;
        }
        return phrases.mayBeginWords(source, at, end) || !isAscii();
    }

    /** Which line of a mail's header it looks like. */
    ThreadWords.Field field() {
        read();
        return field;
    }

    private void read() {
        if (!read) {
            read = true;
            boolean ordinary = depth == 0 && !blank && length() <= MAX_LENGTH;
            words = ordinary ? PlainWords.of(source, start, end) : "";
            field = fieldOf(words);
            dashes = words.isEmpty() ? 0 : run(Separator.DASHES, firstVisible());
        }
    }

    private int run(Signs signs, int from) {
        int at = from;
        while (at < end && signs.has(source.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private boolean isAscii() {
        int at = start;
        while (at < end && source.charAt(at) < 0x80) {
            at++;
        }
        return at == end;
    }

    private static ThreadWords.Field fieldOf(String words) {
        int colon = words.indexOf(':');
        if (colon <= 0 || colon > MAX_FIELD_LENGTH) {
            return ThreadWords.Field.NONE;
        }
        return ThreadWords.field(words, words.charAt(0) == '|' ? 1 : 0, colon);
    }

    private static boolean isBlank(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean seen = (c > ' ' && c < 0x7F)
                    || (!Character.isWhitespace(c)
                            && !Character.isSpaceChar(c)
                            && !Character.isISOControl(c)
                            && Character.getType(c) != Character.FORMAT);
            if (seen) {
                return false;
            }
        }
        return true;
    }
}
