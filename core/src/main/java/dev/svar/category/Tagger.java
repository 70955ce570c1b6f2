package dev.svar.category;

import java.util.List;

/**
 * Port: says what a text is about beside its one category: any number of tags, each for itself. Implementations are pure, safe
 * for use by several threads, bounded in time for any text, and name no tag rather than guess.
 */
@FunctionalInterface
public interface Tagger {
    /**
     * Looks at a text.
     *
     * @param question the text and what is known about it
     * @return tags that it should have, first the likeliest, each once; empty if none is likely enough
     */
    List<LikelyTag> tags(CategoryQuestion question);
}
