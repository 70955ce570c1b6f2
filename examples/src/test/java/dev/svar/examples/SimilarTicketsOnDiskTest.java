package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.SimilarTicket;
import dev.svar.contact.Address;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.search.LuceneArticleIndex;
import dev.svar.search.LuceneTextIndex;
import dev.svar.ticket.TicketId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes on disk beside a database: several nodes, a restart, and a database that was restored from before. */
final class SimilarTicketsOnDiskTest {
    private final Stage stage = new Stage(System.out);

    @TempDir
    private Path folder;

    @Test
    void two_nodes_find_what_was_opened_on_either_and_a_restarted_one_goes_on_in_h2() {
        try (Database database = Database.open("jdbc:h2:mem:similar;DB_CLOSE_DELAY=-1")) {
            twoNodes(database);
        }
    }

    @Test
    void two_nodes_find_what_was_opened_on_either_and_a_restarted_one_goes_on_in_postgresql() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Database database = Database.open(server.getJdbcUrl("postgres", "postgres"))) {
            twoNodes(database);
        }
    }

    private void twoNodes(Database database) {
        try (LuceneTextIndex first = LuceneTextIndex.in(folder.resolve("first"))) {
            HelpDesk here = stage.desk(database.store()).similarTickets(first).build();
            try (LuceneTextIndex second = LuceneTextIndex.in(folder.resolve("second"))) {
                HelpDesk there =
                        stage.desk(database.store()).similarTickets(second).build();
                opened(here, Stage.KARI, "My lamp flickers when it is dimmed");
                opened(there, Stage.PER, "The lamp flickers since Monday");
                here.runDue(100);
                there.runDue(100);
                assertThat(like(here)).hasSize(2).isEqualTo(like(there));
            }
            opened(here, Stage.KARI, "Another lamp flickers");
            here.runDue(100);
            try (LuceneTextIndex again = LuceneTextIndex.in(folder.resolve("second"))) {
                HelpDesk there =
                        stage.desk(database.store()).similarTickets(again).build();
                assertThat(like(there)).hasSize(2);
                there.runDue(100);
                assertThat(like(there)).hasSize(3).isEqualTo(like(here));
            }
        }
    }

    private static TicketId opened(HelpDesk desk, Address from, String subject) {
        return desk.open(NewTicket.builder(from, subject, "Please help.").build())
                .id();
    }

    private static List<TicketId> like(HelpDesk desk) {
        return desk.similarTickets().toDraft("lamp flickers", "", Optional.empty(), ticket -> true, 10).stream()
                .map(SimilarTicket::ticket)
                .map(ticket -> ticket.id())
                .toList();
    }

    /** What the database lost is done again, differently: numbers and places come a second time. */
    @Test
    void indexes_that_are_ahead_of_a_restored_database_are_built_anew() throws IOException {
        Path live = folder.resolve("live.mv.db");
        Path backup = folder.resolve("backup.mv.db");
        String url = "jdbc:h2:file:" + folder.resolve("live");
        try (LuceneTextIndex tickets = LuceneTextIndex.in(folder.resolve("tickets"));
                LuceneArticleIndex articles = LuceneArticleIndex.in(folder.resolve("articles"))) {
            try (Database database = Database.open(url)) {
                HelpDesk desk = desk(database, tickets, articles);
                published(desk, "Refund");
                opened(desk, Stage.KARI, "Before the backup");
                desk.runDue(100);
            }
            Files.copy(live, backup);
            try (Database database = Database.open(url)) {
                HelpDesk desk = desk(database, tickets, articles);
                published(desk, "Lost words");
                opened(desk, Stage.KARI, "My lost lamp flickers");
                stage.time().advance(Duration.ofMinutes(6));
                desk.runDue(100);
                assertThat(like(desk)).hasSize(1);
                assertThat(suggested(desk, "Lost words")).containsExactly("Lost words");
            }
            Files.delete(live);
            Files.copy(backup, live);
            try (Database database = Database.open(url)) {
                HelpDesk node = stage.desk(database.store()).build();
                for (String title : List.of("Shipping", "Returns", "Payment")) {
                    published(node, title);
                }
                TicketId lamp = opened(node, Stage.PER, "A lamp flickers");
                HelpDesk desk = desk(database, tickets, articles);
                desk.runDue(100);
                assertThat(like(desk)).containsExactly(lamp);
                assertThat(tickets.like(desk.tenant(), "lost", 5)).isEmpty();
                assertThat(suggested(desk, "Shipping")).containsExactly("Shipping");
                assertThat(suggested(desk, "Refund")).containsExactly("Refund");
                assertThat(articles.find(ArticleQuestion.of(desk.tenant(), "Lost words")))
                        .isEmpty();
            }
        }
    }

    private HelpDesk desk(Database database, LuceneTextIndex tickets, LuceneArticleIndex articles) {
        return stage.desk(database.store())
                .similarTickets(tickets)
                .articleSearch(articles)
                .build();
    }

    private static void published(HelpDesk desk, String title) {
        ArticleText text = ArticleText.of(Locale.ENGLISH, title, "All about that: " + title + ".");
        Article draft = desk.articles().draft(Stage.OLA, "help", text);
        desk.articles().save(Stage.OLA, draft.withAudience(ArticleAudience.PUBLIC));
        desk.articles().move(Stage.OLA, draft.id(), ArticleState.PUBLISHED);
    }

    private static List<String> suggested(HelpDesk desk, String text) {
        return desk
                .articles()
                .suggest(ArticleQuestion.of(desk.tenant(), text), Optional.empty(), Optional.empty())
                .articles()
                .stream()
                .map(found -> found.text().title())
                .toList();
    }
}
