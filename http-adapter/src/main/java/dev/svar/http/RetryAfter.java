package dev.svar.http;

import dev.svar.delivery.Delivery;
import dev.svar.message.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** When the other side says that it may be tried again (RFC 9110, Retry-After): a pause or a date. */
sealed interface RetryAfter {
    /** The longest pause that is believed: what waits for its end is bounded in time, so it is short beside that. */
    Duration LONGEST = Duration.ofHours(1);

    /** What a header says; empty if it is not readable. */
    static Optional<RetryAfter> read(String header) {
        String text = header.strip();
        if (Seconds.SHAPE.matcher(text).matches()) {
            return Optional.of(new Seconds(Long.parseLong(text)));
        }
        try {
            return Optional.of(new Date(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** For how long, as transports say it. */
    Pause pause();

    /** When that is, from now; neither in the past nor later than the longest pause. */
    Instant at(Instant now);

    /** A pause. */
    record Seconds(long seconds) implements RetryAfter {
        private static final Pattern SHAPE = Pattern.compile("\\d{1,12}");

        @Override
        public Pause pause() {
            return new Pause.Lasting(
                    Duration.ofSeconds(Math.max(1, Math.min(seconds, Delivery.LONGEST_PAUSE.toSeconds()))));
        }

        @Override
        public Instant at(Instant now) {
            return now.plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
        }

        @Override
        public String toString() {
            return "after " + seconds + " s";
        }
    }

    /** A date. */
    record Date(Instant date) implements RetryAfter {
        @Override
        public Pause pause() {
            return new Pause.Until(date);
        }

        @Override
        public Instant at(Instant now) {
            Instant latest = now.plus(LONGEST);
            Instant bounded = date.isAfter(latest) ? latest : date;
            return bounded.isBefore(now) ? now : bounded;
        }

        @Override
        public String toString() {
            return "at " + date;
        }
    }
}
