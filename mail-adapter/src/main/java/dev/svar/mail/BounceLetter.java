package dev.svar.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A report in words, cut where the mail that it returns begins.
 *
 * @param said what the mail system says
 * @param returned what follows: the returned mail or its header, possibly nothing
 */
record BounceLetter(String said, String returned) {
    private static final List<String> RULED = List.of(
            "original",
            "copy of",
            "below this line",
            "header",
            "unsent",
            "returned message",
            "end of message",
            "enclosed",
            "message follows",
            "mensaje",
            "nachricht");
    private static final List<String> PLAIN = List.of(
            "received:",
            "return-path:",
            "message headers follow",
            "original message follows",
            "original message:",
            "below is a copy",
            "included is a copy",
            "here is a copy",
            "the header of the original",
            "original message headers",
            "the original message header",
            "message header:");

    static BounceLetter of(String text) {
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            if (beginsReturned(text.substring(at, Math.min(end, at + 200)))) {
                return new BounceLetter(text.substring(0, at), text.substring(at));
            }
            at = end + 1;
        }
        return new BounceLetter(text, "");
    }

    private static boolean beginsReturned(String line) {
        String plain = line.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("--") || plain.startsWith("==") || plain.startsWith("**")) {
            // "** Nachricht blockiert **" is a heading of Gmail's.
            boolean heading = plain.startsWith("** ") && !plain.contains("original");
            return !heading
                    && !plain.contains("transcript")
                    && !plain.contains("addresses had")
                    && RULED.stream().anyMatch(plain::contains);
        }
        return PLAIN.stream().anyMatch(plain::startsWith);
    }

    /** The header of the returned mail, as far as it is there. */
    Headers header() {
        String[] lines = returned.split("\n", 400);
        StringBuilder block = new StringBuilder();
        boolean begun = false;
        for (String line : lines) {
            boolean field = Headers.fieldName(bytes(line), 0, bytes(line).length) > 0;
            boolean folded = begun && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (begun && line.isBlank() && block.length() > 200) {
                break;
            }
            if (field || folded) {
                block.append(line).append('\n');
                begun = true;
            }
        }
        return Headers.parse(bytes(block.toString()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
