package dev.svar.sla;

import java.util.stream.Stream;

/** A half-open stretch of time in epoch seconds; every boundary of a calendar is a whole second. */
record Span(long from, long to) {
    boolean isEmpty() {
        return from >= to;
    }

    Span within(long earliest, long latest) {
        return new Span(Math.max(from, earliest), Math.min(to, latest));
    }

    /** What is left without the hole: nothing, one piece or two. */
    Stream<Span> without(Span hole) {
        if (hole.to <= from || hole.from >= to) {
            return Stream.of(this);
        }
        return Stream.of(new Span(from, hole.from), new Span(hole.to, to)).filter(piece -> !piece.isEmpty());
    }
}
