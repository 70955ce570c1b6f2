package dev.svar.template;

/** {@code capture}: what its block writes becomes a variable; in HTML that is markup, escaped already where needed. */
record CaptureTag(Target target, Block body, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Target target = markup.quotedTarget().orElseGet(markup::target);
        markup.end();
        BlockParser.Section section = parser.section(tag, "endcapture");
        return new CaptureTag(target, section.block(), parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        Rendering.Captured captured = rendering.capture(body);
        target.set(rendering.ofTemplate(captured.text()), rendering);
        return captured.flow();
    }

    @Override
    public void review(Review review) {
        body.review(review);
        target.review(TemplateSchema.Scalar.TEXT, review);
    }

    @Override
    public boolean blank() {
        return true;
    }
}
