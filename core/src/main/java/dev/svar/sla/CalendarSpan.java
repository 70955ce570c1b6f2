package dev.svar.sla;

import java.time.Instant;

/**
 * One stretch of an explanation: from when to when, whether it counts as business time, and why.
 *
 * @param from its start
 * @param to its end, excluded, after the start
 * @param counted whether it is business time
 * @param reason {@code open} or {@code outside hours} on an ordinary date; {@code holiday} or {@code exception} and the
 *     name given on a date that a holiday or an exception decides, counted or not; where only a calendar is open that
 *     this one is united with, the reason of that one, a comma and its name
 */
public record CalendarSpan(Instant from, Instant to, boolean counted, String reason) {}
