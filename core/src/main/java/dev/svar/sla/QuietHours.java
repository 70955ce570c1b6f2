package dev.svar.sla;

import dev.svar.error.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Hours of every night in which customers are not told of delays.
 *
 * @param from when the night begins, local time, full minutes
 * @param to when it ends, excluded; before {@code from} if it passes midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {
    /** From 21:00 to 08:00. */
    public static final QuietHours STANDARD = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /**
     * Checks.
     *
     * @param from when the night begins
     * @param to when it ends
     */
    public QuietHours {
        if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES)) || !to.equals(to.truncatedTo(ChronoUnit.MINUTES))) {
            throw new InvalidValueException("quietHours", "are " + from + " to " + to + ", full minutes are needed");
        } else if (from.equals(to)) {
            throw new InvalidValueException("quietHours", "begin and end at " + from + ", some time must be left");
        }
    }

    /**
     * One night.
     *
     * @param begins its first instant
     * @param ends its end, excluded
     */
    public record Night(Instant begins, Instant ends) {}

    /**
     * The night that it is.
     *
     * @param at when
     * @param zone where
     * @return the night; empty if it is none
     */
    public Optional<Night> night(Instant at, ZoneId zone) {
        LocalDate today = at.atZone(zone).toLocalDate();
        // One that passes midnight began yesterday or begins today.
        for (LocalDate start : new LocalDate[] {today.minusDays(1), today}) {
            LocalDate end = to.isAfter(from) ? start : start.plusDays(1);
            Night night = new Night(
                    ZonedDateTime.of(start, from, zone).toInstant(),
                    ZonedDateTime.of(end, to, zone).toInstant());
            if (!at.isBefore(night.begins()) && at.isBefore(night.ends())) {
                return Optional.of(night);
            }
        }
        return Optional.empty();
    }
}
