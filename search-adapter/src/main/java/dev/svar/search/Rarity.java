package dev.svar.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How much a word tells: the fewer texts have it, the more. */
final class Rarity {
    /** What a small word tells in a long text beside what its rarity says; in a title it tells what kind of question it is. */
    private static final double SMALL = 0.5;

    private final Lookup lookup;
    private final Chain chain;
    private final int texts;
    private final Map<String, Variant> known = new HashMap<>();

    Rarity(Lookup lookup, Chain chain) throws IOException {
        this.lookup = lookup;
        this.chain = chain;
        this.texts = lookup.reader().getDocCount(Field.ANY.in(chain));
    }

    /** What a word tells that no text has. */
    double most() {
        return of(0, texts);
    }

    boolean known(String stem) throws IOException {
        return count(Field.ANY, stem) > 0;
    }

    /** What a word with a stem tells of which it is so likely that it is meant. */
    Variant variant(String written, String stem, double likely) throws IOException {
        Variant sure = known.get(stem);
        if (sure == null) {
            double anywhere = of(count(Field.ANY, stem), texts);
            double asked = of(count(Field.ANY_ASKED, stem), texts);
            // Titles and phrasings alone are too short to know which words are common.
            sure = new Variant(stem, 1, (asked + 2 * anywhere) / 3, anywhere);
            known.put(stem, sure);
        }
        double inLong = chain.isSmall(written) ? SMALL * sure.rarity() : sure.rarity();
        return new Variant(stem, likely, likely * sure.titleRarity(), likely * inLong);
    }

    /** What a pair or a piece of words tells, judged by one field. */
    double in(Field field, String pairOrPiece) throws IOException {
        return of(count(field, pairOrPiece), texts);
    }

    private int count(Field field, String word) throws IOException {
        return lookup.documents(field.in(chain), word);
    }

    static double of(int with, int texts) {
        // Texts that are replaced count until they are merged away.
        int all = Math.max(texts, with);
        return Math.log(1 + (all - with + 0.5) / (with + 0.5));
    }
}
