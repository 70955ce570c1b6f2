package dev.svar.sla;

/**
 * The timeline as far as it was ever needed. Thread-safe without a lock: a grown timeline replaces the smaller one, and
 * threads that grow it at once lose only work, since each goes on with its own complete copy.
 */
final class LazyTimeline {
    private static final long YEAR = 366L * 86_400;

    private final OpeningHours hours;
    private volatile Timeline compiled = Timeline.NOTHING;

    LazyTimeline(OpeningHours hours) {
        this.hours = hours;
    }

    /** A timeline that covers both seconds and all between them; the first is not after the last. */
    Timeline covering(long first, long last) {
        Timeline known = compiled;
        return known.covers(first) && known.covers(last) ? known : grown(known, first, last);
    }

    private Timeline grown(Timeline known, long first, long last) {
        long from = first - YEAR;
        long to = last + YEAR;
        if (known != Timeline.NOTHING) {
            // At least doubled, so that growing bit by bit costs no more than twice the whole.
            long length = known.to() - known.from();
            from = known.from() <= first ? known.from() : Math.min(from, known.from() - length);
            to = known.to() > last ? known.to() : Math.max(to, known.to() + length);
        }
        from = Math.max(from, BusinessCalendar.EARLIEST.getEpochSecond());
        to = Math.min(to, BusinessCalendar.LATEST.getEpochSecond());
        Timeline grown = new Timeline(from, to, hours.between(from, to));
        compiled = grown;
        return grown;
    }
}
