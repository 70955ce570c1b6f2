package dev.svar.template;

import java.util.Optional;

/** {@code assign}. */
record AssignTag(Target target, Expression expression, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Target target = markup.target();
        markup.symbol("=");
        if (markup.atEnd()) {
            throw markup.expected("a value");
        }
        return new AssignTag(target, markup.filtered(), parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        Value value = expression instanceof Filtered filtered ? filtered.named(rendering) : expression.value(rendering);
        Optional<String> placeholder = rendering.looksForHoles() ? placeholder(value, rendering) : Optional.empty();
        target.set(value, placeholder, rendering);
        return Flow.NEXT;
    }

    private Optional<String> placeholder(Value value, Rendering rendering) {
        if (expression instanceof Path path) {
            return path.placeholder(rendering);
        }
        return expression instanceof Filtered filtered && Path.nothing(value)
                ? filtered.placeholder(rendering)
                : Optional.empty();
    }

    @Override
    public void review(Review review) {
        target.review(expression.type(review), review);
    }

    @Override
    public boolean blank() {
        return true;
    }
}
