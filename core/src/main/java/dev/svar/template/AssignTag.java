package dev.svar.template;

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
        target.set(expression.value(rendering), rendering);
        return Flow.NEXT;
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
