package dev.svar;

import dev.svar.error.SvarException;
import dev.svar.knowledge.ArticleId;

/** There is no such article. */
public final class UnknownArticleException extends SvarException {
    private static final long serialVersionUID = 1L;

    UnknownArticleException(ArticleId article) {
        super("there is no article " + article);
    }
}
