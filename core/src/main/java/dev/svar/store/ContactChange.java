package dev.svar.store;

import dev.svar.contact.Contact;
import dev.svar.error.Check;

/**
 * A contact's new state. The addresses that it has no more are free for others, also in the same commit.
 *
 * @param expectedVersion the version that the store must have for this to be committed, from 1
 * @param after the contact after it, at a higher version
 */
public record ContactChange(long expectedVersion, Contact after) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed, from 1
     * @param after the contact after it, at a higher version
     */
    public ContactChange {
        Check.range("change.expectedVersion", expectedVersion, 1, after.version() - 1);
    }
}
