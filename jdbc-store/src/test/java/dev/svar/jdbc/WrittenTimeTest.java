package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenTimeTest {
    private static final String ALPHABET = "0123456789-:.TZPHMS+ e";

    @Test
    void every_instant_and_duration_is_read_as_it_was() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            long unit = new long[] {1_000_000_000, 1_000_000, 1_000, 1}[random.nextInt(4)];
            long second = random.nextLong(
                    Instant.parse("-2000-01-01T00:00:00Z").getEpochSecond(),
                    Instant.parse("+12000-01-01T00:00:00Z").getEpochSecond());
            long nano = random.nextInt(1_000_000_000) / unit * unit;
            Instant instant = Instant.ofEpochSecond(second, nano);
            Duration duration = Duration.ofSeconds(random.nextInt(-5, 1_000_000_000) / unit, nano);

            assertThat(WrittenTime.instant(instant.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(instant);
            assertThat(WrittenTime.duration(duration.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(duration);
            assertThat(WrittenTime.text(Micros.cut(instant)))
                    .as("seed %d", seed)
                    .isEqualTo(Micros.cut(instant).toString());
        }
    }

    @Test
    void whatever_else_is_read_or_refused_as_the_jdk_does() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            String time = changed(random, "2026-02-28T23:59:59.123456Z");
            String length = changed(random, "PT12H34M56S");

            assertThat(read(WrittenTime::instant, time)).as(seed + " " + time).isEqualTo(read(Instant::parse, time));
            assertThat(read(WrittenTime::duration, length))
                    .as(seed + " " + length)
                    .isEqualTo(read(Duration::parse, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-12-31T24:00:00Z",
                "2026-12-31T23:60:00Z",
                "2026-12-31T23:59:60Z",
                "2026-12-31T23:59:59.Z",
                "2026-12-31T23:59:59.1234567890Z",
                "2026-12-31T23:59:59+01:00",
                ""
            })
    void the_edges_of_instants_are_those_of_the_jdk(String text) {
        assertThat(read(WrittenTime::instant, text)).isEqualTo(read(Instant::parse, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PT", "PTS", "PT1S1M", "PT1H1H", "PT-1S", "PT1.5S", "PT0S", "P1D", "PT99999999999H", "PT1", ""})
    void the_edges_of_durations_are_those_of_the_jdk(String text) {
        assertThat(read(WrittenTime::duration, text)).isEqualTo(read(Duration::parse, text));
    }

    /** The text with up to three characters replaced, left out or put in. */
    private static String changed(Random random, String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            int at = random.nextInt(changed.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.setCharAt(at, c);
                case 1 -> changed.deleteCharAt(at);
                default -> changed.insert(at, c);
            }
        }
        return changed.toString();
    }

    /** What comes of it; the same for all refusals. */
    private static Object read(Function<String, ?> reader, String text) {
        Object[] read = {"refused"};
        Throwable thrown = catchThrowable(() -> read[0] = reader.apply(text));
        assertThat(thrown == null || thrown instanceof DateTimeException)
                .as("%s: %s", text, thrown)
                .isTrue();
        return read[0];
    }
}
