package dev.svar.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleCategorizerTest {
    private final RuleCategorizer categorizer = RuleCategorizer.builder()
            .rule("payment", "betal*", "kort", "VIPPS", "faktura*")
            .rule("start list", "startnummer", "pulje", "kort")
            .build();

    private CategoryAnswer ask(String subject, String body) {
        return categorizer.categorize(new CategoryQuestion(subject, body, Channel.MAIL, Optional.empty()));
    }

    @Test
    void a_word_in_the_subject_counts_three_times_and_the_share_is_the_confidence() {
        CategoryAnswer answer = ask("Betalingen feilet", "Kortet er ok, men vipps virker ikke. Startnummer?");

        assertThat(answer.category()).contains("payment");
        assertThat(answer.confidence()).isEqualTo(4.0 / 5);
        assertThat(answer.reasons()).containsExactly("subject: betal*", "text: vipps");
    }

    @Test
    void the_earlier_rule_wins_a_tie() {
        CategoryAnswer answer = ask("", "KORT");

        assertThat(answer.category()).contains("payment");
        assertThat(answer.confidence()).isEqualTo(0.5);
    }

    @Test
    void a_word_said_often_or_in_two_forms_counts_once() {
        CategoryAnswer answer = ask("betaling betalt betale", "betaling faktura fakturaen. startnummer pulje");

        assertThat(answer.category()).contains("payment");
        assertThat(answer.confidence()).isEqualTo(4.0 / 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!!! ???", "Hei, når starter løpet?", "ubetalt kortet", "💳💳"})
    void what_no_rule_knows_is_left_to_a_person(String text) {
        assertThat(ask("", text)).isEqualTo(CategoryAnswer.abstained());
    }

    @Test
    void without_rules_everything_is_left_to_a_person() {
        assertThat(RuleCategorizer.builder()
                        .build()
                        .categorize(new CategoryQuestion("kort", "kort", Channel.MAIL, Optional.empty())))
                .isEqualTo(CategoryAnswer.abstained());
    }

    @Test
    void only_the_beginning_of_a_huge_text_is_read() {
        assertThat(ask("", "kort " + "x".repeat(5_000_000)).category()).contains("payment");
        assertThat(ask("", "x ".repeat(Words.MAX_LENGTH) + "kort").category()).isEmpty();
    }

    @Test
    void a_rule_that_cannot_match_is_refused() {
        RuleCategorizer.Builder builder = RuleCategorizer.builder();

        assertThatThrownBy(() -> builder.rule("payment")).hasMessageStartingWith("rule.words is empty");
        assertThatThrownBy(() -> builder.rule("payment", "two words")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.rule("payment", "*")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.rule("payment", "")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.rule("payment", "a*b")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.rule(" ", "word")).hasMessageStartingWith("rule.category is blank");
    }

    @Test
    void a_categorizer_does_not_change_with_its_builder() {
        RuleCategorizer.Builder builder = RuleCategorizer.builder().rule("payment", "kort");
        RuleCategorizer built = builder.build();
        builder.rule("other", "ting");

        assertThat(built.categorize(new CategoryQuestion("ting", "", Channel.MAIL, Optional.empty())))
                .isEqualTo(CategoryAnswer.abstained());
    }
}
