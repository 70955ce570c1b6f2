package dev.svar.template;

import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;

/** Two values and what is asked about them. */
record Comparison(Expression left, Operator operator, Expression right, Position at) implements Condition {
    enum Operator {
        EQUAL,
        UNEQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        CONTAINS
    }

    @Override
    public boolean holds(Rendering rendering) {
        rendering.step(at, 1);
        return switch (operator) {
            case EQUAL -> equal(left, right, rendering);
            case UNEQUAL -> !equal(left, right, rendering);
            case CONTAINS -> contains(rendering);
            default -> ordered(rendering);
        };
    }

    @Override
    public void review(Review review) {
        Type a = left.type(review);
        Type b = right.type(review);
        boolean mixed = (a == Scalar.TEXT && b == Scalar.NUMBER) || (a == Scalar.NUMBER && b == Scalar.TEXT);
        if (mixed && operator.compareTo(Operator.LESS) >= 0 && operator != Operator.CONTAINS) {
            review.problem(
                    at, TemplateProblem.Kind.WRONG_ARGUMENT, "a text and a number have no order, make a number of it");
        }
    }

    static boolean equal(Expression left, Expression right, Rendering rendering) {
        if (left instanceof Emptiness && right instanceof Emptiness) {
            return left.equals(right);
        }
        if (right instanceof Emptiness emptiness) {
            return emptiness.test(left.value(rendering));
        }
        if (left instanceof Emptiness emptiness) {
            return emptiness.test(right.value(rendering));
        }
        Value a = left.value(rendering);
        rendering.stepsFor(a);
        return Comparing.equal(a, right.value(rendering));
    }

    private boolean contains(Rendering rendering) {
        Value container = left.value(rendering);
        rendering.stepsFor(container);
        return Comparing.contains(container, right.value(rendering), rendering);
    }

    private boolean ordered(Rendering rendering) {
        Value a = left.value(rendering);
        Value b = right.value(rendering);
        boolean word = left instanceof Emptiness || right instanceof Emptiness;
        if (word || !Comparing.ordered(a) || !Comparing.ordered(b)) {
            return false;
        }
        rendering.stepsFor(a);
        try {
            int order = Comparing.order(a, b);
            return switch (operator) {
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                default -> order >= 0;
            };
        } catch (Fault fault) {
            rendering.fault(at, fault.problem());
            return false;
        }
    }
}
