package dev.svar.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** Words that are known already, for a field of a document. */
final class Listed extends TokenStream {
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType PRESENT = type(IndexOptions.DOCS, true);

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> words;
    private Iterator<String> next;

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    /** Adds words whose number counts. */
    static void add(Document document, String field, List<String> words) {
        add(document, field, words, COUNTED);
    }

    /** Adds words whose number does not count. */
    static void addPresent(Document document, String field, List<String> words) {
        add(document, field, words, PRESENT);
    }

    private static void add(Document document, String field, List<String> words, FieldType type) {
        if (!words.isEmpty()) {
            document.add(new org.apache.lucene.document.Field(field, new Listed(List.copyOf(words)), type));
        }
    }

    private Listed(List<String> words) {
        this.words = words;
        this.next = words.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!next.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(next.next());
        return true;
    }

    @Override
    public void reset() {
        next = words.iterator();
    }
}
