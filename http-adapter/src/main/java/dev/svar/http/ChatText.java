package dev.svar.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of a line: plain text and links. */
final class ChatText {
    /** Without what usually ends a sentence after it. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>|\"]*[^\\s<>|\".,;:!?)\\]}']");

    private static final int MAX_LINE = 500;

    /** A piece. */
    record Piece(String text, boolean link) {}

    private ChatText() {}

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            if (link.start() > end) {
                pieces.add(new Piece(text.substring(end, link.start()), false));
            }
            pieces.add(new Piece(link.group(), true));
            end = link.end();
        }
        if (end < text.length() || pieces.isEmpty()) {
            pieces.add(new Piece(text.substring(end), false));
        }
        return pieces;
    }

    /** A subject is one line, whatever was put into it. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(MAX_LINE)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
