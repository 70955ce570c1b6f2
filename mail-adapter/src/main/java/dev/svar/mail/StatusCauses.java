package dev.svar.mail;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What enhanced status codes stand for (RFC 3463 and the registry of RFC 5248), and what of code and words counts more. */
final class StatusCauses {
    /** Words that so many refusals hold that a code which names a cause knows better. */
    private static final Set<BounceCause> VAGUE = EnumSet.of(
            BounceCause.UNKNOWN,
            BounceCause.POLICY,
            BounceCause.SYSTEM,
            BounceCause.NETWORK,
            BounceCause.EXPIRED,
            BounceCause.CONTENT);

    private static final Map<String, BounceCause> EXACT = Map.ofEntries(
            Map.entry("1.0", BounceCause.NO_SUCH_USER),
            Map.entry("1.1", BounceCause.NO_SUCH_USER),
            Map.entry("1.2", BounceCause.NO_SUCH_HOST),
            Map.entry("1.3", BounceCause.NO_SUCH_USER),
            Map.entry("1.6", BounceCause.MOVED),
            Map.entry("1.7", BounceCause.POLICY),
            Map.entry("1.8", BounceCause.POLICY),
            Map.entry("1.10", BounceCause.ACCEPTS_NO_MAIL),
            Map.entry("1.351", BounceCause.NO_SUCH_USER),
            Map.entry("2.1", BounceCause.SUSPENDED),
            Map.entry("2.2", BounceCause.MAILBOX_FULL),
            Map.entry("2.3", BounceCause.TOO_LARGE),
            Map.entry("3.2", BounceCause.ACCEPTS_NO_MAIL),
            Map.entry("3.4", BounceCause.TOO_LARGE),
            Map.entry("4.4", BounceCause.NO_SUCH_HOST),
            Map.entry("4.6", BounceCause.NETWORK),
            Map.entry("4.7", BounceCause.EXPIRED),
            Map.entry("4.310", BounceCause.NO_SUCH_HOST),
            Map.entry("4.312", BounceCause.NETWORK),
            Map.entry("4.316", BounceCause.EXPIRED),
            Map.entry("7.13", BounceCause.SUSPENDED),
            Map.entry("7.26", BounceCause.AUTHENTICATION));

    /** Codes with words that sound like another cause: a name server without an answer, and one that knows no such domain. */
    private static final Set<String> PLAIN = Set.of("4.310", "4.312");

    private static final Map<Character, BounceCause> SUBJECTS = Map.of(
            '3', BounceCause.SYSTEM,
            '4', BounceCause.NETWORK,
            '6', BounceCause.CONTENT,
            '7', BounceCause.POLICY);

    private StatusCauses() {}

    /** Whether a status code, which may be empty, names a cause by itself. */
    static boolean isExact(String status) {
        return status.length() >= 5 && EXACT.containsKey(status.substring(2));
    }

    /** The cause, from what the words amount to and a status code, which may be empty. */
    static BounceCause weigh(BounceCause said, String status) {
        if (status.length() < 5) {
            return said;
        }
        BounceCause exact = EXACT.get(status.substring(2));
        if (exact != null && (VAGUE.contains(said) || PLAIN.contains(status.substring(2)))) {
            return exact;
        }
        return said == BounceCause.UNKNOWN ? SUBJECTS.getOrDefault(status.charAt(2), said) : said;
    }
}
