package dev.svar.testkit;

import static dev.svar.testkit.Broken.accepting;
import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.assertNoticedAmongOthers;
import static dev.svar.testkit.Broken.committing;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Suggestion;
import dev.svar.store.ArticleChange;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract notices stores that do not keep articles, or what came of suggesting them, as they should. */
final class StoreContractNoticesArticlesTest {
    private static final String COMES_BACK = "an_article_comes_back_as_it_was_stored_with_all_that_it_was";
    private static final String AT_ITS_VERSION = "an_article_changes_only_at_its_expected_version_and_is_new_only_once";
    private static final String LISTED =
            "articles_of_a_state_and_a_section_are_listed_what_changed_last_first_page_by_page";
    private static final String REVIEWED =
            "articles_are_to_be_looked_at_when_their_time_has_come_unless_they_are_retired";
    private static final String CHANGED = "each_article_is_among_the_changes_once_where_it_changed_last";
    private static final String MISSED = "whoever_reads_the_changes_while_many_store_them_misses_none";
    private static final String PHRASED = "phrasings_change_only_at_their_version_and_for_an_article_that_is_there";
    private static final String ERASED = "of_an_article_that_is_erased_nothing_is_left";
    private static final String COUNTED = "what_many_count_at_once_is_all_counted";
    private static final String CREDITED =
            "what_articles_are_credited_with_is_added_up_with_what_a_commit_stores_or_not_at_all";
    private static final String FADED = "what_an_article_was_credited_with_long_ago_counts_ever_less";
    private static final String REWRITTEN = "what_an_article_was_credited_with_is_nothing_once_it_says_something_else";
    private static final String SUGGESTED =
            "a_suggestion_comes_back_as_it_was_stored_and_changes_only_at_its_expected_version";
    private static final String ASKED = "suggestions_of_a_time_are_listed_as_they_were_asked_page_by_page";
    private static final String FORGOTTEN = "what_somebody_asked_is_found_until_it_is_forgotten";
    private static final String DROPPED = "old_suggestions_are_dropped_the_oldest_first_so_many_at_a_time";

    @Test
    void an_article_without_its_tags() throws Exception {
        assertNoticed(
                committing(parts -> parts.articles.replaceAll(
                        c -> new ArticleChange(c.expectedVersion(), untagged(c.after()), c.erased(), c.rewritten()))),
                COMES_BACK,
                AT_ITS_VERSION,
                LISTED,
                REVIEWED,
                CHANGED);
    }

    private static Article untagged(Article article) {
        return article.in(article.section(), Set.of());
    }

    @Test
    void an_article_that_moves_from_any_version() throws Exception {
        assertNoticed(accepting(CommitResult.STALE, parts -> parts.articles.clear()), AT_ITS_VERSION);
    }

    @Test
    void versions_of_which_only_the_last_is_kept() throws Exception {
        assertNoticed(
                Broken.<List<Article>>reading("articleVersions", all -> all.subList(0, Math.min(1, all.size()))),
                COMES_BACK,
                AT_ITS_VERSION);
    }

