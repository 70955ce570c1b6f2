package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.DeflectionReport;
import dev.svar.HelpDesk;
import dev.svar.KnowledgeBase;
import dev.svar.NewTicket;
import dev.svar.Suggested;
import dev.svar.contact.TenantId;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.knowledge.SuggestionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnowledgePageTest {
    @Test
    void a_question_is_answered_while_it_is_typed() {
        Stage stage = new Stage(System.out);
        List<ArticleHit> hits = new ArrayList<>();
        HelpDesk desk = stage.desk().articleSearch(question -> hits).build();
        KnowledgeBase articles = desk.articles();
        ArticleText text = ArticleText.of(Locale.ENGLISH, "My card is declined", "Enter the code from your bank app.");
        Article draft = articles.draft(Stage.OLA, "billing", text);
        articles.save(Stage.OLA, draft.withAudience(ArticleAudience.PUBLIC));
        articles.move(Stage.OLA, draft.id(), ArticleState.PUBLISHED);
        hits.add(new ArticleHit(draft.id().toString(), 3, Locale.ENGLISH, text.title(), text.body(), 0.8));
        Instant from = stage.time().instant();
        Instant until = from.plus(Duration.ofDays(7));

        ArticleQuestion question = ArticleQuestion.of(TenantId.DEFAULT, "card declin");
        Suggested suggested = articles.suggest(question, Optional.empty(), Optional.empty());
        SuggestionId id = suggested.id();
        // the customer types on: the same question
        articles.suggest(ArticleQuestion.of(TenantId.DEFAULT, "card declined"), Optional.of(id), Optional.empty());
        // they open the first article, and that was it
        ArticleId first = suggested.articles().get(0).article().id();
        articles.opened(id, first);
        articles.solved(id, first);
        // or they ask all the same
        desk.open(NewTicket.builder(Stage.KARI, "Card", "It is still declined.")
                .suggestion(id)
                .build());
        DeflectionReport report = articles.report(from, until);

        assertThat(report.questions()).isEqualTo(1);
        assertThat(report.askedAllTheSame()).isEqualTo(1);
        assertThat(report.solved()).isZero();
    }
}
