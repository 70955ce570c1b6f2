package dev.svar.benchmarks;

import java.time.Duration;
import java.time.Instant;

/** Arithmetic with business hours, as {@link dev.svar.sla.BusinessCalendar} defines it. */
interface BusinessTime {
    Instant plus(Instant start, Duration duration);

    Duration between(Instant from, Instant to);
}
