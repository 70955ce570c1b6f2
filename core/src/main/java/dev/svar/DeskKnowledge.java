package dev.svar;

import dev.svar.category.Categorizer;
import dev.svar.knowledge.ArticleIndex;
import dev.svar.knowledge.ArticleRules;
import dev.svar.knowledge.ArticleSearch;
import java.net.URI;
import java.util.Optional;

/** How a desk keeps its articles, finds them and links to them. */
record DeskKnowledge(
        ArticleRules rules, Optional<ArticleSearch> search, Optional<URI> links, Optional<Categorizer> categorizer) {
    /** What is fed from the store, if it is an index of its own. */
    Optional<ArticleIndex> index() {
        return search.filter(ArticleIndex.class::isInstance).map(ArticleIndex.class::cast);
    }
}
