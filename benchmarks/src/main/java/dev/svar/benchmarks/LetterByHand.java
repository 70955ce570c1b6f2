package dev.svar.benchmarks;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The floor: a StringBuilder, one formatter for all times, an escape that copies what needs none in one piece. */
final class LetterByHand implements LetterWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(SampleLetter.TIME, SampleLetter.LOCALE).withZone(SampleLetter.ZONE);

    @Override
    public String write(SampleLetter letter) {
        StringBuilder out = new StringBuilder();
        out.append("<p>Hello ");
        escape(out, letter.firstName().isEmpty() ? "there" : letter.firstName());
        out.append(",</p>\n<p>");
        if (letter.priority().equals("URGENT")) {
            out.append("We have dropped everything else.");
        } else if (letter.priority().equals("HIGH")) {
            out.append("You are next in line.");
        } else {
            out.append("We look at it in turn.");
        }
        out.append("</p>\n<ul>\n");
        for (SampleLetter.Update update : letter.updates()) {
            out.append("<li>");
            time(out, update.at());
            out.append(" <b>");
            escape(out, update.author());
            out.append("</b>: ");
            escape(out, update.text());
            out.append("</li>\n");
        }
        out.append("</ul>\n<p>You hear from us by ");
        time(out, letter.due());
        out.append(".</p>\n<blockquote>");
        escape(out, letter.description());
        return out.append("</blockquote>\n").toString();
    }

    private static void time(StringBuilder out, Instant at) {
        TIME.formatTo(at, out);
    }

    private static void escape(StringBuilder out, String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (!entity.isEmpty()) {
                out.append(text, from, i).append(entity);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
