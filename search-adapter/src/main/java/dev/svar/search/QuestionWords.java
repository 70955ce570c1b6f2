package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a text asks for in an index: its words, what may be meant by those that nobody knows, and pieces of all. */
final class QuestionWords {
    /** The most words that are looked for: of a longer text those that tell most. */
    static final int MAX_WORDS = 48;

    /** The most pieces of words that are looked for. */
    static final int MAX_PIECES = 160;

    private static final int MAX_MISTYPED = 4;
    private static final double LIKELY_MISTYPED = 0.7;
    private static final double LIKELY_BEGUN = 0.8;
    private static final double LIKELY_GOES_ON = 0.3;

    private static final int MAX_PAIRS = 64;

    private final Chain chain;
    private final List<Wanted> words;
    private final List<String> pairs;
    private final Rarity rarity;

    private QuestionWords(Chain chain, List<Wanted> words, List<String> pairs, Rarity rarity) {
        this.chain = chain;
        this.words = words;
        this.pairs = pairs;
        this.rarity = rarity;
    }

    static QuestionWords of(Lookup lookup, Chain chain, String text) throws IOException {
        Rarity rarity = new Rarity(lookup, chain);
        List<Token> tokens = chain.words(text);
        boolean begun = !tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == text.length();
        Map<String, Token> byStem = new LinkedHashMap<>();
        tokens.forEach(token -> byStem.putIfAbsent(token.stem(), token));
        List<Wanted> words = new ArrayList<>();
        for (Token token : byStem.values()) {
            words.add(new Wanted(token.written(), List.of(rarity.variant(token.written(), token.stem(), 1))));
        }
        if (words.size() > MAX_WORDS) {
            words.sort(Comparator.comparingDouble(Wanted::rarity).reversed());
            words = words.subList(0, MAX_WORDS);
        }
        String last = begun ? tokens.get(tokens.size() - 1).written() : "";
        List<Wanted> meant = withMeant(words, last, chain, rarity, new Spelling(lookup.reader(), chain));
        List<String> pairs =
                Pairs.of(tokens).stream().distinct().limit(MAX_PAIRS).toList();
        return new QuestionWords(chain, meant, pairs, rarity);
    }

    private static List<Wanted> withMeant(
            List<Wanted> words, String last, Chain chain, Rarity rarity, Spelling spelling) throws IOException {
        List<Wanted> all = new ArrayList<>();
        int mistyped = 0;
        for (Wanted word : words) {
            Variant exact = word.variants().get(0);
            boolean known = rarity.known(exact.stem());
            Map<String, Variant> variants = new LinkedHashMap<>();
            variants.put(exact.stem(), exact);
            if (word.written().equals(last)) {
                double likely = known ? LIKELY_GOES_ON : LIKELY_BEGUN;
                add(variants, spelling.begun(word.written()), likely, chain, rarity);
            }
            if (!known && variants.size() == 1 && mistyped++ < MAX_MISTYPED) {
                add(variants, spelling.mistyped(word.written()), LIKELY_MISTYPED, chain, rarity);
            }
            all.add(new Wanted(word.written(), List.copyOf(variants.values())));
        }
        return all;
    }

    private static void add(
            Map<String, Variant> variants, List<String> meant, double likely, Chain chain, Rarity rarity)
            throws IOException {
        for (String word : meant) {
            String stem = chain.stem(word);
            if (!variants.containsKey(stem)) {
                variants.put(stem, rarity.variant(word, stem, likely));
            }
        }
    }

    List<Wanted> words() {
        return words;
    }

    List<String> pairs() {
        return pairs;
    }

    Rarity rarity() {
        return rarity;
    }

    /** The words but the small ones. */
    List<Wanted> telling() {
        return words.stream().filter(word -> !chain.isSmall(word.written())).toList();
    }

    /** The pieces of words, those of words that tell most first. */
    static Set<String> pieces(List<Wanted> words) {
        Set<String> pieces = new LinkedHashSet<>();
        words.stream()
                .sorted(Comparator.comparingDouble(Wanted::rarity).reversed())
                .flatMap(word -> Pieces.of(word.written()).stream())
                .takeWhile(piece -> pieces.size() < MAX_PIECES)
                .forEach(pieces::add);
        return pieces;
    }
}
