package dev.svar;

import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleText;

/**
 * An article that may answer a question.
 *
 * @param article the article as it stands
 * @param text what it says, in the language in which it was found
 * @param passage the part of it that answers
 * @param confidence how likely it answers, from 0 to 1
 */
public record SuggestedArticle(Article article, ArticleText text, String passage, double confidence) {}
