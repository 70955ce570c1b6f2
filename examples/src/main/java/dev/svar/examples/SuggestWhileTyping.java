package dev.svar.examples;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleIndex;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import dev.svar.search.LuceneArticleIndex;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A customer types, and the article that answers is there before the ticket is written. */
public final class SuggestWhileTyping {
    private static final TenantId TENANT = TenantId.DEFAULT;

    private SuggestWhileTyping() {}

    /**
     * Prints what is shown for what is typed.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        try (LuceneArticleIndex index = LuceneArticleIndex.inMemory()) {
            index.take(TENANT, new ArticleChanges(0, 1, articles(), Set.of()));
            out.println("A customer types:");
            for (String typed : List.of("How", "How do I get a cop", "How do I get a copy of an invo")) {
                show(out, index, typed);
            }
            out.println("With a typing error:");
            show(out, index, "pasword forgoten");
            out.println("Nothing rather than noise:");
            show(out, index, "Do you sponsor football clubs?");
            out.println("In words that no article has, before and after it helped somebody who asked so:");
            show(out, index, "I am locked out");
            index.take(TENANT, new ArticleChanges(1, 2, List.of(password("locked out of my account")), Set.of()));
            show(out, index, "I am locked out");
        }
    }

    private static void show(PrintStream out, ArticleIndex index, String typed) {
        List<ArticleHit> hits =
                index.find(ArticleQuestion.of(TENANT, typed).in(Locale.ENGLISH).atMost(1, 0.5));
        out.println("  " + typed);
        if (hits.isEmpty()) {
            out.println("    -");
        }
        for (ArticleHit hit : hits) {
            out.printf(Locale.ROOT, "    %s: %s%n", hit.title(), hit.passage());
        }
    }

    private static List<SearchableArticle> articles() {
        return List.of(
                password(),
                article("invoice", "Where do I find my invoices?", "A copy of each is under Settings, Billing."),
                article("export", "Exporting contacts", "Choose Contacts, then Export."),
                article("team", "Inviting colleagues", "Under Team choose Invite. Each of them gets a mail."));
    }

    private static SearchableArticle password(String... learned) {
        return article("password", "I have forgotten my password", "We send you a link by mail.", learned);
    }

    private static SearchableArticle article(String id, String title, String body, String... learned) {
        return SearchableArticle.of(id, new SearchableText(Locale.ENGLISH, title, body, List.of(learned)));
    }
}
