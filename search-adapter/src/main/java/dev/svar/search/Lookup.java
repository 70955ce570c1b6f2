package dev.svar.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;

/** What is looked up for one question, each once. Not for several threads. */
final class Lookup {
    private final View view;
    private final Map<String, Dictionary> fields = new HashMap<>();
    private final Map<Candidate, Document> shown = new HashMap<>();

    Lookup(View view) {
        this.view = view;
    }

    View view() {
        return view;
    }

    IndexReader reader() {
        return view.reader();
    }

    Dictionary field(String name) throws IOException {
        Dictionary known = fields.get(name);
        if (known == null) {
            known = new Dictionary(view, name);
            fields.put(name, known);
        }
        return known;
    }

    /** In how many documents a field has a word; those that are replaced count until they are merged away. */
    int documents(String field, String word) throws IOException {
        return field(field).entry(word).documents();
    }

    /** What is stored of a candidate. */
    Document stored(Candidate candidate) throws IOException {
        Document known = shown.get(candidate);
        if (known == null) {
            known = view.segment(candidate.segment()).storedFields().document(candidate.document());
            shown.put(candidate, known);
        }
        return known;
    }
}
