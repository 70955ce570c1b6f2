package dev.svar.store;

import dev.svar.announcement.Mailing;
import dev.svar.error.Check;

/**
 * A mailing's new state.
 *
 * @param expectedVersion the version that the store must have for this to be committed; 0 for a mailing that is new
 * @param after the mailing after it, at a higher version
 */
public record MailingChange(long expectedVersion, Mailing after) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the mailing after it, at a higher version
     */
    public MailingChange {
        Check.range("change.expectedVersion", expectedVersion, 0, after.version() - 1);
    }
}
