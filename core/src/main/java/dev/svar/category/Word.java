package dev.svar.category;

/**
 * A word, or an emoji that stands for one, and what is in front of it.
 *
 * @param folded how it is compared
 * @param shape how it is written
 * @param gap what separates it from the word before
 */
record Word(String folded, Shape shape, Gap gap) {
    enum Shape {
        /** Begins with a small letter, or is no word. */
        SMALL,
        /** A capital letter and small ones, or a capital letter alone. */
        TITLE,
        /** Capital letters. */
        CAPITALS
    }

    /** From the weakest to the strongest. */
    enum Gap {
        SPACE,
        COMMA,
        SENTENCE,
        LINE,
        /** A dash or a slash that begins a word, as in "-Kari". */
        DASH
    }

    static Shape shapeOf(String written) {
        int first = written.codePointAt(0);
        if (!Character.isUpperCase(first) && !Character.isTitleCase(first)) {
            return Shape.SMALL;
        }
        boolean title = written.length() == 1 || written.codePoints().anyMatch(Character::isLowerCase);
        return title ? Shape.TITLE : Shape.CAPITALS;
    }
}
