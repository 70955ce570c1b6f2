package dev.svar.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The plain way: from day to day, with each opening turned into instants. */
final class DayByDay implements BusinessTime {
    @Override
    public Instant plus(Instant start, Duration duration) {
        Duration left = duration;
        for (LocalDate date = dateOf(start); ; date = date.plusDays(1)) {
            if (!SampleHours.isOpen(date)) {
                continue;
            }
            Instant from = later(start, opens(date));
            Duration open = Duration.between(from, closes(date));
            if (open.isNegative()) {
                continue;
            }
            if (open.compareTo(left) >= 0) {
                return from.plus(left);
            }
            left = left.minus(open);
        }
    }

    @Override
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = dateOf(to);
        for (LocalDate date = dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            if (SampleHours.isOpen(date)) {
                Instant end = closes(date).isBefore(to) ? closes(date) : to;
                Duration open = Duration.between(later(from, opens(date)), end);
                sum = open.isNegative() ? sum : sum.plus(open);
            }
        }
        return sum;
    }

    private static LocalDate dateOf(Instant instant) {
        return instant.atZone(SampleHours.ZONE).toLocalDate();
    }

    private static Instant opens(LocalDate date) {
        return date.atTime(SampleHours.OPENS).atZone(SampleHours.ZONE).toInstant();
    }

    private static Instant closes(LocalDate date) {
        return date.atTime(SampleHours.CLOSES).atZone(SampleHours.ZONE).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
