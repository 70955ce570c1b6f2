package dev.svar.mail;

/** What became of a message that is not waiting any more. */
enum Fate {
    /** The desk has it. */
    TAKEN,
    /** The desk has its bytes, for a person to look at. */
    QUARANTINED,
    /** The desk has less than its bytes, so it must not get lost where it lies. */
    PASSED_OVER
}
