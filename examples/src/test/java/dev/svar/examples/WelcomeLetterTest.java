package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WelcomeLetterTest {
    private final Shown shown = Shown.by(WelcomeLetter::run);

    @Test
    void who_became_a_customer_twice_is_welcomed_once() {
        assertThat(shown.lines())
                .filteredOn(line -> line.contains("Kari became a customer"))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("she is welcomed"),
                        second -> assertThat(second).endsWith("she was welcomed before"));
        assertThat(shown.lines()).anyMatch(line -> line.endsWith("{ACCEPTED=1}"));
    }
}
