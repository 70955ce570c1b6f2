package dev.svar.search;

import static dev.svar.search.Library.TENANT;
import static dev.svar.search.Library.article;
import static dev.svar.search.Library.asked;
import static dev.svar.search.Library.ids;
import static dev.svar.search.Library.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.SearchableArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What customers' words for one article do to it, and do not do to the others. */
final class LearnedPhrasingsTest {
    private static final String[] OF_THE_PASSWORD = {
        "how can I close the window for a new password",
        "the password of my account is wrong",
        "please stop asking me for a password",
        "can I end a session without my password",
        "a customer wants to change what he signs in with",
        "password for the account of a colleague",
        "how do I close the password form",
        "I want to delete an old password",
        "for good, a password that never ends",
        "account locked, password forgotten"
    };

    private final LuceneArticleIndex index = LuceneArticleIndex.inMemory();

    @AfterEach
    void close() {
        index.close();
    }

    private List<String> found(String text) {
        return ids(index.find(asked(text).atMost(3, 0)));
    }

    private static SearchableArticle password(String... phrasings) {
        return article("password", Locale.ENGLISH, "Resetting a password", "We send a link by mail.", phrasings);
    }

    private static SearchableArticle leaving() {
        return article("leaving", Locale.ENGLISH, "Ending a contract", "Close your account under Settings.");
    }

    @Test
    void an_article_is_found_by_the_words_in_which_it_was_asked_for() {
        put(index, TENANT, List.of(password("I am locked out since this morning"), leaving()));

        assertThat(found("locked out this morning, settings?")).first().isEqualTo("password");
    }

    @Test
    void words_scattered_over_its_phrasings_do_not_make_an_article_the_answer_to_everything() {
        List<SearchableArticle> articles = new ArrayList<>(Library.ENGLISH);
        articles.replaceAll(article -> article.id().equals("password") ? password(OF_THE_PASSWORD) : article);
        put(index, TENANT, articles);

        assertThat(found("please can you delete an account of a customer for good"))
                .first()
                .isEqualTo("delete");
        assertThat(found("account locked and the password forgotten")).first().isEqualTo("password");
    }

    @Test
    void an_article_that_nobody_asked_for_yet_is_found_among_many_that_were() {
        List<SearchableArticle> articles = new ArrayList<>(List.of(leaving()));
        for (int i = 0; i < 60; i++) {
            articles.add(article(
                    "taught " + i,
                    Locale.ENGLISH,
                    "Module " + i,
                    "Nothing.",
                    "how to end module " + i + " of a contract",
                    "module " + i + " and its contract is ending",
                    "ending a contract with module " + i,
                    "a contract ending without module " + i));
        }
        put(index, TENANT, articles);

        assertThat(found("ending a contract")).first().isEqualTo("leaving");
    }

    @Test
    void an_article_that_only_its_phrasings_tell_of_is_found_among_many_whose_texts_have_some_of_the_words() {
        List<SearchableArticle> articles = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(i -> articles.add(article(
                        "text " + i, Locale.ENGLISH, "The morning report " + i, "Out every morning, locked at noon.")));
        articles.add(password("locked out since this morning"));
        put(index, TENANT, articles);

        assertThat(found("I am locked out since this morning")).first().isEqualTo("password");
    }

    @Test
    void phrasings_without_a_word_say_nothing() {
        String[] signs = IntStream.range(0, 19).mapToObj(i -> "?!").toArray(String[]::new);
        put(index, TENANT, List.of(password(), leaving()));
        double without = sureness("resetting a password");
        put(index, TENANT, List.of(password(signs)));

        assertThat(sureness("resetting a password")).isEqualTo(without);
    }

    @Test
    void an_article_without_a_title_is_found_by_a_phrasing_as_by_a_title() {
        put(
                index,
                TENANT,
                List.of(article("untitled", Locale.ENGLISH, "", "Nothing.", "printer is jammed"), leaving()));
        double byPhrasing = sureness("printer is jammed");
        put(index, TENANT, List.of(article("untitled", Locale.ENGLISH, "printer is jammed", "Nothing.")));

        assertThat(byPhrasing).isCloseTo(sureness("printer is jammed"), within(0.1));
    }

    @Test
    void the_very_words_of_one_phrasing_count_among_many_long_ones() {
        List<SearchableArticle> articles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            articles.add(article("short " + i, Locale.ENGLISH, "Part " + i, "Nothing.", "new password part" + i));
            articles.add(article("body " + i, Locale.ENGLISH, "Item " + i, "A new one came."));
        }
        String[] phrasings = IntStream.range(0, 20)
                .mapToObj(i -> i == 7 ? "new password never came" : ("other" + i + " words ").repeat(30))
                .toArray(String[]::new);
        articles.add(article("popular", Locale.ENGLISH, "Signing in", "Nothing.", phrasings));
        put(index, TENANT, articles);

        assertThat(found("new password never came")).first().isEqualTo("popular");
    }

    @Test
    void of_untitled_articles_too_a_short_phrasing_fits_better_than_a_long_one_with_the_same_words() {
        List<SearchableArticle> articles = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            articles.add(article("other " + i, Locale.ENGLISH, "", "Nothing.", "something about part" + i));
        }
        articles.add(article("short", Locale.ENGLISH, "", "Nothing.", "printer broken"));
        articles.add(article("long", Locale.ENGLISH, "", "Nothing.", "printer " + "and more ".repeat(16) + "broken"));
        put(index, TENANT, articles);

        List<ArticleHit> hits = index.find(asked("printer broken").atMost(2, 0));
        assertThat(ids(hits)).containsExactly("short", "long");
        assertThat(hits.get(1).confidence()).isLessThan(0.5);
    }

    private double sureness(String text) {
        return index.find(asked(text).atMost(1, 0)).get(0).confidence();
    }
}
