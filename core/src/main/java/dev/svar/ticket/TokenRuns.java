package dev.svar.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds tokens in text: runs of letters and digits as long as one. Each character is looked at once. */
final class TokenRuns {
    private static final String BLOTTED = "…";

    /** The digits of the smallest token, whose first byte is one; see {@link LetterTokens#MAX_LENGTH} for the largest. */
    private static final int MIN_LENGTH = 45;

    /** Characters of a percent code behind its sign. */
    private static final int CODE = 2;

    private TokenRuns() {}

    static List<String> in(String text, Predicate<String> token, int most) {
        List<String> found = new ArrayList<>();
        int at = next(text, 0);
        while (at < text.length() && found.size() < most) {
            int end = end(text, at);
            if (hasLength(at, end, TicketTokens.MAX_LENGTH)
                    && !found.contains(text.substring(at, end))
                    && token.test(text.substring(at, end))) {
                found.add(text.substring(at, end));
            }
            at = next(text, end);
        }
        return found;
    }

    static String without(String text, Predicate<String> token) {
        StringBuilder rest = new StringBuilder();
        int kept = 0;
        int at = next(text, 0);
        while (at < text.length()) {
            int end = end(text, at);
            if (hasLength(at, end, LetterTokens.MAX_LENGTH) && token.test(text.substring(at, end))) {
                rest.append(text, kept, at).append(BLOTTED);
                kept = end;
            }
            at = next(text, end);
        }
        return kept == 0 ? text : rest.append(text, kept, text.length()).toString();
    }

    private static boolean hasLength(int at, int end, int most) {
        return end - at >= MIN_LENGTH && end - at <= most;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !Base36.isDigit(text.charAt(at))) {
            at++;
        }
        // Gateways put links into links: what follows a percent sign is a code, and the token begins behind it.
        boolean coded = at > 0 && at + CODE <= text.length() && text.charAt(at - 1) == '%';
        return coded ? next(text, at + CODE) : at;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && Base36.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
