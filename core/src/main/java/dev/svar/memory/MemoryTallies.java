package dev.svar.memory;

import dev.svar.store.Tally;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What was counted, by series and hour. Guarded by the tenant's lock. */
final class MemoryTallies {
    private static final Comparator<Tally> BUSIEST_FIRST = Comparator.comparingLong(Tally::count)
            .reversed()
            .thenComparing(tally -> tally.series().codePoints().toArray(), Arrays::compare);

    private final Map<String, NavigableMap<Long, Long>> counts = new HashMap<>();

    void add(Tally tally) {
        counts.computeIfAbsent(tally.series(), series -> new TreeMap<>()).merge(tally.hour(), tally.count(), Long::sum);
    }

    List<Tally> find(String series, long from, long until) {
        return hours(series, from, until).entrySet().stream()
                .map(hour -> new Tally(series, hour.getKey(), hour.getValue()))
                .toList();
    }

    List<Tally> busiest(long from, long until, int limit) {
        return counts.keySet().stream()
                .map(series -> new Tally(series, from, sum(series, from, until)))
                .filter(tally -> tally.count() > 0)
                .sorted(BUSIEST_FIRST)
                .limit(limit)
                .toList();
    }

    int drop(long before, int limit) {
        List<Tally> old = counts.keySet().stream()
                .flatMap(series -> find(series, Long.MIN_VALUE, before).stream())
                .sorted(Comparator.comparingLong(Tally::hour).thenComparing(Tally::series))
                .limit(limit)
                .toList();
        for (Tally tally : old) {
            counts.computeIfPresent(tally.series(), (series, hours) -> {
                hours.remove(tally.hour());
                return hours.isEmpty() ? null : hours;
            });
        }
        return old.size();
    }

    private long sum(String series, long from, long until) {
        return hours(series, from, until).values().stream().mapToLong(n -> n).sum();
    }

    private NavigableMap<Long, Long> hours(String series, long from, long until) {
        return from >= until
                ? new TreeMap<>()
                : counts.getOrDefault(series, new TreeMap<>()).subMap(from, true, until, false);
    }
}
