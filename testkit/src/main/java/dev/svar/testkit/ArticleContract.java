package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Phrasings;
import dev.svar.knowledge.Suggestion;
import dev.svar.store.ArticleChange;
import dev.svar.store.CommitResult;
import dev.svar.store.PhrasingsChange;
import dev.svar.store.SuggestionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract of stores about articles. */
abstract class ArticleContract extends SuggestionContract {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");
    private static final Comparator<Article> LATEST_FIRST = Comparator.comparing(Article::updatedAt)
            .thenComparing((Article article) -> article.id().toString())
            .reversed();

    /** For subclasses. */
    ArticleContract() {}

    private Article stored(ArticleState state, String section, Instant at) {
        Article article = samples.article(state, section, at);
        mustCommit(samples.changes().article(ArticleChange.put(0, article)));
        return article;
    }

    private static Article next(Article before, ArticleState state) {
        return new Article(
                before.id(),
                before.tenant(),
                before.version() + 1,
                state,
                before.audience(),
                before.section(),
                Set.of(),
                before.facts(),
                before.texts().subList(before.texts().size() - 1, before.texts().size()),
                Optional.empty(),
                before.reviewAt(),
                new AgentId("ola"),
                before.createdAt(),
                before.updatedAt().plusSeconds(600));
    }

    private Article moved(Article before, ArticleState state) {
        Article after = next(before, state);
        mustCommit(samples.changes().article(ArticleChange.put(before.version(), after)));
        return after;
    }

    private void erase(Article article) {
        mustCommit(samples.changes()
                .article(new ArticleChange(article.version(), next(article, ArticleState.RETIRED), true)));
    }

    private Phrasings learned(Phrasings before, String words) {
        Phrasings after = before.learned(BOKMAL, words, Optional.of(new ContactId(UUID.randomUUID())), NOW);
        mustCommit(samples.changes().phrasings(new PhrasingsChange(before.version(), after)));
        return after;
    }

    @Test
    final void an_article_comes_back_as_it_was_stored_with_all_that_it_was() {
        Article first = stored(ArticleState.DRAFT, "billing «Ås» 🙂", NOW);
        assertThat(store.article(tenant, first.id())).contains(first);
        Article second = moved(first, ArticleState.PUBLISHED);
        Article third = moved(second, ArticleState.RETIRED);

        assertThat(store.article(tenant, first.id())).contains(third);
        assertThat(store.articleVersions(tenant, first.id(), Long.MAX_VALUE, 2)).containsExactly(third, second);
        assertThat(store.articleVersions(tenant, first.id(), 2, 10)).containsExactly(first);
        assertThat(store.article(tenant, new ArticleId(UUID.randomUUID()))).isEmpty();
        assertThat(store.articleVersions(tenant, new ArticleId(UUID.randomUUID()), 9, 9))
                .isEmpty();
    }

    @Test
    final void an_article_changes_only_at_its_expected_version_and_is_new_only_once() {
        Article first = stored(ArticleState.DRAFT, "billing", NOW);
        Article second = moved(first, ArticleState.PUBLISHED);
        Article gone = stored(ArticleState.DRAFT, "billing", NOW);
        erase(gone);
        Article unknown = samples.article(ArticleState.DRAFT, "billing", NOW);
        for (ArticleChange late : List.of(
                ArticleChange.put(1, next(first, ArticleState.RETIRED)),
                ArticleChange.put(0, first),
                ArticleChange.put(1, next(unknown, ArticleState.RETIRED)),
                new ArticleChange(1, next(first, ArticleState.RETIRED), true),
                ArticleChange.put(0, gone),
                ArticleChange.put(2, next(next(gone, ArticleState.DRAFT), ArticleState.DRAFT)),
                new ArticleChange(2, next(next(gone, ArticleState.DRAFT), ArticleState.DRAFT), true))) {
            Article beside = samples.article(ArticleState.DRAFT, "billing", NOW);
            assertThat(store.commit(samples.changes()
                            .article(ArticleChange.put(0, beside))
                            .article(late)
                            .build()))
                    .as(late.toString())
                    .isEqualTo(CommitResult.STALE);
            assertThat(store.article(tenant, beside.id())).isEmpty();
        }

        assertThat(store.article(tenant, first.id())).contains(second);
        assertThat(store.articleVersions(tenant, first.id(), 9, 9)).containsExactly(second, first);
    }

