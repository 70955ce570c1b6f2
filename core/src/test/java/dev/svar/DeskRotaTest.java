package dev.svar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.memory.MemoryStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DeskRotaTest {
    private static final long LATER = 1_000;
    private static final int ROUNDS = 4_000;

    private final DeskRota rota = new DeskRota(2);
    private final HelpDesk busy = desk();
    private final HelpDesk quiet = desk();

    private static HelpDesk desk() {
        return HelpDesk.builder(new MemoryStore()).build();
    }

    private DeskRota.Place begun(HelpDesk desk, long now) {
        DeskRota.Place place = rota.begin(now).orElseThrow();
        assertThat(place.desk()).isSameAs(desk);
        return place;
    }

    private void assertNobodyBegins(long now) {
        assertThat(rota.begin(now).map(DeskRota.Place::desk)).isEmpty();
    }

    @Test
    void a_desk_that_is_never_done_holds_up_none() {
        List<HelpDesk> turns = new ArrayList<>();
        HelpDesk third = desk();
        rota.add(busy, 0);
        for (int i = 0; i < 6; i++) {
            if (i == 2) {
                rota.add(quiet, 0);
                rota.add(third, 0);
            }
            DeskRota.Place place = rota.begin(0).orElseThrow();
            turns.add(place.desk());
            if (place.desk() == busy) {
                rota.more(place, 0);
            } else {
                rota.done(place, LATER, 0);
            }
        }

        // The busy one stands in the line when the others come, so each of them waits for one of its turns.
        assertThat(turns).containsExactly(busy, busy, busy, quiet, third, busy);
    }

    @Test
    void a_desk_that_is_not_done_gets_turns_beside_each_other_up_to_a_number_and_others_come_between() {
        rota.add(busy, 0);
        rota.more(begun(busy, 0), 0);
        rota.add(quiet, 0);
        DeskRota.Place first = begun(busy, 0);
        DeskRota.Place between = begun(quiet, 0);
        DeskRota.Place second = begun(busy, 0);
        assertNobodyBegins(0);

        rota.done(between, LATER, 0);
        rota.done(first, LATER, 0);
        assertNobodyBegins(0);
        rota.done(second, LATER, 0);
        assertNobodyBegins(LATER - 1);
        begun(busy, LATER);
        begun(quiet, LATER);
    }

    @Test
    void who_is_woken_while_a_turn_runs_gets_another_one() {
        rota.add(busy, 0);
        DeskRota.Place place = begun(busy, 0);
        rota.wake(busy, 0);
        assertNobodyBegins(0);
        rota.done(place, LATER, 0);

        rota.done(begun(busy, 0), LATER, 0);
        assertNobodyBegins(0);
        rota.wake(busy, 0);
        rota.wake(busy, 0);
        begun(busy, 0);
        assertNobodyBegins(0);
    }

    @Test
    void a_pause_after_a_failure_is_not_shortened() {
        rota.add(busy, 0);
        DeskRota.Place place = begun(busy, 0);
        rota.wake(busy, 0);
        rota.failed(place, 500, 0);
        rota.wake(busy, 1);
        assertNobodyBegins(499);
        assertThat(rota.alarm()).hasValue(500);

        place = begun(busy, 500);
        assertThat(place.failures()).isEqualTo(1);
        rota.done(place, LATER, 500);
        assertThat(place.failures()).isZero();
    }

    @Test
    void a_failure_holds_back_the_turn_that_was_to_come_beside_it() {
        rota.add(busy, 0);
        rota.more(begun(busy, 0), 0);
        DeskRota.Place first = begun(busy, 0);
        DeskRota.Place second = begun(busy, 0);
        rota.more(first, 0);
        rota.failed(second, 500, 0);

        assertNobodyBegins(499);
        begun(busy, 500);
    }

    @Test
    void a_desk_that_left_gets_no_turn_and_one_that_came_back_is_another_one() {
        rota.add(busy, 0);
        DeskRota.Place old = begun(busy, 0);
        assertThat(rota.remove(busy)).isTrue();
        assertThat(rota.remove(busy)).isFalse();
        assertThat(old.left()).isTrue();
        rota.wake(busy, 0);
        assertThat(rota.add(busy, 10)).isTrue();
        assertThat(rota.add(busy, 0)).isFalse();
        rota.more(old, 0);

        assertNobodyBegins(9);
        begun(busy, 10);
        assertNobodyBegins(LATER);
    }

    @Test
    void the_alarm_is_for_whoever_waits_for_the_earliest_instant() {
        assertThat(rota.alarm()).isEmpty();
        rota.add(busy, 70);
        rota.add(quiet, 30);
        assertThat(rota.alarm()).hasValue(30);
        begun(quiet, 30);
        assertThat(rota.alarm()).hasValue(70);
    }

    @Test
    void whatever_happens_in_whatever_order_no_desk_is_forgotten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<HelpDesk> desks = new ArrayList<>();
        Map<HelpDesk, Integer> turns = new HashMap<>();
        List<DeskRota.Place> underway = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            desks.add(desk());
            rota.add(desks.get(i), 0);
        }
        for (long now = 0; now < ROUNDS; now++) {
            Optional<DeskRota.Place> begun = underway.size() < 4 ? rota.begin(now) : Optional.empty();
            begun.ifPresent(underway::add);
            if (random.nextInt(3) == 0) {
                rota.wake(desks.get(random.nextInt(desks.size())), now);
            }
            if (!underway.isEmpty() && random.nextBoolean()) {
                DeskRota.Place place = underway.remove(random.nextInt(underway.size()));
                turns.merge(place.desk(), 1, Integer::sum);
                switch (random.nextInt(3)) {
                    case 0 -> rota.more(place, now);
                    case 1 -> rota.done(place, now + random.nextInt(50), now);
                    default -> rota.failed(place, now + random.nextInt(50), now);
                }
            }
            for (HelpDesk desk : desks) {
                long turnsOfOne =
                        underway.stream().filter(place -> place.desk() == desk).count();
                assertThat(turnsOfOne).as("turns of one desk, seed %s", seed).isLessThanOrEqualTo(2);
            }
        }

        assertThat(desks)
                .allSatisfy(desk ->
                        assertThat(turns.get(desk)).as("turns, seed %s", seed).isGreaterThan(ROUNDS / 100));
    }
}
