package dev.svar.search;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleIndex;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A few articles, and short words to put and to ask. */
final class Library {
    static final TenantId TENANT = TenantId.DEFAULT;
    static final Locale NB = Locale.forLanguageTag("nb");

    static final List<SearchableArticle> ENGLISH = List.of(
            article(
                    "password",
                    Locale.ENGLISH,
                    "How do I reset my password?",
                    "Open the sign-in page and choose \"Forgotten password\". We send you a link by mail. The link is valid"
                            + " for one hour."),
            article(
                    "invoice",
                    Locale.ENGLISH,
                    "Where do I find my invoices?",
                    "All invoices are under Settings, Billing. You can download each of them as a PDF file.\n\nAn invoice"
                            + " that is paid already is marked in green."),
            article(
                    "export",
                    Locale.ENGLISH,
                    "Exporting contacts to a spreadsheet",
                    "Choose Contacts, then Export. The file opens in every spreadsheet program."),
            article(
                    "delete",
                    Locale.ENGLISH,
                    "Deleting your account",
                    "An administrator can delete an account under Settings. After thirty days nothing of it is left."),
            article(
                    "team",
                    Locale.ENGLISH,
                    "Inviting colleagues to your team",
                    "Under Team choose Invite. Each colleague gets a mail with a link."));

    private Library() {}

    static SearchableArticle article(String id, Locale language, String title, String body, String... phrasings) {
        return SearchableArticle.of(id, new SearchableText(language, title, body, List.of(phrasings)));
    }

    /** Puts articles after what is there. */
    static void put(ArticleIndex index, TenantId tenant, List<SearchableArticle> articles) {
        long at = index.position(tenant);
        if (!index.take(tenant, new ArticleChanges(at, at + 1, articles, Set.of()))) {
            throw new AssertionError("somebody else fed the index at " + at);
        }
    }

    static void put(ArticleIndex index, SearchableArticle... articles) {
        put(index, TENANT, List.of(articles));
    }

    static ArticleQuestion asked(String text) {
        return ArticleQuestion.of(TENANT, text).in(Locale.ENGLISH);
    }

    static ArticleQuestion everything(String text) {
        return ArticleQuestion.of(TENANT, text).atMost(ArticleQuestion.MAX_LIMIT, 0);
    }

    static List<String> ids(List<ArticleHit> hits) {
        return hits.stream().map(ArticleHit::article).toList();
    }
}
