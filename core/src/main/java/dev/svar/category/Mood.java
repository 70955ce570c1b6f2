package dev.svar.category;

/** How the writer of a text feels about whom they write to. */
public enum Mood {
    /** Angry, disappointed, or tired of waiting. */
    UPSET,
    /** Pleased with what was done, and says so; polite thanks alone are not it. */
    CONTENT
}
