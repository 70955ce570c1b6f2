package dev.svar.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class CheckTest {
    private static void refused(ThrowingCallable check, String problem) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(InvalidValueException.class, e -> {
                    assertThat(e.field()).isEqualTo("field");
                    assertThat(e.problem()).isEqualTo(problem);
                })
                .hasMessage("field " + problem);
    }

    @Test
    void what_is_allowed_is_given_back() {
        Set<Integer> numbers = Set.of(1, 2);

        assertThat(Check.text("field", "a\nb", 3)).isEqualTo("a\nb");
        assertThat(Check.line("field", "abc", 3)).isEqualTo("abc");
        assertThat(Check.length("field", "", 0)).isEmpty();
        assertThat(Check.size("field", numbers, 2)).isSameAs(numbers);
        assertThat(Check.range("field", 1, 1, 3)).isEqualTo(1);
        assertThat(Check.range("field", 3, 1, 3)).isEqualTo(3);
        assertThat(Check.positive("field", Duration.ofNanos(1))).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void a_blank_text_is_refused() {
        refused(() -> Check.text("field", "", 10), "is blank, it must hold some text");
        refused(() -> Check.text("field", " \t\u2003\n", 10), "is blank, it must hold some text");
        refused(() -> Check.line("field", " ", 10), "is blank, it must hold some text");
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_both_numbers() {
        refused(() -> Check.text("field", "abcd", 3), "is 4 characters long, at most 3 are allowed");
        refused(() -> Check.line("field", "abcd", 3), "is 4 characters long, at most 3 are allowed");
        refused(() -> Check.length("field", "a", 0), "is 1 characters long, at most 0 are allowed");
    }

    private static String control(String code) {
        return "holds the control character U+" + code + " at index 1, it must be a single line of text";
    }

    @Test
    void a_line_holds_no_control_character() {
        refused(() -> Check.line("field", "a\nb", 3), control("000A"));
        refused(() -> Check.line("field", "a\u0000b", 3), control("0000"));
        refused(() -> Check.line("field", "a\u0085b", 3), control("0085"));
        refused(() -> Check.line("field", "a\u007F", 3), control("007F"));
    }

    @Test
    void what_lies_outside_of_its_bounds_is_refused() {
        refused(() -> Check.size("field", List.of(1, 2), 1), "holds 2 elements, at most 1 are allowed");
        refused(() -> Check.range("field", 0, 1, 3), "is 0, it must be from 1 to 3");
        refused(() -> Check.range("field", 4, 1, 3), "is 4, it must be from 1 to 3");
        refused(() -> Check.positive("field", Duration.ZERO), "is PT0S, it must be longer than zero");
        refused(() -> Check.positive("field", Duration.ofSeconds(-1)), "is PT-1S, it must be longer than zero");
    }
}
