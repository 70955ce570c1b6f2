package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Looks words up for one question. To begin with a field costs more than to look a word up in it, so what was begun is kept until
 * the question is answered. Not for several threads.
 */
final class Lookup {
    private final IndexReader reader;
    private final List<Map<String, Optional<TermsEnum>>> begun = new ArrayList<>();

    Lookup(IndexReader reader) {
        this.reader = reader;
        reader.leaves().forEach(segment -> begun.add(new HashMap<>()));
    }

    IndexReader reader() {
        return reader;
    }

    LeafReader segment(int number) {
        return reader.leaves().get(number).reader();
    }

    /** In how many documents a field has a word; those that are replaced count until they are merged away. */
    int documents(String field, String word) throws IOException {
        BytesRef bytes = new BytesRef(word);
        int documents = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            Optional<TermsEnum> words = words(segment.ord, field);
            if (words.isPresent() && words.get().seekExact(bytes)) {
                documents += words.get().docFreq();
            }
        }
        return documents;
    }

    /** The documents of a segment in which a field has a word, and how often. */
    Optional<PostingsEnum> postings(int segment, String field, String word) throws IOException {
        Optional<TermsEnum> words = words(segment, field);
        return words.isPresent() && words.get().seekExact(new BytesRef(word))
                ? Optional.of(words.get().postings(null, PostingsEnum.FREQS))
                : Optional.empty();
    }

    private Optional<TermsEnum> words(int segment, String field) throws IOException {
        Optional<TermsEnum> words = begun.get(segment).get(field);
        if (words == null) {
            Terms terms = segment(segment).terms(field);
            words = terms == null ? Optional.empty() : Optional.of(terms.iterator());
            begun.get(segment).put(field, words);
        }
        return words;
    }
}
