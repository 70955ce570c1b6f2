package dev.svar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DuePausesTest {
    private static final int NODES = 200;
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Duration IDLE = Duration.ofSeconds(40);
    private static final Duration SPREAD = Duration.ofMillis(500);

    private final Random random = new Random(7);
    private final DuePauses pauses = new DuePauses(IDLE, SPREAD);

    private List<Duration> ofAllNodes(Optional<Instant> next) {
        return Stream.generate(() -> pauses.after(new DueRun(0, 0, 0, next), NOW, random))
                .limit(NODES)
                .toList();
    }

    private static void assertWithin(List<Duration> all, Duration least, Duration most) {
        assertThat(all).allSatisfy(pause -> assertThat(pause).isBetween(least, most));
        Set<Long> tenths = new HashSet<>();
        Duration step = most.minus(least).dividedBy(10);
        all.forEach(pause -> tenths.add(pause.minus(least).dividedBy(step)));
        assertThat(tenths).as("tenths of the time in which nodes come").hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void nodes_that_wait_for_the_same_instant_come_one_after_the_other_and_never_too_early() {
        Duration wait = Duration.ofSeconds(3);
        assertWithin(ofAllNodes(Optional.of(NOW.plus(wait))), wait, wait.plus(SPREAD));
    }

    @Test
    void nodes_that_find_work_due_which_others_just_take_come_back_soon_one_after_the_other() {
        assertWithin(ofAllNodes(Optional.of(NOW.minusSeconds(60))), Duration.ZERO, SPREAD);
    }

    @Test
    void nodes_with_nothing_to_do_look_within_the_idle_pause_one_after_the_other() {
        assertWithin(ofAllNodes(Optional.empty()), Duration.ofSeconds(30), IDLE);
        assertWithin(ofAllNodes(Optional.of(Instant.MAX)), Duration.ofSeconds(30), IDLE);
    }

    @Test
    void nodes_that_start_together_begin_within_a_tenth_of_a_second() {
        assertWithin(
                Stream.generate(() -> DuePauses.atStart(random)).limit(NODES).toList(),
                Duration.ZERO,
                Duration.ofMillis(100));
    }

    @Test
    void a_store_that_may_work_later_is_asked_sooner_than_one_that_is_broken() {
        StoreException passes = new StoreException("no connection", new IOException("reset"), true);
        StoreException broken = new StoreException("no tables");

        assertThat(DuePauses.afterFailure(passes, 1, random)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1200));
        assertThat(DuePauses.afterFailure(passes, 3, random)).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4800));
        assertThat(DuePauses.afterFailure(passes, 1000, random))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(72));
        assertThat(DuePauses.afterFailure(broken, 1, random)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(36));
        assertThat(DuePauses.afterFailure(new IllegalStateException(), 1000, random))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
    }
}
