package dev.svar.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Ranks articles that seem to answer a question almost equally well by what came of them. Pure.
 *
 * <p>The standing of an article is how often it answered over how often that was due ({@link QuestionCredits}), compared with
 * all articles of the list together and with {@value #PRIOR} questions added that went for it as for those: so an article of
 * which nothing is known stands where it stood, and few questions move it little. By its standing the odds that it answers
 * are raised or lowered, by the square root of two at most: an article passes only those whose odds are at most twice as high.
 */
public final class ArticleStandings {
    /** So many questions are as good as nothing. */
    static final double PRIOR = 20;

    /** What is expected if nothing is known: that one of a list answers as often as one is looked at. */
    private static final double USUAL = 1;

    private static final double MOST = Math.log(2) / 2;
    private static final double LEAST = 0.001;

    private ArticleStandings() {}

    /**
     * Ranks.
     *
     * @param <T> what is ranked
     * @param found what was found, the likeliest first
     * @param article which article it is
     * @param confidence how likely it answers, from 0 to 1
     * @param credits what came of the articles; of those that are not in it nothing is known
     * @return the same in the order in which it is shown; as it was found if nothing is known
     */
    public static <T> List<T> ranked(
            List<T> found,
            Function<T, ArticleId> article,
            ToDoubleFunction<T> confidence,
            Map<ArticleId, ArticleCredit> credits) {
        List<ArticleCredit> known = found.stream()
                .map(one -> credits.getOrDefault(article.apply(one), ArticleCredit.NONE))
                .toList();
        double rate = rate(known.stream().reduce(ArticleCredit.NONE, ArticleCredit::plus), USUAL, 1);
        List<Ranked<T>> all = new ArrayList<>();
        double odds = Double.POSITIVE_INFINITY;
        for (int i = 0; i < found.size(); i++) {
            // Never above the one before: the order in which they were found counts, whatever they are sure of.
            odds = Math.min(odds, odds(confidence.applyAsDouble(found.get(i))));
            all.add(new Ranked<>(found.get(i), odds + standing(known.get(i), rate)));
        }
        all.sort(Comparator.comparingDouble((Ranked<T> one) -> one.odds).reversed());
        return all.stream().map(one -> one.found).toList();
    }

    private record Ranked<T>(T found, double odds) {}

    private static double standing(ArticleCredit credit, double rate) {
        if (credit.equals(ArticleCredit.NONE)) {
            return 0;
        }
        double standing = Math.log(rate(credit, rate, PRIOR) / rate);
        return Math.max(-MOST, Math.min(MOST, standing));
    }

    /** How often it answered when it was due, with some questions added. */
    private static double rate(ArticleCredit credit, double added, double questions) {
        double earned = Math.max(0, credit.earned()) / (double) ArticleCredit.QUESTION;
        double due = Math.max(0, credit.due()) / (double) ArticleCredit.QUESTION;
        return (earned + questions * added) / (due + questions);
    }

    /** As a logarithm. */
    private static double odds(double confidence) {
        double sure = confidence > LEAST ? Math.min(1 - LEAST, confidence) : LEAST;
        return Math.log(sure / (1 - sure));
    }
}
