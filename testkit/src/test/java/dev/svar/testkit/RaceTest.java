package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class RaceTest {
    @Test
    void all_run_at_once_and_the_results_come_by_index() throws Exception {
        CountDownLatch running = new CountDownLatch(8);

        assertThat(Race.of(8, i -> {
                    running.countDown();
                    running.await();
                    return i * i;
                }))
                .containsExactly(0, 1, 4, 9, 16, 25, 36, 49);
    }

    @Test
    void what_a_runner_throws_is_thrown() {
        IOException exception = new IOException("gone");
        AssertionError error = new AssertionError("wrong");

        assertThatThrownBy(() -> Race.of(2, i -> {
                    throw exception;
                }))
                .isSameAs(exception);
        assertThatThrownBy(() -> Race.of(2, i -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void a_race_needs_a_runner() {
        assertThatThrownBy(() -> Race.of(0, i -> i)).isInstanceOf(InvalidValueException.class);
    }
}
