package dev.svar.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;

/** How likely it is that a candidate answers. */
final class Confidence {
    /** A title and as many phrasings are compared with the question. */
    private static final int COMPARED = 8;

    private final Lookup lookup;
    private final Chain chain;
    private final QuestionWords question;
    private final List<Candidate> candidates;

    Confidence(Lookup lookup, Chain chain, QuestionWords question, List<Candidate> candidates) {
        this.lookup = lookup;
        this.chain = chain;
        this.question = question;
        this.candidates = candidates;
    }

    double of(int place) throws IOException {
        return chain.weights().curve().confidence(facts(place));
    }

    Facts facts(int place) throws IOException {
        Candidate candidate = candidates.get(place);
        double fit = Math.log1p(candidate.score() / question.rarity().most());
        return new Facts(fit, lead(place), found(candidate));
    }

    private double lead(int place) {
        double score = candidates.get(place).score();
        double next = place + 1 < candidates.size() ? candidates.get(place + 1).score() : 0;
        return place > 0 || score <= 0 ? 0 : (score - next) / score;
    }

    private double found(Candidate candidate) throws IOException {
        Document text = lookup.stored(candidate);
        String[] passages = text.getValues(Field.SHOWN_PASSAGE);
        Set<String> shown = passages.length == 0 ? Set.of() : stems(passages[candidate.passage()]);
        String[] asked = text.getValues(Field.ASKED);
        double best = 0;
        for (int i = 0; i < Math.min(COMPARED, asked.length); i++) {
            Set<String> stems = stems(asked[i]);
            stems.addAll(shown);
            best = Math.max(best, found(stems));
        }
        return best;
    }

    private double found(Set<String> stems) {
        return question.telling().stream()
                .mapToDouble(word -> word.variants().stream()
                        .filter(variant -> stems.contains(variant.stem()))
                        .mapToDouble(Variant::likely)
                        .max()
                        .orElse(0))
                .average()
                .orElse(0);
    }

    private Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        chain.words(text).forEach(word -> stems.add(word.stem()));
        return stems;
    }
}
