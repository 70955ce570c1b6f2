package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.KnowledgeBase;
import dev.svar.NewTicket;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleRefusedException;
import dev.svar.knowledge.ArticleRules;
import dev.svar.knowledge.ArticleState;
import dev.svar.ticket.Status;
import dev.svar.ticket.TicketId;
import java.net.URI;
import java.util.Locale;

/** The answer that solved one ticket becomes an article, which answers the next one with a link. */
public final class ArticleFromTicket {
    private ArticleFromTicket() {}

    /**
     * Prints what becomes of an answer.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        HelpDesk desk = stage.desk()
                .articleLinks(URI.create("https://shop.example/help/"))
                .articleRules(ArticleRules.standard().withFourEyes())
                .build();
        Story story = stage.story();
        TicketId solved = solved(desk);

        KnowledgeBase articles = desk.articles();
        Article draft = articles.fromTicket(solved, Stage.OLA, "billing");
        story.tell("Made of the ticket", draft.text(Locale.ENGLISH).body());
        String body = "Hello,\n\nPlease enter the code from your bank app. More: https://shop.example/3ds";
        Article ours =
                draft.withText(Locale.ENGLISH, "My card is declined", body).withAudience(ArticleAudience.PUBLIC);
        Article written = articles.save(Stage.OLA, ours);
        try {
            articles.move(Stage.OLA, written.id(), ArticleState.PUBLISHED);
        } catch (ArticleRefusedException e) {
            story.refused("Ola publishes it", e);
        }
        Article published = articles.move(Stage.LISE, written.id(), ArticleState.PUBLISHED);
        story.tell("Lise publishes it", published.state());

        TicketId next = desk.open(NewTicket.builder(Stage.PER, "Payment", "My Visa does not work here.")
                        .build())
                .id();
        desk.reply(next, Stage.OLA, "This should help:\n" + articles.link(published.id(), next), Status.SOLVED);
        desk.runDue(100);
        story.letter(stage.mail().accepted().get(stage.mail().accepted().size() - 1));
        articles.read(published.id(), ArticleAudience.PUBLIC);
        story.tell(
                "Per follows the link, looks", articles.counts(published.id()).views());
        story.tell(
                "The same as a canned response",
                articles.cannedTwin(published.id(), Stage.OLA, "declined").shortcut());
        return desk;
    }

    private static TicketId solved(HelpDesk desk) {
        TicketId ticket = desk.open(NewTicket.builder(Stage.KARI, "Card", "My card is declined.")
                        .name("Kari Nordmann")
                        .build())
                .id();
        String answer =
                "Hello Kari,\n\nPlease enter the code from your bank app. We tried to call you at +47 22 33 44 55."
                        + " More: https://shop.example/3ds";
        desk.reply(ticket, Stage.OLA, answer, Status.SOLVED);
        return ticket;
    }
}
