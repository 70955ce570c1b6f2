package dev.svar.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;

/** Which words one document has. */
final class Presence {
    private final LeafReaderContext leaf;
    private final int document;

    Presence(List<LeafReaderContext> leaves, int document) {
        this.leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        this.document = document - leaf.docBase;
    }

    boolean has(String field, String word) throws IOException {
        PostingsEnum postings = leaf.reader().postings(new Term(field, word), PostingsEnum.NONE);
        return postings != null && postings.advance(document) == document;
    }
}
