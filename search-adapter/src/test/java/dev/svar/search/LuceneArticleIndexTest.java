package dev.svar.search;

import static dev.svar.search.Library.NB;
import static dev.svar.search.Library.TENANT;
import static dev.svar.search.Library.article;
import static dev.svar.search.Library.asked;
import static dev.svar.search.Library.everything;
import static dev.svar.search.Library.ids;
import static dev.svar.search.Library.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LuceneArticleIndexTest {
    private final LuceneArticleIndex index = LuceneArticleIndex.inMemory();

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "how can I change a forgotten password, password",
        "download invoice as pdf, invoice",
        "export my contacts into a spreadsheet, export",
        "I want my account to be deleted, delete",
        "invite a colleague, team",
    })
    void the_article_that_answers_is_first(String text, String article) {
        put(index, TENANT, Library.ENGLISH);
        assertThat(ids(index.find(asked(text)))).first().isEqualTo(article);
    }

    @Test
    void a_hit_has_the_passage_that_answers() {
        put(index, TENANT, Library.ENGLISH);
        ArticleHit hit = index.find(asked("is an invoice marked when it is paid already?"))
                .get(0);
        assertThat(hit.passage()).isEqualTo("An invoice that is paid already is marked in green.");
        assertThat(hit.title()).isEqualTo("Where do I find my invoices?");
        assertThat(hit.language()).isEqualTo(Locale.ENGLISH);
        assertThat(hit.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"which dog food is best for puppies", "the train from Oslo is late", "my", "?!", "", "  \n "})
    void nothing_is_shown_where_nothing_answers(String text) {
        put(index, TENANT, Library.ENGLISH);
        assertThat(index.find(asked(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reset pasword, password",
        "reset my passwrod, password",
        "dowload invioces, invoice",
        "speadsheet, export"
    })
    void a_mistyped_word_is_understood(String text, String article) {
        put(index, TENANT, Library.ENGLISH);
        assertThat(ids(index.find(asked(text).atMost(1, 0)))).containsExactly(article);
    }

    @ParameterizedTest
    @CsvSource({"reset my passw, password", "where are inv, invoice", "export spre, export"})
    void a_word_that_is_only_begun_is_understood(String text, String article) {
        put(index, TENANT, Library.ENGLISH);
        assertThat(ids(index.find(asked(text).atMost(1, 0)))).containsExactly(article);
    }

    @ParameterizedTest
    @CsvSource({
        "nb, Glemt passord, Hvordan får jeg nye passordene mine?",
        "nn, Gløymt passord, Korleis får eg nye passord?",
        "sv, Glömt lösenord, Hur byter jag lösenorden?",
        "da, Glemt adgangskode, Hvordan skifter jeg adgangskoden?",
        "fi, Unohtunut salasana, Miten vaihdan salasanani?",
        "hu, Elfelejtett jelszó, Hogyan változtatom meg a jelszavamat?",
        "ru, Забытый пароль, Как сменить пароли?",
        "de, Vergessenes Passwort, Wie ändere ich meine Passwörter?",
        "en, Forgotten password, How do I change my passwords?",
        "nl, Wachtwoord vergeten, Hoe verander ik mijn wachtwoorden?",
        "cs, Zapomenuté heslo, Jak změním zapomenute heslo?",
    })
    void words_are_found_in_their_other_forms(String language, String title, String text) {
        Locale locale = Locale.forLanguageTag(language);
        put(index, article("other", locale, "Qqqq wwww", "Zzzz."), article("right", locale, title, "Xxxx."));
        List<ArticleHit> hits = index.find(everything(text).in(locale));
        assertThat(ids(hits)).first().isEqualTo("right");
    }

    @ParameterizedTest
    @CsvSource({
        "de, Rechnung herunterladen, Wo ist meine Monatsrechnung?",
        "nb, Bytte abonnement, Hva koster bedriftsabonnement?",
        "sv, Ladda ner faktura, Var finns månadsfakturan?",
        "fi, Laskun lataaminen, Missä on kuukausilasku?",
    })
    void a_part_of_a_compound_is_found(String language, String title, String text) {
        Locale locale = Locale.forLanguageTag(language);
        put(index, article("other", locale, "Qqqq wwww", "Zzzz."), article("right", locale, title, "Xxxx."));
        assertThat(ids(index.find(everything(text).in(locale)))).first().isEqualTo("right");
    }

    @Test
    void nothing_of_another_tenant_is_found() {
        TenantId other = new TenantId("other");
        put(index, other, Library.ENGLISH);
        put(index, article("mine", Locale.ENGLISH, "Something", "else"));
        assertThat(ids(index.find(everything("reset my password something")))).containsExactly("mine");
        assertThat(index.position(TENANT)).isEqualTo(1);
        assertThat(index.position(new TenantId("third"))).isZero();
    }

    @Test
    void what_another_tenant_writes_changes_no_confidence() {
        put(index, TENANT, Library.ENGLISH);
        double before = index.find(asked("reset my password")).get(0).confidence();
        put(index, new TenantId("other"), Library.ENGLISH);
        assertThat(index.find(asked("reset my password")).get(0).confidence()).isEqualTo(before);
    }

    @Test
    void nobody_finds_an_article_that_is_for_others() {
        for (ArticleAudience audience : ArticleAudience.values()) {
            SearchableText text = new SearchableText(Locale.ENGLISH, "Refunds", "Money back.");
            put(index, new SearchableArticle(audience.name(), 1, audience, Set.of(), Map.of(), List.of(text)));
        }
        ArticleQuestion question = everything("refunds");
        assertThat(ids(index.find(question))).containsExactly("PUBLIC");
        assertThat(ids(index.find(question.by(ArticleAudience.CUSTOMERS))))
                .containsExactlyInAnyOrder("PUBLIC", "CUSTOMERS");
        assertThat(index.find(question.by(ArticleAudience.AGENTS))).hasSize(3);
    }

    @Test
    void an_article_about_one_product_is_not_found_for_another() {
        SearchableText text = new SearchableText(Locale.ENGLISH, "Refunds", "Money back.");
        Map<String, Set<String>> web = Map.of("product", Set.of("web", "desktop"));
        put(
                index,
                new SearchableArticle("web", 1, ArticleAudience.PUBLIC, Set.of(), web, List.of(text)),
                SearchableArticle.of("any", text));
        ArticleQuestion question = everything("refunds");
        assertThat(ids(index.find(question))).containsExactlyInAnyOrder("web", "any");
        assertThat(ids(index.find(question.about(Map.of("product", "mobile"), ""))))
                .containsExactly("any");
        assertThat(index.find(question.about(Map.of("product", "desktop", "plan", "free"), "")))
                .hasSize(2);
    }

    @Test
    void the_page_prefers_but_finds_nothing_by_itself() {
        SearchableText text = new SearchableText(Locale.ENGLISH, "Exporting", "Choose export.");
        put(
                index,
                new SearchableArticle("a", 1, ArticleAudience.PUBLIC, Set.of("contacts"), Map.of(), List.of(text)),
                new SearchableArticle("b", 1, ArticleAudience.PUBLIC, Set.of("invoices"), Map.of(), List.of(text)));
        ArticleQuestion question = everything("how to export");
        assertThat(ids(index.find(question.about(Map.of(), "Your invoices")))).containsExactly("b", "a");
        assertThat(ids(index.find(question.about(Map.of(), "contacts")))).containsExactly("a", "b");
        assertThat(index.find(everything("zebra").about(Map.of(), "contacts"))).isEmpty();
    }

    @Test
    void an_article_is_found_once_in_a_language_that_the_reader_has() {
        SearchableText english = new SearchableText(Locale.ENGLISH, "Bank account", "In English.");
        SearchableText norwegian = new SearchableText(NB, "Bank konto", "På norsk.");
        put(
                index,
                new SearchableArticle(
                        "bank", 1, ArticleAudience.PUBLIC, Set.of(), Map.of(), List.of(english, norwegian)));
        assertThat(index.find(everything("bank").in(NB)))
                .singleElement()
                .extracting(ArticleHit::passage)
                .isEqualTo("På norsk.");
        assertThat(index.find(everything("bank"))).hasSize(1);
        assertThat(index.find(everything("bank").in(Locale.GERMAN))).isEmpty();
        assertThat(index.find(everything("bank").in(Locale.FRENCH, Locale.ENGLISH)))
                .hasSize(1);
    }

    @Test
    void two_languages_without_a_chain_of_their_own_are_kept_apart() {
        put(
                index,
                article("nl", Locale.forLanguageTag("nl"), "Water", "W"),
                article("cs", Locale.forLanguageTag("cs"), "Voda water", "V"));
        assertThat(ids(index.find(everything("water").in(Locale.forLanguageTag("cs")))))
                .containsExactly("cs");
    }

    @Test
    void norwegian_that_does_not_say_which_is_bokmaal() {
        put(index, article("a", Locale.forLanguageTag("no"), "Faktura", "Her."));
        assertThat(index.find(everything("faktura").in(NB))).hasSize(1);
    }

    @Test
    void what_customers_asked_whom_it_helped_finds_it_too() {
        put(index, TENANT, Library.ENGLISH);
        assertThat(index.find(asked("I cannot log in any more"))).isEmpty();
        SearchableText before = Library.ENGLISH.get(0).texts().get(0);
        put(index, article("password", Locale.ENGLISH, before.title(), before.body(), "cannot log in"));
        assertThat(ids(index.find(asked("I cannot log in any more")))).containsExactly("password");
    }

    @Test
    void an_article_that_changes_is_found_as_it_is_and_one_that_is_gone_is_not() {
        put(index, TENANT, Library.ENGLISH);
        put(index, article("password", Locale.ENGLISH, "Zebras", "Striped."));
        assertThat(ids(index.find(everything("reset password")))).doesNotContain("password");
        assertThat(ids(index.find(everything("zebras")))).containsExactly("password");
        long at = index.position(TENANT);
        assertThat(index.take(TENANT, new ArticleChanges(at, at + 5, List.of(), Set.of("password", "never there"))))
                .isTrue();
        assertThat(index.find(everything("zebras"))).isEmpty();
        assertThat(index.position(TENANT)).isEqualTo(at + 5);
    }

    @Test
    void changes_that_do_not_follow_are_not_taken() {
        put(index, TENANT, Library.ENGLISH);
        SearchableArticle late = article("late", Locale.ENGLISH, "Zebras", "Striped.");
        assertThat(index.take(TENANT, new ArticleChanges(0, 1, List.of(late), Set.of())))
                .isFalse();
        assertThat(index.take(TENANT, new ArticleChanges(7, 8, List.of(late), Set.of())))
                .isFalse();
        assertThat(index.find(everything("zebras"))).isEmpty();
        assertThat(index.position(TENANT)).isEqualTo(1);
    }

    @Test
    void a_rebuild_replaces_everything() {
        put(index, TENANT, Library.ENGLISH);
        index.rebuild(TENANT, List.of(article("new", Locale.ENGLISH, "Zebras", "Striped.")), 70);
        assertThat(index.position(TENANT)).isEqualTo(70);
        assertThat(ids(index.find(everything("zebras reset password invoice")))).containsExactly("new");
    }

    @Test
    void a_rebuild_that_fails_changes_nothing() {
        put(index, TENANT, Library.ENGLISH);
        Iterable<SearchableArticle> failing = () -> {
            throw new IllegalStateException("the store is away");
        };
        assertThatThrownBy(() -> index.rebuild(TENANT, failing, 70)).hasMessage("the store is away");
        assertThat(ids(index.find(asked("reset my password")))).first().isEqualTo("password");
        put(index, article("new", Locale.ENGLISH, "Zebras", "Striped."));
        assertThat(index.find(everything("zebras"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password:* OR tenant:other",
                "+password -password \"password",
                "article:password AND (",
                "/.*/ password~2 [a TO z]",
                "\u0000password\uFFFF\uD800 \uDC00",
                "{{password}} ${jndi:ldap://x} '; DROP TABLE articles; --",
            })
    void hostile_text_is_just_words(String text) {
        put(index, TENANT, Library.ENGLISH);
        assertThat(ids(index.find(asked(text).atMost(1, 0)))).containsExactly("password");
    }

    @Test
    void a_megabyte_is_answered_by_its_beginning() {
        put(index, TENANT, Library.ENGLISH);
        StringBuilder text = new StringBuilder("reset my password ");
        for (int i = 0; text.length() < 1_000_000; i++) {
            text.append("word").append(i).append(' ');
        }
        assertThat(ids(index.find(asked(text.toString()).atMost(1, 0)))).containsExactly("password");
        String unbroken = "x".repeat(1_000_000);
        assertThat(index.find(asked(unbroken).atMost(1, 0))).isEmpty();
    }

    @Test
    void the_largest_article_is_taken() {
        String body = "Word after word without an end ".repeat(4_000).substring(0, SearchableText.MAX_BODY);
        put(
                index,
                article("large", Locale.GERMAN, "Large", body),
                article("unbroken", Locale.GERMAN, "", "y".repeat(100_000)));
        ArticleHit hit = index.find(everything("large word").in(Locale.GERMAN)).get(0);
        assertThat(hit.article()).isEqualTo("large");
        assertThat(hit.passage().length()).isLessThanOrEqualTo(2 * Passages.MAX_SENTENCE + 1);
    }

    @Test
    void words_that_the_answer_lacks_make_it_less_sure() {
        put(index, TENANT, Library.ENGLISH);
        double all = index.find(asked("download an invoice as a PDF file.").atMost(1, 0))
                .get(0)
                .confidence();
        double some = index.find(asked("download an invoice as a PDF file from Jupiter tomorrow.")
                        .atMost(1, 0))
                .get(0)
                .confidence();
        assertThat(some).isLessThan(all);
    }

    @Test
    void no_more_than_asked_for_and_no_less_sure() {
        put(index, TENANT, Library.ENGLISH);
        assertThat(index.find(everything("my invoice password account team").atMost(2, 0)))
                .hasSize(2);
        assertThat(index.find(everything("my invoice password").atMost(5, 1))).isEmpty();
        assertThat(index.find(everything("my invoice password account team")))
                .extracting(ArticleHit::confidence)
                .allMatch(c -> c > 0 && c < 1);
    }
}
