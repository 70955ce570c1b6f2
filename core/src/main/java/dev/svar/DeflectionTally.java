package dev.svar;

import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.Suggestion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what came of questions for which articles were suggested. Not safe for use by several threads. */
final class DeflectionTally {
    private final Map<ArticleId, ArticleDeflection> articles = new HashMap<>();
    private long questions;
    private long shown;
    private long opened;
    private long solved;
    private long askedAllTheSame;
    private long askedWithoutAny;

    void add(Suggestion question) {
        questions++;
        shown += question.shown().isEmpty() ? 0 : 1;
        opened += question.opened().isEmpty() ? 0 : 1;
        solved += question.solvedBy().isPresent() ? 1 : 0;
        boolean asked = question.ticket().isPresent();
        askedAllTheSame += asked && !question.shown().isEmpty() ? 1 : 0;
        askedWithoutAny += asked && question.shown().isEmpty() ? 1 : 0;
        question.shown().forEach(article -> add(question, article));
    }

    private void add(Suggestion question, ArticleId article) {
        ArticleDeflection before = articles.getOrDefault(article, new ArticleDeflection(article, 0, 0, 0, 0, 0, 0));
        boolean wasOpened = question.opened().contains(article);
        Optional<Boolean> vote = Optional.ofNullable(question.votes().get(article));
        articles.put(
                article,
                new ArticleDeflection(
                        article,
                        before.shown() + 1,
                        before.opened() + (wasOpened ? 1 : 0),
                        before.solved()
                                + (question.solvedBy().filter(article::equals).isPresent() ? 1 : 0),
                        before.askedAllTheSame()
                                + (wasOpened && question.ticket().isPresent() ? 1 : 0),
                        before.helpful() + (vote.filter(helped -> helped).isPresent() ? 1 : 0),
                        before.unhelpful() + (vote.filter(helped -> !helped).isPresent() ? 1 : 0)));
    }

    DeflectionReport report(boolean complete) {
        List<ArticleDeflection> sorted = articles.values().stream()
                .sorted(Comparator.comparingLong(ArticleDeflection::solved)
                        .thenComparing(ArticleDeflection::shown)
                        .reversed()
                        .thenComparing(article -> article.article().toString()))
                .toList();
        return new DeflectionReport(
                questions, shown, opened, solved, askedAllTheSame, askedWithoutAny, sorted, complete);
    }
}
