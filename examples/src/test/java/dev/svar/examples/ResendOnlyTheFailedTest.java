package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResendOnlyTheFailedTest {
    private final Shown shown = Shown.by(ResendOnlyTheFailed::run);

    @Test
    void only_the_failed_are_sent_again_and_once() {
        assertThat(shown.lines())
                .filteredOn(line -> line.contains("The mailing"))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("{ACCEPTED=3, FAILED=2}"),
                        last -> assertThat(last).endsWith("{ACCEPTED=5}"));
        assertThat(shown.lines())
                .filteredOn(line -> line.contains("@full.example"))
                .allSatisfy(line -> assertThat(line).endsWith("5.2.2 the mailbox is full"))
                .hasSize(2);
        assertThat(shown.lines()).anyMatch(line -> line.endsWith("{RESENT=2}, asked once more: {}"));
    }
}
