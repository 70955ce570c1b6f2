package dev.svar.knowledge;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Two articles whose texts seem to answer any question, and customers who look at the first far more often: they go down the
 * list, open what they look at half of the time, and stop at what answers. Who found nothing asks, every other time.
 */
final class ShelfOfTwo {
    static final ArticleId FIRST = new ArticleId(new UUID(0, 1));
    static final ArticleId SECOND = new ArticleId(new UUID(0, 2));
    private static final double OPENS = 0.5;
    private static final double ASKS = 0.5;

    private final Random random;
    private final double looksOn;
    private final Map<ArticleId, Double> answers;
    private final Map<ArticleId, ArticleCredit> credits = new HashMap<>();
    private Suggestion question = question(0);
    private int asked;

    /** How often people look at the second place, and how often each answers who opens it. */
    ShelfOfTwo(long seed, double looksOn, double firstAnswers, double secondAnswers) {
        this.random = new Random(seed);
        this.looksOn = looksOn;
        this.answers = Map.of(FIRST, firstAnswers, SECOND, secondAnswers);
    }

    private static Suggestion question(int number) {
        SuggestionId id = new SuggestionId(new UUID(1, number));
        return Suggestion.begin(id, TenantId.DEFAULT, Optional.empty(), Instant.EPOCH);
    }

    /** So many questions, for which the texts seem that good; how often the second article was the first of the list. */
    int asked(int questions, double first, double second) {
        int climbed = 0;
        for (int i = 0; i < questions; i++) {
            List<ShownArticle> list = ArticleStandings.ranked(
                    List.of(ShownArticle.of(FIRST, first), ShownArticle.of(SECOND, second)),
                    ShownArticle::article,
                    one -> one.chance() / 1000.0,
                    credits);
            climbed += list.get(0).article().equals(SECOND) ? 1 : 0;
            question = question(++asked).asked("my card", Optional.empty(), Optional.empty(), list);
            if (!helped(list) && random.nextDouble() < ASKS) {
                change(q -> q.askedAllTheSame(new TicketId(new UUID(2, 0)), new ContactId(new UUID(3, 0))));
            }
        }
        return climbed;
    }

    private boolean helped(List<ShownArticle> list) {
        for (int place = 0; place < list.size(); place++) {
            ArticleId article = list.get(place).article();
            boolean looks = place == 0 || random.nextDouble() < looksOn;
            if (looks && random.nextDouble() < OPENS) {
                change(q -> q.opened(article));
                if (random.nextDouble() < answers.getOrDefault(article, 0.0)) {
                    change(q -> q.solved(article, Optional.empty()));
                    return true;
                }
            }
        }
        return false;
    }

    private void change(UnaryOperator<Suggestion> change) {
        Suggestion after = change.apply(question);
        QuestionCredits.between(question, after).forEach(this::add);
        question = after;
    }

    /** As a store does. */
    private void add(ArticleId article, ArticleCredit more) {
        ArticleCredit before = of(article);
        boolean full = before.due() + more.due() > ArticleCredit.MAX_DUE;
        credits.put(article, (full ? before.half() : before).plus(more));
    }

    ArticleCredit of(ArticleId article) {
        return credits.getOrDefault(article, ArticleCredit.NONE);
    }

    double rate(ArticleId article) {
        return (double) of(article).earned() / of(article).due();
    }
}
