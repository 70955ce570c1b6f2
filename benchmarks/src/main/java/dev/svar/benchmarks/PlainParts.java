package dev.svar.benchmarks;

import dev.svar.benchmarks.PlainLucene.Part;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;

/** The fields that plain Lucene is given: words as Svar stems them, and, where it is told so, also what else Svar looks at. */
final class PlainParts {
    private static final int LETTERS = 4;

    private PlainParts() {}

    /** Of articles: titles and bodies; pieces of words of what Svar reads them of. */
    static List<Part> ofArticles(Locale language, boolean pieces) {
        boolean english = language.getLanguage().equals("en");
        UnaryOperator<TokenStream> stem = english
                ? words -> new PorterStemFilter(new EnglishPossessiveFilter(words))
                : NorwegianLightStemFilter::new;
        List<Part> parts = new ArrayList<>(List.of(new Part("title", 1, stem), new Part("body", 0.5f, stem)));
        if (pieces) {
            parts.add(new Part("title pieces", 0.3f, PlainParts::pieces));
            if (!english) {
                parts.add(new Part("body pieces", 0.3f, PlainParts::pieces));
            }
        }
        return parts;
    }

    static Map<String, String> texts(SearchableArticle article) {
        SearchableText text = article.texts().get(0);
        return Map.of(
                "title", text.title(), "body", text.body(), "title pieces", text.title(), "body pieces", text.body());
    }

    /** Of texts that are compared: words; pairs of them and pieces as well. */
    static List<Part> ofTexts(boolean pieces) {
        List<Part> parts = new ArrayList<>(List.of(new Part("words", 1, UnaryOperator.identity())));
        if (pieces) {
            parts.add(new Part("pairs", 0.3f, PlainParts::pairs));
            parts.add(new Part("pieces", 0.5f, PlainParts::pieces));
        }
        return parts;
    }

    static Map<String, String> texts(String text) {
        return Map.of("words", text, "pairs", text, "pieces", text);
    }

    private static TokenStream pieces(TokenStream words) {
        return new NGramTokenFilter(words, LETTERS, LETTERS, true);
    }

    private static TokenStream pairs(TokenStream words) {
        ShingleFilter pairs = new ShingleFilter(words, 2);
        pairs.setOutputUnigrams(false);
        return pairs;
    }
}
