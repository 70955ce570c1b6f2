package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the addresses that a report names as those to ask from those that it is about. */
final class AskedAddresses {
    private static final BounceTable WORDS = BounceTable.read("bounce-signs.txt");
    private static final List<String> ASKING = WORDS.group("ASKING");
    private static final List<String> LOST = WORDS.group("PHRASES");
    private static final int MAX_WINDOW = 80;

    /** What may stand between a word of asking and the address. */
    private static final Set<String> GLUE = Set.copyOf(WORDS.group("BEHIND_ASKING"));

    /** What ends the asking before the address. */
    private static final String ENDS = ".,;!?\"";

    private static final Pattern ADDRESS = Pattern.compile("\\S{0,100}@\\S{0,100}");
    private static final Pattern SENTENCE = Pattern.compile("[.!?](?=\\s)|[。！？\n]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}']+");

    private AskedAddresses() {}

    /** Whether a word of asking stands near, and the sentence goes on with nothing that befell a message. */
    static boolean isNear(String before, String behind) {
        String plain = plain(before);
        return ASKING.stream().anyMatch(plain::contains) && !isLost(SENTENCE.split(behind, 2)[0]);
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
