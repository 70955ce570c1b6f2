package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedNumbersTest {
    @Test
    void nothing_is_below_anything_where_there_are_none() {
        assertThat(new SortedNumbers(new long[0]).floor(0)).isEqualTo(-1);
        assertThat(new SortedNumbers(new long[0]).floor(Long.MAX_VALUE)).isEqualTo(-1);
    }

    @Test
    void one_number_parts_the_keys_in_two() {
        SortedNumbers one = new SortedNumbers(new long[] {7});

        assertThat(one.floor(6)).isEqualTo(-1);
        assertThat(one.floor(7)).isZero();
        assertThat(one.floor(Long.MAX_VALUE)).isZero();
    }

    @Test
    void it_finds_what_a_binary_search_finds_also_where_numbers_crowd() {
        long seed = RandomCalendar.seed();
        Random random = new Random(seed);
        for (int turn = 0; turn < 2_000; turn++) {
            long[] sorted = drawn(random);
            SortedNumbers numbers = new SortedNumbers(sorted);
            for (int question = 0; question < 50; question++) {
                long key = question < 30
                        ? sorted[random.nextInt(sorted.length)] + random.nextInt(-1, 2)
                        : random.nextLong(sorted[0] - 10, sorted[sorted.length - 1] + 10);
                int found = Arrays.binarySearch(sorted, key);
                assertThat(numbers.floor(key))
                        .as("seed %s turn %s key %s in %s", seed, turn, key, Arrays.toString(sorted))
                        .isEqualTo(found >= 0 ? found : -found - 2);
            }
        }
    }

    private static long[] drawn(Random random) {
        long crowd = random.nextLong(1L << 34);
        return random.longs(random.nextInt(1, 300))
                .map(any -> random.nextInt(4) == 0 ? Math.floorMod(any, 1L << 34) : crowd + Math.floorMod(any, 5_000))
                .sorted()
                .distinct()
                .toArray();
    }
}
