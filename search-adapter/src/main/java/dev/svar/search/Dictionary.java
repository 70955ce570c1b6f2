package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The words of one field, looked up for one question. To find a word costs more than to read where it is, so each is found once,
 * whatever is asked about it. Not for several threads.
 */
final class Dictionary {
    private final List<Optional<TermsEnum>> segments = new ArrayList<>();
    private final List<Optional<PostingsEnum>> postings = new ArrayList<>();
    private final Map<String, Entry> entries = new HashMap<>();

    Dictionary(View view, String field) throws IOException {
        for (int i = 0; i < view.segments().size(); i++) {
            Terms terms = view.segment(i).terms(field);
            segments.add(terms == null ? Optional.empty() : Optional.of(terms.iterator()));
            postings.add(Optional.empty());
        }
    }

    /**
     * A word.
     *
     * @param bytes the word
     * @param documents in how many documents it is; those that are replaced count until they are merged away
     * @param places where it is found again, by segment
     */
    record Entry(BytesRef bytes, int documents, List<Optional<Place>> places) {
        int documents(int segment) {
            return places.get(segment).map(Place::documents).orElse(0);
        }
    }

    /** Where a segment has a word, and in how many documents. */
    record Place(TermState state, int documents) {}

    Entry entry(String word) throws IOException {
        Entry known = entries.get(word);
        if (known == null) {
            known = find(new BytesRef(word));
            entries.put(word, known);
        }
        return known;
    }

    private Entry find(BytesRef bytes) throws IOException {
        List<Optional<Place>> places = new ArrayList<>(segments.size());
        int documents = 0;
        for (Optional<TermsEnum> words : segments) {
            if (words.isPresent() && words.get().seekExact(bytes)) {
                int here = words.get().docFreq();
                documents += here;
                places.add(Optional.of(new Place(words.get().termState(), here)));
            } else {
                places.add(Optional.empty());
            }
        }
        return new Entry(bytes, documents, places);
    }

    /** The documents of a segment that have a word, and how often; valid until the next are asked for in the same segment. */
    Optional<PostingsEnum> postings(int segment, Entry entry) throws IOException {
        Optional<TermsEnum> words = at(segment, entry);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        PostingsEnum documents = words.get().postings(postings.get(segment).orElse(null), PostingsEnum.FREQS);
        postings.set(segment, Optional.of(documents));
        return Optional.of(documents);
    }

    /** The same with what is known of blocks of documents: how often the word is there at most. */
    Optional<ImpactsEnum> impacts(int segment, Entry entry) throws IOException {
        Optional<TermsEnum> words = at(segment, entry);
        return words.isPresent() ? Optional.of(words.get().impacts(PostingsEnum.FREQS)) : Optional.empty();
    }

    private Optional<TermsEnum> at(int segment, Entry entry) throws IOException {
        Optional<Place> place = entry.places().get(segment);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        TermsEnum words = segments.get(segment).orElseThrow();
        words.seekExact(entry.bytes(), place.get().state());
        return Optional.of(words);
    }
}
