package dev.svar.sla;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Open spans of a stretch of time in order, with the open seconds before each, so that every question is one look-up.
 * Immutable. Positions are those of spans; -1 is before the first.
 */
final class Timeline {
    static final Timeline NOTHING = new Timeline(0, 0, List.of());

    private final long from;
    private final long to;
    private final SortedNumbers opens;
    private final long[] closes;
    private final SortedNumbers openBefore;
    private final long openSeconds;

    Timeline(long from, long to, List<Span> open) {
        this.from = from;
        this.to = to;
        this.opens = new SortedNumbers(open.stream().mapToLong(Span::from).toArray());
        this.closes = open.stream().mapToLong(Span::to).toArray();
        long[] before = new long[closes.length];
        long sum = 0;
        for (int i = 0; i < closes.length; i++) {
            before[i] = sum;
            sum += closes[i] - opens.at(i);
        }
        this.openBefore = new SortedNumbers(before);
        this.openSeconds = sum;
    }

    long from() {
        return from;
    }

    /** The end of what is compiled, excluded: a span that closes here may in truth go on. */
    long to() {
        return to;
    }

    boolean covers(long second) {
        return from <= second && second < to;
    }

    int size() {
        return closes.length;
    }

    long opens(int position) {
        return opens.at(position);
    }

    long closes(int position) {
        return closes[position];
    }

    /** The spans that are open some time between two seconds, not cut. */
    Stream<Span> spans(long first, long last) {
        return IntStream.rangeClosed(Math.max(0, positionAt(first)), positionAt(last))
                .mapToObj(position -> new Span(opens(position), closes(position)));
    }

    /** The open seconds of all that is compiled. */
    long openSeconds() {
        return openSeconds;
    }

    /** The last span that opens at the second or before it. */
    int positionAt(long second) {
        return opens.floor(second);
    }

    boolean isOpen(int position, long second) {
        return position >= 0 && second < closes[position];
    }

    /** The open seconds before the second, whose position this is. */
    long openSecondsBefore(int position, long second) {
        return position < 0 ? 0 : openBefore.at(position) + Math.min(second, closes[position]) - opens.at(position);
    }

    /** The first second before which so many open ones, at least one, have passed. */
    long secondAfter(long open) {
        return opening(open - 1) + 1;
    }

    /** The second that is open after so many open ones. */
    long opening(long open) {
        int position = openBefore.floor(open);
        return opens.at(position) + open - openBefore.at(position);
    }
}
