package dev.svar.mail;

import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final int MAX_DEPTH = 1_000;

    private final String rtf;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> outer = new ArrayDeque<>();
    private boolean hidden;
    private int at;

    private RtfText(String rtf) {
        this.rtf = rtf;
    }

    static String of(String rtf) {
        RtfText reader = new RtfText(rtf);
        while (reader.at < rtf.length()) {
            reader.step();
        }
        return reader.out.toString().strip();
    }

    private void step() {
        char c = rtf.charAt(at++);
        switch (c) {
            case '{' -> {
                if (outer.size() < MAX_DEPTH) {
                    outer.push(hidden);
                }
            }
            case '}' -> hidden = !outer.isEmpty() && outer.pop();
            case '\\' -> control();
            case '\r', '\n' -> {
                // Lines of the source are no lines of the text.
            }
            default -> show(c);
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
                show(new String(new byte[] {(byte) (high << 4 | low)}, Charsets.WINDOWS_1252).charAt(0));
            }
            at += 3;
        } else if (c == '*') {
            hidden = true;
            at++;
        } else if (!isLetter(c)) {
            show(c == '~' ? ' ' : c);
            at++;
        } else {
            word();
        }
    }

    private void word() {
        int start = at;
        while (at < rtf.length() && isLetter(rtf.charAt(at))) {
            at++;
        }
        String word = rtf.substring(start, at);
        int digits = at;
        while (at < rtf.length()
                && (Character.digit(rtf.charAt(at), 10) >= 0 || (at == digits && rtf.charAt(at) == '-'))) {
            at++;
        }
        String number = rtf.substring(digits, at);
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        switch (word) {
            case "par", "line", "row" -> show('\n');
            case "tab", "cell" -> show('\t');
            case "u" -> unicode(number);
            default -> hidden |= HIDDEN.contains(word);
        }
    }

    /** A character by its number; the stand-in for old programs that follows it is passed over. */
    private void unicode(String number) {
        if (number.length() < 2 || number.length() > 6) {
            return;
        }
        try {
            show((char) Integer.parseInt(number));
        } catch (NumberFormatException e) {
            return;
        }
        if (at < rtf.length() && rtf.charAt(at) == '?') {
            at++;
        } else if (rtf.startsWith("\\'", at)) {
            at = Math.min(rtf.length(), at + 4);
        }
    }

    private void show(char c) {
        if (!hidden) {
            out.append(c);
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
