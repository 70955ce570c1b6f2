package dev.svar.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class NegativeBinomialTest {
    @Test
    void with_shape_one_it_is_the_geometric_distribution() {
        for (double mean : new double[] {0.05, 1, 7}) {
            for (int count : new int[] {0, 1, 3, 10, 40}) {
                double expected = Math.pow(mean / (1 + mean), count);
                assertThat(NegativeBinomial.atLeast(count, mean, 1)).isCloseTo(expected, within(expected * 1e-6));
            }
        }
    }

    @Test
    void with_little_uncertainty_it_is_nearly_the_distribution_of_poisson() {
        // 1 - e^-2 (1 + 2 + 2 + 4/3)
        assertThat(NegativeBinomial.atLeast(4, 2, 1e-9)).isCloseTo(0.1428765, within(1e-6));
    }

    @Test
    void huge_counts_cost_no_more_and_are_told_apart_from_usual_ones() {
        assertThat(NegativeBinomial.atLeast(1_000_000, 1_000_000, 0.1)).isEqualTo(1);
        assertThat(NegativeBinomial.atLeast(9_000_000, 1_000_000, 0.01)).isLessThan(1e-300);
    }
}
