package dev.svar.search;

import dev.svar.knowledge.SimilarText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Ranks texts by what they have in common with another. */
final class TextRanking {
    /** The most different terms of a field that are looked for: those that tell most. */
    private static final int MAX_TERMS = 128;

    /** Terms that more than every second text has tell nothing. */
    private static final double LEAST_RARITY = 0.7;

    private static final Comparator<Found> BEST_LAST = Comparator.comparingDouble(Found::score)
            .thenComparing(Comparator.comparingInt(Found::document).reversed());

    private final IndexSearcher searcher;

    TextRanking(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<SimilarText> like(String text, int limit) throws IOException {
        Lookup lookup = new Lookup(searcher.getIndexReader());
        List<Counted> counted = new ArrayList<>();
        double itself = counted(counted, lookup, text);
        PriorityQueue<Found> best = new PriorityQueue<>(BEST_LAST);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            collect(segment, Tally.of(lookup, segment.ord, counted, List.of(Range.ALL)), best, limit);
        }
        List<SimilarText> similar = new ArrayList<>();
        for (Found found = best.poll(); found != null; found = best.poll()) {
            String id = searcher.storedFields()
                    .document(found.document(), Set.of(TextField.ID))
                    .get(TextField.ID);
            similar.add(new SimilarText(id, Math.min(1, found.score() / itself)));
        }
        Collections.reverse(similar);
        return similar;
    }

    List<SimilarText> among(String text, Set<String> ids) throws IOException {
        Lookup lookup = new Lookup(searcher.getIndexReader());
        List<Counted> counted = new ArrayList<>();
        double itself = counted(counted, lookup, text);
        List<SimilarText> similar = new ArrayList<>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            SortedMap<Integer, String> documents = documents(lookup, segment, ids);
            List<Range> ranges = documents.keySet().stream()
                    .map(document -> new Range(document, document + 1))
                    .toList();
            Tally tally = Tally.of(lookup, segment.ord, counted, ranges);
            documents.forEach((document, id) -> {
                if (tally.score(document) > 0) {
                    similar.add(new SimilarText(id, Math.min(1, tally.score(document) / itself)));
                }
            });
        }
        similar.sort(
                Comparator.comparingDouble(SimilarText::likeness).reversed().thenComparing(SimilarText::id));
        return similar;
    }

    private static SortedMap<Integer, String> documents(Lookup lookup, LeafReaderContext segment, Set<String> ids)
            throws IOException {
        SortedMap<Integer, String> found = new TreeMap<>();
        Bits live = segment.reader().getLiveDocs();
        for (String id : ids) {
            Optional<PostingsEnum> documents = lookup.postings(segment.ord, TextField.ID, id);
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

    /** Collects what is looked for, and tells what the text itself would count. */
    private static double counted(List<Counted> counted, Lookup lookup, String text) throws IOException {
        double itself = 0;
        for (Map.Entry<TextField, List<String>> terms : TextTerms.of(text).entrySet()) {
            itself += add(counted, lookup, terms.getKey(), terms.getValue());
        }
        return itself;
    }

    /** What the text itself would count. */
    private static double add(List<Counted> counted, Lookup lookup, TextField field, List<String> terms)
            throws IOException {
        Measure measure = Measure.of(lookup.reader(), field.key());
        int texts = lookup.reader().getDocCount(field.key());
        Map<String, Integer> times = new LinkedHashMap<>();
        terms.forEach(term -> times.merge(term, 1, Integer::sum));
        List<Weighed> weighed = new ArrayList<>();
        for (Map.Entry<String, Integer> term : times.entrySet()) {
            double rarity = Rarity.of(lookup.documents(field.key(), term.getKey()), texts);
            if (rarity >= LEAST_RARITY || field == TextField.WORDS) {
                weighed.add(new Weighed(term.getKey(), term.getValue(), rarity * field.weight()));
            }
        }
        weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        double itself = 0;
        for (Weighed term : weighed.subList(0, Math.min(MAX_TERMS, weighed.size()))) {
            counted.add(new Counted(measure, List.of(new Counted.Term(term.word(), (float) term.weight()))));
            itself += term.weight() * measure.countIn(term.times(), terms.size());
        }
        return itself;
    }

    private static void collect(LeafReaderContext segment, Tally tally, PriorityQueue<Found> best, int limit) {
        Bits live = segment.reader().getLiveDocs();
        for (int document = 0; document < segment.reader().maxDoc(); document++) {
            float score = tally.score(document);
            boolean competes =
                    score > 0 && (best.size() < limit || score > best.element().score());
            if (competes && (live == null || live.get(document))) {
                best.add(new Found(segment.docBase + document, score));
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
    }

    private record Found(int document, float score) {}

    private record Weighed(String word, int times, double weight) {}
}
