package dev.svar.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageDetectorTest {
    private final LanguageDetector detector = LanguageDetector.byCommonWords();

    private static List<String> sentences(String language) throws IOException {
        try (InputStream in = Objects.requireNonNull(LanguageDetectorTest.class.getResourceAsStream("sentences.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(language + "|"))
                    .map(line -> line.substring(language.length() + 1))
                    .toList();
        }
    }

    private String detected(String text) {
        return detector.detect(text).map(Locale::getLanguage).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({"en, 6", "nb, 6", "sv, 6", "da, 6", "fi, 4", "hu, 6", "ru, 6", "de, 6"})
    void most_single_sentences_are_told_and_none_wrongly(String language, int atLeast) throws IOException {
        List<String> sentences = sentences(language);
        List<String> missed = sentences.stream()
                .filter(s -> !detected(s).equals(language))
                .map(s -> detected(s) + ": " + s)
                .toList();
        List<String> wrong = missed.stream().filter(m -> !m.startsWith("none")).toList();

        assertThat(sentences).hasSize(6);
        assertThat(missed).hasSizeLessThanOrEqualTo(sentences.size() - atLeast);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nb", "sv", "da", "fi", "hu", "ru", "de"})
    void a_letter_of_several_sentences_is_always_told(String language) throws IOException {
        List<String> sentences = sentences(language);

        assertThat(detected(String.join("\n", sentences.subList(0, 3)))).isEqualTo(language);
        assertThat(detected(String.join(" ", sentences.subList(3, 6)).toUpperCase(Locale.ROOT)))
                .isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "?",
                "12345",
                "SUP-1042",
                "ok",
                "Hei",
                "Test",
                "IMG_2041.jpg",
                "https://paamelding.example/4711",
                "kari@kunde.example",
                "Kari Nordmann +47 900 00 000",
                "🙂🙂",
                "faktura",
                "på",
                "er",
                "你好，我的付款失败了",
                "مرحبا، لم أتمكن من الدفع"
            })
    void what_is_too_short_or_foreign_is_not_guessed(String text) {
        assertThat(detected(text)).isEqualTo("none");
    }

    @Test
    void two_languages_in_equal_parts_are_not_guessed() {
        assertThat(detector.detect("tack terveisin")).isEqualTo(Optional.empty());
        assertThat(detected("Hei jeg hej jag")).isEqualTo("none");
    }

    @Test
    void a_quoted_english_line_does_not_outweigh_the_customers_own_language() {
        assertThat(detected("Jeg får ikke betalt med kortet mitt. Det står bare: payment was declined"))
                .isEqualTo("nb");
        assertThat(detected("Не могу оплатить, пишет «card declined»")).isEqualTo("ru");
    }

    @Test
    void letter_case_does_not_matter() {
        assertThat(detected("JEG HAR IKKE FÅTT NOEN BEKREFTELSE, HVA GJØR JEG?"))
                .isEqualTo("nb");
    }

    @Test
    void a_huge_text_is_judged_by_its_beginning() {
        assertThat(detected("Jag har inte fått någon bekräftelse. ".repeat(200_000)))
                .isEqualTo("sv");
        assertThat(detected("x ".repeat(Words.MAX_LENGTH) + "Jag har inte fått någon bekräftelse."))
                .isEqualTo("none");
    }
}
