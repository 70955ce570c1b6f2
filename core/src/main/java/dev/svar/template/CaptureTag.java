package dev.svar.template;

/** {@code capture}: what its block writes becomes a variable; in HTML that is markup, escaped already where needed. */
record CaptureTag(String variable, Block body, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Token name = markup.peek();
        String variable = name.kind() == Token.Kind.STRING ? name.text() : "";
        if (variable.isEmpty()) {
            variable = markup.variable();
        } else {
            markup.operand();
        }
        markup.end();
        BlockParser.Section section = parser.section(tag, "endcapture");
        return new CaptureTag(variable, section.block(), parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        Rendering.Captured captured = rendering.capture(body);
        rendering.scope().assign(variable, rendering.ofTemplate(captured.text()));
        return captured.flow();
    }

    @Override
    public void review(Review review) {
        body.review(review);
        review.assign(variable, TemplateSchema.Scalar.TEXT);
    }

    @Override
    public boolean blank() {
        return true;
    }
}
