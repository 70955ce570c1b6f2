package dev.svar.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How a text of a language becomes words. No chain has a stop list: in short texts "not", "how" and "my" tell as much as
 * others; how common a word is decides what it weighs.
 */
final class Chain {
    /** The most words that are taken from one text. */
    static final int MAX_WORDS = 50_000;

    private final String language;
    private final Weights weights;
    private final Set<String> small;
    private final Analyzer written;
    private final Analyzer stemmed;
    private final Map<Field, String> fields = new EnumMap<>(Field.class);

    Chain(String language, Weights weights, Set<String> small, UnaryOperator<TokenStream> stem) {
        this.language = language;
        this.weights = weights;
        this.small = small;
        this.written = analyzer(UnaryOperator.identity());
        this.stemmed = analyzer(stem);
        for (Field field : Field.values()) {
            fields.put(field, field.prefix() + '.' + language);
        }
    }

    /** The name under which texts of the language are indexed. */
    String language() {
        return language;
    }

    /** The name of a field in an index. */
    String field(Field field) {
        return Objects.requireNonNull(fields.get(field));
    }

    Weights weights() {
        return weights;
    }

    /** Whether a word is one that every text of the language has, whatever it is about. */
    boolean isSmall(String written) {
        return small.contains(written);
    }

    /** The words of a text in their order. */
    List<Token> words(String text) {
        List<Token> words = new ArrayList<>();
        try (TokenStream plain = written.tokenStream("", text);
                TokenStream stems = stemmed.tokenStream("", text)) {
            CharTermAttribute word = plain.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = plain.addAttribute(OffsetAttribute.class);
            CharTermAttribute stem = stems.addAttribute(CharTermAttribute.class);
            plain.reset();
            stems.reset();
            while (words.size() < MAX_WORDS && plain.incrementToken() && stems.incrementToken()) {
                words.add(new Token(word.toString(), stem.toString(), place.endOffset()));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stem of one word as it is written in an index. */
    String stem(String word) {
        List<Token> words = words(word);
        return words.size() == 1 ? words.get(0).stem() : word;
    }

    private static Analyzer analyzer(UnaryOperator<TokenStream> stem) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, stem.apply(new LowerCaseFilter(words)));
            }
        };
    }
}
