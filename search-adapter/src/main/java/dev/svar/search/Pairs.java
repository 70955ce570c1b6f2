package dev.svar.search;

import java.util.ArrayList;
import java.util.List;

/** Words that follow one another: "not paid" tells more than "not" and "paid". */
final class Pairs {
    private Pairs() {}

    static List<String> of(List<Token> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1).stem() + ' ' + words.get(i).stem());
        }
        return pairs;
    }
}
