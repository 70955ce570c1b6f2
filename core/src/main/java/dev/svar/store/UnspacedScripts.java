package dev.svar.store;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Scripts that put no spaces between words. */
final class UnspacedScripts {
    private static final Set<UnicodeScript> ALL = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    /** The first letter of any of them: a quick answer for most texts. */
    private static final int FIRST = 0x0E01;

    /** Belongs to no script by itself. */
    private static final int LONG_VOWEL = 'ー';

    /** Half of a word, so that a pair is as long as one at most. */
    private static final int MAX_CHARACTER_LENGTH = SearchWords.MAX_WORD_LENGTH / 2;

    private UnspacedScripts() {}

    /** Digits stand for themselves in every script. */
    static boolean has(int letter) {
        return letter >= FIRST
                && (letter == LONG_VOWEL || ALL.contains(UnicodeScript.of(letter)))
                && !Character.isDigit(letter);
    }

    /** Whether a run is of such scripts: then it is from its first letter to its last. */
    static boolean holds(String run) {
        return has(run.codePointAt(0));
    }

    /** As much of a run as counts where it is asked for. */
    static String beginning(String run) {
        StringBuilder beginning = new StringBuilder();
        for (String character : characters(run)) {
            if (beginning.length() + character.length() > SearchWords.MAX_WORD_LENGTH) {
                break;
            }
            beginning.append(character);
        }
        return beginning.toString();
    }

    /** The letters of a run, each with its marks. */
    static List<String> characters(String run) {
        List<String> all = new ArrayList<>();
        StringBuilder character = new StringBuilder();
        run.codePoints().forEach(c -> {
            if (!LetterRuns.isMark(c) && !character.isEmpty()) {
                all.add(character.toString());
                character.setLength(0);
            }
            if (character.length() + Character.charCount(c) <= MAX_CHARACTER_LENGTH) {
                character.appendCodePoint(c);
            }
        });
        all.add(character.toString());
        return all;
    }
}
