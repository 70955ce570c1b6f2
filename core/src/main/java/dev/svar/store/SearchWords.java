package dev.svar.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The words of subjects and messages as they are looked for, the same in every locale and store: runs of letters and digits
 * with their marks, as many scripts write vowels, in compatibility form (NFKC), without letter case. Accents count: "får" is
 * not "far". Words are not reduced to their stems, but each is found by its beginning.
 *
 * <p>Where a script puts no spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan), each character is a
 * word together with the one that follows it. What is asked for is found wherever all of its pairs are: so it may stand
 * anywhere in a sentence, and hardly anything else is found.
 */
public final class SearchWords {
    /** How many characters of a word count. */
    public static final int MAX_WORD_LENGTH = 24;

    /** By how many different words a text is found: the first ones. */
    public static final int MAX_WORDS = 10_000;

    private SearchWords() {}

    /**
     * The words by which a text is found.
     *
     * @param text a subject, or what a message says
     * @return its words in order, each once
     */
    public static NavigableSet<String> of(String text) {
        TreeSet<String> words = new TreeSet<>();
        LetterRuns.of(text, run -> {
            for (String word : UnspacedScripts.holds(run) ? places(run) : List.of(run)) {
                if (words.size() < MAX_WORDS) {
                    words.add(word);
                }
            }
        });
        return Collections.unmodifiableNavigableSet(words);
    }

    private static List<String> places(String run) {
        List<String> characters = UnspacedScripts.characters(run);
        List<String> places = pairs(characters);
        places.add(characters.get(characters.size() - 1));
        return places;
    }

    /**
     * The words that somebody asks for.
     *
     * @param text what is looked for
     * @return its words in order, each once; where there are no spaces between words, what stands together
     */
    public static SortedSet<String> asked(String text) {
        TreeSet<String> words = new TreeSet<>();
        LetterRuns.of(text, run -> words.add(UnspacedScripts.holds(run) ? UnspacedScripts.beginning(run) : run));
        return Collections.unmodifiableSortedSet(words);
    }

    /**
     * How a word is looked for.
     *
     * @param word one of the {@linkplain #asked words that are asked for}
     * @return beginnings of words, at least one: a text has the word if each of them begins one of {@link #of its words}
     */
    public static SortedSet<String> beginnings(String word) {
        if (!UnspacedScripts.holds(word)) {
            return new TreeSet<>(List.of(word));
        }
        List<String> characters = UnspacedScripts.characters(word);
        return new TreeSet<>(characters.size() == 1 ? characters : pairs(characters));
    }

    private static List<String> pairs(List<String> characters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < characters.size(); i++) {
            pairs.add(characters.get(i - 1) + characters.get(i));
        }
        return pairs;
    }
}
