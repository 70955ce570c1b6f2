package dev.svar.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Walks a timeline from change to change and says what each stretch counts as. */
final class Explanation {
    private static final int MARGIN_DAYS = 3;

    private final Schedule schedule;
    private final Timeline timeline;
    private final Instant from;
    private final Instant to;
    private final List<CalendarSpan> spans = new ArrayList<>();

    Explanation(Schedule schedule, Timeline timeline, Instant from, Instant to) {
        this.schedule = schedule;
        this.timeline = timeline;
        this.from = from;
        this.to = to;
    }

    List<CalendarSpan> spans() {
        List<Named> special = specialSpans();
        int ahead = 0;
        for (Instant at = from; at.isBefore(to); ) {
            long second = at.getEpochSecond();
            int position = timeline.positionAt(second);
            boolean open = timeline.isOpen(position, second);
            String reason = open ? "open" : "outside hours";
            long change = nextChange(position, open);
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
        return List.copyOf(spans);
    }

    private long nextChange(int position, boolean open) {
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
            throw CalendarException.explanationTooLong(schedule.zone(), from, to);
        }
        spans.add(next);
    }

    private List<Named> specialSpans() {
        ZoneTimes times = new ZoneTimes(schedule.zone());
        return schedule
                .specialDays()
                .subMap(
                        times.dateAt(from.getEpochSecond()).minusDays(MARGIN_DAYS),
                        times.dateAt(to.getEpochSecond()).plusDays(MARGIN_DAYS))
                .entrySet()
                .stream()
                .flatMap(day -> times.spansOf(day.getKey()).stream()
                        .map(span -> new Named(span, day.getValue().reason())))
                .sorted(Comparator.comparingLong(named -> named.span().from()))
                .toList();
    }

    private record Named(Span span, String reason) {}
}
