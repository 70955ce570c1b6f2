package dev.svar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.delivery.DeliveryPace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TurnstileTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    @Test
    void no_window_ever_holds_more_than_the_pace_allows_and_no_place_is_left_unused() {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            DeliveryPace pace = DeliveryPace.of(1 + random.nextInt(7), Duration.ofSeconds(1 + random.nextInt(120)));
            Turnstile turnstile = new Turnstile(pace);
            List<Instant> places = new ArrayList<>();
            Instant now = NOW;
            for (int i = 0; i < 200; i++) {
                now = now.plusMillis(random.nextInt(20_000));
                int room = turnstile.room(now, 3);
                Instant place = turnstile.take(now);
                assertThat(place.isAfter(now))
                        .as("seed %d, round %d, letter %d: waits only if there is no room", seed, round, i)
                        .isEqualTo(room == 0);
                places.add(place);
            }
            for (int i = pace.most(); i < places.size(); i++) {
                assertThat(Duration.between(places.get(i - pace.most()), places.get(i)))
                        .as("seed %d, round %d, letter %d: beside the one a window before", seed, round, i)
                        .isGreaterThanOrEqualTo(pace.window());
            }
        }
    }

    @Test
    void it_is_idle_when_a_window_has_passed_since_its_last_place() {
        Turnstile turnstile = new Turnstile(DeliveryPace.perMinute(1));
        assertThat(turnstile.isIdle(NOW)).isTrue();
        turnstile.take(NOW);
        turnstile.take(NOW);

        assertThat(turnstile.isIdle(NOW.plusSeconds(119))).isFalse();
        assertThat(turnstile.isIdle(NOW.plusSeconds(120))).isTrue();
    }
}
