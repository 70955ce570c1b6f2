package dev.svar.mail;

import java.util.Optional;

/** Finds enhanced status codes such as {@code 5.1.1} (RFC 3463). */
final class EnhancedStatus {
    private static final int MAX_LENGTH = 9;
    private static final int MAX_GAP = 4;
    private static final int MAX_REPLIES = 50;

    private EnhancedStatus() {}

    /** The first code in the text that is not part of a longer number, such as a network address. */
    static Optional<String> in(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
            }
            String word = text.substring(at, end);
            String code = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
            if (isCode(code)) {
                return Optional.of(code);
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /** The code of the reply that the text quotes: the first after a reply code such as 550, else the first of all. */
    static Optional<String> ofReply(String text) {
        int at = 0;
        for (int i = 0; i < MAX_REPLIES && at < text.length(); i++) {
            Optional<String> reply = ReplyCode.in(text.substring(at));
            if (reply.isEmpty()) {
                return in(text);
            }
            int after = text.indexOf(reply.get(), at) + 3;
            String next = text.substring(after, Math.min(text.length(), after + MAX_GAP + MAX_LENGTH));
            Optional<String> code = in(next);
            if (code.isPresent() && next.indexOf(code.get()) <= MAX_GAP) {
                return whole(text, after + next.indexOf(code.get()));
            }
            at = after;
        }
        return in(text);
    }

    /** The code that begins here, which a cut may have shortened. */
    private static Optional<String> whole(String text, int at) {
        return in(text.substring(at, Math.min(text.length(), at + MAX_LENGTH + 1)));
    }

    private static boolean isCode(String word) {
        if (word.length() > MAX_LENGTH) {
            return false;
        }
        String[] parts = word.split("\\.", -1);
        return parts.length == 3
                && (parts[0].equals("2") || parts[0].equals("4") || parts[0].equals("5"))
                && isNumber(parts[1])
                && isNumber(parts[2]);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
