package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.knowledge.Suggestion;

/**
 * What came of a question for which articles were suggested.
 *
 * @param expectedVersion the version that the store must have for this to be committed; 0 for a question that is new
 * @param after the suggestion after it, at a higher version
 */
public record SuggestionChange(long expectedVersion, Suggestion after) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the suggestion after it, at a higher version
     */
    public SuggestionChange {
        Check.range("change.expectedVersion", expectedVersion, 0, after.version() - 1);
    }
}
