package dev.svar.mail;

import java.util.Optional;

/** Finds SMTP reply codes such as {@code 550} (RFC 5321, section 4.2) that refuse something. */
final class ReplyCode {
    private ReplyCode() {}

    /** The first number from 400 to 559 in the text that stands alone. */
    static Optional<String> in(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isInner(text.charAt(end))) {
                end++;
            }
            if (end - at == 3 && isCode(text, at) && !(end < text.length() && text.charAt(end) == '@')) {
                return Optional.of(text.substring(at, end));
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /** What makes a number part of a longer word; the hyphen of a continued reply does not. */
    private static boolean isInner(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_';
    }

    private static boolean isCode(String text, int at) {
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        char third = text.charAt(at + 2);
        return (first == '4' || first == '5') && second >= '0' && second <= '5' && third >= '0' && third <= '9';
    }
}
