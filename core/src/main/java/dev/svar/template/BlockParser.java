package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds the tree from the segments; the tags build their own nodes and ask back for their blocks. */
final class BlockParser {
    private final Source source;
    private List<Segment> segments;
    private int next;
    private int depth;
    private int deepest;

    private BlockParser(Source source) {
        this.source = source;
        this.segments = SegmentLexer.segments(source);
    }

    /** A template and how deep its blocks are nested. */
    record Parsed(Block root, int depth) {}

    static Parsed parse(Source source) {
        BlockParser parser = new BlockParser(source);
        List<Node> nodes = new ArrayList<>();
        Optional<Segment.Tag> stray = parser.nodes(nodes, List.of());
        if (stray.isPresent()) {
            throw parser.error(
                    stray.get(), "expected a tag, found " + stray.get().name());
        }
        return new Parsed(new Block(nodes), parser.deepest);
    }

    /** A block and the tag that ended it. */
    record Section(Block block, Segment.Tag end) {}

    /** The block that follows, up to one of these tags. */
    Section section(Segment.Tag opener, String... terminators) {
        if (++depth > Limits.DEPTH) {
            throw error(opener, String.format(Locale.ROOT, "expected at most %d nested blocks", Limits.DEPTH));
        }
        deepest = Math.max(deepest, depth);
        List<Node> nodes = new ArrayList<>();
        List<String> names = List.of(terminators);
        Segment.Tag end = nodes(nodes, names)
                .orElseThrow(() -> error(
                        opener,
                        String.format(
                                Locale.ROOT,
                                "expected {%% %s %%} to close this {%% %s %%}",
                                names.get(names.size() - 1),
                                opener.name())));
        depth--;
        return new Section(new Block(nodes), end);
    }

    private Optional<Segment.Tag> nodes(List<Node> nodes, List<String> terminators) {
        while (next < segments.size()) {
            Segment segment = segments.get(next++);
            if (segment instanceof Segment.Tag tag) {
                if (terminators.contains(tag.name())) {
                    return Optional.of(tag);
                }
                nodes.add(tag(tag, terminators));
            } else if (segment instanceof Segment.Lines lines) {
                lines(lines, nodes);
            } else if (segment instanceof Segment.Output output) {
                nodes.add(new Node.Output(
                        new ExpressionParser(source, output.start(), output.end()).filtered(),
                        source.position(output.start())));
            } else if (segment instanceof Segment.Literal literal) {
                nodes.add(new Node.Literal(
                        source.text().substring(literal.start(), literal.end()),
                        literal.verbatim(),
                        source.position(literal.start())));
            }
        }
        return Optional.empty();
    }

    private void lines(Segment.Lines lines, List<Node> nodes) {
        List<Segment> outer = segments;
        int outerNext = next;
        segments = lines.segments();
        next = 0;
        nodes(nodes, List.of());
        segments = outer;
        next = outerNext;
    }

    private Node tag(Segment.Tag tag, List<String> terminators) {
        return Tags.find(tag.name())
                .orElseThrow(() -> error(
                        tag,
                        terminators.isEmpty()
                                ? "expected a tag that exists, found " + shown(tag)
                                : String.format(
                                        Locale.ROOT,
                                        "expected a tag that exists or %s, found %s",
                                        String.join(", ", terminators),
                                        shown(tag))))
                .parse(tag, this);
    }

    private static String shown(Segment.Tag tag) {
        return tag.name().length() > 40 ? tag.name().substring(0, 40) + "…" : tag.name();
    }

    /** What follows the name of a tag. */
    ExpressionParser markup(Segment.Tag tag) {
        return new ExpressionParser(source, tag.start(), tag.end());
    }

    Position position(Segment.Tag tag) {
        return source.position(tag.at());
    }

    TemplateSyntaxException error(Segment.Tag tag, String problem) {
        return source.error(tag.at(), problem);
    }
}
