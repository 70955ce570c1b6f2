package dev.svar.sla;

import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** All that holds for one target of a policy. */
record SlaTerms(
        Map<Priority, Duration> times,
        BusinessCalendar calendar,
        List<SlaWarning> warnings,
        OptionalInt delayNotice,
        int extension,
        List<SlaStep> ladder,
        Set<StatusCategory> pausedIn) {

    /** The customer knows nothing of what teams promise each other. */
    SlaTerms of(SlaTarget target) {
        return target == SlaTarget.OPERATIONAL
                ? new SlaTerms(times, calendar, warnings, OptionalInt.empty(), extension, ladder, pausedIn)
                : this;
    }

    /** What goes on of a promise that is not made any more: nobody outside is told of it. */
    SlaTerms unpromised() {
        return of(SlaTarget.OPERATIONAL);
    }

    /** Every level that a clock can reach, in order. */
    List<SlaLevel> levels() {
        List<SlaLevel> levels = new ArrayList<>();
        for (int step = 1; step <= warnings.size(); step++) {
            levels.add(SlaLevel.warning(step));
        }
        if (delayNotice.isPresent()) {
            levels.add(SlaLevel.DELAY_NOTICE);
        }
        levels.add(SlaLevel.BREACH);
        for (int step = 1; step <= ladder.size(); step++) {
            levels.add(SlaLevel.escalation(step));
        }
        return levels;
    }

    /** How much a clock has counted when it reaches one of the levels. */
    Duration reachedAfter(SlaLevel level, SlaClock clock) {
        return switch (level.kind()) {
            case WARNING -> warnings.get(level.step() - 1).after(clock.allowed());
            case DELAY_NOTICE -> Shares.percent(clock.allowed(), delayNotice.orElse(100));
            case BREACH -> clock.breaksAfter();
            case ESCALATION ->
                clock.breaksAfter().plus(ladder.get(level.step() - 1).after());
        };
    }
}
