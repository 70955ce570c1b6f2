package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cycle}: one value after the other, each time it is met; a group is a cycle of its own. */
record CycleTag(Optional<Expression> group, String key, List<Expression> values, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Token start = markup.peek();
        Expression first = markup.operand();
        Optional<Expression> group = Optional.empty();
        List<Expression> values = new ArrayList<>();
        if (markup.acceptSymbol(":")) {
            group = Optional.of(first);
            values.add(markup.operand());
        } else {
            values.add(first);
        }
        while (markup.acceptSymbol(",")) {
            values.add(markup.operand());
        }
        markup.end();
        boolean constant = values.stream().allMatch(Expression.Literal.class::isInstance);
        String key = constant ? markup.textSince(start) : "at " + tag.at();
        return new CycleTag(group, key, List.copyOf(values), parser.position(tag));
    }

    @Override
    public void review(Review review) {
        group.ifPresent(expression -> review.optionally(() -> expression.type(review)));
        values.forEach(value -> value.type(review));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        String name = group.isPresent() ? "group " + rendering.text(group.get().value(rendering)) : "values " + key;
        int turn = rendering.scope().turn(name);
        if (turn < values.size()) {
            rendering.write(values.get(turn).value(rendering));
        }
        rendering.scope().turn(name, turn + 1 < values.size() ? turn + 1 : 0);
        return Flow.NEXT;
    }
}
