package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.KnowledgeBase;
import dev.svar.NewTicket;
import dev.svar.Redaction;
import dev.svar.UnknownArticleException;
import dev.svar.UnknownTicketException;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleIndex;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.ArticleRefusedException;
import dev.svar.knowledge.ArticleRules;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.knowledge.Phrasing;
import dev.svar.knowledge.SearchIndexException;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import dev.svar.template.Macro;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Articles: their life, how they come of tickets, how they get into replies and into the index. */
final class DeskArticlesTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");
    private static final String PAGE = "https://paamelding.example/help/";

    private final TestDesk test = new TestDesk();
    private final PlainIndex index = new PlainIndex();
    private final HelpDesk desk = test.builder(test.mail)
            .articleSearch(index)
            .articleLinks(URI.create(PAGE))
            .build();
    private final KnowledgeBase articles = desk.articles();

    private Article published(String title, String body) {
        Article draft = articles.draft(LARS, "billing", ArticleText.of(BOKMAL, title, body));
        Article open = articles.save(LARS, draft.withAudience(ArticleAudience.PUBLIC));
        return articles.move(LARS, open.id(), ArticleState.PUBLISHED);
    }

    @Test
    void an_article_is_found_by_its_readers_only_while_it_is_published_and_all_that_it_was_stays() {
        Article draft = articles.draft(LARS, "billing", ArticleText.of(BOKMAL, "Betale", "Slik."));
        assertThat(draft.audience()).isEqualTo(ArticleAudience.AGENTS);
        assertThat(articles.read(draft.id(), ArticleAudience.AGENTS)).isEmpty();
        Article published = articles.move(LARS, draft.id(), ArticleState.PUBLISHED);
        assertThat(articles.read(draft.id(), ArticleAudience.CUSTOMERS)).isEmpty();
        Article open = articles.save(BERIT, published.withAudience(ArticleAudience.CUSTOMERS));

        assertThat(articles.read(draft.id(), ArticleAudience.CUSTOMERS)).contains(open);
        assertThat(articles.voted(draft.id(), true)).isTrue();
        assertThat(articles.voted(new ArticleId(UUID.randomUUID()), false)).isFalse();
        assertThat(articles.read(draft.id(), ArticleAudience.PUBLIC)).isEmpty();
        assertThat(articles.counts(Set.of(draft.id()))).isEqualTo(Map.of(draft.id(), new ArticleCounts(1, 1, 0)));
        assertThat(articles.versions(draft.id(), Long.MAX_VALUE, 10)).containsExactly(open, published, draft);
        assertThat(articles.list(ArticleState.PUBLISHED, Optional.of("billing"), Optional.empty(), 10))
                .containsExactly(open);
    }

    @Test
    void what_somebody_changed_meanwhile_is_not_overwritten() {
        Article draft = articles.draft(LARS, "billing", ArticleText.of(BOKMAL, "Betale", "Slik."));
        Article second = articles.save(BERIT, draft.withText(BOKMAL, "Betale", "Slik og slik."));

        assertThatThrownBy(() -> articles.save(LARS, draft.in("other", Set.of())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("meanwhile");
        assertThatThrownBy(() -> articles.erase(LARS, draft)).isInstanceOf(InvalidValueException.class);
        assertThat(articles.find(draft.id())).contains(second);
        articles.erase(LARS, second);
        assertThat(articles.find(draft.id())).isEmpty();
        assertThatThrownBy(() -> articles.move(LARS, draft.id(), ArticleState.PUBLISHED))
                .isInstanceOf(UnknownArticleException.class);
    }

    @Test
    void the_rules_of_the_desk_say_who_publishes() {
        KnowledgeBase strict = test.builder(test.mail)
                .articleRules(ArticleRules.standard().editors(BERIT).withFourEyes())
                .build()
                .articles();
        Article draft = strict.draft(LARS, "billing", ArticleText.of(BOKMAL, "Betale", "Slik."));
        assertThatThrownBy(() -> strict.move(LARS, draft.id(), ArticleState.PUBLISHED))
                .isInstanceOf(ArticleRefusedException.class);
        assertThat(strict.move(BERIT, draft.id(), ArticleState.PUBLISHED).state())
                .isEqualTo(ArticleState.PUBLISHED);
    }

    @Test
    void articles_are_due_for_review_when_their_time_comes() {
        Article article = published("Betale", "Slik.");
        articles.save(LARS, article.reviewedAt(Optional.of(test.time.instant().plus(Duration.ofDays(90)))));
        assertThat(articles.dueForReview(Optional.empty(), 10)).isEmpty();
        test.time.advance(Duration.ofDays(90));

        assertThat(articles.dueForReview(Optional.empty(), 10))
                .extracting(Article::id)
                .containsExactly(article.id());
    }

    @Test
    void of_a_solved_ticket_an_article_is_made_without_what_tells_whom_it_was_written_to() {
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Kari får ikke betalt (SUP-1)", "Hva nå?")
                .name("Kari Nordmann")
                .build());
        assertThatThrownBy(() -> articles.fromTicket(ticket.id(), LARS, "billing"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("not solved");
        String answer =
                "Hei KARI,\n\nVi ringte +47 99 88 77 66 og skrev til kari@kunde.example og per.hansen@annet.example.\n"
                        + "Se https://paamelding.example/hjelp/12345678 eller " + TestDesk.LINKS
                        + "abc123, ellers skriv til "
                        + "support@paamelding.example innen 10 minutter den 01.12.2026 eller 2026-12-02.\n\n"
                        + "Nordmann-kortet er 4111 1111 1111 1111. Karin vet mer.\n"
                        + "https://shop.example/u?m=ola%40annet.example";
        desk.reply(ticket.id(), LARS, answer, Status.SOLVED);

        Article article = articles.fromTicket(ticket.id(), LARS, "billing");

        ArticleText text = article.texts().get(0);
        assertThat(text.title()).isEqualTo("█████ får ikke betalt (█████)");
        assertThat(text.body())
                .isEqualTo("Hei █████,\n\nVi ringte █████ og skrev til █████ og █████.\n"
                        + "Se https://paamelding.example/hjelp/12345678 eller █████ ellers skriv til "
                        + "support@paamelding.example innen 10 minutter den 01.12.2026 eller 2026-12-02.\n\n"
                        + "█████-kortet er █████. Karin vet mer.\n█████");
        assertThat(article.source()).contains(ticket.id());
        assertThat(article.state()).isEqualTo(ArticleState.DRAFT);
        assertThat(text.locale()).isEqualTo(BOKMAL);
    }

    @Test
    void no_article_is_made_of_a_ticket_that_nobody_answered() {
        Ticket ticket = test.opened();
        desk.solve(ticket.id(), LARS);

        assertThatThrownBy(() -> articles.fromTicket(ticket.id(), LARS, "billing"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("no reply");
        assertThatThrownBy(() -> articles.fromTicket(new TicketId(UUID.randomUUID()), LARS, "billing"))
                .isInstanceOf(UnknownTicketException.class);
    }

    @Test
    void the_canned_twin_says_what_the_article_says_also_if_it_looks_like_a_template() {
        Article article = articles.draft(
                LARS, "billing", ArticleText.of(BOKMAL, "Refusjon", "Skriv {{ navn }} og {% hvis %} i feltet."));
        Macro twin = articles.cannedTwin(article.id(), LARS, "refusjon");
        Ticket ticket = test.opened();

        assertThat(desk.macros().preview(twin.id(), ticket.id(), BERIT).text())
                .contains("Skriv {{ navn }} og {% hvis %} i feltet.");
    }

    @Test
    void a_reply_links_to_what_customers_can_read_in_their_language() {
        Article article = published("Betale med kort", "Slik.");
        Article both = articles.save(LARS, article.withText(Locale.ENGLISH, "Pay by card", "Like this."));
        Ticket ticket = test.opened();

        assertThat(articles.link(both.id(), ticket.id())).isEqualTo("Betale med kort\n" + PAGE + article.id());
        Article agents = articles.draft(LARS, "billing", ArticleText.of(BOKMAL, "Internt", "Slik."));
        articles.move(LARS, agents.id(), ArticleState.PUBLISHED);
        assertThatThrownBy(() -> articles.link(agents.id(), ticket.id()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("customers");
        assertThatThrownBy(() -> test.desk.articles().link(article.id(), ticket.id()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("articleLinks");
    }

    @Test
    void a_ticket_that_is_solved_with_a_link_teaches_how_the_article_is_asked_for() {
        Article article = published("Avvist ved betaling", "Slik.");
        Ticket ticket =
                desk.open(NewTicket.builder(KARI, "Visa?", "Hei, Kari Nordmann her. Visakortet mitt virker ikke.")
                        .name("Kari Nordmann")
                        .build());
        desk.reply(ticket.id(), LARS, "Se her:\n" + articles.link(article.id(), ticket.id()));
        desk.runDue(100);
        assertThat(phrasings(article.id())).isEmpty();
        desk.solve(ticket.id(), LARS);
        desk.runDue(100);

        assertThat(phrasings(article.id())).singleElement().satisfies(phrasing -> {
            assertThat(phrasing.words()).startsWith("Visa?\n").contains("Visakortet mitt virker ikke");
            assertThat(phrasing.words()).doesNotContain("Kari").doesNotContain("█");
            assertThat(phrasing.by()).contains(ticket.requester());
        });
        desk.runDue(100);
        assertThat(index.articles.get(article.id().toString()).texts().get(0).phrasings())
                .hasSize(1);
        assertThat(articles.forget(ticket.requester())).isEqualTo(1);
        articles.index(100);
        assertThat(index.articles.get(article.id().toString()).texts().get(0).phrasings())
                .isEmpty();
        assertThat(articles.forget(new ContactId(UUID.randomUUID()))).isZero();
    }

    @Test
    void what_a_ticket_taught_is_forgotten_when_it_is_redacted_and_learned_again_without_that() {
        Article article = published("Avvist ved betaling", "Slik.");
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Visa?", "Visakortet fra Lillevik, som Per har, virker ikke.")
                .build());
        desk.reply(ticket.id(), LARS, "Se her:\n" + articles.link(article.id(), ticket.id()));
        desk.solve(ticket.id(), LARS);
        desk.runDue(100);
        assertThat(phrasings(article.id())).hasSize(1);
        desk.redact(
                ticket.id(),
                desk.messages(ticket.id(), 0, 1).get(0).id(),
                Redaction.of("fra Lillevik, som Per har,", "ikke"),
                LARS);
        assertThat(phrasings(article.id())).isEmpty();

        desk.reply(ticket.id(), LARS, "Hjalp det?");
        desk.solve(ticket.id(), LARS);
        desk.runDue(100);
        assertThat(phrasings(article.id()))
                .extracting(Phrasing::words)
                .hasSize(1)
                .allMatch(words -> !words.contains("Lillevik") && words.contains("Visakortet"));
    }

    private List<Phrasing> phrasings(ArticleId article) {
        return test.store.phrasings(TestDesk.TENANT, article).all();
    }

    @Test
    void the_index_follows_what_is_published_and_gets_all_of_it_when_it_begins_anew() {
        Article first = published("Betale", "Slik.");
        Article second = published("Avmelding", "Slik.");
        articles.draft(LARS, "billing", ArticleText.of(BOKMAL, "Utkast", "Slik."));
        assertThat(articles.index(2)).isEqualTo(2);
        assertThat(articles.index(100)).isEqualTo(1);
        assertThat(index.articles)
                .containsOnlyKeys(first.id().toString(), second.id().toString());
        assertThat(index.articles.get(first.id().toString()).labels()).containsExactly("billing");
        articles.move(LARS, first.id(), ArticleState.RETIRED);
        Article third = published("Kvittering", "Slik.");
        articles.erase(LARS, second);
        desk.runDue(100);

        assertThat(index.articles).containsOnlyKeys(third.id().toString());
        index.comesFrom(0);
        desk.runDue(100);
        assertThat(index.articles).containsOnlyKeys(third.id().toString());
        assertThat(articles.index(100)).isZero();
    }

    @Test
    void an_index_that_was_fed_from_another_store_gets_all_of_this_one() {
        Article article = published("Betale", "Slik.");
        index.comesFrom(1000);
        index.articles.put("other", SearchableArticle.of("other", new SearchableText(BOKMAL, "x", "y")));
        desk.runDue(100);

        assertThat(index.articles).containsOnlyKeys(article.id().toString());
    }

    @Test
    void an_index_that_cannot_be_written_keeps_no_other_work_from_being_done() {
        HelpDesk broken =
                test.builder(test.mail).articleSearch(new UnwritableIndex()).build();
        published("Betale", "Slik.");
        broken.open(NewTicket.builder(KARI, "Hei", "Hva nå?").build());

        assertThat(broken.runDue(100).done()).isPositive();
        assertThatThrownBy(() -> broken.articles().index(10)).isInstanceOf(SearchIndexException.class);
    }

    private static final class UnwritableIndex implements ArticleIndex {
        @Override
        public long position(TenantId tenant) {
            throw new SearchIndexException(SearchIndexException.Reason.LOCKED, "another process has it");
        }

        @Override
        public String mark(TenantId tenant) {
            return "";
        }

        @Override
        public boolean take(TenantId tenant, ArticleChanges changes) {
            return false;
        }

        @Override
        public void rebuild(TenantId tenant, Iterable<SearchableArticle> articles, long position) {}

        @Override
        public List<ArticleHit> find(ArticleQuestion question) {
            return List.of();
        }
    }

    @Test
    void another_tenant_has_articles_of_its_own() {
        Article article = published("Betale", "Slik.");
        KnowledgeBase other =
                test.builder(test.mail).tenant(new TenantId("other")).build().articles();

        assertThat(other.find(article.id())).isEmpty();
        assertThat(other.read(article.id(), ArticleAudience.AGENTS)).isEmpty();
        assertThat(other.list(ArticleState.PUBLISHED, Optional.empty(), Optional.empty(), 10))
                .isEmpty();
    }
}
