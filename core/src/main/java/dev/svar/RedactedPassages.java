package dev.svar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Passages that are taken out of a message, as they are and without what is never learned, found as whole words elsewhere. */
final class RedactedPassages {
    /** Letters and digits of a passage of which it can be said whose it is; a shorter one may be said by anybody. */
    static final int TELLING = 12;

    /** Letters and digits that must be left of a passage without what is never learned. */
    static final int MIN_REST = 20;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Of scripts that part words. */
    private static final String LETTER =
            "[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
                    + "\\p{IsKhmer}\\p{IsMyanmar}]]";

    private static final Pattern BEGINS = Pattern.compile("^" + LETTER);
    private static final Pattern ENDS = Pattern.compile(LETTER + "$");

    private final List<Predicate<String>> all = new ArrayList<>();
    private final List<Predicate<String>> telling = new ArrayList<>();

    RedactedPassages(Set<String> passages, Traces traces) {
        for (String passage : passages) {
            add(plain(passage));
            String rest = plain(traces.cutFrom(passage));
            if (said(rest) >= MIN_REST && !rest.equals(plain(passage))) {
                add(rest);
            }
        }
    }

    private void add(String passage) {
        if (passage.isEmpty()) {
            return;
        }
        Predicate<String> stands = whole(passage).asPredicate();
        all.add(stands);
        if (said(passage) >= TELLING) {
            telling.add(stands);
        }
    }

    /** In words of somebody who may have said them. */
    boolean standIn(String words) {
        String plain = plain(words);
        return all.stream().anyMatch(passage -> passage.test(plain));
    }

    /** In words of whomever. */
    boolean tellIn(String words) {
        String plain = plain(words);
        return telling.stream().anyMatch(passage -> passage.test(plain));
    }

    private static Pattern whole(String passage) {
        return Pattern.compile((BEGINS.matcher(passage).find() ? "(?<!" + LETTER + ")" : "")
                + Pattern.quote(passage)
                + (ENDS.matcher(passage).find() ? "(?!" + LETTER + ")" : ""));
    }

    private static long said(String passage) {
        return passage.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** However it is spaced and capitalized. */
    static String plain(String text) {
        return SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
