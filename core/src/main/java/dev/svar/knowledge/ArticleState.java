package dev.svar.knowledge;

/** Where an article stands. */
public enum ArticleState {
    /** Somebody writes it; nobody finds it. */
    DRAFT,
    /** It waits for somebody who reads it before others do. */
    IN_REVIEW,
    /** Its audience finds it. */
    PUBLISHED,
    /** It was true once; nobody finds it any more. */
    RETIRED
}
