package dev.svar.category.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three categories, of which the third may be rare. */
final class RaisesTest {
    private static final HeldOut NOTHING = new HeldOut(List.of(), List.of(), List.of());

    /** Texts of the first two categories that are right, before the third one by so much; of the last three it is less. */
    private static HeldOut heldOut(int texts, float before) {
        List<float[]> scores = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            float own = i < texts - 3 ? before : before / 2;
            scores.add(i % 2 == 0 ? new float[] {own, -1, 0} : new float[] {-1, own, 0});
        }
        return of(scores);
    }

    private static HeldOut of(List<float[]> scores) {
        List<Integer> all = IntStream.range(0, scores.size()).boxed().toList();
        return new HeldOut(all, scores, all.stream().map(i -> i % 2).toList());
    }

    private static float raise(HeldOut heldOut, int count) {
        int[] categories =
                IntStream.range(0, 200 + count).map(i -> i < 200 ? i % 2 : 2).toArray();
        float[] raises = Raises.of(heldOut, categories, 3);
        assertThat(raises[0]).isZero();
        assertThat(raises[1]).isZero();
        return raises[2];
    }

    @Test
    void a_category_of_few_texts_is_raised_the_less_the_more_it_has() {
        HeldOut heldOut = heldOut(2_000, 2);

        assertThat(raise(heldOut, 5)).isEqualTo(0.51f, within(0.01f));
        assertThat(raise(heldOut, 15)).isBetween(0.1f, 0.3f);
        assertThat(raise(heldOut, 20)).isZero();
    }

    @Test
    void it_takes_no_more_than_one_of_a_thousand_from_others() {
        assertThat(raise(heldOut(4_000, 0.2f), 5)).isEqualTo(0.2f);
        assertThat(raise(heldOut(2_000, 0.2f), 5)).isEqualTo(0.1f);
        assertThat(raise(NOTHING, 5)).isZero();
    }

    @Test
    void what_others_got_wrong_anyhow_is_not_taken_from_them() {
        List<float[]> scores = new ArrayList<>(heldOut(2_000, 2).scores());
        for (int i = 0; i < 100; i++) {
            scores.add(i % 2 == 0 ? new float[] {0.1f, 3, 0} : new float[] {3, 0.1f, 0});
        }

        assertThat(raise(of(scores), 5)).isEqualTo(raise(heldOut(2_000, 2), 5));
    }
}
