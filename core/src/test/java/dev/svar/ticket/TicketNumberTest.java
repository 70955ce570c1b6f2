package dev.svar.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketNumberTest {
    @ParameterizedTest
    @CsvSource({
        "SUP-1042, SUP, 1042",
        "sup-1, SUP, 1",
        "' Sup-7 ', SUP, 7",
        "A-1, A, 1",
        "A1B2C3D4E5-999999999999999999, A1B2C3D4E5, 999999999999999999",
    })
    void a_number_is_read_as_a_person_writes_it(String text, String prefix, long value) {
        TicketNumber number = TicketNumber.parse(text).orElseThrow();

        assertThat(number).isEqualTo(new TicketNumber(prefix, value));
        assertThat(TicketNumber.parse(number.toString())).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SUP",
                "SUP-",
                "-1",
                "SUP-0",
                "SUP-01",
                "SUP--1",
                "SUP 1",
                "1SUP-1",
                "SUP-1x",
                "SÜP-1",
                "SUPPORTDESK-1",
                "SUP-1000000000000000000",
                "SUP-١",
                "SUP-1\nSUP-2"
            })
    void what_is_no_number_is_none(String text) {
        assertThat(TicketNumber.parse(text)).isEmpty();
    }

    @Test
    void a_number_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> new TicketNumber("SUP", 0)).hasMessageStartingWith("number.value is 0");
        assertThatThrownBy(() -> new TicketNumber("sup", 1)).hasMessageStartingWith("number.prefix must be");
        assertThatThrownBy(() -> new TicketNumber("", 1)).isInstanceOf(InvalidValueException.class);
    }
}
