package dev.svar.template;

/** {@code echo}: an output that is written as a tag. */
final class EchoTag {
    private EchoTag() {}

    static Node parse(Segment.Tag tag, BlockParser parser) {
        return new Node.Output(parser.markup(tag).filtered(), parser.position(tag));
    }
}
