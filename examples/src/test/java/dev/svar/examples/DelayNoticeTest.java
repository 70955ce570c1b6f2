package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DelayNoticeTest {
    private final Shown shown = Shown.by(DelayNotice::run);

    @Test
    void the_customer_is_told_once_before_the_night_in_which_the_promise_breaks() {
        assertThat(shown.lines())
                .filteredOn(line -> line.contains("will take longer than we said"))
                .singleElement()
                .asString()
                .startsWith("  Tue 1 Dec 20:45 ");
        assertThat(shown.lines())
                .anyMatch(line -> line.contains("You will hear from us by 14:00 on Wednesday 2 December"));
    }
}
