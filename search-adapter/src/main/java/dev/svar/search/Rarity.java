package dev.svar.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How much a word tells: the fewer texts have it, the more. */
final class Rarity {
    private final IndexReader reader;
    private final Chain chain;
    private final int texts;

    Rarity(IndexReader reader, Chain chain) throws IOException {
        this.reader = reader;
        this.chain = chain;
        this.texts = reader.getDocCount(Field.ANY.in(chain));
    }

    /** How many texts the chain has. */
    int texts() {
        return texts;
    }

    boolean known(String stem) throws IOException {
        return count(Field.ANY, stem) > 0;
    }

    Variant variant(String stem, double likely) throws IOException {
        double anywhere = of(count(Field.ANY, stem));
        double inTitles = of(count(Field.TITLE, stem));
        // Titles alone are too short to know which words are common.
        double title = (inTitles + 2 * anywhere) / 3;
        return new Variant(stem, likely * title, likely * anywhere);
    }

    double piece(Field field, String piece) throws IOException {
        return of(count(field, piece));
    }

    private int count(Field field, String word) throws IOException {
        return reader.docFreq(new Term(field.in(chain), word));
    }

    private double of(int with) {
        // Texts that are replaced count until they are merged away.
        int all = Math.max(texts, with);
        return Math.log(1 + (all - with + 0.5) / (with + 0.5));
    }
}
