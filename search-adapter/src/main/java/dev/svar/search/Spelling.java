package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Known words that may be meant by one that is mistyped or only begun. */
final class Spelling {
    /** The most known words that one word may mean. */
    private static final int MAX_MEANT = 4;

    /** The most known words that are looked at for one word. */
    private static final int MAX_LOOKED_AT = 5_000;

    private static final int MIN_MISTYPED = 4;
    private static final int MAX_MISTYPED = 30;
    private static final int LONG = 8;
    private static final int MIN_BEGUN = 2;

    private final IndexReader reader;
    private final String field;

    Spelling(IndexReader reader, Chain chain) {
        this.reader = reader;
        this.field = Field.WRITTEN.in(chain);
    }

    /**
     * Known words with the same first letter and one letter wrong, of long words two; the nearest first, of those the most
     * common.
     */
    List<String> mistyped(String word) throws IOException {
        if (word.length() < MIN_MISTYPED || word.length() > MAX_MISTYPED) {
            return List.of();
        }
        int most = word.length() >= LONG ? 2 : 1;
        String first = word.substring(0, word.offsetByCodePoints(0, 1));
        return best(first, known -> {
            int edits = Edits.between(word, known, most);
            return edits <= most ? edits : -1;
        });
    }

    /** Known words that begin so, the most common first. */
    List<String> begun(String beginning) throws IOException {
        return beginning.length() < MIN_BEGUN ? List.of() : best(beginning, known -> 0);
    }

    private List<String> best(String prefix, Distance distance) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return List.of();
        }
        BytesRef start = new BytesRef(prefix);
        TermsEnum known = terms.iterator();
        List<Meant> meant = new ArrayList<>();
        BytesRef term = known.seekCeil(start) == TermsEnum.SeekStatus.END ? null : known.term();
        for (int i = 0; i < MAX_LOOKED_AT && term != null && StringHelper.startsWith(term, start); i++) {
            String word = term.utf8ToString();
            int far = distance.to(word);
            if (far >= 0) {
                meant.add(new Meant(word, far, known.docFreq()));
            }
            term = known.next();
        }
        return meant.stream()
                .sorted(Comparator.comparingInt(Meant::distance)
                        .thenComparing(Comparator.comparingInt(Meant::texts).reversed())
                        .thenComparing(Meant::word))
                .limit(MAX_MEANT)
                .map(Meant::word)
                .toList();
    }

    /** How far a known word is; less than 0 if too far. */
    @FunctionalInterface
    private interface Distance {
        int to(String known);
    }

    private record Meant(String word, int distance, int texts) {}
}
