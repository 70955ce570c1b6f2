package dev.svar.template;

/** How a tag becomes a node. */
@FunctionalInterface
interface TagParser {
    Node parse(Segment.Tag tag, BlockParser parser);
}
