package dev.svar.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the command line of {@link EvaluateSuggestions} asks for.
 *
 * @param articles the file of articles
 * @param queries the file of questions
 * @param language the language of both, if it is said
 * @param predictions where the ranking of each question goes, if anywhere
 * @param phrasings a file of what customers asked whom an article helped, if there is one
 * @param learn how many questions of each article are learned from instead of asked
 */
record SuggestionOptions(
        Path articles,
        Path queries,
        Optional<Locale> language,
        Optional<Path> predictions,
        Optional<Path> phrasings,
        int learn) {
    private static final int MAX_LEARN = 20;

    static SuggestionOptions parse(String... arguments) {
        List<Path> files = new ArrayList<>();
        Optional<Locale> language = Optional.empty();
        Optional<Path> predictions = Optional.empty();
        Optional<Path> phrasings = Optional.empty();
        int learn = 0;
        for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (!argument.startsWith("--")) {
                files.add(Path.of(argument));
                continue;
            }
            if (!rest.hasNext()) {
                throw usage();
            }
            String value = rest.next();
            switch (argument) {
                case "--language" -> language = Optional.of(Locale.forLanguageTag(value));
                case "--predictions" -> predictions = Optional.of(Path.of(value));
                case "--phrasings" -> phrasings = Optional.of(Path.of(value));
                case "--learn" -> learn = count(value);
                default -> throw usage();
            }
        }
        if (files.size() != 2) {
            throw usage();
        }
        return new SuggestionOptions(files.get(0), files.get(1), language, predictions, phrasings, learn);
    }

    private static int count(String value) {
        if (!value.matches("\\d{1,2}") || Integer.parseInt(value) > MAX_LEARN) {
            throw new UsageException("--learn takes a number from 0 to " + MAX_LEARN);
        }
        return Integer.parseInt(value);
    }

    private static UsageException usage() {
        return new UsageException(
                "the arguments are ARTICLES.jsonl QUERIES.tsv [--language CODE] [--predictions OUT.tsv]"
                        + " [--phrasings PHRASINGS.tsv] [--learn N], articles {\"id\",\"title\",\"body\"} a line, queries and"
                        + " phrasings with lines id[,id…]<TAB>text");
    }
}
