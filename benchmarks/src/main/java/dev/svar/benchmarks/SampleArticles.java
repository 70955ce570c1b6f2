package dev.svar.benchmarks;

import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Articles and questions of invented words, a few of them common and most of them rare, as words are. */
final class SampleArticles {
    private static final int WORDS = 8_000;
    private static final int TITLE = 7;
    private static final int SENTENCE = 12;
    private static final int SENTENCES = 15;
    private static final int QUESTION = 10;
    private static final String CONSONANTS = "bdfghklmnprstv";
    private static final String VOWELS = "aeiou";

    private final Random random = new Random(42);
    private final List<String> words = new ArrayList<>();

    SampleArticles() {
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllable = 0; syllable < 1 + i % 4; syllable++) {
                word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                        .append(VOWELS.charAt(random.nextInt(VOWELS.length())))
                        .append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            }
            words.add(word.toString());
        }
    }

    /** The tenth word is ten times as rare as the first. */
    private String word() {
        return words.get((int) (Math.pow(WORDS, random.nextDouble()) - 1));
    }

    private String text(int length) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            text.add(word());
        }
        return String.join(" ", text);
    }

    List<SearchableArticle> articles(int count, Locale language) {
        List<SearchableArticle> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> sentences = new ArrayList<>();
            for (int sentence = 0; sentence < SENTENCES; sentence++) {
                sentences.add(text(SENTENCE) + ".");
            }
            articles.add(SearchableArticle.of(
                    "article " + i, new SearchableText(language, text(TITLE), String.join(" ", sentences))));
        }
        return articles;
    }

    List<String> questions(int count) {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            questions.add(text(1 + random.nextInt(2 * QUESTION)));
        }
        return questions;
    }
}
