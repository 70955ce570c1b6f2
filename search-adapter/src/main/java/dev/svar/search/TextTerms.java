package dev.svar.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a text is compared by. */
final class TextTerms {
    /** The most words of a text. */
    private static final int MAX_WORDS = 400;

    private TextTerms() {}

    static Map<TextField, List<String>> of(String text) {
        List<Token> tokens = Chains.of(Locale.ROOT).words(text);
        List<String> words = tokens.stream().map(Token::stem).limit(MAX_WORDS).toList();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i <= words.size() && !words.isEmpty(); i++) {
            pairs.add((i == 0 ? "^" : words.get(i - 1)) + ' ' + (i == words.size() ? "$" : words.get(i)));
        }
        List<String> pieces = new ArrayList<>();
        words.forEach(word -> pieces.addAll(Pieces.of(word)));
        Map<TextField, List<String>> terms = new EnumMap<>(TextField.class);
        terms.put(TextField.WORDS, words);
        terms.put(TextField.PAIRS, pairs);
        terms.put(TextField.PIECES, pieces);
        return terms;
    }
}
