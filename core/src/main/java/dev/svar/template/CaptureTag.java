package dev.svar.template;

/** {@code capture}: what its block writes becomes a variable; in HTML that is markup, escaped already where needed. */
record CaptureTag(String variable, Block body, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        Token name = markup.peek();
        String variable = name.kind() == Token.Kind.STRING ? name.text() : "";
        if (variable.isEmpty()) {
            variable = markup.word("the name of a variable");
        } else {
            markup.operand();
        }
        markup.end();
        BlockParser.Section section = parser.section(tag, "endcapture");
        parser.markup(section.end()).end();
        return new CaptureTag(variable, section.block(), parser.position(tag));
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        rendering.startCapture();
        Flow flow = body.render(rendering);
        rendering.assign(variable, rendering.endCapture());
        return flow;
    }

    @Override
    public boolean blank() {
        return true;
    }
}
