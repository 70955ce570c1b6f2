package dev.svar.sla;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Walks a timeline from change to change and says what each stretch counts as, and then where others are open. */
final class Explanation {
    private static final int MARGIN_DAYS = 3;

    private final ZoneId zone;
    private final Instant from;
    private final Instant to;
    private List<CalendarSpan> spans = new ArrayList<>();

    Explanation(ZoneId zone, Instant from, Instant to) {
        this.zone = zone;
        this.from = from;
        this.to = to;
    }

    List<CalendarSpan> spans() {
        return List.copyOf(spans);
    }

    /** What hours of one place, whose timeline this is, make of the time. */
    void add(Schedule schedule, Timeline timeline) {
        List<Named> special = specialSpans(schedule);
        int ahead = 0;
        for (Instant at = from; at.isBefore(to); ) {
            long second = at.getEpochSecond();
            int position = timeline.positionAt(second);
            boolean open = timeline.isOpen(position, second);
            String reason = open ? "open" : "outside hours";
            long change = nextChange(timeline, position, open);
            while (ahead < special.size() && special.get(ahead).span().to() <= second) {
                ahead++;
            }
            if (ahead < special.size()) {
                Named next = special.get(ahead);
                boolean begun = next.span().from() <= second;
                reason = begun ? next.reason() : reason;
                change = Math.min(change, begun ? next.span().to() : next.span().from());
            }
            Instant end = change <= to.getEpochSecond() ? Instant.ofEpochSecond(change) : to;
            add(new CalendarSpan(at, end, open, reason));
            at = end;
        }
    }

    /** Counts what is skipped so far and another calendar, explained over the same time, counts. */
    void orElse(String name, List<CalendarSpan> others) {
        List<CalendarSpan> own = spans;
        spans = new ArrayList<>();
        Instant at = from;
        for (int i = 0, j = 0; i < own.size(); ) {
            CalendarSpan mine = own.get(i);
            CalendarSpan other = others.get(j);
            Instant end = mine.to().isBefore(other.to()) ? mine.to() : other.to();
            boolean only = !mine.counted() && other.counted();
            add(new CalendarSpan(at, end, mine.counted() || only, only ? other.reason() + ", " + name : mine.reason()));
            i += mine.to().equals(end) ? 1 : 0;
            j += other.to().equals(end) ? 1 : 0;
            at = end;
        }
    }

    private static long nextChange(Timeline timeline, int position, boolean open) {
        if (open) {
            return timeline.closes(position);
        }
        return position + 1 < timeline.size() ? timeline.opens(position + 1) : timeline.to();
    }

    private void add(CalendarSpan next) {
        int last = spans.size() - 1;
        if (last >= 0
                && spans.get(last).counted() == next.counted()
                && spans.get(last).reason().equals(next.reason())) {
            spans.set(last, new CalendarSpan(spans.get(last).from(), next.to(), next.counted(), next.reason()));
            return;
        }
        if (spans.size() == BusinessCalendar.MAX_EXPLAINED_SPANS) {
            throw CalendarException.explanationTooLong(zone, from, to);
        }
        spans.add(next);
    }

    private List<Named> specialSpans(Schedule schedule) {
        ZoneTimes times = new ZoneTimes(schedule.zone());
        return schedule.specialDays()
                .between(
                        times.dateAt(from.getEpochSecond()).minusDays(MARGIN_DAYS),
                        times.dateAt(to.getEpochSecond()).plusDays(MARGIN_DAYS))
                .flatMap(day -> times.spansOf(day.getKey()).stream()
                        .map(span -> new Named(span, day.getValue().reason())))
                .sorted(Comparator.comparingLong(named -> named.span().from()))
                .toList();
    }

    private record Named(Span span, String reason) {}
}
