package dev.svar.examples;

import dev.svar.category.LanguageDetector;
import dev.svar.knowledge.SearchableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Articles, what was learned about how customers ask for them, and the questions that are asked.
 *
 * @param language the language of all of it
 * @param articles the texts by the articles' ids
 * @param phrasings what was learned, by the articles' ids
 * @param asked the questions; the label names the ids of the articles that answer, separated by commas
 */
record AskedArticles(
        Locale language,
        Map<String, SearchableText> articles,
        Map<String, List<String>> phrasings,
        List<LabeledText> asked) {
    private static final int ENOUGH_TO_DETECT = 20_000;

    static AskedArticles read(SuggestionOptions options) {
        Map<String, SearchableText> articles = ArticleLines.read(options.articles());
        Map<String, List<String>> phrasings = new HashMap<>();
        options.phrasings().ifPresent(file -> LabeledText.read(file).forEach(line -> learn(phrasings, line)));
        List<LabeledText> asked = new ArrayList<>();
        for (LabeledText line : LabeledText.read(options.queries())) {
            String first = ids(line).iterator().next();
            boolean enough = phrasings.getOrDefault(first, List.of()).size() >= options.learn();
            if (enough || !articles.containsKey(first)) {
                asked.add(line);
            } else {
                learn(phrasings, line);
            }
        }
        if (asked.isEmpty()) {
            throw new UsageException("no question is left to be asked, learn from fewer");
        }
        Locale language = options.language().orElseGet(() -> detected(articles));
        return new AskedArticles(language, articles, phrasings, asked);
    }

    private static void learn(Map<String, List<String>> phrasings, LabeledText line) {
        List<String> learned = phrasings.computeIfAbsent(ids(line).iterator().next(), id -> new ArrayList<>());
        if (learned.size() < SearchableText.MAX_PHRASINGS) {
            learned.add(ArticleLines.cut(line.text(), SearchableText.MAX_PHRASING));
        }
    }

    private static Locale detected(Map<String, SearchableText> articles) {
        String all = articles.values().stream()
                .map(text -> text.title() + "\n" + text.body())
                .collect(Collectors.joining("\n"));
        return LanguageDetector.byCommonWords()
                .detect(ArticleLines.cut(all, ENOUGH_TO_DETECT))
                .orElse(Locale.ROOT);
    }

    /** The ids of the articles that answer a question. */
    static Set<String> ids(LabeledText question) {
        return new LinkedHashSet<>(List.of(question.label().split(",", -1)));
    }

    /** Those of them that are there. */
    Set<String> known(LabeledText question) {
        return ids(question).stream().filter(articles::containsKey).collect(Collectors.toSet());
    }

    int learned() {
        return phrasings.values().stream().mapToInt(List::size).sum();
    }

    Shelved shelved(Set<String> without) {
        return new Shelved(language, articles, phrasings, without);
    }
}