    @Test
    final void articles_of_a_state_and_a_section_are_listed_what_changed_last_first_page_by_page() {
        List<Article> billing = new ArrayList<>();
        List<Article> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            billing.add(stored(ArticleState.PUBLISHED, "billing", NOW.plusSeconds(i / 3)));
            all.add(stored(ArticleState.PUBLISHED, "billing/cards", NOW.plusSeconds(i / 3)));
        }
        Article retired = moved(billing.remove(4), ArticleState.RETIRED);
        erase(billing.remove(4));
        stored(ArticleState.DRAFT, "billing", NOW);
        billing.set(0, moved(billing.get(0), ArticleState.PUBLISHED));
        all.addAll(billing);
        all.sort(LATEST_FIRST);
        billing.sort(LATEST_FIRST);

        assertThat(listed(Optional.of("billing"), 4)).isEqualTo(billing);
        assertThat(listed(Optional.empty(), 5)).isEqualTo(all);
        assertThat(store.articles(tenant, ArticleState.RETIRED, Optional.empty(), Optional.empty(), 9))
                .containsExactly(retired);
    }

    private List<Article> listed(Optional<String> section, int limit) {
        List<Article> all = new ArrayList<>();
        List<Article> page = store.articles(tenant, ArticleState.PUBLISHED, section, Optional.empty(), limit);
        while (!page.isEmpty() && all.size() < 50) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            Optional<Article> last = Optional.of(all.get(all.size() - 1));
            page = store.articles(tenant, ArticleState.PUBLISHED, section, last, limit);
        }
        return all;
    }

    @Test
    final void articles_are_to_be_looked_at_when_their_time_has_come_unless_they_are_retired() {
        Article second = stored(ArticleState.PUBLISHED, "billing", NOW.plusSeconds(1));
        Article first = stored(ArticleState.DRAFT, "billing", NOW);
        Article third = stored(ArticleState.IN_REVIEW, "billing", NOW.plusSeconds(2));
        stored(ArticleState.RETIRED, "billing", NOW);
        erase(stored(ArticleState.PUBLISHED, "billing", NOW));
        stored(ArticleState.PUBLISHED, "billing", NOW.plusSeconds(3));
        Instant now = NOW.plusSeconds(62);

        assertThat(store.articlesToReview(tenant, now, Optional.empty(), 2)).containsExactly(first, second);
        assertThat(store.articlesToReview(tenant, now, Optional.of(second), 2)).containsExactly(third);
        assertThat(store.articlesToReview(tenant, NOW.plusSeconds(59), Optional.empty(), 2))
                .isEmpty();
    }

    @Test
    final void each_article_is_among_the_changes_once_where_it_changed_last() {
        assertThat(store.changedArticles(tenant, 0, 9)).isEmpty();
        Article first = stored(ArticleState.PUBLISHED, "billing", NOW);
        Article second = stored(ArticleState.PUBLISHED, "billing", NOW);
        Article third = stored(ArticleState.PUBLISHED, "billing", NOW);
        List<ChangedArticle> before = store.changedArticles(tenant, 0, 9);
        assertThat(before).extracting(ChangedArticle::id).containsExactly(first.id(), second.id(), third.id());
        assertThat(before.get(0).place()).isPositive();
        Phrasings phrasings = learned(Phrasings.none(first.id()), "hvor er «kortet» 🙂");
        Article retired = moved(third, ArticleState.RETIRED);
        erase(second);

        List<ChangedArticle> page = store.changedArticles(tenant, before.get(2).place(), 2);
        List<ChangedArticle> rest = store.changedArticles(tenant, page.get(1).place(), 2);
        assertThat(page.get(0)).isEqualTo(changed(page.get(0), Optional.of(first), phrasings));
        assertThat(page.get(1)).isEqualTo(changed(page.get(1), Optional.of(retired), Phrasings.none(third.id())));
        assertThat(rest).containsExactly(changed(rest.get(0), Optional.empty(), Phrasings.none(second.id())));
        assertThat(store.changedArticles(tenant, 0, 9)).hasSize(3);
        assertThat(store.changedArticles(tenant, rest.get(0).place(), 9)).isEmpty();
    }

    private static ChangedArticle changed(ChangedArticle at, Optional<Article> article, Phrasings phrasings) {
        return new ChangedArticle(at.place(), phrasings.article(), article, phrasings);
    }

    @Test
    final void whoever_reads_the_changes_while_many_store_them_misses_none() throws Exception {
        int each = 10;
        AtomicInteger storing = new AtomicInteger(THREADS);
        List<List<ArticleId>> ids = Race.of(THREADS + 1, i -> {
            List<ArticleId> mine = new ArrayList<>();
            if (i == THREADS) {
                long place = 0;
                boolean last = false;
                while (!last) {
                    last = storing.get() == 0;
                    for (ChangedArticle changed : store.changedArticles(tenant, place, 1000)) {
                        mine.add(changed.id());
                        place = changed.place();
                    }
                }
                return mine;
            }
            try {
                for (int n = 0; n < each; n++) {
                    mine.add(stored(ArticleState.PUBLISHED, "billing", NOW).id());
                }
            } finally {
                storing.decrementAndGet();
            }
            return mine;
        });

        List<ArticleId> seen = ids.remove(THREADS);
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().flatMap(List::stream).toList());
    }

    @Test
    final void phrasings_change_only_at_their_version_and_for_an_article_that_is_there() {
        Article article = stored(ArticleState.PUBLISHED, "billing", NOW);
        Phrasings none = Phrasings.none(article.id());
        assertThat(store.phrasings(tenant, article.id())).isEqualTo(none);
        Phrasings first = learned(none, "kortet virker ikke \u0000");
        Phrasings second = learned(first, "Visa?");
        moved(article, ArticleState.RETIRED);
        assertThat(store.phrasings(tenant, article.id())).isEqualTo(second);

        ArticleId unknown = new ArticleId(UUID.randomUUID());
        for (PhrasingsChange late : List.of(
                new PhrasingsChange(1, first.learned(BOKMAL, "other", Optional.empty(), NOW)),
                new PhrasingsChange(0, none.learned(BOKMAL, "other", Optional.empty(), NOW)),
                new PhrasingsChange(0, Phrasings.none(unknown).learned(BOKMAL, "other", Optional.empty(), NOW)))) {
            assertThat(store.commit(samples.changes().phrasings(late).build())).isEqualTo(CommitResult.STALE);
        }
        assertThat(store.phrasings(tenant, article.id())).isEqualTo(second);
    }

    @Test
    final void of_an_article_that_is_erased_nothing_is_left() {
        Article article = stored(ArticleState.PUBLISHED, "billing", NOW);
        Phrasings phrasings = learned(Phrasings.none(article.id()), "kortet virker ikke");
        store.countArticle(tenant, article.id(), ArticleCount.VIEW);
        erase(article);

        assertThat(store.article(tenant, article.id())).isEmpty();
        assertThat(store.articleVersions(tenant, article.id(), 9, 9)).isEmpty();
        assertThat(store.phrasings(tenant, article.id())).isEqualTo(Phrasings.none(article.id()));
        assertThat(store.articleCounts(tenant, Set.of(article.id()))).isEmpty();
        Phrasings more = phrasings.learned(BOKMAL, "other", Optional.empty(), NOW);
        for (long expected : List.of(0L, 1L)) {
            assertThat(store.commit(samples.changes()
                            .phrasings(new PhrasingsChange(expected, more))
                            .build()))
                    .isEqualTo(CommitResult.STALE);
        }
    }

    @Test
    final void what_many_count_at_once_is_all_counted() throws Exception {
        ArticleId article = new ArticleId(UUID.randomUUID());
        ArticleId other = new ArticleId(UUID.randomUUID());
        Race.of(THREADS, i -> {
            for (int n = 0; n < 12; n++) {
                store.countArticle(tenant, article, ArticleCount.values()[n % 3]);
            }
            return i;
        });
        store.countArticle(tenant, article, ArticleCount.VIEW);

        assertThat(store.articleCounts(tenant, Set.of(article, other)))
                .isEqualTo(Map.of(article, new ArticleCounts(4L * THREADS + 1, 4L * THREADS, 4L * THREADS)));
        assertThat(store.articleCounts(tenant, Set.of())).isEmpty();
    }

    private void credit(ArticleId article, long earned, long due) {
        mustCommit(samples.changes().credit(article, new ArticleCredit(earned, due)));
    }

    private ArticleCredit credit(ArticleId article) {
        return store.articleCounts(tenant, Set.of(article))
                .getOrDefault(article, ArticleCounts.NONE)
                .credit();
    }

    @Test
    final void what_articles_are_credited_with_is_added_up_with_what_a_commit_stores_or_not_at_all() throws Exception {
        ArticleId article = new ArticleId(UUID.randomUUID());
        ArticleId other = new ArticleId(UUID.randomUUID());
        store.countArticle(tenant, article, ArticleCount.VIEW);
        Race.of(THREADS, i -> {
            for (int n = 0; n < 6; n++) {
                mustCommit(samples.changes()
                        .credit(article, new ArticleCredit(n % 2 == 0 ? 500 : -200, 300))
                        .credit(other, new ArticleCredit(0, 700)));
            }
            return i;
        });
        Suggestion question = samples.suggestion(new ContactId(UUID.randomUUID()), NOW);
        mustCommit(samples.changes()
                .suggestion(new SuggestionChange(0, question))
                .credit(article, new ArticleCredit(1, 1)));
        assertThat(store.commit(samples.changes()
                        .suggestion(new SuggestionChange(0, question))
                        .credit(article, new ArticleCredit(1, 1))
                        .build()))
                .isEqualTo(CommitResult.STALE);

        assertThat(store.articleCounts(tenant, Set.of(article, other)))
                .isEqualTo(Map.of(
                        article,
                        new ArticleCounts(1, 0, 0, new ArticleCredit(900L * THREADS + 1, 1800L * THREADS + 1)),
                        other,
                        new ArticleCounts(0, 0, 0, new ArticleCredit(0, 4200L * THREADS))));
    }

    @Test
    final void what_an_article_was_credited_with_long_ago_counts_ever_less() {
        ArticleId article = new ArticleId(UUID.randomUUID());
        int each = (int) (ArticleCredit.MAX_DUE / 100);
        for (int i = 0; i < 100; i++) {
            credit(article, each, each);
        }
        for (int i = 0; i < 300; i++) {
            credit(article, 0, each);
        }

        ArticleCredit kept = credit(article);
        assertThat(kept.due()).isBetween(ArticleCredit.MAX_DUE / 3, ArticleCredit.MAX_DUE);
        assertThat(kept.earned()).isBetween(0L, kept.due() / 3);
    }

    @Test
    final void what_an_article_was_credited_with_is_nothing_once_it_says_something_else() {
        Article article = stored(ArticleState.PUBLISHED, "billing", NOW);
        Article other = stored(ArticleState.PUBLISHED, "billing", NOW);
        for (int i = 0; i < 20; i++) {
            credit(article.id(), 500, 700);
        }
        credit(other.id(), 500, 700);
        store.countArticle(tenant, article.id(), ArticleCount.VIEW);
        Article same = moved(article, ArticleState.PUBLISHED);
        assertThat(credit(article.id())).isEqualTo(new ArticleCredit(10_000, 14_000));
        Article after = next(same, ArticleState.PUBLISHED);
        mustCommit(samples.changes().article(ArticleChange.rewritten(same.version(), after)));

        assertThat(store.article(tenant, article.id())).contains(after);
        assertThat(store.articleCounts(tenant, Set.of(article.id())))
                .isEqualTo(Map.of(article.id(), new ArticleCounts(1, 0, 0)));
        assertThat(credit(other.id())).isEqualTo(new ArticleCredit(500, 700));
    }

    @Test
    final void another_tenant_sees_no_article() {
        Article article = stored(ArticleState.PUBLISHED, "billing", NOW);
        learned(Phrasings.none(article.id()), "kortet virker ikke");
        store.countArticle(tenant, article.id(), ArticleCount.VIEW);
        TenantId other = new TenantId(tenant + "-2");

        assertThat(store.article(other, article.id())).isEmpty();
        assertThat(store.articleVersions(other, article.id(), 9, 9)).isEmpty();
        assertThat(store.articles(other, ArticleState.PUBLISHED, Optional.empty(), Optional.empty(), 9))
                .isEmpty();
        assertThat(store.articlesToReview(other, NOW.plusSeconds(900), Optional.empty(), 9))
                .isEmpty();
        assertThat(store.changedArticles(other, 0, 9)).isEmpty();
        assertThat(store.phrasings(other, article.id()).all()).isEmpty();
        assertThat(store.articleCounts(other, Set.of(article.id()))).isEmpty();
    }
}
