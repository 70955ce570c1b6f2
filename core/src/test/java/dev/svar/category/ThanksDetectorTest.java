package dev.svar.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThanksDetectorTest {
    private final ThanksDetector detector = ThanksDetector.byCommonPhrases();

    private static Stream<String> table(String language, String answer) {
        String beginning = language + "|" + answer + "|";
        try (InputStream in = Objects.requireNonNull(ThanksDetectorTest.class.getResourceAsStream("thanks.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(beginning))
                    .map(line -> line.substring(beginning.length()).replace("\\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> languages() {
        return Stream.of("en", "nb", "sv", "da", "fi", "hu", "ru", "de");
    }

    private static Stream<String> thanks() {
        return languages().flatMap(language -> table(language, "yes"));
    }

    private static Stream<String> noThanks() {
        return Stream.concat(languages(), Stream.of("xx")).flatMap(language -> table(language, "no"));
    }

    private static Stream<String> strangeWords() {
        String words = "? 4711 not but please when refund ikke men ikkje når inte när hvornår mutta "
                + "milloin nem mikor не но когда nicht aber bitte wann https://svar.example kari@kunde.example € :( 👎 谢谢";
        return Stream.of(words.split(" ", -1));
    }

    @ParameterizedTest
    @MethodSource("thanks")
    void thanks_are_told_in_every_language(String text) {
        assertThat(detector.isOnlyThanks(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("noThanks")
    void what_may_need_an_answer_is_never_taken_for_thanks(String text) {
        assertThat(detector.isOnlyThanks(text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void both_tables_hold_enough_of_every_language(String language) {
        assertThat(table(language, "yes")).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
        assertThat(table(language, "no")).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("strangeWords")
    void one_strange_word_anywhere_makes_thanks_something_else(String strange) {
        List<String> wrong = new ArrayList<>();
        for (String text : thanks().toList()) {
            for (int i = 0; i <= text.length(); i++) {
                if (i == 0 || i == text.length() || Character.isWhitespace(text.charAt(i))) {
                    wrong.add(text.substring(0, i) + " " + strange + " " + text.substring(i));
                }
            }
        }
        wrong.removeIf(text -> !detector.isOnlyThanks(text));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                ".",
                "!!!",
                "?",
                "-",
                "--",
                "/",
                "()",
                "😊",
                ":)",
                "Kari",
                "Hei",
                "Hi Tom,",
                "Mvh",
                "Mvh\nKari Nordmann",
                "Sent from my iPhone",
                "Kari Nordmann\nDaglig leder\nFjord AS",
                "Ha en fin dag"
            })
    void nothing_a_name_or_a_signature_alone_is_no_thanks(String text) {
        assertThat(detector.isOnlyThanks(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "👍👍👍",
                "👌",
                "🙏🏿",
                "Takk 😊",
                "Takk ❤️",
                "Danke!!! 🎉🎉",
                "Tack🙏",
                "ok 👍 Kari",
                "💯"
            })
    void emoji_may_thank(String text) {
        assertThat(detector.isOnlyThanks(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👎",
                "👍👎",
                "Takk 🙄",
                "ok 😡",
                "Tack 💩",
                "😂",
                "🤷‍♀️",
                "Thanks 😢",
                "Thanks :S",
                "Takk :/",
                "Tack :'(",
                "спасибо((",
                "Takk D:"
            })
    void emoji_that_may_mean_something_else_do_not(String text) {
        assertThat(detector.isOnlyThanks(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna",
                "Ole",
                "Mika",
                "Per Olav",
                "Søren Å. Holm",
                "Anne-Marie O’Neil",
                "Nagy Éva",
                "Матвей",
                "KARI",
                "kari",
                "Dr. Jens von Müller",
                "Kari & Ola",
                "Kari\nCEO\nFjord AS"
            })
    void whoever_signs_thanks_after_a_closing(String name) {
        assertThat(detector.isOnlyThanks("Thanks!\nBest regards,\n" + name)).isTrue();
        assertThat(detector.isOnlyThanks("Takk. Mvh " + name)).isTrue();
    }

    @Test
    void accents_spaces_and_line_ends_may_be_written_in_any_way() {
        String text = "Köszönöm szépen,\nmost már működik!\n\nÜdv, Éva";

        assertThat(detector.isOnlyThanks(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isTrue();
        assertThat(detector.isOnlyThanks(text.replace("\n", "\r\n"))).isTrue();
        assertThat(detector.isOnlyThanks(text.replace(' ', '\u00A0'))).isTrue();
        assertThat(detector.isOnlyThanks("\uFEFF" + text + "\u200B")).isTrue();
        assertThat(detector.isOnlyThanks("Tuuuusen takk, det fungerer nå!!!!!")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Takk\u0000",
                "Ta\u0007kk",
                "Takk\u001B[31m",
                "\u202ETakk",
                "Takk\u2066",
                "Takk\uFFFD",
                "Takk\uD83D",
                "\uDC4DTakk",
                "\u05EAThanks",
                "Takk \u0661",
                "Τhanks",
                "Takk؟"
            })
    void control_characters_broken_pairs_and_text_from_right_to_left_are_not_trusted(String text) {
        assertThat(detector.isOnlyThanks(text)).isFalse();
    }

    @Test
    void only_short_texts_are_thanks() {
        assertThat(detector.isOnlyThanks("Takk! ".repeat(60))).isTrue();
        assertThat(detector.isOnlyThanks("Takk! ".repeat(61))).isFalse();
        assertThat(detector.isOnlyThanks("Takk" + "!".repeat(496))).isTrue();
        assertThat(detector.isOnlyThanks("Takk" + "!".repeat(497))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Takk ", "a", "(", "-/", ":-)", "👍", "\n", "ă", "o\u0301", "so very much for all your help "})
    void a_huge_text_costs_no_more_than_a_long_one(String piece) {
        String huge = piece.repeat(2_000_000 / piece.length());
        String longest = piece.repeat(500 / piece.length());

        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 200; i++) {
                detector.isOnlyThanks(longest);
            }
            for (int i = 0; i < 100_000; i++) {
                assertThat(detector.isOnlyThanks(huge)).isFalse();
            }
        });
    }
}
