package dev.svar.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** Lucene as one uses it without Svar: BM25 over weighted fields, one query of all words of the question, the ten best. */
final class PlainLucene implements Closeable {
    private static final int BEST = 10;
    private static final String ID = "id";

    private final List<Part> parts;
    private final Analyzer analyzer;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private PlainLucene(List<Part> parts, Analyzer analyzer, DirectoryReader reader) {
        this.parts = parts;
        this.analyzer = analyzer;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    /**
     * A field.
     *
     * @param name its name
     * @param weight what it counts beside others
     * @param filter what becomes of its words
     */
    record Part(String name, float weight, UnaryOperator<TokenStream> filter) {}

    /** The one that Svar's indexes in memory have, which is read in less time than the usual one. */
    @SuppressWarnings("deprecation")
    private static ByteBuffersDirectory directory() {
        return new ByteBuffersDirectory(
                new SingleInstanceLockFactory(),
                ByteBuffersDataOutput::new,
                ByteBuffersDirectory.OUTPUT_AS_MANY_BUFFERS_LUCENE);
    }

    /** With texts by the names of fields, merged into one segment as somebody does who asks much and changes little. */
    static PlainLucene of(List<Part> parts, List<Map<String, String>> texts) throws IOException {
        Map<String, Analyzer> byField = parts.stream().collect(Collectors.toMap(Part::name, PlainLucene::analyzer));
        Analyzer analyzer = new PerFieldAnalyzerWrapper(new StandardAnalyzer(), byField);
        ByteBuffersDirectory directory = directory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            int number = 0;
            for (Map<String, String> text : texts) {
                Document document = new Document();
                document.add(new StoredField(ID, "text " + number++));
                for (Part part : parts) {
                    document.add(new TextField(part.name(), text.get(part.name()), Store.NO));
                }
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return new PlainLucene(parts, analyzer, DirectoryReader.open(directory));
    }

    private static Analyzer analyzer(Part part) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, part.filter().apply(new LowerCaseFilter(words)));
            }
        };
    }

    List<String> find(String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try {
            for (Part part : parts) {
                for (String word : words(part.name(), text)) {
                    TermQuery one = new TermQuery(new Term(part.name(), word));
                    query.add(new BoostQuery(one, part.weight()), Occur.SHOULD);
                }
            }
            List<String> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), BEST).scoreDocs) {
                found.add(searcher.storedFields().document(hit.doc).get(ID));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> words(String field, String text) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
