package dev.svar.template;

/** A piece of what stands inside an output or a tag; for a string the text is what stands between its quotes. */
record Token(Kind kind, String text, int at) {
    enum Kind {
        WORD,
        STRING,
        NUMBER,
        SYMBOL,
        END
    }

    boolean symbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean word(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** How an error calls it. */
    String shown() {
        if (kind == Kind.END) {
            return "the end";
        }
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
