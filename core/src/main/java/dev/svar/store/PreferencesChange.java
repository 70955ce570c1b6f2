package dev.svar.store;

import dev.svar.delivery.NotificationPreferences;
import dev.svar.error.InvalidValueException;

/**
 * What somebody wants from now on.
 *
 * @param after the preferences, at the version that follows the one that the store must have for this to be committed
 */
public record PreferencesChange(NotificationPreferences after) {
    /**
     * Checks.
     *
     * @param after the preferences, at the next version
     */
    public PreferencesChange {
        if (after.version() < 1) {
            throw new InvalidValueException("preferences.version", "is " + after.version() + ", the first one is 1");
        }
    }

    /** {@return the version that the store must have, 0 if it has none} */
    public long expectedVersion() {
        return after.version() - 1;
    }
}
