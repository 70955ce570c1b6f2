package dev.svar.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a calendar must answer, found by walking minute by minute over a short window and looking at the wall clock. It
 * never asks which instant a local time is: hours have opened if the wall clock has shown their start or later by now,
 * and have not closed if it shows or will show a time before their end, or will show the end itself again.
 */
final class MinuteWalk {
    private static final long NANOS = 60_000_000_000L;
    private static final int MARGIN = 3 * 1440;

    private final RandomCalendar drawn;
    private final Instant origin;
    private final LocalDateTime[] wall;
    private final boolean[] open;

    /** The origin is a whole minute; the days walked on either side of the window are not asked about. */
    MinuteWalk(RandomCalendar drawn, Instant start, int minutes) {
        this.drawn = drawn;
        this.origin = start.minusSeconds(MARGIN * 60L);
        int all = minutes + 2 * MARGIN;
        this.wall = new LocalDateTime[all];
        this.open = new boolean[all];
        for (int i = 0; i < all; i++) {
            wall[i] = LocalDateTime.ofInstant(origin.plusSeconds(60L * i), drawn.zone());
        }
        long[] latestSoFar = new long[all];
        long[] earliestYet = new long[all + 1];
        earliestYet[all] = Long.MAX_VALUE;
        for (int i = 0; i < all; i++) {
            latestSoFar[i] = Math.max(minuteOf(wall[i]), i == 0 ? Long.MIN_VALUE : latestSoFar[i - 1]);
        }
        for (int i = all - 1; i >= 0; i--) {
            earliestYet[i] = Math.min(minuteOf(wall[i]), earliestYet[i + 1]);
        }
        for (int i = 0; i < all; i++) {
            open[i] = isOpen(wall[i].toLocalDate(), latestSoFar[i], earliestYet[i], earliestYet[i + 1]);
        }
    }

    private boolean isOpen(LocalDate today, long latestSoFar, long earliest, long earliestAfter) {
        for (LocalDate date = today.minusDays(2); !date.isAfter(today.plusDays(2)); date = date.plusDays(1)) {
            if (drawn.specials().containsKey(today) && !date.equals(today)) {
                continue;
            }
            long midnight = date.toEpochDay() * 1440;
            for (int[] hours : drawn.hoursOf(date)) {
                long end = midnight + hours[1];
                if (latestSoFar >= midnight + hours[0] && (earliest < end || earliestAfter <= end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long minuteOf(LocalDateTime wall) {
        return Math.floorDiv(wall.toEpochSecond(ZoneOffset.UTC), 60);
    }

    boolean isOpen(Instant at) {
        return open[minute(at)];
    }

    Duration between(Instant from, Instant to) {
        long nanos = 0;
        for (Instant at = from; at.isBefore(to); at = pieceEnd(at, to)) {
            nanos += isOpen(at) ? Duration.between(at, pieceEnd(at, to)).toNanos() : 0;
        }
        return Duration.ofNanos(nanos);
    }

    /** Empty if the window ends before. */
    Optional<Instant> plus(Instant start, Duration duration) {
        Duration left = duration;
        for (Instant at = start; !left.isZero(); at = pieceEnd(at, end())) {
            if (!at.isBefore(end())) {
                return Optional.empty();
            }
            Duration piece = Duration.between(at, pieceEnd(at, end()));
            if (isOpen(at) && left.compareTo(piece) <= 0) {
                return Optional.of(at.plus(left));
            }
            left = isOpen(at) ? left.minus(piece) : left;
        }
        return Optional.of(start);
    }

    Optional<Instant> nextOpen(Instant start) {
        return next(start, true);
    }

    Optional<Instant> nextClose(Instant start) {
        return next(start, true).flatMap(opening -> next(opening, false));
    }

    private Optional<Instant> next(Instant start, boolean wanted) {
        for (Instant at = start; at.isBefore(end()); at = pieceEnd(at, end())) {
            if (isOpen(at) == wanted) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    List<CalendarSpan> explain(Instant from, Instant to) {
        List<CalendarSpan> spans = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = pieceEnd(at, to)) {
            RandomCalendar.Special special = drawn.specials().get(wall[minute(at)].toLocalDate());
            String reason = special != null ? special.reason() : isOpen(at) ? "open" : "outside hours";
            CalendarSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && last.counted() == isOpen(at) && last.reason().equals(reason)) {
                spans.set(spans.size() - 1, new CalendarSpan(last.from(), pieceEnd(at, to), isOpen(at), reason));
            } else {
                spans.add(new CalendarSpan(at, pieceEnd(at, to), isOpen(at), reason));
            }
        }
        return spans;
    }

    private Instant end() {
        return origin.plusSeconds(60L * (open.length - MARGIN));
    }

    private int minute(Instant at) {
        return (int) Math.floorDiv(Duration.between(origin, at).toNanos(), NANOS);
    }

    private Instant pieceEnd(Instant at, Instant latest) {
        Instant nextMinute = origin.plusSeconds(60L * (minute(at) + 1));
        return nextMinute.isBefore(latest) ? nextMinute : latest;
    }
}