    @Test
    void articles_of_all_sections() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Article> articles(
                            TenantId tenant,
                            ArticleState state,
                            Optional<String> section,
                            Optional<Article> after,
                            int limit) {
                        return store.articles(tenant, state, Optional.empty(), after, limit);
                    }
                },
                LISTED);
    }

    @Test
    void articles_that_are_looked_at_before_their_time() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Article> articlesToReview(
                            TenantId tenant, Instant now, Optional<Article> after, int limit) {
                        return store.articlesToReview(tenant, now.plusSeconds(600), after, limit);
                    }
                },
                REVIEWED);
    }

    @Test
    void erased_articles_of_which_nobody_is_told() throws Exception {
        assertNoticed(
                Broken.<List<ChangedArticle>>reading(
                        "changedArticles",
                        all -> all.stream()
                                .filter(changed -> changed.article().isPresent())
                                .toList()),
                CHANGED);
    }

    @Test
    void erased_articles_that_stay() throws Exception {
        assertNoticed(
                committing(parts -> parts.articles.removeIf(ArticleChange::erased)),
                AT_ITS_VERSION,
                LISTED,
                REVIEWED,
                CHANGED,
                ERASED);
    }

    @Test
    void changes_that_are_seen_from_the_end() throws Exception {
        // Who reads beside many writers sees the wrong order only when a look finds two changes: no test can rely on
        // it.
        assertNoticedAmongOthers(Broken.<List<ChangedArticle>>reading("changedArticles", Broken::reversed), CHANGED);
    }

    @Test
    void changes_of_which_one_in_twenty_is_never_seen() throws Exception {
        assertNoticed(
                Broken.<List<ChangedArticle>>reading(
                        "changedArticles",
                        all -> all.stream()
                                .filter(changed -> changed.place() % 20 != 0)
                                .toList()),
                MISSED);
    }

    @Test
    void phrasings_that_are_not_kept_or_kept_from_any_version() throws Exception {
        assertNoticed(committing(parts -> parts.phrasings.clear()), CHANGED, PHRASED, ERASED);
        assertNoticed(accepting(CommitResult.STALE, parts -> parts.phrasings.clear()), PHRASED, ERASED);
    }

    @Test
    void counts_of_which_some_are_lost() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public void countArticle(TenantId tenant, ArticleId article, ArticleCount what) {
                        if (what != ArticleCount.HELPFUL) {
                            store.countArticle(tenant, article, what);
                        }
                    }
                },
                COUNTED);
    }

    @Test
    void credits_that_are_not_kept_or_kept_from_commits_that_are_refused() throws Exception {
        assertNoticed(committing(parts -> parts.credits.clear()), CREDITED, FADED, REWRITTEN);
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(changes);
                        if (result == CommitResult.STALE) {
                            Changes.Builder only = Changes.builder(changes.tenant());
                            changes.credits().forEach(only::credit);
                            store.commit(only.build());
                        }
                        return result;
                    }
                },
                CREDITED);
    }

    @Test
    void credits_that_count_for_ever() throws Exception {
        Map<ArticleId, ArticleCredit> all = new HashMap<>();
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        synchronized (all) {
                            changes.credits().forEach((article, more) -> all.merge(article, more, ArticleCredit::plus));
                        }
                        return store.commit(changes);
                    }

                    @Override
                    public Map<ArticleId, ArticleCounts> articleCounts(TenantId tenant, Set<ArticleId> articles) {
                        Map<ArticleId, ArticleCounts> counts = new HashMap<>(store.articleCounts(tenant, articles));
                        counts.replaceAll(
                                (article, counted) -> counted.with(all.getOrDefault(article, counted.credit())));
                        return counts;
                    }
                },
                CREDITED,
                FADED,
                REWRITTEN);
    }

    @Test
    void credits_that_stay_when_an_article_says_something_else() throws Exception {
        assertNoticed(
                committing(parts -> parts.articles.replaceAll(
                        c -> new ArticleChange(c.expectedVersion(), c.after(), c.erased(), false))),
                REWRITTEN);
    }

    @Test
    void suggestions_that_are_not_kept() throws Exception {
        assertNoticed(committing(parts -> parts.suggestions.clear()), SUGGESTED, ASKED, FORGOTTEN, DROPPED, CREDITED);
    }

    @Test
    void suggestions_that_change_from_any_version() throws Exception {
        assertNoticed(accepting(CommitResult.STALE, parts -> parts.suggestions.clear()), SUGGESTED, CREDITED);
    }

    @Test
    void suggestions_that_are_not_forgotten() throws Exception {
        assertNoticed(
                committing(parts -> parts.suggestions.removeIf(change -> change.expectedVersion() > 0)),
                SUGGESTED,
                FORGOTTEN);
    }

    @Test
    void suggestions_that_are_dropped_too_early_or_too_many_at_a_time_or_in_any_tenant() throws Exception {
        assertNoticed(dropping((store, tenant, before, limit) -> store.dropSuggestions(tenant, before, 9)), DROPPED);
        assertNoticed(
                dropping((store, tenant, before, limit) -> store.dropSuggestions(tenant, before.plusSeconds(1), limit)),
                DROPPED);
        assertNoticed(
                dropping((store, tenant, before, limit) ->
                        store.dropSuggestions(new TenantId(tenant.value().replaceAll("-2$", "")), before, limit)),
                DROPPED);
    }

    private interface Dropping {
        int drop(DeskStore store, TenantId tenant, Instant before, int limit);
    }

    private static Supplier<DeskStore> dropping(Dropping dropping) {
        return () -> new ForwardingStore() {
            @Override
            public int dropSuggestions(TenantId tenant, Instant before, int limit) {
                return dropping.drop(store, tenant, before, limit);
            }
        };
    }

    @Test
    void suggestions_of_any_time() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Suggestion> suggestions(
                            TenantId tenant, Instant from, Instant to, Optional<Suggestion> after, int limit) {
                        return store.suggestions(tenant, from, to.plusSeconds(60), after, limit);
                    }
                },
                ASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article",
                "articleVersions",
                "articles",
                "articlesToReview",
                "changedArticles",
                "phrasings",
                "articleCounts"
            })
    void a_wall_between_tenants_with_a_hole_for_articles(String lookUp) throws Exception {
        assertNoticed(Broken.leaking(lookUp), "another_tenant_sees_no_article");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suggestion", "suggestions", "suggestionsBy"})
    void a_wall_between_tenants_with_a_hole_for_suggestions(String lookUp) throws Exception {
        assertNoticed(Broken.leaking(lookUp), "another_tenant_sees_no_suggestion");
    }
}
