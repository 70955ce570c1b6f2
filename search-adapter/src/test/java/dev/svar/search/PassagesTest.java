package dev.svar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PassagesTest {
    @Test
    void a_passage_is_two_sentences_and_a_blank_line_ends_one() {
        assertThat(Passages.of("One is here. Two? Three!\n\nFour.\nFive"))
                .containsExactly("One is here. Two?", "Two? Three!", "Four. Five");
    }

    @Test
    void a_text_without_sentences_is_cut_between_words() {
        List<String> passages = Passages.of("word ".repeat(500));
        assertThat(passages).allMatch(passage -> passage.length() <= 2 * Passages.MAX_SENTENCE + 1);
        assertThat(passages).allMatch(passage -> passage.matches("(word ?)+"));
        assertThat(Passages.of("x".repeat(1_000))).isNotEmpty();
    }

    @Test
    void nothing_has_no_passage() {
        assertThat(Passages.of("")).isEmpty();
        assertThat(Passages.of(" \n \n\n")).isEmpty();
    }

    @Test
    void a_body_has_only_so_many() {
        assertThat(Passages.of("A. ".repeat(5_000))).hasSizeLessThanOrEqualTo(Passages.MAX_PASSAGES);
    }
}
