package dev.svar.template;

/** {@code assign}. */
record AssignTag(String variable, Expression expression, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        String variable = markup.variable();
        markup.symbol("=");
        if (markup.atEnd()) {
            throw markup.expected("a value");
        }
        return new AssignTag(variable, markup.filtered(), parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        rendering.scope().assign(variable, expression.value(rendering));
        return Flow.NEXT;
    }

    @Override
    public void review(Review review) {
        review.assign(variable, expression.type(review));
    }

    @Override
    public boolean blank() {
        return true;
    }
}
