package dev.svar.trend;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How often something was counted in each hour. Hours are whole hours since 1970-01-01T00:00Z; those that are not there count
 * as 0, and so do negative counts. Immutable.
 */
public final class HourlyCounts {
    static final long SECONDS = 3600;

    private final NavigableMap<Long, Long> counts;

    private HourlyCounts(NavigableMap<Long, Long> counts) {
        this.counts = counts;
    }

    /**
     * Copies.
     *
     * @param counts by hour
     * @return the counts
     */
    public static HourlyCounts of(Map<Long, Long> counts) {
        NavigableMap<Long, Long> positive = new TreeMap<>(counts);
        positive.values().removeIf(count -> count <= 0);
        return new HourlyCounts(positive);
    }

    /**
     * The hour of an instant.
     *
     * @param instant when
     * @return whole hours since 1970-01-01T00:00Z
     */
    public static long hourOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /**
     * What was counted in some hours.
     *
     * @param from the first hour
     * @param until the hour behind the last one
     * @return how often
     */
    public long sum(long from, long until) {
        return from >= until
                ? 0
                : counts.subMap(from, true, until, false).values().stream()
                        .mapToLong(n -> n)
                        .sum();
    }

    /** {@return the first hour in which something was counted} */
    public OptionalLong first() {
        return counts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(counts.firstKey());
    }
}
