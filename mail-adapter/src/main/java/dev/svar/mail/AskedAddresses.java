package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the addresses that a report names as those to ask from those that it is about. */
final class AskedAddresses {
    private static final BounceTable WORDS = BounceTable.read("bounce-signs.txt");
    private static final List<String> ASKING = WORDS.group("ASKING");
    private static final List<String> LOST = WORDS.group("PHRASES");
    private static final Set<String> ROLES = Set.of(
            "admin",
            "administrator",
            "abuse",
            "hostmaster",
            "helpdesk",
            "help",
            "hotline",
            "support",
            "security",
            "noc");

    private static final int MAX_WINDOW = 80;

    /** What may stand between a word of asking and the address. */
    private static final Set<String> GLUE = Set.copyOf(WORDS.group("BEHIND_ASKING"));

    /** What ends the asking before the address. */
    private static final String ENDS = ".,;!?\"";

    private static final Pattern ADDRESS = Pattern.compile("\\S{0,100}@\\S{0,100}");
    private static final Pattern SENTENCE = Pattern.compile("[.!?](?=\\s)|[。！？\n]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}']+");

    private AskedAddresses() {}

    /**
     * Whether a word of asking stands near, or the name is one of those who are asked, and the sentence says of nothing that
     * befell a message.
     */
    static boolean isNear(String before, Address address, String behind) {
        String plain = plain(before);
        boolean near = ASKING.stream().anyMatch(plain::contains) || ROLES.contains(address.localPart());
        return near && !isLost(ADDRESS.split(SENTENCE.split(behindList(behind), 2)[0], 2)[0]);
    }

    /** What follows those who are listed with the address. */
    private static String behindList(String behind) {
        String small = behind.toLowerCase(Locale.ROOT);
        int end = 0;
        for (Address listed : AddressWords.following(small, 0)) {
            int at = small.indexOf(listed.value(), end);
            end = at < 0 ? end : at + listed.value().length();
        }
        return small.substring(end);
    }

    /** Whether the words end in asking, with nothing behind but such as "us at". */
    static boolean isAsked(String before) {
        String plain = plain(before);
        int end = -1;
        for (String word : ASKING) {
            int at = plain.lastIndexOf(word);
            end = at < 0 ? end : Math.max(end, at + word.length());
        }
        if (end < 0) {
            return false;
        }
        while (end < plain.length() && Character.isLetter(plain.charAt(end)) && plain.charAt(end) < '\u1100') {
            end++;
        }
        String rest = plain.substring(end).strip();
        return rest.chars().noneMatch(c -> ENDS.indexOf(c) >= 0)
                && NO_WORD.splitAsStream(rest).filter(w -> !w.isEmpty()).allMatch(GLUE::contains);
    }

    private static boolean isLost(String words) {
        String plain = BouncePhrases.plain(words);
        return ReplyCode.in(words).isPresent()
                || EnhancedStatus.in(words).isPresent()
                || BouncePhrases.cause(words).isPresent()
                || LOST.stream().anyMatch(plain::contains);
    }

    /** The last words without the addresses in them, which are no words of asking. */
    private static String plain(String before) {
        String near = before.substring(Math.max(0, before.length() - MAX_WINDOW));
        String small = ADDRESS.matcher(near.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return BouncePhrases.plain(small);
    }
}
