package dev.svar.knowledge;

import java.util.Locale;

/**
 * An article that may answer.
 *
 * @param article its id
 * @param version which version of it was found; it may be behind what the store holds
 * @param language in which language
 * @param title its title in that language
 * @param passage what of its text answers, or its beginning; plain text
 * @param confidence how likely it is that it answers, from 0 to 1
 */
public record ArticleHit(
        String article, long version, Locale language, String title, String passage, double confidence) {}
