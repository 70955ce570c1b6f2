package dev.svar.knowledge;

/** What is counted about an article. */
public enum ArticleCount {
    /** Somebody looked at it. */
    VIEW,
    /** Somebody said that it helped. */
    HELPFUL,
    /** Somebody said that it did not. */
    UNHELPFUL
}
