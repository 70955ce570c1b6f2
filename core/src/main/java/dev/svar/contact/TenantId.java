package dev.svar.contact;

import dev.svar.error.Check;

/**
 * One desk's walls: everything stored belongs to exactly one tenant and no look-up crosses them.
 *
 * @param value the host's own id of the tenant, one line of at most {@value #MAX_LENGTH} characters
 */
public record TenantId(String value) {
    /** The most characters an id may have. */
    public static final int MAX_LENGTH = 64;

    /** The tenant of a host that has only one desk. */
    public static final TenantId DEFAULT = new TenantId("default");

    /**
     * Checks the id.
     *
     * @param value the host's own id of the tenant, one line of at most {@value #MAX_LENGTH} characters
     */
    public TenantId {
        Check.line("tenant", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
