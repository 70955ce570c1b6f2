package dev.svar.store;

/** Whether a query wants tickets that have a mark. */
public enum Including {
    /** Only those without it. */
    WITHOUT,
    /** Those with it and those without it. */
    WITH,
    /** Only those with it. */
    ONLY;

    boolean admits(boolean marked) {
        return this == WITH || marked == (this == ONLY);
    }
}
