package dev.svar.contact;

import dev.svar.error.Check;

/**
 * A team that answers for the desk, by the host's own id of it.
 *
 * @param value the host's id, one line of at most {@value #MAX_LENGTH} characters
 */
public record TeamId(String value) {
    /** The most characters an id may have. */
    public static final int MAX_LENGTH = 128;

    /**
     * Checks the id.
     *
     * @param value the host's id, one line of at most {@value #MAX_LENGTH} characters
     */
    public TeamId {
        Check.line("team", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
