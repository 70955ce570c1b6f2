package dev.svar.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Priority;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriorityDetectorTest {
    private static final CategoryQuestion QUESTION = CategoryQuestion.of("the shop burns");

    private static PriorityDetector saying(String category, double confidence) {
        List<String> reasons = List.of("text: burns");
        return PriorityDetector.by(
                question -> new CategoryAnswer(Optional.of(category), confidence, reasons, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"URGENT", "urgent", "Urgent"})
    void a_category_that_is_called_like_a_priority_is_one_in_any_letter_case(String name) {
        assertThat(saying(name, 0.7).detect(QUESTION))
                .contains(new PriorityHint(Priority.URGENT, 0.7, List.of("text: burns")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"critical", "URGENT!", "1", " urgent"})
    void any_other_category_says_nothing(String name) {
        assertThat(saying(name, 1).detect(QUESTION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void a_confidence_that_is_none_says_nothing(double confidence) {
        assertThat(saying("URGENT", confidence).detect(QUESTION)).isEmpty();
    }

    @Test
    void a_confidence_beyond_certainty_is_certainty() {
        assertThat(saying("LOW", 7).detect(QUESTION).orElseThrow().probability())
                .isEqualTo(1);
    }

    @Test
    void the_second_is_asked_only_where_the_first_says_nothing() {
        PriorityDetector silent = question -> Optional.empty();
        assertThat(saying("LOW", 1).orElse(saying("HIGH", 1)).detect(QUESTION).map(PriorityHint::priority))
                .contains(Priority.LOW);
        assertThat(silent.orElse(saying("HIGH", 1)).detect(QUESTION).map(PriorityHint::priority))
                .contains(Priority.HIGH);
        assertThat(silent.orElse(silent).detect(QUESTION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void a_hint_needs_a_probability(double probability) {
        assertThatThrownBy(() -> new PriorityHint(Priority.HIGH, probability, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("probability");
    }
}
