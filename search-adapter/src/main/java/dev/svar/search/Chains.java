package dev.svar.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemmer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/** The chain of each language; of one without a chain of its own, words are taken as they are written, without accents. */
final class Chains {
    private static final Chain NEUTRAL = new Chain("und", Weights.MANY_FORMS, Set.of(), ASCIIFoldingFilter::new);

    private static final Map<String, Chain> BY_LANGUAGE = Stream.of(
                    new Chain(
                            "en",
                            Weights.FEW_FORMS,
                            SmallWords.ENGLISH,
                            words -> new PorterStemFilter(new EnglishPossessiveFilter(words))),
                    new Chain(
                            "nb",
                            Weights.MANY_FORMS,
                            SmallWords.of(NorwegianAnalyzer.getDefaultStopSet()),
                            words -> new NorwegianLightStemFilter(words, NorwegianLightStemmer.BOKMAAL)),
                    new Chain(
                            "nn",
                            Weights.MANY_FORMS,
                            SmallWords.of(NorwegianAnalyzer.getDefaultStopSet()),
                            words -> new NorwegianLightStemFilter(words, NorwegianLightStemmer.NYNORSK)),
                    new Chain(
                            "sv",
                            Weights.MANY_FORMS,
                            SmallWords.of(SwedishAnalyzer.getDefaultStopSet()),
                            SwedishLightStemFilter::new),
                    new Chain(
                            "da",
                            Weights.MANY_FORMS,
                            SmallWords.of(DanishAnalyzer.getDefaultStopSet()),
                            words -> new SnowballFilter(words, new DanishStemmer())),
                    new Chain(
                            "fi",
                            Weights.MANY_FORMS,
                            SmallWords.of(FinnishAnalyzer.getDefaultStopSet()),
                            words -> new SnowballFilter(words, new FinnishStemmer())),
                    new Chain(
                            "hu",
                            Weights.MANY_FORMS,
                            SmallWords.of(HungarianAnalyzer.getDefaultStopSet()),
                            words -> new SnowballFilter(words, new HungarianStemmer())),
                    new Chain(
                            "ru",
                            Weights.MANY_FORMS,
                            SmallWords.of(RussianAnalyzer.getDefaultStopSet()),
                            words -> new SnowballFilter(words, new RussianStemmer())),
                    new Chain(
                            "de",
                            Weights.MANY_FORMS,
                            SmallWords.of(GermanAnalyzer.getDefaultStopSet()),
                            words -> new GermanLightStemFilter(new GermanNormalizationFilter(words))))
            .collect(Collectors.toUnmodifiableMap(Chain::language, Function.identity()));

    private Chains() {}

    /** All chains. */
    static List<Chain> all() {
        return Stream.concat(BY_LANGUAGE.values().stream(), Stream.of(NEUTRAL)).toList();
    }

    /** How a language is named in an index; Norwegian that does not say which is Bokmål. */
    static String code(Locale language) {
        String code = language.getLanguage();
        return switch (code) {
            case "no" -> "nb";
            case "" -> "und";
            default -> code;
        };
    }

    /** The chain of a language. */
    static Chain of(Locale language) {
        return BY_LANGUAGE.getOrDefault(code(language), NEUTRAL);
    }
}
