package dev.svar.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** From local time to instants, also where clocks are put forward or back. */
final class ZoneTimes {
    private static final long WIDEST_OFFSET = ZoneOffset.MAX.getTotalSeconds();

    private final ZoneRules rules;

    ZoneTimes(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** When local hours open: a time that clocks skip is the instant they jump, one that comes twice the earlier. */
    long opening(LocalDateTime local) {
        return instant(local, true);
    }

    /** When local hours close: a time that clocks skip is the instant they jump, one that comes twice the later. */
    long closing(LocalDateTime local) {
        return instant(local, false);
    }

    private long instant(LocalDateTime local, boolean earlier) {
        ZoneOffsetTransition jump = rules.getTransition(local);
        if (jump == null) {
            return local.toEpochSecond(rules.getOffset(local));
        }
        if (jump.isGap()) {
            return jump.toEpochSecond();
        }
        return local.toEpochSecond(earlier ? jump.getOffsetBefore() : jump.getOffsetAfter());
    }

    LocalDate dateAt(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), rules.getOffset(Instant.ofEpochSecond(second)));
    }

    /**
     * Every instant whose local date is this one, in order: one span as a rule; none for a date that the zone skipped;
     * several where clocks went back over midnight, so that the date came twice.
     */
    List<Span> spansOf(LocalDate date) {
        long midnight = date.toEpochDay() * 86_400;
        long nextMidnight = midnight + 86_400;
        List<Span> spans = new ArrayList<>(1);
        long end = nextMidnight + WIDEST_OFFSET;
        for (long from = midnight - WIDEST_OFFSET; from < end; ) {
            Instant at = Instant.ofEpochSecond(from);
            ZoneOffsetTransition jump = rules.nextTransition(at);
            long to = jump == null ? end : Math.min(end, jump.toEpochSecond());
            long offset = rules.getOffset(at).getTotalSeconds();
            Span part = new Span(from, to).within(midnight - offset, nextMidnight - offset);
            if (!part.isEmpty()) {
                spans.add(part);
            }
            from = to;
        }
        return spans;
    }
}
