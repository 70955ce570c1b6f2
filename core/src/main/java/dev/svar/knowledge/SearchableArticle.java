package dev.svar.knowledge;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An article as it is looked for.
 *
 * @param id its id, one line of at most {@value #MAX_ID} characters
 * @param version which version of it this is
 * @param audience for whom it is
 * @param labels its section and tags, at most {@value #MAX_LABELS}, each at most {@value #MAX_LABEL} characters
 * @param facts for what it holds, for example {@code product} to {@code mobile, web}: it is not found by a question about
 *     another product, but by one that says nothing about it; at most {@value #MAX_LABELS}
 * @param texts what it says, each language once; from one to {@value #MAX_TEXTS}
 */
public record SearchableArticle(
        String id,
        long version,
        ArticleAudience audience,
        Set<String> labels,
        Map<String, Set<String>> facts,
        List<SearchableText> texts) {
    /** The most characters of an id. */
    public static final int MAX_ID = 100;

    /** The most labels, facts and values of a fact. */
    public static final int MAX_LABELS = 50;

    /** The most characters of a label, of a fact's name and of its value. */
    public static final int MAX_LABEL = 200;

    /** The most languages. */
    public static final int MAX_TEXTS = 50;

    /**
     * Checks and copies.
     *
     * @param id its id
     * @param version which version of it this is
     * @param audience for whom it is
     * @param labels its section and tags
     * @param facts for what it holds
     * @param texts what it says, each language once
     */
    public SearchableArticle {
        Check.line("article.id", id, MAX_ID);
        labels = Set.copyOf(Check.size("article.labels", labels, MAX_LABELS));
        labels.forEach(label -> Check.line("article.labels", label, MAX_LABEL));
        facts = FactValues.copyOf("article.facts", facts);
        texts = List.copyOf(Check.size("article.texts", texts, MAX_TEXTS));
        if (texts.isEmpty()) {
            throw new InvalidValueException("article.texts", "are none, an article must say something");
        }
        if (texts.stream().map(SearchableText::language).distinct().count() < texts.size()) {
            throw new InvalidValueException("article.texts", "name a language twice");
        }
    }

    /**
     * An article in one language that everybody may read.
     *
     * @param id its id
     * @param text what it says
     * @return the article, at version 1, without labels and facts
     */
    public static SearchableArticle of(String id, SearchableText text) {
        return new SearchableArticle(id, 1, ArticleAudience.PUBLIC, Set.of(), Map.of(), List.of(text));
    }

    /** {@return its id and version, without what it says} */
    @Override
    public String toString() {
        return "article " + id + " v" + version;
    }
}
