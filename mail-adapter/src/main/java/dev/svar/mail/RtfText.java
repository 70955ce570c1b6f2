package dev.svar.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** The plain text of RTF, without fonts, pictures and whatever else is no text, in one pass. */
final class RtfText {
    private static final Set<String> HIDDEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "themedata",
            "datastore",
            "listtable",
            "generator",
            "header",
            "footer",
            "htmltag",
            "mhtmltag");

    /** Characters that have a word of their own. */
    private static final Map<String, Character> NAMED = Map.ofEntries(
            Map.entry("par", '\n'),
            Map.entry("line", '\n'),
            Map.entry("row", '\n'),
            Map.entry("tab", '\t'),
            Map.entry("cell", '\t'),
            Map.entry("lquote", '\u2018'),
            Map.entry("rquote", '\u2019'),
            Map.entry("ldblquote", '\u201C'),
            Map.entry("rdblquote", '\u201D'),
            Map.entry("endash", '\u2013'),
            Map.entry("emdash", '\u2014'),
            Map.entry("bullet", '\u2022'));

    private static final Group OUTERMOST = new Group(false, false, RtfFonts.NONE, 1);
    private static final int MAX_DEPTH = 1_000;
    private static final int MAX_STAND_INS = 100;

    private final String rtf;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Group> outer = new ArrayDeque<>();
    private final RtfFonts fonts = new RtfFonts();
    private Group group = OUTERMOST;
    private int standIns;
    private int at;

    private RtfText(String rtf) {
        this.rtf = rtf;
    }

    /**
     * What holds until a group ends.
     *
     * @param hidden whether nothing of it is text
     * @param fonts whether it lists fonts
     * @param font the number of the font
     * @param standIns how many characters for old programs follow each one that is given by its number
     */
    private record Group(boolean hidden, boolean fonts, int font, int standIns) {}

    /** The text of RTF that is given as one character a byte. */
    static String of(String rtf) {
        RtfText reader = new RtfText(rtf);
        while (reader.at < rtf.length()) {
            reader.step();
        }
        reader.flush();
        return reader.out.toString().strip();
    }

    private void step() {
        char c = rtf.charAt(at++);
        switch (c) {
            case '{' -> {
                flush();
                standIns = 0;
                if (outer.size() < MAX_DEPTH) {
                    outer.push(group);
                }
            }
            case '}' -> {
                flush();
                standIns = 0;
                group = outer.isEmpty() ? OUTERMOST : outer.pop();
            }
            case '\\' -> control();
            case '\r', '\n' -> {
                // Lines of the source are no lines of the text.
            }
            default -> literal(c);
        }
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        char c = rtf.charAt(at);
        if (c == '\'' && at + 2 < rtf.length()) {
            int high = Character.digit(rtf.charAt(at + 1), 16);
            int low = Character.digit(rtf.charAt(at + 2), 16);
            if (high >= 0 && low >= 0) {
                add(high << 4 | low);
            }
            at += 3;
        } else if (c == '*') {
            group = new Group(true, group.fonts(), group.font(), group.standIns());
            at++;
        } else if (!isLetter(c)) {
            symbol(c);
            at++;
        } else {
            word();
        }
    }

    private void symbol(char c) {
        switch (c) {
            case '~' -> show(' ');
            case '_' -> show('-');
            case '\r', '\n' -> show('\n');
            case '-' -> {
                // Where the word may be broken.
            }
            default -> show(c);
        }
    }

    private void word() {
        int start = at;
        while (at < rtf.length() && isLetter(rtf.charAt(at))) {
            at++;
        }
        String word = rtf.substring(start, at);
        int digits = at;
        while (at < rtf.length() && (isDigit(rtf.charAt(at)) || (at == digits && rtf.charAt(at) == '-'))) {
            at++;
        }
        int number = number(rtf.substring(digits, at));
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        Character named = NAMED.get(word);
        if (named != null) {
            show(named);
        } else if (word.equals("u") && number != RtfFonts.NONE) {
            show((char) number);
            standIns = group.standIns();
        } else {
            setting(word, number);
        }
    }

    private void setting(String word, int number) {
        flush();
        switch (word) {
            case "ansicpg" -> fonts.standard(number);
            case "fonttbl" -> group = new Group(true, true, group.font(), group.standIns());
            case "f" -> group = new Group(group.hidden(), group.fonts(), number, group.standIns());
            case "fcharset" -> {
                if (group.fonts()) {
                    fonts.set(group.font(), number);
                }
            }
            case "plain" -> group = new Group(group.hidden(), group.fonts(), fonts.usual(), group.standIns());
            case "deff" -> {
                fonts.usual(number);
                group = new Group(group.hidden(), group.fonts(), number, group.standIns());
            }
            case "uc" ->
                group = new Group(
                        group.hidden(), group.fonts(), group.font(), Math.max(0, Math.min(number, MAX_STAND_INS)));
            default -> {
                if (HIDDEN.contains(word)) {
                    group = new Group(true, group.fonts(), group.font(), group.standIns());
                }
            }
        }
    }

    /** What stands in the source as itself: text, or the second byte of a character that began with an escaped one. */
    private void literal(char c) {
        if (c >= 0x80) {
            add(c);
        } else if (bytes.size() > 0 && CodePage.isHalf(bytes.toByteArray(), set())) {
            add(c);
            flush();
        } else {
            show(c);
        }
    }

    private void add(int b) {
        if (standIns > 0) {
            standIns--;
        } else if (!group.hidden()) {
            bytes.write(b);
        }
    }

    private void show(char c) {
        if (standIns > 0) {
            standIns--;
            return;
        }
        flush();
        if (!group.hidden()) {
            out.append(c);
        }
    }

    private void flush() {
        if (bytes.size() > 0) {
            out.append(bytes.toString(set()));
            bytes.reset();
        }
    }

    private Charset set() {
        return fonts.of(group.font());
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return RtfFonts.NONE;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
