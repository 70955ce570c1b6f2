package dev.svar.template;

import java.util.Locale;
import java.util.Optional;

/** The categories of the CLDR: which form of a word goes with a number. */
enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /** How it is written at the end of a key. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Plural> of(String label) {
        for (Plural plural : values()) {
            if (plural.label().equals(label)) {
                return Optional.of(plural);
            }
        }
        return Optional.empty();
    }
}
