package dev.svar.contact;

import dev.svar.error.Check;

/**
 * Somebody who answers for the desk, by the host's own user id. Svar keeps no user directory.
 *
 * @param value the host's user id, one line of at most {@value #MAX_LENGTH} characters
 */
public record AgentId(String value) {
    /** The most characters an id may have. */
    public static final int MAX_LENGTH = 128;

    /**
     * Checks the id.
     *
     * @param value the host's user id, one line of at most {@value #MAX_LENGTH} characters
     */
    public AgentId {
        Check.line("agent", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
