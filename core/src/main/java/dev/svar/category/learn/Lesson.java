package dev.svar.category.learn;

/** What became of an example that somebody gave. */
public enum Lesson {
    /** It counts at once, and at every training to come. */
    LEARNED,
    /** Too much came from the same person in too short a time: nothing was kept. */
    TOO_MANY,
    /** It is of a category more than there may be, or holds no word: nothing was kept. */
    NOT_LEARNABLE
}
