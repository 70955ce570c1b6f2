package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code cycle}: one value after the other, each time it is met; a group is a cycle of its own.
 *
 * @param key what cycles without a group have in common: the same constants, or nothing if there are variables
 */
record CycleTag(Optional<Expression> group, Object key, List<Expression> values, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Expression first = markup.operand();
        Optional<Expression> group = Optional.empty();
        List<Expression> values = new ArrayList<>();
        if (markup.acceptSymbol(":")) {
            group = Optional.of(first);
            values.add(markup.operand());
        } else {
            values.add(first);
        }
        while (markup.acceptSymbol(",") && !markup.atEnd()) {
            values.add(markup.operand());
        }
        markup.end();
        boolean constant = values.stream().allMatch(Expression.Literal.class::isInstance);
        List<Expression> turns = List.copyOf(values);
        return new CycleTag(group, constant ? turns : new Object(), turns, parser.position(tag));
    }

    @Override
    public void review(Review review) {
        group.ifPresent(expression -> review.optionally(() -> expression.type(review)));
        values.forEach(value -> value.type(review));
    }

    /** A text and a number that is written like it are two groups. */
    private static Object named(Value group, Rendering rendering) {
        return group instanceof Value.Num number ? number : rendering.text(group);
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        Object cycle = group.isPresent() ? named(group.get().value(rendering), rendering) : key;
        int turn = rendering.scope().turn(cycle);
        if (turn < values.size()) {
            rendering.write(rendering.written(() -> values.get(turn).value(rendering)));
        }
        rendering.scope().turn(cycle, turn + 1 < values.size() ? turn + 1 : 0);
        return Flow.NEXT;
    }
}
