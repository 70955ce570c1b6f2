package dev.svar;

import dev.svar.category.Categorizer;
import dev.svar.knowledge.ArticleIndex;
import dev.svar.knowledge.ArticleRules;
import dev.svar.knowledge.ArticleSearch;
import dev.svar.knowledge.TextIndex;
import java.net.URI;
import java.util.Optional;

/** How a desk keeps its articles, finds them and links to them, and finds tickets that are alike. */
record DeskKnowledge(
        ArticleRules rules,
        Optional<ArticleSearch> search,
        Optional<URI> links,
        Optional<Categorizer> categorizer,
        Optional<TextIndex> tickets,
        TicketFeedMemory ticketFeed,
        Retention retention) {
    /** What is fed from the store, if it is an index of its own. */
    Optional<ArticleIndex> index() {
        return search.filter(ArticleIndex.class::isInstance).map(ArticleIndex.class::cast);
    }
}
