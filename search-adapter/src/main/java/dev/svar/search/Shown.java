package dev.svar.search;

import dev.svar.knowledge.ArticleHit;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** What is shown of a candidate. */
final class Shown {
    private static final Set<String> OF_TEXT =
            Set.of(Field.ARTICLE, Field.VERSION, Field.LANGUAGE, Field.SHOWN_TITLE, Field.SHOWN_PASSAGE);

    private Shown() {}

    static ArticleHit hit(IndexSearcher searcher, Candidate candidate, double confidence) throws IOException {
        LeafReaderContext segment = searcher.getIndexReader().leaves().get(candidate.segment());
        StoredFields stored = segment.reader().storedFields();
        Document text = stored.document(candidate.document(), OF_TEXT);
        Document passage = candidate.passage() == candidate.document()
                ? text
                : stored.document(candidate.passage(), Set.of(Field.SHOWN_PASSAGE));
        return new ArticleHit(
                text.get(Field.ARTICLE),
                text.getField(Field.VERSION).numericValue().longValue(),
                Locale.forLanguageTag(text.get(Field.LANGUAGE)),
                text.get(Field.SHOWN_TITLE),
                passage.get(Field.SHOWN_PASSAGE),
                confidence);
    }
}
