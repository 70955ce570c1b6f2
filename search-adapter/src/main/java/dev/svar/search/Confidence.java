package dev.svar.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        return new Facts(fit, lead(place), alike(candidate));
    }

    private double lead(int place) {
        double score = candidates.get(place).score();
        double next = place + 1 < candidates.size() ? candidates.get(place + 1).score() : 0;
        return place > 0 || score <= 0 ? 0 : (score - next) / score;
    }

    private double alike(Candidate candidate) throws IOException {
        String[] asked = lookup.stored(candidate).getValues(Field.ASKED);
        double best = 0;
        for (int i = 0; i < Math.min(COMPARED, asked.length); i++) {
            best = Math.max(best, alike(asked[i]));
        }
        return best;
    }

    /** The cosine between the words of the question and those of a title. */
    private double alike(String title) throws IOException {
        Set<String> stems = new HashSet<>();
        chain.words(title).forEach(word -> stems.add(word.stem()));
        double length = 0;
        for (String stem : stems) {
            length += square(question.rarity().variant(stem, 1).titleRarity());
        }
        double asked = 0;
        double common = 0;
        for (Wanted word : question.words()) {
            asked += square(word.titleRarity());
            common += word.variants().stream()
                    .filter(variant -> stems.contains(variant.stem()))
                    .mapToDouble(variant -> square(variant.titleRarity()))
                    .findFirst()
                    .orElse(0);
        }
        return common == 0 ? 0 : common / Math.sqrt(length * asked);
    }

    private static double square(double value) {
        return value * value;
    }
}
