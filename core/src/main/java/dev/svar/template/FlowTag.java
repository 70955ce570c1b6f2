package dev.svar.template;

/** {@code break} and {@code continue}. Outside of a loop they end the template. */
record FlowTag(Flow flow, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        parser.markup(tag).end();
        return new FlowTag(tag.name().equals("break") ? Flow.BREAK : Flow.CONTINUE, parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        return flow;
    }
}
