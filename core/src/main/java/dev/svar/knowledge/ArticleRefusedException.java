package dev.svar.knowledge;

import dev.svar.error.SvarException;

/** An article cannot go from where it stands to where it was to go, or not by this agent. Nothing was changed. */
public final class ArticleRefusedException extends SvarException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No way leads there from where it stands. */
        NO_WAY("no way leads there"),
        /** The rules let editors do so only. */
        EDITORS_ONLY("the rules let editors do so only"),
        /** Whoever wrote it may not be the one who publishes it. */
        OWN_WORK("somebody else than who wrote it must do so");

        private final String said;

        Reason(String said) {
            this.said = said;
        }
    }

    private final String article;
    private final ArticleState state;
    private final ArticleState wanted;
    private final Reason reason;

    ArticleRefusedException(ArticleId article, ArticleState state, ArticleState wanted, Reason reason) {
        super("article " + article + " is " + state + " and cannot become " + wanted + ": " + reason.said);
        this.article = article.toString();
        this.state = state;
        this.wanted = wanted;
        this.reason = reason;
    }

    /** {@return the article's id} */
    public String article() {
        return article;
    }

    /** {@return where it stands} */
    public ArticleState state() {
        return state;
    }

    /** {@return where it was to go, or to stay with other words} */
    public ArticleState wanted() {
        return wanted;
    }

    /** {@return why not} */
    public Reason reason() {
        return reason;
    }
}
