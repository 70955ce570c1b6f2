package dev.svar.template;

import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;

/** Two values and what is asked about them. */
record Comparison(Expression left, Operator operator, Expression right, Position at) implements Condition {
    static final String NEVER_EQUAL = "a text is never equal to a number, make one of the other";

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
        boolean mixed = mixed(left.type(review), right.type(review));
        if (mixed && (operator == Operator.EQUAL || operator == Operator.UNEQUAL)) {
            review.problem(at, TemplateProblem.Kind.WRONG_ARGUMENT, NEVER_EQUAL);
        } else if (mixed && operator != Operator.CONTAINS) {
            review.problem(
                    at, TemplateProblem.Kind.WRONG_ARGUMENT, "a text and a number have no order, make a number of it");
        }
    }

    /** Whether one is a text and the other a number. */
    static boolean mixed(Type a, Type b) {
        return (a == Scalar.TEXT && b == Scalar.NUMBER) || (a == Scalar.NUMBER && b == Scalar.TEXT);
    }

    static boolean equal(Expression left, Expression right, Rendering rendering) {
        if (left instanceof Emptiness && right instanceof Emptiness) {
            return left.equals(right);
        }
        if (right instanceof Emptiness emptiness) {
            return is(emptiness, left, rendering);
        }
        if (left instanceof Emptiness emptiness) {
            return is(emptiness, right, rendering);
        }
        Value a = left.value(rendering);
        rendering.stepsFor(a);
        return Comparing.equal(a, right.value(rendering));
    }

    private static boolean is(Emptiness emptiness, Expression expression, Rendering rendering) {
        Value value = expression.value(rendering);
        rendering.stepsFor(value);
        return emptiness.test(value);
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
