package dev.svar.search;

import dev.svar.knowledge.SimilarText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Ranks texts by what they have in common with another. */
final class TextRanking {
    /** The most different terms of a field that are looked for: those that tell most. */
    private static final int MAX_TERMS = 128;

    /** Terms that more than every second text has tell nothing. */
    private static final double LEAST_RARITY = 0.7;

    /** Rarity counts, but not in proportion: what is rarest is often a name or a slip. */
    private static final double DAMPED = 0.7;

    private final View view;
    private final Lookup lookup;
    private final List<SoughtTerm> sought = new ArrayList<>();

    TextRanking(View view) {
        this.view = view;
        this.lookup = new Lookup(view);
    }

    List<SimilarText> like(String text, int limit) throws IOException {
        double itself = seek(text);
        BestTexts best = new BestTexts(limit);
        for (LeafReaderContext segment : view.reader().leaves()) {
            new TextTally(view, segment, sought).addTo(best);
        }
        StoredFields stored = view.searcher().storedFields();
        List<SimilarText> similar = new ArrayList<>();
        for (BestTexts.Text found : best.bestFirst()) {
            String id = stored.document(found.document(), Set.of(TextField.ID)).get(TextField.ID);
            similar.add(new SimilarText(id, Math.min(1, found.score() / itself)));
        }
        return similar;
    }

    /** The same of some texts only, which are all that is read. */
    List<SimilarText> among(String text, Set<String> ids) throws IOException {
        double itself = seek(text);
        List<SimilarText> similar = new ArrayList<>();
        for (LeafReaderContext segment : view.reader().leaves()) {
            SortedMap<Integer, String> documents = documents(segment, ids);
            TextTally tally = new TextTally(view, segment, sought);
            float[] scores =
                    tally.scores(documents.keySet().stream().mapToInt(at -> at).toArray());
            int at = 0;
            for (String id : documents.values()) {
                float score = scores[at++];
                if (score > 0) {
                    similar.add(new SimilarText(id, Math.min(1, score / itself)));
                }
            }
        }
        similar.sort(
                Comparator.comparingDouble(SimilarText::likeness).reversed().thenComparing(SimilarText::id));
        return similar;
    }

    private SortedMap<Integer, String> documents(LeafReaderContext segment, Set<String> ids) throws IOException {
        SortedMap<Integer, String> found = new TreeMap<>();
        Bits live = segment.reader().getLiveDocs();
        Dictionary known = lookup.field(TextField.ID);
        for (String id : ids) {
            Optional<PostingsEnum> documents = known.postings(segment.ord, known.entry(id));
            if (documents.isPresent()) {
                addLive(found, id, documents.get(), live);
            }
        }
        return found;
    }

    /** Of a text that was replaced there may be several, of which one is live. */
    private static void addLive(Map<Integer, String> found, String id, PostingsEnum documents, @Nullable Bits live)
            throws IOException {
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            if (live == null || live.get(at)) {
                found.put(at, id);
            }
        }
    }

    /** Finds what is looked for, and tells what the text itself would count. */
    private double seek(String text) throws IOException {
        double itself = 0;
        for (Map.Entry<TextField, List<String>> terms : TextTerms.of(text).entrySet()) {
            itself += add(terms.getKey(), terms.getValue());
        }
        return itself;
    }

    private double add(TextField field, List<String> terms) throws IOException {
        Measure measure = Measure.of(lookup.reader(), field.key());
        Dictionary words = lookup.field(field.key());
        int texts = lookup.reader().getDocCount(field.key());
        Map<String, Integer> times = new LinkedHashMap<>();
        terms.forEach(term -> times.merge(term, 1, Integer::sum));
        List<Weighed> weighed = new ArrayList<>();
        for (Map.Entry<String, Integer> term : times.entrySet()) {
            double rarity = Rarity.of(words.entry(term.getKey()).documents(), texts);
            if (rarity >= LEAST_RARITY || field == TextField.WORDS) {
                weighed.add(new Weighed(term.getKey(), term.getValue(), Math.pow(rarity, DAMPED) * field.weight()));
            }
        }
        weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        double itself = 0;
        for (Weighed term : weighed.subList(0, Math.min(MAX_TERMS, weighed.size()))) {
            sought.add(new SoughtTerm(words, words.entry(term.word()), measure, (float) term.weight()));
            itself += term.weight() * measure.countIn(term.times(), terms.size());
        }
        return itself;
    }

    private record Weighed(String word, int times, double weight) {}
}
