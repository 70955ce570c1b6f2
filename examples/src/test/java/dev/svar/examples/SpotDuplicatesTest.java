package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpotDuplicatesTest {
    @Test
    void a_customer_who_asked_already_is_seen_and_so_is_how_it_was_solved_before() {
        assertThat(Shown.by(SpotDuplicates::run).lines().stream().map(String::strip))
                .containsExactly(
                        "SUP-4 is like:",
                        "SUP-3: a duplicate? SAME_REQUESTER",
                        "SUP-1: solved",
                        "SUP-4 leads to: SUP-3",
                        "Kari begins to write once more: SUP-3 is shown to her first");
    }
}
