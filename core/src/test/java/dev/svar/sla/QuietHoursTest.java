package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietHoursTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T20:00:00Z, 2026-12-01T20:00:00Z, 2026-12-02T07:00:00Z",
        "2026-12-01T23:30:00Z, 2026-12-01T20:00:00Z, 2026-12-02T07:00:00Z",
        "2026-12-02T06:59:59Z, 2026-12-01T20:00:00Z, 2026-12-02T07:00:00Z",
        "2026-10-25T00:30:00Z, 2026-10-24T19:00:00Z, 2026-10-25T07:00:00Z",
        "2026-10-25T01:30:00Z, 2026-10-24T19:00:00Z, 2026-10-25T07:00:00Z",
        "2027-03-28T01:30:00Z, 2027-03-27T20:00:00Z, 2027-03-28T06:00:00Z"
    })
    void the_standard_night_is_from_nine_to_eight_also_when_clocks_change(Instant at, Instant begins, Instant ends) {
        assertThat(QuietHours.STANDARD.night(at, OSLO)).contains(new QuietHours.Night(begins, ends));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T19:59:59Z", "2026-12-02T07:00:00Z", "2026-12-01T12:00:00Z"})
    void by_day_it_is_no_night(Instant at) {
        assertThat(QuietHours.STANDARD.night(at, OSLO)).isEmpty();
    }

    @Test
    void quiet_hours_need_not_pass_midnight() {
        QuietHours siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0));

        assertThat(siesta.night(Instant.parse("2026-12-01T13:00:00Z"), OSLO))
                .contains(new QuietHours.Night(
                        Instant.parse("2026-12-01T12:00:00Z"), Instant.parse("2026-12-01T14:00:00Z")));
        assertThat(siesta.night(Instant.parse("2026-12-01T14:00:00Z"), OSLO)).isEmpty();
    }

    @Test
    void quiet_hours_without_a_day_between_them_are_refused() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new QuietHours(LocalTime.of(21, 0, 1), LocalTime.of(8, 0)))
                .isInstanceOf(InvalidValueException.class);
    }
}
