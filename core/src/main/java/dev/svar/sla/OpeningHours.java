package dev.svar.sla;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a schedule into open instants. One rule decides: an instant is open if hours cover it and those hours belong to
 * the instant's own local date, or that date is neither a holiday nor an exception.
 */
final class OpeningHours {
    /** How far hours can lie from the date they belong to: past midnight, and over a date that came twice. */
    private static final int REACH = 3;

    private final Schedule schedule;
    private final List<LazyTimeline> others;
    private final ZoneTimes times;

    /** Open by the schedule, and whenever one of the others is. */
    OpeningHours(Schedule schedule, List<LazyTimeline> others) {
        this.schedule = schedule;
        this.others = List.copyOf(others);
        this.times = new ZoneTimes(schedule.zone());
    }

    /** The open spans in order, none overlapping or touching another, cut at both ends. */
    List<Span> between(long from, long to) {
        List<Span> spans = new ArrayList<>();
        LocalDate last = times.dateAt(to).plusDays(REACH);
        for (LocalDate date = times.dateAt(from).minusDays(REACH); !date.isAfter(last); date = date.plusDays(1)) {
            for (LocalInterval hours : schedule.hoursOf(date).intervals()) {
                LocalDateTime midnight = date.atStartOfDay();
                Span whole = new Span(
                        times.opening(midnight.plusMinutes(hours.start())),
                        times.closing(midnight.plusMinutes(hours.end())));
                spans.addAll(withoutForeignDates(whole, date));
            }
        }
        others.forEach(other -> other.covering(from, to - 1).spans(from, to - 1).forEach(spans::add));
        return merged(spans, from, to);
    }

    private List<Span> withoutForeignDates(Span whole, LocalDate own) {
        List<Span> left = List.of(whole);
        for (int days = -REACH; days <= REACH; days++) {
            LocalDate other = own.plusDays(days);
            if (days != 0 && schedule.isSpecial(other)) {
                for (Span closed : times.spansOf(other)) {
                    left = left.stream().flatMap(span -> span.without(closed)).toList();
                }
            }
        }
        return left;
    }

    private static List<Span> merged(List<Span> spans, long from, long to) {
        spans.sort(Comparator.comparingLong(Span::from));
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            Span next = span.within(from, to);
            int last = merged.size() - 1;
            if (next.isEmpty()) {
                continue;
            }
            if (last >= 0 && merged.get(last).to() >= next.from()) {
                Span before = merged.get(last);
                merged.set(last, new Span(before.from(), Math.max(before.to(), next.to())));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
