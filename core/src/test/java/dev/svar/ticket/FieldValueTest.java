package dev.svar.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldValueTest {
    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "0.000, 0", "-0, 0", "1E+3, 1000", "1000, 1000", "-12.340, -12.34", "0E-50, 0"})
    void a_number_is_written_in_one_way_only(String given, String text) {
        FieldValue value = FieldValue.of(new BigDecimal(given));

        assertThat(value.text()).isEqualTo(text);
        assertThat(value).isEqualTo(FieldValue.of(new BigDecimal(text)));
        assertThat(value).hasSameHashCodeAs(FieldValue.of(new BigDecimal(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+30",
                "1E-31",
                "1234567890123456789012345678901",
                "1E+2147483647",
                "-1E+2147483647",
                "1E-2147483647",
                "0.1234567890123456789012345678901"
            })
    void a_number_of_too_many_digits_is_refused_however_short_it_is_written(String given) {
        assertThatThrownBy(() -> FieldValue.of(new BigDecimal(given)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("field.number has more than 30 digits before or after the point, round it or use text");
    }

    @Test
    void numbers_at_the_edge_of_what_java_can_hold_are_refused_too() {
        BigDecimal largest = new BigDecimal(BigInteger.TEN, Integer.MIN_VALUE);

        assertThatThrownBy(() -> FieldValue.of(largest)).isInstanceOf(InvalidValueException.class);
        assertThat(FieldValue.of(new BigDecimal("9".repeat(30) + "." + "9".repeat(30)))
                        .text())
                .hasSize(61);
        assertThat(FieldValue.of(Long.MIN_VALUE).text()).isEqualTo("-9223372036854775808");
    }

    @Test
    void the_text_of_a_value_tells_it_whatever_its_type() {
        assertThat(FieldValue.of("two\nlines").text()).isEqualTo("two\nlines");
        assertThat(FieldValue.of(false).text()).isEqualTo("false");
        assertThat(FieldValue.of(LocalDate.of(2026, 12, 3)).text()).isEqualTo("2026-12-03");
        assertThat(FieldValue.choice("gold").text()).isEqualTo("gold");
        assertThat(FieldValue.choice("gold")).isNotEqualTo(FieldValue.of("gold"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "a\u0000b", "bell\u0007"})
    void text_that_is_blank_or_holds_control_characters_is_refused(String text) {
        assertThatThrownBy(() -> FieldValue.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("field.text ");
    }

    @Test
    void values_have_limits() {
        assertThat(FieldValue.of("x".repeat(FieldValue.Text.MAX_LENGTH)).type()).isEqualTo(FieldType.TEXT);
        assertThatThrownBy(() -> FieldValue.of("x".repeat(FieldValue.Text.MAX_LENGTH + 1)))
                .hasMessage("field.text is 4001 characters long, at most 4000 are allowed");
        assertThatThrownBy(() -> FieldValue.choice("x".repeat(101))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> FieldValue.choice("two\nlines")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> FieldValue.of(LocalDate.of(10_000, 1, 1)))
                .hasMessage("field.day is 10000, it must be from 1 to 9999");
        assertThatThrownBy(() -> FieldValue.of(LocalDate.of(0, 1, 1))).isInstanceOf(InvalidValueException.class);
    }
}
