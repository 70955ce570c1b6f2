package dev.svar.template;

/** {@code ifchanged}: writes what its block writes if that is not what the last such block wrote. */
record IfchangedTag(Block body, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        return new IfchangedTag(parser.section(tag, "endifchanged").block(), parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        Rendering.Captured captured = rendering.capture(body);
        if (rendering.scope().changed(captured.text())) {
            rendering.write(captured.text());
        }
        return captured.flow();
    }

    @Override
    public void review(Review review) {
        body.review(review);
    }

    @Override
    public boolean blank() {
        return body.blank();
    }
}
