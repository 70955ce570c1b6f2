package dev.svar.search;

import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** What is indexed of an article: a document for each of its texts and one for each passage of them. */
final class ArticleDocuments {
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType PRESENT = type(IndexOptions.DOCS, true);

    private ArticleDocuments() {}

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    static List<Document> of(SearchableArticle article) {
        List<Document> documents = new ArrayList<>();
        for (SearchableText text : article.texts()) {
            add(documents, article, text);
        }
        return documents;
    }

    private static void add(List<Document> documents, SearchableArticle article, SearchableText text) {
        Chain chain = Chains.of(text.language());
        String key = article.id() + '\u0000' + text.language().toLanguageTag();
        List<Token> title = new ArrayList<>(chain.words(text.title()));
        text.phrasings().forEach(phrasing -> title.addAll(chain.words(phrasing)));
        List<Token> body = chain.words(text.body());
        List<Token> all = new ArrayList<>(title);
        all.addAll(body);
        Document document = keyed(article, key);
        words(document, Field.TITLE.in(chain), COUNTED, stems(title));
        words(document, Field.BODY.in(chain), COUNTED, stems(body));
        words(document, Field.ANY.in(chain), PRESENT, stems(all));
        words(document, Field.WRITTEN.in(chain), PRESENT, all.stream().map(Token::written).toList());
        words(document, Field.TITLE_PIECES.in(chain), COUNTED, Pieces.of(title));
        if (chain.weights().readsPieces()) {
            words(document, Field.BODY_PIECES.in(chain), COUNTED, Pieces.of(body));
        }
        List<Token> labels = new ArrayList<>();
        article.labels().forEach(label -> labels.addAll(chain.words(label)));
        words(document, Field.LABELS.in(chain), PRESENT, stems(labels));
        document.add(new StringField(Field.CODE, Chains.code(text.language()), StringField.Store.NO));
        document.add(new StringField(Field.AUDIENCE, article.audience().name(), StringField.Store.NO));
        article.facts().forEach((name, values) -> {
            document.add(new StringField(Field.FACT_NAME, name, StringField.Store.NO));
            values.forEach(value ->
                    document.add(new StringField(Field.FACT, name + '\u0000' + value, StringField.Store.NO)));
        });
        document.add(new StoredField(Field.ARTICLE, article.id()));
        document.add(new StoredField(Field.VERSION, article.version()));
        document.add(new StoredField(Field.LANGUAGE, text.language().toLanguageTag()));
        document.add(new StoredField(Field.SHOWN_TITLE, text.title()));
        List<String> passages = Passages.of(text.body());
        document.add(new StoredField(Field.SHOWN_PASSAGE, passages.isEmpty() ? "" : passages.get(0)));
        documents.add(document);
        for (String passage : passages) {
            documents.add(passage(article, key, chain, passage));
        }
    }

    private static Document passage(SearchableArticle article, String key, Chain chain, String passage) {
        Document document = keyed(article, key);
        List<Token> words = chain.words(passage);
        words(document, Field.PASSAGE.in(chain), COUNTED, stems(words));
        if (chain.weights().readsPieces()) {
            words(document, Field.PASSAGE_PIECES.in(chain), COUNTED, Pieces.of(words));
        }
        document.add(new StoredField(Field.SHOWN_PASSAGE, passage));
        return document;
    }

    private static Document keyed(SearchableArticle article, String key) {
        Document document = new Document();
        document.add(new StringField(Field.ARTICLE, article.id(), StringField.Store.NO));
        document.add(new StringField(Field.TEXT, key, StringField.Store.NO));
        document.add(new SortedDocValuesField(Field.TEXT, new BytesRef(key)));
        return document;
    }

    private static void words(Document document, String field, FieldType type, Collection<String> words) {
        if (!words.isEmpty()) {
            document.add(new org.apache.lucene.document.Field(field, new Listed(List.copyOf(words)), type));
        }
    }

    private static List<String> stems(List<Token> words) {
        return words.stream().map(Token::stem).toList();
    }
}
