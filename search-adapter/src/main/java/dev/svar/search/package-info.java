/**
 * Search on Lucene: {@link dev.svar.search.LuceneArticleIndex} finds the articles that answer a question, also while it is
 * typed.
 *
 * <p>How a text becomes words is the matter of {@code Chain}, one for each language; how words become a ranking that of
 * {@code Ranking}; how an index lies on disk, survives and is replaced that of {@code Generations}.
 */
@NullMarked
package dev.svar.search;

import org.jspecify.annotations.NullMarked;
