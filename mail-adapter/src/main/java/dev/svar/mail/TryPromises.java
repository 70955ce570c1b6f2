package dev.svar.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Whether a report promises to try again, by the table {@code bounce-signs.txt}. The same words deny it with a negation in
 * front, or leave it to the reader.
 */
final class TryPromises {
    private static final BounceTable WORDS = BounceTable.read("bounce-signs.txt");
    private static final List<String> LATE = WORDS.group("LATE");
    private static final Set<String> DENIALS = Set.copyOf(WORDS.group("DENIALS"));
    private static final Set<String> BETWEEN = Set.copyOf(WORDS.group("BEHIND_DENIALS"));
    private static final Set<String> READERS = Set.copyOf(WORDS.group("READERS"));
    private static final List<String> GROWN = WORDS.group("GROWN_DENIALS");
    private static final List<String> ENDINGS = WORDS.group("DENYING_ENDINGS");

    private TryPromises() {}

    /** The first promise in plain words that is neither denied nor the reader's. */
    static Optional<String> in(String plain) {
        return LATE.stream()
                .filter(phrase -> isSome(plain, phrase, at -> {
                    String before = plain.substring(0, at);
                    return !READERS.contains(lastWord(before))
                            && !isDenied(before, plain.substring(at + phrase.length()));
                }))
                .findFirst();
    }

    /** Whether plain words say that it is not tried again. */
    static boolean areDenied(String plain) {
        return LATE.stream()
                .anyMatch(phrase -> isSome(
                        plain, phrase, at -> isDenied(plain.substring(0, at), plain.substring(at + phrase.length()))));
    }

    /** Whether one of the places where the phrase stands is such. */
    private static boolean isSome(String plain, String phrase, IntPredicate such) {
        for (int at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + 1)) {
            if (such.test(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDenied(String before, String behind) {
        String last = lastWord(before);
        String front = before.stripTrailing();
        String denial = BETWEEN.contains(last) ? lastWord(front.substring(0, front.length() - last.length())) : last;
        return DENIALS.contains(denial)
                || GROWN.stream().anyMatch(before::endsWith)
                || ENDINGS.stream().anyMatch(behind::startsWith);
    }

    /** The word that ends here, possibly none. */
    private static String lastWord(String words) {
        String bare = words.stripTrailing();
        int start = bare.length();
        while (start > 0 && (Character.isLetter(bare.charAt(start - 1)) || bare.charAt(start - 1) == '\'')) {
            start--;
        }
        return bare.substring(start);
    }
}
