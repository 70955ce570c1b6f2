package dev.svar.search;

import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/**
 * What is indexed of an article: a document for each of its texts, which has the words of its passages with it.
 */
final class ArticleDocuments {
    private ArticleDocuments() {}

    static List<Document> of(SearchableArticle article) {
        List<Document> documents = new ArrayList<>();
        for (SearchableText text : article.texts()) {
            add(documents, article, text);
        }
        return documents;
    }

    private static void add(List<Document> documents, SearchableArticle article, SearchableText text) {
        Chain chain = Chains.of(text.language());
        List<List<Token>> askings = Stream.concat(Stream.of(text.title()), text.phrasings().stream())
                .map(chain::words)
                .toList();
        List<Token> title = askings.get(0);
        List<Token> phrasings = askings.stream().skip(1).flatMap(List::stream).toList();
        List<Token> body = chain.words(text.body());
        List<Token> all =
                Stream.of(title, phrasings, body).flatMap(List::stream).toList();
        Document document = of(article.id());
        Listed.add(document, Field.TITLE.in(chain), stems(title));
        Listed.add(document, Field.PHRASINGS.in(chain), stems(phrasings));
        Listed.add(document, Field.BODY.in(chain), stems(body));
        Listed.addPresent(
                document,
                Field.ANY_ASKED.in(chain),
                stems(Stream.concat(title.stream(), phrasings.stream()).toList()));
        Listed.addPresent(document, Field.ANY.in(chain), stems(all));
        Listed.addPresent(
                document,
                Field.WRITTEN.in(chain),
                all.stream().map(Token::written).toList());
        Listed.add(document, Field.TITLE_PAIRS.in(chain), Pairs.of(title));
        Listed.add(document, Field.BODY_PAIRS.in(chain), Pairs.of(body));
        Listed.add(document, Field.TITLE_PIECES.in(chain), Pieces.of(title));
        Listed.add(document, Field.PHRASING_PIECES.in(chain), Pieces.of(phrasings));
        if (chain.weights().readsPieces()) {
            Listed.add(document, Field.BODY_PIECES.in(chain), Pieces.of(body));
        }
        List<Token> labels = new ArrayList<>();
        article.labels().forEach(label -> labels.addAll(chain.words(label)));
        Listed.addPresent(document, Field.LABELS.in(chain), stems(labels));
        document.add(new StringField(Field.CODE, Chains.code(text.language()), StringField.Store.NO));
        document.add(new StringField(Field.AUDIENCE, article.audience().name(), StringField.Store.NO));
        article.facts().forEach((name, values) -> {
            document.add(new StringField(Field.FACT_NAME, name, StringField.Store.NO));
            values.forEach(
                    value -> document.add(new StringField(Field.FACT, name + '\u0000' + value, StringField.Store.NO)));
        });
        document.add(new StoredField(Field.ARTICLE, article.id()));
        document.add(new StoredField(Field.VERSION, article.version()));
        document.add(new StoredField(Field.LANGUAGE, text.language().toLanguageTag()));
        document.add(new StoredField(Field.SHOWN_TITLE, text.title()));
        document.add(new StoredField(Field.ASKED, text.title()));
        text.phrasings().forEach(phrasing -> document.add(new StoredField(Field.ASKED, phrasing)));
        document.add(new BinaryDocValuesField(Field.ASKINGS.in(chain), PassageWords.of(askings, true)));
        List<String> passages = Passages.of(text.body());
        passages.forEach(passage -> document.add(new StoredField(Field.SHOWN_PASSAGE, passage)));
        document.add(new BinaryDocValuesField(
                Field.PASSAGES.in(chain),
                PassageWords.of(
                        passages.stream().map(chain::words).toList(),
                        chain.weights().readsPieces())));
        documents.add(document);
    }

    private static Document of(String article) {
        Document document = new Document();
        document.add(new StringField(Field.ARTICLE, article, StringField.Store.NO));
        return document;
    }

    private static List<String> stems(List<Token> words) {
        return words.stream().map(Token::stem).toList();
    }
}
