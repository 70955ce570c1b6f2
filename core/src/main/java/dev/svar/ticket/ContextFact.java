package dev.svar.ticket;

import dev.svar.error.Check;

/**
 * Something that the host knows about what a ticket is about: an order, a release, a device. Facts never change.
 *
 * @param name what it is, for example {@code order.number}; one line of at most {@value #MAX_NAME_LENGTH} characters
 * @param value its value
 * @param audience who may see it
 */
public record ContextFact(String name, FieldValue value, Audience audience) {
    /** The most characters a name may have. */
    public static final int MAX_NAME_LENGTH = 100;

    /** The most facts of a ticket. */
    public static final int MAX_FACTS = 100;

    /**
     * Checks the name.
     *
     * @param name what it is
     * @param value its value
     * @param audience who may see it
     */
    public ContextFact {
        Check.line("fact.name", name, MAX_NAME_LENGTH);
    }

    /** {@return its name and type, not its value: facts may be personal} */
    @Override
    public String toString() {
        return name + " (" + value.type() + ")";
    }
}
