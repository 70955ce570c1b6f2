package dev.svar.category.learn;

import dev.svar.category.CategoryQuestion;
import java.util.List;

/** What a model sees of a question: hashes of its terms and how often each occurs, in three blocks. */
final class TextTerms {
    private final int[] hashes;
    private final int[] counts;
    private final int words;
    private final int pieces;

    private TextTerms(TermCounts terms, int words, int pieces) {
        this.hashes = terms.hashes();
        this.counts = terms.counts();
        this.words = words;
        this.pieces = pieces;
    }

    static TextTerms of(CategoryQuestion question) {
        TermCounts terms = new TermCounts();
        List<List<String>> parts = List.of(TextWords.of(question.subject()), TextWords.of(question.body()));
        parts.forEach(words -> addWords(words, terms));
        int words = terms.size();
        parts.forEach(part -> part.forEach(word -> Pieces.of(word, terms::add)));
        int pieces = terms.size();
        Circumstances.of(question).forEach((name, value) -> terms.add(Pieces.fact(name, value)));
        return new TextTerms(terms, words, pieces);
    }

    private static void addWords(List<String> words, TermCounts terms) {
        int before = Pieces.EDGE;
        for (String word : words) {
            int hash = Pieces.word(word);
            terms.add(hash);
            terms.add(Pieces.pair(before, hash));
            before = hash;
        }
        if (!words.isEmpty()) {
            terms.add(Pieces.pair(before, Pieces.EDGE));
        }
    }

    int size() {
        return hashes.length;
    }

    int hash(int at) {
        return hashes[at];
    }

    int count(int at) {
        return counts[at];
    }

    /** Where the words end and the pieces begin. */
    int words() {
        return words;
    }

    /** Where the pieces end and what is known beside the text begins. */
    int pieces() {
        return pieces;
    }
}
