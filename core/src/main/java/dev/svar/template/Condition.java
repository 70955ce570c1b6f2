package dev.svar.template;

import java.util.List;

/** Something that holds or does not. Immutable. */
interface Condition {
    boolean holds(Rendering rendering);

    /** Looks at what can be seen without data. */
    default void review(Review review) {}

    /** What {@code else} stands for. */
    Condition ALWAYS = rendering -> true;

    /** A condition turned round, for {@code unless}. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Rendering rendering) {
            return !condition.holds(rendering);
        }

        @Override
        public void review(Review review) {
            condition.review(review);
        }
    }

    /** A value on its own. */
    record Truth(Expression expression) implements Condition {
        @Override
        public boolean holds(Rendering rendering) {
            return Comparing.truthy(expression.value(rendering));
        }

        @Override
        public void review(Review review) {
            expression.type(review);
        }
    }

    /**
     * Conditions joined by {@code and} and {@code or}: right-associative without precedence, so a condition that does
     * not decide the rest is simply passed by, and no recursion is needed.
     */
    record Chain(List<Condition> terms, List<Boolean> ors) implements Condition {
        @Override
        public boolean holds(Rendering rendering) {
            for (int i = 0; i < ors.size(); i++) {
                boolean or = ors.get(i);
                if (terms.get(i).holds(rendering) == or) {
                    return or;
                }
            }
            return terms.get(terms.size() - 1).holds(rendering);
        }

        @Override
        public void review(Review review) {
            terms.forEach(term -> term.review(review));
        }
    }
}
