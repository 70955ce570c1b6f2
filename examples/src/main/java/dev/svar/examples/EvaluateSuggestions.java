package dev.svar.examples;

import dev.svar.error.SvarException;
import dev.svar.knowledge.ArticleQuestion;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Tells how well articles are found for questions whose answers are known, and how often nothing is shown where nothing fits. */
public final class EvaluateSuggestions {
    private static final int ROUNDS = 10;
    private static final double COVERAGE = 0.8;

    private EvaluateSuggestions() {}

    /**
     * Reads articles {@code {"id","title","body"}} and questions {@code id[,id…]<TAB>text}.
     *
     * @param arguments {@code ARTICLES.jsonl QUERIES.tsv [--language CODE] [--predictions OUT.tsv]
     *     [--phrasings PHRASINGS.tsv] [--learn N]}
     */
    public static void main(String... arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            evaluate(SuggestionOptions.parse(arguments), new Measures(out));
            return 0;
        } catch (UsageException | SvarException e) {
            err.println("error: " + e.getMessage());
            return 2;
        }
    }

    private static void evaluate(SuggestionOptions options, Measures measures) {
        AskedArticles asked = AskedArticles.read(options);
        String language = asked.language().toLanguageTag();
        measures.print("articles", "%d in %s, %d phrasings", asked.articles().size(), language, asked.learned());
        try (Shelved shelved = asked.shelved(Set.of())) {
            RankedQuestions ranked = RankedQuestions.of(asked, shelved);
            ranked.print(measures);
            options.predictions().ifPresent(ranked::write);
            Sureness sureness = Sureness.of(asked, shelved);
            sureness.print(measures, "usual sureness", ArticleQuestion.USUAL_SURENESS);
            sureness.print(measures, "at 80 % coverage", sureness.covering(COVERAGE));
            measures.print("question", "%.1f µs a text", microseconds(shelved, asked.asked()));
        }
    }

    /** In the fastest of some rounds, since other programs slow down one. */
    private static double microseconds(Shelved shelved, List<LabeledText> asked) {
        double fastest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            asked.forEach(question -> shelved.shown(question.text()));
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e3 / asked.size());
        }
        return fastest;
    }
}
