package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Known words that may be meant by one that is mistyped or only begun. */
final class Spelling {
    /** The most known words that one word may mean. */
    static final int MAX_MEANT = 4;

    private static final int MIN_MISTYPED = 4;
    private static final int MAX_MISTYPED = 30;
    private static final int LONG = 8;
    private static final int FIRST_LETTERS = 1;
    private static final int MIN_BEGUN = 2;
    private static final int MAX_BEGUN_LOOKED_AT = 300;

    private final IndexReader reader;
    private final String field;

    Spelling(IndexReader reader, Chain chain) {
        this.reader = reader;
        this.field = Field.WRITTEN.in(chain);
    }

    /** Known words with one letter wrong, of long words two; the nearest first, of those the most common. */
    List<String> mistyped(String word) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null || word.length() < MIN_MISTYPED || word.length() > MAX_MISTYPED) {
            return List.of();
        }
        int edits = word.length() >= LONG ? 2 : 1;
        FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(field, word), edits, FIRST_LETTERS, true);
        List<Meant> meant = new ArrayList<>();
        for (BytesRef term = near.next(); term != null; term = near.next()) {
            meant.add(new Meant(term.utf8ToString(), near.getBoost(), near.docFreq()));
        }
        return best(meant);
    }

    /** Known words that begin so, the most common first. */
    List<String> begun(String beginning) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null || beginning.length() < MIN_BEGUN) {
            return List.of();
        }
        BytesRef start = new BytesRef(beginning);
        TermsEnum known = terms.iterator();
        List<Meant> meant = new ArrayList<>();
        if (known.seekCeil(start) != TermsEnum.SeekStatus.END) {
            BytesRef term = known.term();
            for (int i = 0; i < MAX_BEGUN_LOOKED_AT && term != null && StringHelper.startsWith(term, start); i++) {
                meant.add(new Meant(term.utf8ToString(), 1, known.docFreq()));
                term = known.next();
            }
        }
        return best(meant);
    }

    private static List<String> best(List<Meant> meant) {
        return meant.stream()
                .sorted(Comparator.comparingDouble(Meant::likeness)
                        .thenComparingInt(Meant::texts)
                        .reversed()
                        .thenComparing(Meant::word))
                .limit(MAX_MEANT)
                .map(Meant::word)
                .toList();
    }

    private record Meant(String word, float likeness, int texts) {}
}
