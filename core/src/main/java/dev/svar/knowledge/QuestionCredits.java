package dev.svar.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the articles that were shown for a question earn when something comes of it, and what was due to them. Pure.
 *
 * <p>An article is looked at when it is opened, said to have helped or not, or to have answered. That was due to each article of
 * the list, but for those that were looked at before, in proportion to how likely its text seemed to answer and to how likely
 * people get to its place: the second is four times less likely than the first, the third nine times. That is the
 * position-based model (Richardson, Dominowska and Ragno, "Predicting Clicks", WWW 2007) with a steep curve, because people go
 * down a list and stop at what answers (Craswell and others, "An Experimental Comparison of Click Position-Bias Models", WSDM
 * 2008): if the curve is steeper than people are, articles that are as good change places; if it is flatter, whatever is first
 * stays first. The measure is clicks over expected clicks (Zhang and Jones, "Comparing Click Logs and Editorial Labels for
 * Training Query Rewriting", WWW 2007), but that what is expected adds up to one for each look. So who only looks at the list
 * and goes says nothing about any article.
 */
public final class QuestionCredits {
    private static final int HALF = ArticleCredit.QUESTION / 2;

    private QuestionCredits() {}

    /**
     * Compares two states of a question. Whatever happens in whatever order, an article earns a question at most once. As long
     * as it was shown one article only, nothing is earned and nothing due: there is nothing beside it. What happened before another
     * one was shown counts from then on, and is compared with nothing.
     *
     * @param before the question as it was
     * @param after the same question later
     * @return what is to be added to what each article has; nothing for articles that are not in it
     */
    public static Map<ArticleId, ArticleCredit> between(Suggestion before, Suggestion after) {
        if (isAlone(after)) {
            return Map.of();
        }
        Map<ArticleId, ArticleCredit> credits = new HashMap<>();
        if (isAlone(before)) {
            lookedAt(after)
                    .forEach(article ->
                            add(credits, article, new ArticleCredit(earned(after, article), ArticleCredit.QUESTION)));
            return credits;
        }
        Set<ArticleId> seen = new HashSet<>(lookedAt(before));
        for (ArticleId article : lookedAt(after)) {
            add(credits, article, new ArticleCredit(earned(after, article) - earned(before, article), 0));
            if (seen.add(article)) {
                dues(after.latest(), seen, article).forEach((each, due) -> add(credits, each, due));
            }
        }
        credits.values().removeIf(ArticleCredit.NONE::equals);
        return credits;
    }

    private static boolean isAlone(Suggestion question) {
        return question.shown().size() < 2;
    }

    private static void add(Map<ArticleId, ArticleCredit> credits, ArticleId article, ArticleCredit credit) {
        credits.merge(article, credit, ArticleCredit::plus);
    }

    private static List<ArticleId> lookedAt(Suggestion question) {
        Stream<ArticleId> told = Stream.concat(question.votes().keySet().stream(), question.solvedBy().stream());
        return Stream.concat(question.opened().stream(), told).distinct().toList();
    }

    /** What nobody said anything about is worth half. */
    private static int earned(Suggestion question, ArticleId article) {
        if (question.solvedBy().filter(article::equals).isPresent()) {
            return ArticleCredit.QUESTION;
        }
        if (question.votes().containsKey(article)) {
            return Boolean.TRUE.equals(question.votes().get(article)) ? ArticleCredit.QUESTION : 0;
        }
        return question.isOver() || !question.opened().contains(article) ? 0 : HALF;
    }

    /** To whom it was due that somebody looked at an article. */
    private static Map<ArticleId, ArticleCredit> dues(List<ShownArticle> list, Set<ArticleId> seen, ArticleId article) {
        Map<ArticleId, Double> weights = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            ArticleId each = list.get(i).article();
            if (each.equals(article) || !seen.contains(each)) {
                weights.put(each, list.get(i).chance() / ((i + 1.0) * (i + 1.0)));
            }
        }
        if (!weights.containsKey(article)) {
            // It was shown before they typed on: there is nothing that it could be compared with.
            return Map.of(article, new ArticleCredit(0, ArticleCredit.QUESTION));
        }
        double all = weights.values().stream().mapToDouble(weight -> weight).sum();
        Map<ArticleId, ArticleCredit> dues = new HashMap<>();
        weights.forEach((each, weight) ->
                dues.put(each, new ArticleCredit(0, Math.round(ArticleCredit.QUESTION * weight / all))));
        return dues;
    }
}
