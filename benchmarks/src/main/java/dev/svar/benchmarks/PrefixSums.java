package dev.svar.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** The floor: openings and the business time before each in bare arrays, whole seconds, no range checks. */
final class PrefixSums implements BusinessTime {
    private final long[] opens;
    private final long[] closes;
    private final long[] before;

    PrefixSums() {
        LocalDate[] days = SampleHours.FIRST
                .datesUntil(SampleHours.END)
                .filter(SampleHours::isOpen)
                .toArray(LocalDate[]::new);
        opens = Arrays.stream(days)
                .mapToLong(day ->
                        day.atTime(SampleHours.OPENS).atZone(SampleHours.ZONE).toEpochSecond())
                .toArray();
        closes = Arrays.stream(days)
                .mapToLong(day ->
                        day.atTime(SampleHours.CLOSES).atZone(SampleHours.ZONE).toEpochSecond())
                .toArray();
        before = new long[days.length];
        for (int i = 1; i < days.length; i++) {
            before[i] = before[i - 1] + closes[i - 1] - opens[i - 1];
        }
    }

    @Override
    public Instant plus(Instant start, Duration duration) {
        long wanted = openBefore(start.getEpochSecond()) + duration.toSeconds();
        int found = Arrays.binarySearch(before, wanted);
        // A sum that ends with an opening is reached when that closes, not when the next one opens.
        int opening = found >= 0 ? found - 1 : -found - 2;
        return Instant.ofEpochSecond(opens[opening] + wanted - before[opening]);
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return Duration.ofSeconds(openBefore(to.getEpochSecond()) - openBefore(from.getEpochSecond()));
    }

    private long openBefore(long second) {
        int found = Arrays.binarySearch(opens, second);
        int opening = found >= 0 ? found : -found - 2;
        return opening < 0 ? 0 : before[opening] + Math.min(second, closes[opening]) - opens[opening];
    }
}
