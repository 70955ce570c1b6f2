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
 * What a calendar must answer, found by walking minute by minute over a short window and looking at the wall clock, or
 * second by second where a zone's clocks were not put forward by whole minutes. It never asks which instant a local
 * time is: hours have opened if the wall clock has shown their start or later by now, and have not closed if it shows
 * or will show a time before their end, or will show the end itself again.
 */
final class MinuteWalk {
    private static final long NANOS = 1_000_000_000L;
    private static final int MARGIN = 3 * 86_400;

    private final RandomCalendar drawn;
    private final int seconds;
    private final Instant origin;
    private final boolean[] open;

    /** The origin is a whole minute; the days walked on either side of the window are not asked about. */
    MinuteWalk(RandomCalendar drawn, Instant start, int days, int secondsOfStep) {
        this.drawn = drawn;
        this.seconds = secondsOfStep;
        this.origin = start.minusSeconds(MARGIN);
        int all = (days * 86_400 + 2 * MARGIN) / secondsOfStep;
        this.open = new boolean[all];
        LocalDate[] dates = new LocalDate[all];
        long[] latestSoFar = new long[all];
        long[] earliestYet = new long[all + 1];
        earliestYet[all] = Long.MAX_VALUE;
        for (int i = 0; i < all; i++) {
            LocalDateTime wall = wall(origin.plusSeconds((long) secondsOfStep * i));
            dates[i] = wall.toLocalDate();
            earliestYet[i] = wall.toEpochSecond(ZoneOffset.UTC);
            latestSoFar[i] = Math.max(earliestYet[i], i == 0 ? Long.MIN_VALUE : latestSoFar[i - 1]);
        }
        for (int i = all - 1; i >= 0; i--) {
            earliestYet[i] = Math.min(earliestYet[i], earliestYet[i + 1]);
        }
        for (int i = 0; i < all; i++) {
            open[i] = isOpen(dates[i], latestSoFar[i], earliestYet[i], earliestYet[i + 1]);
        }
    }

    private MinuteWalk(MinuteWalk one, MinuteWalk other) {
        this.drawn = one.drawn;
        this.seconds = one.seconds;
        this.origin = one.origin;
        this.open = new boolean[one.open.length];
        for (int i = 0; i < open.length; i++) {
            open[i] = one.open[i] || other.open[i];
        }
    }

    /** Open whenever one of them is; both are walked over the same window in the same steps. */
    MinuteWalk or(MinuteWalk other) {
        return new MinuteWalk(this, other);
    }

    private boolean isOpen(LocalDate today, long latestSoFar, long earliest, long earliestAfter) {
        for (LocalDate date = today.minusDays(2); !date.isAfter(today.plusDays(2)); date = date.plusDays(1)) {
            if (drawn.specials().containsKey(today) && !date.equals(today)) {
                continue;
            }
            long midnight = date.toEpochDay() * 86_400;
            for (int[] hours : drawn.hoursOf(date)) {
                long end = midnight + hours[1] * 60L;
                if (latestSoFar >= midnight + hours[0] * 60L && (earliest < end || earliestAfter <= end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private LocalDateTime wall(Instant at) {
        return LocalDateTime.ofInstant(at, drawn.zone());
    }

    boolean isOpen(Instant at) {
        return open[step(nanos(at))];
    }

    Duration between(Instant from, Instant to) {
        long end = nanos(to);
        long sum = 0;
        for (long at = nanos(from); at < end; at = Math.min(nextStep(at), end)) {
            sum += open[step(at)] ? Math.min(nextStep(at), end) - at : 0;
        }
        return Duration.ofNanos(sum);
    }

    /** Empty if the window ends before. */
    Optional<Instant> plus(Instant start, Duration duration) {
        long left = duration.toNanos();
        long at = nanos(start);
        while (left > 0) {
            if (at >= end()) {
                return Optional.empty();
            }
            long piece = nextStep(at) - at;
            if (open[step(at)]) {
                if (left <= piece) {
                    return Optional.of(origin.plusNanos(at + left));
                }
                left -= piece;
            }
            at += piece;
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
        for (long at = nanos(start); at < end(); at = nextStep(at)) {
            if (open[step(at)] == wanted) {
                return Optional.of(origin.plusNanos(at));
            }
        }
        return Optional.empty();
    }

    List<CalendarSpan> explain(Instant from, Instant to) {
        List<CalendarSpan> spans = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = pieceEnd(at, to)) {
            RandomCalendar.Special special = drawn.specials().get(wall(at).toLocalDate());
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

    private Instant pieceEnd(Instant at, Instant latest) {
        Instant next = origin.plusNanos(nextStep(nanos(at)));
        return next.isBefore(latest) ? next : latest;
    }

    private long end() {
        return ((long) open.length * seconds - MARGIN) * NANOS;
    }

    private long nanos(Instant at) {
        return Duration.between(origin, at).toNanos();
    }

    private int step(long nanos) {
        return (int) (nanos / (seconds * NANOS));
    }

    private long nextStep(long nanos) {
        return (step(nanos) + 1) * (seconds * NANOS);
    }
}
