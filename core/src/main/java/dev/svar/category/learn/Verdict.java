package dev.svar.category.learn;

import dev.svar.category.CategoryAnswer;
import dev.svar.category.RankedCategory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Probabilities become an answer, or an abstention if they are low or little of the text is known. */
record Verdict(Columns columns, double[] probabilities, double threshold) {
    /** Which share of a text must be known for an answer: of the square of its vector's length. */
    static final double LEAST_KNOWN = 0.2;

    CategoryAnswer answer(double known, Function<String, List<String>> reasons) {
        List<RankedCategory> ranked = columns.ranked(probabilities, CategoryModel.RANKED);
        if (ranked.isEmpty() || known < LEAST_KNOWN || ranked.get(0).probability() < threshold) {
            return CategoryAnswer.abstained(ranked);
        }
        RankedCategory first = ranked.get(0);
        return new CategoryAnswer(
                Optional.of(first.category()), first.probability(), reasons.apply(first.category()), ranked, List.of());
    }
}
