package dev.svar.search;

/** The names of fields. Those of words and pieces exist once for each chain, so that each language has its own statistics. */
enum Field {
    /** Stems of the title. */
    TITLE("t"),
    /** Stems of the phrasings. */
    PHRASINGS("h"),
    /** Stems of the body. */
    BODY("b"),
    /** Stems of all of it, without their number: how common a word is. */
    ANY("a"),
    /** Stems of the title and the phrasings, without their number. */
    ANY_ASKED("ta"),
    /** Words as they are written, for what is mistyped or only begun. */
    WRITTEN("w"),
    /** Pairs of words of the title. */
    TITLE_PAIRS("tw"),
    /** Pairs of words of the body. */
    BODY_PAIRS("bw"),
    /** Pieces of the title. */
    TITLE_PIECES("tp"),
    /** Pieces of the phrasings. */
    PHRASING_PIECES("hp"),
    /** Pieces of the body. */
    BODY_PIECES("bp"),
    /** The words of the passages, one after the other. */
    PASSAGES("p"),
    /** The words of the title and of each phrasing, one after the other. */
    ASKINGS("q"),
    /** Stems of the section and the tags. */
    LABELS("l");

    /** The article's id: everything of an article is replaced by it. */
    static final String ARTICLE = "article";

    /** The language of a text, by its code. */
    static final String CODE = "code";

    /** For whom an article is. */
    static final String AUDIENCE = "audience";

    /** The names of facts. */
    static final String FACT_NAME = "fact";

    /** Facts with a value. */
    static final String FACT = "factvalue";

    static final String VERSION = "version";
    static final String LANGUAGE = "language";
    static final String SHOWN_TITLE = "title";

    /** The title and the phrasings, to be compared with a question. */
    static final String ASKED = "asked";

    /** Each passage, in their order. */
    static final String SHOWN_PASSAGE = "passage";

    private final String prefix;

    Field(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    String in(Chain chain) {
        return chain.field(this);
    }
}
