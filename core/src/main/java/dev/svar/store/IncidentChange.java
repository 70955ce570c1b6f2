package dev.svar.store;

import dev.svar.announcement.Incident;
import dev.svar.error.Check;

/**
 * An incident's new state.
 *
 * @param expectedVersion the version that the store must have for this to be committed; 0 for an incident that is new
 * @param after the incident after it, at a higher version
 */
public record IncidentChange(long expectedVersion, Incident after) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the incident after it, at a higher version
     */
    public IncidentChange {
        Check.range("change.expectedVersion", expectedVersion, 0, after.version() - 1);
    }
}
