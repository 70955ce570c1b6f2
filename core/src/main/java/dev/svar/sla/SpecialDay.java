package dev.svar.sla;

/** A date that its own hours decide alone: a holiday, which has none, or a dated exception. */
record SpecialDay(boolean holiday, String name, Hours hours) {
    String reason() {
        return (holiday ? "holiday " : "exception ") + name;
    }
}
