package dev.svar.knowledge;

import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody writes, perhaps only its beginning, and what is known about where and who.
 *
 * @param tenant whose articles
 * @param text what is written so far, of any length; the first {@value #MAX_READ} characters are kept
 * @param languages in which they read, the best first, at most {@value #MAX_LANGUAGES}; none if that is not known, then
 *     articles of all languages are found
 * @param reader who looks
 * @param facts what is known of their matter, for example {@code product} to {@code mobile} or {@code plan} to
 *     {@code free}; see {@link SearchableArticle#facts()}
 * @param page words about the page they are on, for example its title; they prefer articles with such a section, tag or
 *     title but find nothing by themselves; empty if not known, of at most {@value #MAX_PAGE} characters
 * @param limit the most articles, from 1 to {@value #MAX_LIMIT}
 * @param sureness how sure it must be that an article answers, from 0 (everything that has a word in common) to 1
 */
public record ArticleQuestion(
        TenantId tenant,
        String text,
        List<Locale> languages,
        ArticleAudience reader,
        Map<String, String> facts,
        String page,
        int limit,
        double sureness) {
    /** How many characters of a text are read. */
    public static final int MAX_READ = 10_000;

    /** The most languages. */
    public static final int MAX_LANGUAGES = 10;

    /** The most characters about a page. */
    public static final int MAX_PAGE = 500;

    /** The most articles. */
    public static final int MAX_LIMIT = 50;

    /** How many articles are enough to look at while typing. */
    public static final int USUAL_LIMIT = 3;

    /** How sure it must usually be: at half, an article answers as often as it does not. */
    public static final double USUAL_SURENESS = 0.5;

    /**
     * Checks, cuts and copies.
     *
     * @param tenant whose articles
     * @param text what is written so far
     * @param languages in which they read
     * @param reader who looks
     * @param facts what is known of their matter
     * @param page words about the page they are on
     * @param limit the most articles
     * @param sureness how sure it must be that an article answers
     */
    public ArticleQuestion {
        text = text.length() > MAX_READ ? text.substring(0, MAX_READ) : text;
        languages = List.copyOf(Check.size("question.languages", languages, MAX_LANGUAGES));
        Check.range("question.facts", facts.size(), 0, SearchableArticle.MAX_LABELS);
        facts = Map.copyOf(facts);
        Check.length("question.page", page, MAX_PAGE);
        Check.range("question.limit", limit, 1, MAX_LIMIT);
        if (!(sureness >= 0 && sureness <= 1)) {
            throw new InvalidValueException("question.sureness", "is not from 0 to 1");
        }
    }

    /**
     * A customer's question about which nothing else is known.
     *
     * @param tenant whose articles
     * @param text what is written so far
     * @return the question of somebody whom the host does not know
     */
    public static ArticleQuestion of(TenantId tenant, String text) {
        return new ArticleQuestion(
                tenant, text, List.of(), ArticleAudience.PUBLIC, Map.of(), "", USUAL_LIMIT, USUAL_SURENESS);
    }

    /**
     * From a reader of languages.
     *
     * @param best the languages, the best first
     * @return the question
     */
    public ArticleQuestion in(Locale... best) {
        return new ArticleQuestion(tenant, text, List.of(best), reader, facts, page, limit, sureness);
    }

    /**
     * From somebody of an audience.
     *
     * @param who who looks
     * @return the question
     */
    public ArticleQuestion by(ArticleAudience who) {
        return new ArticleQuestion(tenant, text, languages, who, facts, page, limit, sureness);
    }

    /**
     * About something, on a page.
     *
     * @param known what is known of their matter
     * @param where words about the page they are on
     * @return the question
     */
    public ArticleQuestion about(Map<String, String> known, String where) {
        return new ArticleQuestion(tenant, text, languages, reader, known, where, limit, sureness);
    }

    /**
     * For so many articles, with that sureness.
     *
     * @param most the most articles
     * @param sure how sure it must be that an article answers
     * @return the question
     */
    public ArticleQuestion atMost(int most, double sure) {
        return new ArticleQuestion(tenant, text, languages, reader, facts, page, most, sure);
    }

    /** {@return whose it is and its length, without what is asked} */
    @Override
    public String toString() {
        return "question of " + text.length() + " characters to " + tenant;
    }
}
