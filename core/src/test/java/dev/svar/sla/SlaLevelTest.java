package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlaLevelTest {
    @Test
    void levels_are_named_and_ordered_as_a_clock_comes_to_them() {
        List<SlaLevel> levels = List.of(
                SlaLevel.WARNING,
                SlaLevel.warning(2),
                SlaLevel.warning(20),
                SlaLevel.DELAY_NOTICE,
                SlaLevel.BREACH,
                SlaLevel.escalation(1),
                SlaLevel.escalation(12));

        assertThat(levels)
                .isSorted()
                .extracting(SlaLevel::label)
                .containsExactly(
                        "warning",
                        "warning_2",
                        "warning_20",
                        "delay_notice",
                        "breach",
                        "escalation_1",
                        "escalation_12");
        assertThat(levels.stream().map(SlaLevel::label).map(SlaLevel::parse)).isEqualTo(levels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WARNING",
                "warning_",
                "warning_1",
                "warning_02",
                "warning_21",
                "warning_-1",
                "warning_+2",
                "breach_2",
                "escalation",
                "escalation_0",
                "escalation_x",
                "excuse"
            })
    void a_name_of_no_level_is_refused(String label) {
        assertThatThrownBy(() -> SlaLevel.parse(label)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void there_is_one_breach_and_a_bounded_ladder() {
        assertThat(Stream.<Runnable>of(
                        () -> new SlaLevel(SlaLevel.Kind.BREACH, 2),
                        () -> new SlaLevel(SlaLevel.Kind.DELAY_NOTICE, 0),
                        () -> SlaLevel.warning(0),
                        () -> SlaLevel.escalation(SlaLevel.MAX_STEP + 1)))
                .allSatisfy(level -> assertThatThrownBy(level::run)
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageStartingWith("sla.level."));
    }
}
