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
        return new CycleTag(group, markup.textSince(start), List.copyOf(values), parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        String name = group.map(expression -> "group " + rendering.text(expression.value(rendering)))
                .orElse("values " + key);
        int turn = rendering.turn(name);
        rendering.write(values.get(turn % values.size()).value(rendering));
        return Flow.NEXT;
    }
}
