package dev.svar.search;

import dev.svar.knowledge.ArticleHit;
import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.document.Document;

/** What is shown of a candidate. */
final class Shown {
    private Shown() {}

    static ArticleHit hit(Lookup lookup, Candidate candidate, double confidence) throws IOException {
        Document text = lookup.stored(candidate);
        String[] passages = text.getValues(Field.SHOWN_PASSAGE);
        return new ArticleHit(
                text.get(Field.ARTICLE),
                text.getField(Field.VERSION).numericValue().longValue(),
                Locale.forLanguageTag(text.get(Field.LANGUAGE)),
                text.get(Field.SHOWN_TITLE),
                passages.length == 0 ? "" : passages[candidate.passage()],
                confidence);
    }
}
