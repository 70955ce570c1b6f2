package dev.svar.sla;

import dev.svar.error.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The local hours of one day: sorted, none overlapping or touching another. */
record Hours(List<LocalInterval> intervals) {
    static final Hours NONE = new Hours(List.of());

    Hours {
        intervals = List.copyOf(intervals);
    }

    static Hours parse(String field, String... texts) {
        List<LocalInterval> parsed = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            parsed.add(IntervalParser.parse(field + "[" + i + "]", texts[i]));
        }
        return merged(field, parsed.stream());
    }

    Hours and(String field, Hours others) {
        return merged(field, Stream.concat(intervals.stream(), others.intervals.stream()));
    }

    boolean isEmpty() {
        return intervals.isEmpty();
    }

    private static Hours merged(String field, Stream<LocalInterval> any) {
        List<LocalInterval> merged = new ArrayList<>();
        any.sorted(Comparator.comparingInt(LocalInterval::start)).forEach(next -> {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).reaches(next)) {
                merged.set(last, merged.get(last).joined(next));
            } else {
                merged.add(next);
            }
        });
        return new Hours(Check.size(field, merged, BusinessCalendar.MAX_INTERVALS_PER_DAY));
    }
}
