package dev.svar.store;

import dev.svar.contact.Organization;
import dev.svar.error.Check;

/**
 * An organization's new state. The domains that it has no more are free for others, also in the same commit.
 *
 * @param expectedVersion the version that the store must have for this to be committed; 0 for an organization that is new
 * @param after the organization after it, at a higher version
 */
public record OrganizationChange(long expectedVersion, Organization after) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the organization after it, at a higher version
     */
    public OrganizationChange {
        Check.range("change.expectedVersion", expectedVersion, 0, after.version() - 1);
    }
}
