package dev.svar.template;

import java.util.List;

/** A piece of a source: text, an output or a tag. Offsets are those of the source; the end is exclusive. */
sealed interface Segment {
    /** Text to write as it stands; verbatim if it comes from a raw block. */
    record Literal(int start, int end, boolean verbatim) implements Segment {}

    /** What stands between the braces of an output. */
    record Output(int start, int end) implements Segment {}

    /** The lines of a {@code liquid} tag: a block that is opened in it is closed in it. */
    record Lines(List<Segment> segments) implements Segment {}

    /** A tag: its name, where the name is, and what follows it. */
    record Tag(String name, int at, int start, int end) implements Segment {}
}
