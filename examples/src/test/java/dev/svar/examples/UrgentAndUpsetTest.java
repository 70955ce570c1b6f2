package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UrgentAndUpsetTest {
    @Test
    void what_is_noticed_is_shown_and_raises_a_priority_that_nobody_said() {
        assertThat(Shown.by(UrgentAndUpset::run).lines())
                .containsExactly(
                        "Learned from solved tickets: 20",
                        "SUP-21 is URGENT: seems URGENT, the customer unclear",
                        "SUP-22 is HIGH: seems HIGH, the customer unclear",
                        "SUP-23 is NORMAL: seems unclear, the customer UPSET [third time I ask]",
                        "SUP-24 is LOW: seems HIGH, the customer unclear");
    }
}
