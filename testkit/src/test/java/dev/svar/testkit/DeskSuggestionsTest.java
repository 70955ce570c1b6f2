package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.ArticleDeflection;
import dev.svar.DeflectionReport;
import dev.svar.HelpDesk;
import dev.svar.KnowledgeBase;
import dev.svar.MissingArticle;
import dev.svar.NewTicket;
import dev.svar.Redaction;
import dev.svar.Suggested;
import dev.svar.SuggestedArticle;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.Wording;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.knowledge.Phrasing;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is suggested before somebody asks, what comes of it, and what is learned from it. */
final class DeskSuggestionsTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");

    private final TestDesk test = new TestDesk();
    private final HelpDesk desk =
            test.builder(test.mail).articleSearch(new PlainIndex()).build();
    private final KnowledgeBase articles = desk.articles();
    private final Instant from = test.time.instant();

    private Article published(String title, ArticleAudience audience) {
        Article draft = articles.draft(LARS, "billing", ArticleText.of(BOKMAL, title, "Slik gjør du det."));
        Article open = articles.save(LARS, draft.withAudience(audience));
        Article published = articles.move(LARS, open.id(), ArticleState.PUBLISHED);
        articles.index(100);
        return published;
    }

    private Suggested suggest(String text) {
        return articles.suggest(ArticleQuestion.of(TENANT, text), Optional.empty(), Optional.empty());
    }

    private DeflectionReport report() {
        return articles.report(from, from.plus(Duration.ofDays(1)));
    }

    @Test
    void what_answers_is_suggested_to_those_for_whom_it_is_while_it_is_published() {
        Article open = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        published("Kortet ble stjålet", ArticleAudience.CUSTOMERS);
        Article retired = published("Kortet ble borte", ArticleAudience.PUBLIC);
        articles.move(LARS, retired.id(), ArticleState.RETIRED);

        Suggested suggested = suggest("kortet");

        assertThat(suggested.articles())
                .as("the index does not know yet what was retired")
                .extracting(SuggestedArticle::article)
                .containsExactly(open);
        assertThat(suggested.articles().get(0).passage()).isEqualTo("Slik gjør du det.");
        assertThat(articles.suggest(
                                ArticleQuestion.of(TENANT, "kortet").by(ArticleAudience.CUSTOMERS),
                                Optional.empty(),
                                Optional.empty())
                        .articles())
                .hasSize(2);
        assertThat(suggest("noe helt annet").articles()).isEmpty();
        assertThat(test.desk
                        .articles()
                        .suggest(ArticleQuestion.of(TENANT, "kortet"), Optional.empty(), Optional.empty())
                        .articles())
                .as("a desk without a search")
                .isEmpty();
    }

    @Test
    void all_that_somebody_types_is_one_question() {
        published("Kortet ble avvist", ArticleAudience.PUBLIC);
        SuggestionId id = suggest("kor").id();
        for (String typed : List.of("kortet", "kortet mitt", "kortet mitt er avvist")) {
            assertThat(articles.suggest(ArticleQuestion.of(TENANT, typed), Optional.of(id), Optional.empty())
                            .id())
                    .isEqualTo(id);
        }

        Suggestion kept = test.store.suggestion(TENANT, id).orElseThrow();
        assertThat(kept.words()).isEqualTo("kortet mitt er avvist");
        assertThat(report().questions()).isEqualTo(1);
        assertThat(articles.suggest(
                                ArticleQuestion.of(TENANT, "kortet"),
                                Optional.of(new SuggestionId(UUID.randomUUID())),
                                Optional.empty())
                        .id())
                .as("of an id that nobody gave comes a new question")
                .isNotEqualTo(id);
    }

    @Test
    void each_outcome_is_counted_for_all_and_for_each_article() {
        Article card = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        Article refund = published("Refusjon", ArticleAudience.PUBLIC);
        SuggestionId solved = suggest("kortet").id();
        articles.opened(solved, card.id());
        articles.opened(solved, card.id());
        articles.voted(solved, card.id(), true);
        assertThat(articles.solved(solved, card.id())).isTrue();
        assertThat(articles.solved(solved, card.id())).isFalse();
        SuggestionId asked = suggest("kortet og refusjon").id();
        articles.opened(asked, card.id());
        articles.voted(asked, card.id(), false);
        assertThat(articles.solved(asked, new ArticleId(UUID.randomUUID()))).isFalse();
        Ticket ticket = opened("Kortet", asked);
        SuggestionId nothing = suggest("hvor er dere").id();
        opened("Adresse", nothing);
        suggest("noe");
        opened("Ukjent", new SuggestionId(UUID.randomUUID()));

        DeflectionReport report = report();

        assertThat(test.store.suggestion(TENANT, asked).orElseThrow().ticket()).contains(ticket.id());
        assertThat(report)
                .isEqualTo(new DeflectionReport(
                        4,
                        2,
                        2,
                        1,
                        1,
                        1,
                        List.of(
                                new ArticleDeflection(card.id(), 2, 2, 1, 1, 1, 1),
                                new ArticleDeflection(refund.id(), 1, 0, 0, 0, 0, 0)),
                        true));
        assertThat(articles.counts(Set.of(card.id())))
                .as("the first question teaches nothing of it: nothing else was shown")
                .containsValue(new ArticleCounts(2, 1, 1, new ArticleCredit(0, 800)));
        assertThat(articles.report(from.plusSeconds(1), from.plusSeconds(2)).questions())
                .isZero();
    }

    private Ticket opened(String subject, SuggestionId question) {
        return desk.open(
                NewTicket.builder(KARI, subject, "Hva nå?").suggestion(question).build());
    }

    @Test
    void who_says_that_an_article_answered_teaches_it_their_words_until_they_are_forgotten() {
        Article card = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        Ticket known = test.opened();
        Suggested first = articles.suggest(
                ArticleQuestion.of(TENANT, "plastikken min feiler med kortet, ring 99 88 77 66")
                        .in(BOKMAL),
                Optional.empty(),
                Optional.of(known.requester()));
        assertThat(suggest("plastikken").articles()).isEmpty();
        articles.solved(first.id(), card.id());
        articles.index(100);

        assertThat(test.store.phrasings(TENANT, card.id()).all())
                .extracting(Phrasing::words)
                .containsExactly("plastikken min feiler med kortet, ring");
        assertThat(suggest("plastikken").articles()).hasSize(1);
        assertThat(articles.forget(known.requester())).isEqualTo(2);
        articles.index(100);
        assertThat(suggest("plastikken").articles()).isEmpty();
        assertThat(test.store.suggestion(TENANT, first.id()).orElseThrow().words())
                .isEmpty();
    }

    @Test
    void who_asks_all_the_same_takes_back_their_own_words_and_nobody_elses() {
        Article card = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        SuggestionId first = suggest("kortet virker ikke").id();
        articles.solved(first, card.id());
        SuggestionId same = suggest("Kortet virker ikke!").id();
        articles.solved(same, card.id());
        SuggestionId other = suggest("kortet er stengt").id();
        articles.solved(other, card.id());
        assertThat(learned(card)).containsExactlyInAnyOrder("Kortet virker ikke! 2", "kortet er stengt 1");

        opened("Kortet", same);
        assertThat(learned(card)).containsExactlyInAnyOrder("Kortet virker ikke! 1", "kortet er stengt 1");
        opened("Kortet", other);
        opened("Kortet", other);
        assertThat(learned(card)).containsExactly("Kortet virker ikke! 1");
        opened("Kortet", first);
        assertThat(learned(card)).isEmpty();
        assertThat(test.store.suggestion(TENANT, other).orElseThrow().taught()).isEmpty();
    }

    private List<String> learned(Article article) {
        return test.store.phrasings(TENANT, article.id()).all().stream()
                .map(phrasing -> phrasing.words() + " " + phrasing.times())
                .toList();
    }

    @Test
    void who_said_the_same_twice_and_asks_after_the_second_time_keeps_what_they_taught_the_first_time() {
        Article card = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        Ticket known = test.opened();
        List<SuggestionId> asked = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Suggested suggested = articles.suggest(
                    ArticleQuestion.of(TENANT, "kortet virker ikke"), Optional.empty(), Optional.of(known.requester()));
            articles.solved(suggested.id(), card.id());
            asked.add(suggested.id());
        }
        opened("Kortet", asked.get(1));

        assertThat(learned(card)).containsExactly("kortet virker ikke 1");
    }

    @Test
    void who_said_the_same_twice_and_asks_after_the_first_time_keeps_it_until_they_ask_after_the_second() {
        Article card = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        Ticket known = test.opened();
        List<SuggestionId> asked = new ArrayList<>();
        for (String words : List.of("kortet virker ikke", "Kortet virker ikke!")) {
            Suggested suggested = articles.suggest(
                    ArticleQuestion.of(TENANT, words), Optional.empty(), Optional.of(known.requester()));
            articles.solved(suggested.id(), card.id());
            asked.add(suggested.id());
        }

        opened("Kortet", asked.get(0));
        assertThat(learned(card)).containsExactly("Kortet virker ikke! 1");
        opened("Kortet", asked.get(1));
        assertThat(learned(card)).isEmpty();
    }

    @Test
    void what_an_erased_article_was_taught_keeps_nobody_from_asking() {
        Article card = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        SuggestionId question = suggest("kortet").id();
        articles.solved(question, card.id());
        articles.erase(LARS, card);

        Ticket ticket = opened("Kortet", question);
        assertThat(test.store.suggestion(TENANT, question).orElseThrow().ticket())
                .contains(ticket.id());
    }

    private List<ArticleId> order() {
        return suggest("kortet").articles().stream()
                .map(found -> found.article().id())
                .toList();
    }

    @Test
    void of_articles_that_seem_to_answer_as_well_the_one_that_answered_comes_first_until_it_says_something_else() {
        published("Kortet ble avvist", ArticleAudience.PUBLIC);
        published("Kortet ble stjålet", ArticleAudience.PUBLIC);
        List<ArticleId> found = order();
        assertThat(found).hasSize(2);
        for (int i = 0; i < 10; i++) {
            suggest("kortet");
            opened("Kortet", suggest("kortet").id());
        }
        assertThat(order()).as("nobody opened any").isEqualTo(found);
        ArticleId better = found.get(1);
        SuggestionId question = suggest("kortet").id();
        articles.opened(question, better);
        articles.solved(question, better);

        assertThat(order()).containsExactly(better, found.get(0));
        assertThat(articles.counts(better).credit()).isEqualTo(new ArticleCredit(1000, 200));
        assertThat(suggest("kortet").articles().get(0).confidence())
                .as("how sure it is is not changed by what was learned")
                .isEqualTo(0.9);
        Article now = articles.find(better).orElseThrow();
        Article reviewed = articles.save(LARS, now.reviewedAt(Optional.of(from)));
        articles.index(100);
        assertThat(order()).containsExactly(better, found.get(0));
        articles.save(LARS, reviewed.withText(BOKMAL, "Kortet", "Noe annet om kortet."));
        assertThat(articles.counts(better).credit()).isEqualTo(ArticleCredit.NONE);
        assertThat(articles.counts(found.get(0)).credit()).isEqualTo(new ArticleCredit(0, 800));
        Article other = articles.find(found.get(0)).orElseThrow();
        articles.save(LARS, other.withText(BOKMAL, "Kort", "Enda noe annet om kortet."));
        articles.index(100);
        assertThat(order()).isEqualTo(found);
    }

    @Test
    void who_asks_after_opening_an_article_lets_the_other_one_pass() {
        published("Kortet ble avvist", ArticleAudience.PUBLIC);
        published("Kortet ble stjålet", ArticleAudience.PUBLIC);
        List<ArticleId> found = order();
        SuggestionId question = suggest("kortet").id();
        articles.opened(question, found.get(0));
        assertThat(articles.counts(found.get(0)).credit()).isEqualTo(new ArticleCredit(500, 800));
        opened("Kortet", question);

        assertThat(articles.counts(found.get(0)).credit()).isEqualTo(new ArticleCredit(0, 800));
        assertThat(order()).containsExactly(found.get(1), found.get(0));
    }

    @Test
    void whoever_opens_and_praises_an_article_again_and_again_is_counted_once_for_a_question() {
        published("Kortet ble avvist", ArticleAudience.PUBLIC);
        published("Kortet ble stjålet", ArticleAudience.PUBLIC);
        ArticleId article = order().get(1);
        SuggestionId question = suggest("kortet").id();
        for (int i = 0; i < 50; i++) {
            articles.opened(question, article);
            articles.voted(question, article, i % 2 == 1);
            articles.suggest(ArticleQuestion.of(TENANT, "kortet" + i), Optional.of(question), Optional.empty());
            articles.solved(question, article);
        }

        assertThat(articles.counts(article).credit()).isEqualTo(new ArticleCredit(1000, 200));
    }

    @Test
    void words_that_are_redacted_in_a_ticket_leave_what_was_asked_and_learned_before_it() {
        Article card = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        Ticket other = test.opened();
        Suggested before = articles.suggest(
                ArticleQuestion.of(TENANT, "kortet, fødselsnummer 010199  Lillevik"),
                Optional.empty(),
                Optional.of(other.requester()));
        articles.solved(before.id(), card.id());
        SuggestionId stranger = suggest("kortet fra Lillevik").id();
        SuggestionId became = suggest("kortet til fru Lillevik er avvist").id();
        Ticket ticket = desk.open(
                NewTicket.builder(KARI, "Kortet", "Jeg er fra lillevik, født 010199 Lillevik, og har et kort.")
                        .suggestion(became)
                        .build());
        Redaction redaction = Redaction.of("010199 Lillevik");
        desk.redact(ticket.id(), desk.messages(ticket.id(), 0, 1).get(0).id(), redaction, LARS);

        assertThat(test.store.phrasings(TENANT, card.id()).all()).isEmpty();
        assertThat(test.store.suggestion(TENANT, before.id()).orElseThrow().words())
                .isEmpty();
        assertThat(test.store.suggestion(TENANT, became).orElseThrow().words())
                .as("what became the message")
                .isEmpty();
        assertThat(test.store.suggestion(TENANT, stranger).orElseThrow().words())
                .as("somebody else's, and another passage")
                .isEqualTo("kortet fra Lillevik");
        assertThat(articles.missing(from, from.plusSeconds(60), 10)).isEmpty();
        assertThat(report().questions()).as("the counts stay").isEqualTo(3);
    }

    @Test
    void words_that_are_redacted_leave_what_strangers_taught_unless_it_tells_the_same() {
        Article card = published("Kortet ble avvist", ArticleAudience.PUBLIC);
        List<String> strangers = List.of(
                "Kortet virker ikke. Hva nå?", "kortet til Anna Smith", "kortet, og jeg bor i Lille vei 7 i Storby");
        strangers.forEach(words -> articles.solved(suggest(words).id(), card.id()));
        Ticket ticket = desk.open(
                NewTicket.builder(KARI, "Kortet", "Ann her. Jeg bor i Lille vei 7 i Storby. Hilsen Anna Smith.")
                        .name("Anna Smith")
                        .build());
        for (String own : List.of("kortet og annonsen", "kortet til ann")) {
            Suggested question = articles.suggest(
                    ArticleQuestion.of(TENANT, own), Optional.empty(), Optional.of(ticket.requester()));
            articles.solved(question.id(), card.id());
        }
        List<String> passages = List.of("Anna Smith.", "Lille vei 7 i Storby", "Ann");
        passages.forEach(passage ->
                desk.redact(ticket.id(), desk.messages(ticket.id(), 0, 1).get(0).id(), Redaction.of(passage), LARS));

        assertThat(test.store.phrasings(TENANT, card.id()).all())
                .extracting(Phrasing::words)
                .containsExactlyInAnyOrder(strangers.get(0), strangers.get(1), "kortet og annonsen");
    }

    @Test
    void what_is_asked_often_and_answered_by_none_is_grouped_whatever_the_order_of_its_words() {
        published("Kortet ble avvist", ArticleAudience.PUBLIC);
        SuggestionId first = suggest("Hvordan bytter jeg e-postadresse?").id();
        suggest("bytter jeg e-postadresse hvordan");
        Ticket ticket = opened("Adresse", first);
        suggest("Vipps");
        SuggestionId solved = suggest("kortet").id();
        suggest("kortet er avvist");

        List<MissingArticle> missing = articles.missing(from, from.plusSeconds(60), 10);

        assertThat(missing)
                .containsExactly(
                        new MissingArticle("Hvordan bytter jeg e-postadresse?", 2, List.of(ticket.id())),
                        new MissingArticle("Vipps", 1, List.of()));
        opened("Kort", solved);
        assertThat(articles.missing(from, from.plusSeconds(60), 1))
                .extracting(MissingArticle::words)
                .containsExactly("Hvordan bytter jeg e-postadresse?");
        assertThat(articles.missing(from, from.plusSeconds(60), 10)).hasSize(3);
    }

    @Test
    void an_incident_that_goes_on_is_shown_before_the_form_unless_it_is_about_something_else() {
        List<Wording> news = List.of(new Wording(BOKMAL, "Betaling er nede", "Vi ser på det."));
        desk.incidents().open(IncidentMatch.category("payment"), news);
        desk.incidents().open(IncidentMatch.category("delivery"), news);

        assertThat(suggest("jeg får ikke betalt med kortet").incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.match().category()).contains("payment"));
        assertThat(suggest("hei").incidents())
                .as("what it is about is not known")
                .hasSize(2);
    }

    @Test
    void a_question_to_another_tenant_is_refused() {
        ArticleQuestion question = ArticleQuestion.of(new TenantId("other"), "kortet");

        assertThatThrownBy(() -> articles.suggest(question, Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("question.tenant");
    }

    @Test
    void nothing_one_word_and_a_megabyte_are_questions_too() {
        published("Kortet ble avvist", ArticleAudience.PUBLIC);
        assertThat(suggest("").articles()).isEmpty();
        assertThat(suggest("kortet").articles()).hasSize(1);
        Suggested huge = suggest("kortet ".repeat(150_000));

        assertThat(test.store.suggestion(TENANT, huge.id()).orElseThrow().words())
                .hasSizeLessThanOrEqualTo(Suggestion.MAX_WORDS);
        assertThat(articles.solved(huge.id(), huge.articles().get(0).article().id()))
                .isTrue();
        assertThat(articles.missing(from, from.plusSeconds(60), 10)).isEmpty();
    }
}
