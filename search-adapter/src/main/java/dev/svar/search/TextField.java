package dev.svar.search;

/** The fields of texts that others are compared with, and what they count beside one another. */
enum TextField {
    /** Words as they are written, whatever the language. */
    WORDS("words", 1),
    /** Pairs of words that follow one another, with marks at the beginning and the end. */
    PAIRS("pairs", 0.3),
    /** Pieces of words. */
    PIECES("pieces", 0.5);

    static final String ID = "id";

    private final String key;
    private final double weight;

    TextField(String key, double weight) {
        this.key = key;
        this.weight = weight;
    }

    String key() {
        return key;
    }

    double weight() {
        return weight;
    }
}
