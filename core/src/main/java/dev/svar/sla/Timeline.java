package dev.svar.sla;

import java.util.Arrays;
import java.util.List;

/**
 * Open spans of a stretch of time as sorted arrays with the open seconds before each, so that every question is one
 * binary search. Immutable. Positions are those of spans; -1 is before the first.
 */
final class Timeline {
    static final Timeline NOTHING = new Timeline(0, 0, List.of());

    private final long from;
    private final long to;
    private final long[] opens;
    private final long[] closes;
    private final long[] openBefore;
    private final long openSeconds;

    Timeline(long from, long to, List<Span> open) {
        this.from = from;
        this.to = to;
        this.opens = open.stream().mapToLong(Span::from).toArray();
        this.closes = open.stream().mapToLong(Span::to).toArray();
        this.openBefore = new long[opens.length];
        long sum = 0;
        for (int i = 0; i < opens.length; i++) {
            openBefore[i] = sum;
            sum += closes[i] - opens[i];
        }
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
        return opens.length;
    }

    long opens(int position) {
        return opens[position];
    }

    long closes(int position) {
        return closes[position];
    }

    /** The open seconds of all that is compiled. */
    long openSeconds() {
        return openSeconds;
    }

    /** The last span that opens at the second or before it. */
    int positionAt(long second) {
        return floor(opens, second);
    }

    boolean isOpen(int position, long second) {
        return position >= 0 && second < closes[position];
    }

    /** The open seconds before the second, whose position this is. */
    long openSecondsBefore(int position, long second) {
        return position < 0 ? 0 : openBefore[position] + Math.min(second, closes[position]) - opens[position];
    }

    /** The first second before which so many open ones, at least one, have passed. */
    long secondAfter(long open) {
        return opening(open - 1) + 1;
    }

    /** The second that is open after so many open ones. */
    long opening(long open) {
        int position = floor(openBefore, open);
        return opens[position] + open - openBefore[position];
    }

    private static int floor(long[] sorted, long key) {
        int found = Arrays.binarySearch(sorted, key);
        return found >= 0 ? found : -found - 2;
    }
}
