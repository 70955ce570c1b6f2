package dev.svar.knowledge;

import java.util.List;

/**
 * Port: finds the articles that answer what somebody writes, also while the last word is still being typed.
 *
 * <p>Nothing rather than noise: where no article is likely to answer, the answer is empty. A tenant is a wall, and nobody is
 * shown an article that is not for them. Whatever is written is taken as words, never as a language for queries; of a very
 * long text only the beginning is read. Safe for use by several threads, bounded in time and memory for any text.
 */
@FunctionalInterface
public interface ArticleSearch {
    /**
     * Looks for answers.
     *
     * @param question what somebody writes, and who
     * @return the articles that may answer it, the likeliest first, each once
     * @throws SearchIndexException if it cannot be looked for now
     */
    List<ArticleHit> find(ArticleQuestion question);
}
