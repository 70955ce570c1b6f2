package dev.svar;

import dev.svar.knowledge.ArticleId;

/**
 * What came of suggesting one article.
 *
 * @param article which article
 * @param shown for how many questions it was shown
 * @param opened how often it was opened
 * @param solved how many questions it answered
 * @param askedAllTheSame how many became a ticket after it was opened
 * @param helpful how many said that it helped
 * @param unhelpful how many said that it did not
 */
public record ArticleDeflection(
        ArticleId article, long shown, long opened, long solved, long askedAllTheSame, long helpful, long unhelpful) {}
