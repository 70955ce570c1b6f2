package dev.svar.insight;

import dev.svar.trend.TrendLook;
import java.time.Instant;

/**
 * Tickets of a series come more often than usual. There is one alarm for each episode, known by its series and its beginning.
 *
 * @param series what the tickets have in common
 * @param since when it was found
 * @param look what was counted, beside what is usual
 */
public record TrendAlarm(TrendSeries series, Instant since, TrendLook look) {}
