package dev.svar.sla;

import java.util.List;

/** A date that its own hours decide alone: a holiday, which has none, or a dated exception. */
record SpecialDay(boolean holiday, String name, Hours hours) {
    private static final String BETWEEN_NAMES = ", ";

    static SpecialDay holiday(String name) {
        return new SpecialDay(true, name, Hours.NONE);
    }

    /** This and a holiday on the same date: an exception stays as it is, a holiday has both names. */
    SpecialDay and(SpecialDay other) {
        if (!holiday || List.of(name.split(BETWEEN_NAMES)).contains(other.name)) {
            return this;
        }
        return holiday(name + BETWEEN_NAMES + other.name);
    }

    String reason() {
        return (holiday ? "holiday " : "exception ") + name;
    }
}
