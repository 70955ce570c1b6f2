package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.knowledge.Phrasings;

/**
 * What is known from now on about how customers ask for an article.
 *
 * @param expectedVersion the version that the store must have for this to be committed; 0 if nothing was learned yet
 * @param after the phrasings after it, at a higher version
 */
public record PhrasingsChange(long expectedVersion, Phrasings after) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 if nothing was learned yet
     * @param after the phrasings after it, at a higher version
     */
    public PhrasingsChange {
        Check.range("change.expectedVersion", expectedVersion, 0, after.version() - 1);
    }
}
