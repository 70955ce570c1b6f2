package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharesTest {
    @ParameterizedTest
    @CsvSource({
        "PT8H, 75, PT6H",
        "PT8H, 90, PT7H12M",
        "PT1S, 75, PT0.75S",
        "PT7M, 33, PT2M18.6S",
        "PT0.000001S, 99, PT0S",
        "PT0.000003S, 50, PT0.000001S",
        "PT87840H, 1000, PT878400H",
        "PT87839H59M59.999999S, 1, PT878H23M59.999999S"
    })
    void a_share_is_exact_to_the_microsecond_and_never_more(Duration duration, int percent, Duration share) {
        assertThat(Shares.percent(duration, percent)).isEqualTo(share);
    }
}
