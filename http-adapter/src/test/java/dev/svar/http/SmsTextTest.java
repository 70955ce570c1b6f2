package dev.svar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.http.SmsText.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmsTextTest {
    @ParameterizedTest
    @CsvSource({
        "a, 0, GSM7, 1",
        "a, 160, GSM7, 1",
        "a, 161, GSM7, 2",
        "a, 306, GSM7, 2",
        "a, 307, GSM7, 3",
        "å, 160, GSM7, 1",
        "€, 80, GSM7, 1",
        "€, 81, GSM7, 2",
        "€, 152, GSM7, 2",
        "€, 153, GSM7, 3",
        "ж, 70, UCS2, 1",
        "ж, 71, UCS2, 2",
        "ж, 134, UCS2, 2",
        "ж, 135, UCS2, 3",
        "💳, 35, UCS2, 1",
        "💳, 36, UCS2, 2",
        "💳, 66, UCS2, 2",
        "💳, 67, UCS2, 3"
    })
    void segments_are_counted_by_the_alphabet(String character, int times, Encoding encoding, int segments) {
        SmsText text = SmsText.of(character.repeat(times));

        assertThat(text.encoding()).isEqualTo(encoding);
        assertThat(text.segments()).isEqualTo(segments);
    }

    @Test
    void one_foreign_character_changes_the_alphabet_of_all() {
        assertThat(SmsText.of("a".repeat(100)).segments()).isEqualTo(1);
        assertThat(SmsText.of("a".repeat(100) + "ж").segments()).isEqualTo(2);
    }

    @Test
    void a_text_that_takes_too_much_is_refused_or_cut() {
        SmsText text = SmsText.of("a".repeat(400));

        assertThatThrownBy(() -> text.atMost(2))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("sms.text takes 3 segments of GSM7, at most 2 are allowed");
        assertThat(text.cutTo(2).text()).isEqualTo("a".repeat(303) + "...");
        assertThat(text.cutTo(3)).isEqualTo(text);
        assertThat(SmsText.of("💳".repeat(50)).cutTo(1).text()).isEqualTo("💳".repeat(33) + "...");
    }
}
