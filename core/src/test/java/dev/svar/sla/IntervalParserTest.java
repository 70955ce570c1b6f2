package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalParserTest {
    @ParameterizedTest
    @CsvSource({
        "09:00-17:00,  540, 1020",
        "00:00-24:00,    0, 1440",
        "00:00-00:01,    0,    1",
        "23:59-24:00, 1439, 1440",
        "22:00-06:00, 1320, 1800",
        "22:00-00:00, 1320, 1440",
        "12:00-11:59,  720, 2159",
    })
    void intervals_are_read_in_minutes(String text, int start, int end) {
        assertThat(IntervalParser.parse("hours", text)).isEqualTo(new LocalInterval(start, end));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9:00-17:00     | has the shape '9:99-99:99', allowed is HH:MM-HH:MM",
                "09:00–17:00    | has the shape '99:99?99:99', allowed is HH:MM-HH:MM",
                "09:00 - 17:00  | has the shape '99:99 - 99:99', allowed is HH:MM-HH:MM",
                "nine to five   | has the shape 'aaaa aa aaaa', allowed is HH:MM-HH:MM",
                "٠٩:00-17:00    | has the shape '99:99-99:99', allowed is HH:MM-HH:MM",
                "''             | has the shape '', allowed is HH:MM-HH:MM",
                "24:00-06:00    | has no such time of day as its start, allowed is",
                "25:00-06:00    | has no such time of day as its start, allowed is",
                "09:60-17:00    | has no such time of day as its start, allowed is",
                "09:00-24:01    | has no such time of day as its end, allowed is",
                "09:00-23:60    | has no such time of day as its end, allowed is",
                "09:00-09:00    | ends at the minute it starts, allowed is",
                "00:00-00:00    | ends at the minute it starts, allowed is",
            })
    void other_texts_are_refused_by_their_shape(String text, String problem) {
        assertThatThrownBy(() -> IntervalParser.parse("hours[0]", text))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> {
                    assertThat(e.field()).isEqualTo("hours[0]");
                    assertThat(e.problem()).startsWith(problem);
                });
    }

    @Test
    void the_shape_of_a_long_text_is_cut() {
        assertThatThrownBy(() -> IntervalParser.parse("hours[0]", "x".repeat(1_000_000)))
                .hasMessageStartingWith("hours[0] has the shape '" + "a".repeat(40) + "...', allowed is");
    }

    @Test
    void the_field_names_the_day_and_the_place() {
        assertThatThrownBy(() -> Hours.parse("hours of MONDAY", "09:00-12:00", "13-17"))
                .hasMessageStartingWith("hours of MONDAY[1] has the shape '99-99'");
    }
}
