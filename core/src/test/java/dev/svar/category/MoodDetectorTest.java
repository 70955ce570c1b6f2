package dev.svar.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoodDetectorTest {
    private static final MoodDetector MOODS = MoodDetector.byCommonWords();

    /** A sentence and what its writer means; a mood with a question mark is meant too, but too unclear to be found. */
    record Said(String mood, String language, String text) {}

    static Stream<Said> sentences() throws IOException {
        try (InputStream in = Objects.requireNonNull(MoodDetectorTest.class.getResourceAsStream("moods.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Said(cells[0], cells[1], cells[2]));
        }
    }

    private static String detected(String text) {
        return MOODS.detect(text).map(hint -> hint.mood().name()).orElse("NONE");
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void what_people_write_is_taken_as_they_mean_it_or_for_nothing(Said said) {
        String expected = said.mood().endsWith("?") ? "NONE" : said.mood();
        assertThat(detected(said.text())).as(said.text()).isEqualTo(expected);
    }

    @Test
    void the_sentences_are_many_and_about_half_of_them_mean_nothing() throws IOException {
        List<Said> all = sentences().toList();
        long neutral = all.stream().filter(said -> said.mood().equals("NONE")).count();
        assertThat(all).hasSizeGreaterThan(250).doesNotHaveDuplicates();
        assertThat((double) neutral / all.size()).isCloseTo(0.5, within(0.06));
        assertThat(all.stream().map(Said::language).distinct())
                .containsExactlyInAnyOrder("en", "nb", "nn", "sv", "da", "fi", "hu", "ru", "de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "unacceptable",
                "HELLO!!!",
                "!!!!!!!!!!",
                "\uD83D",
                "\uDE21 \uD83D \u0301",
                "\"",
                "> This is unacceptable.",
                "The sign says «This is unacceptable», can I have it translated?",
                "It is not completely unacceptable.",
                "If this is unacceptable, tell me.",
                "Is this unacceptable?",
                "Do you think that this is unacceptable?",
                "The sign says: this is unacceptable.",
                "My wife says this is unacceptable to her doctor.",
                "Wenn wir nicht zufrieden mit ihrem Angebot sind, melden wir uns.",
                "PLEASE CALL ME BEFORE NOON!!!",
                "When I click the button called Save, nothing happens.",
                "Ich habe auf Senden geklickt, aber nichts passiert.",
                "Die Einstellungen werden ignoriert.",
                "Ich fordere mein neues Passwort an.",
                "Das letzte Mal, dass ich bei Ihnen war, hat alles gut geklappt.",
                "ERROR: still no reply from upstream",
                "We left our old bank because of its terrible customer service.",
                "Our company is called Fantastic Service Ltd.",
                "WO IST MEINE RECHNUNG FÜR MAI",
                "It is absolutely ridiculous how good your pizza is!",
                "  > I am really disappointed with you.",
                "| I am really disappointed with you.",
                "Are you saying that I am really disappointed with you??"
            })
    void nothing_is_said_where_the_writer_says_nothing(String text) {
        assertThat(MOODS.detect(text)).isEmpty();
    }

    @Test
    void a_negation_reaches_three_words_and_no_further_than_a_comma() {
        assertThat(detected("I never said that this is unacceptable.")).isEqualTo("NONE");
        assertThat(detected("No, this is unacceptable.")).isEqualTo("UPSET");
    }

    @Test
    void who_says_both_is_unclear() {
        String praise = "Your staff are amazing.";
        String blame = "I am very disappointed with your prices.";
        assertThat(detected(praise)).isEqualTo("CONTENT");
        assertThat(detected(blame)).isEqualTo("UPSET");
        assertThat(detected(praise + " " + blame)).isEqualTo("NONE");
    }

    @Test
    void praise_beside_what_others_shout_is_not_believed() {
        assertThat(detected("Great service. Two weeks and no answer.")).isEqualTo("NONE");
    }

    @Test
    void capitals_and_exclamation_marks_count_with_words_only() {
        assertThat(detected("No answer.")).isEqualTo("NONE");
        assertThat(detected("No answer!!")).isEqualTo("UPSET");
        assertThat(detected("NO ANSWER")).isEqualTo("UPSET");
        assertThat(detected("NO BRAKES ON BIKE")).isEqualTo("NONE");
    }

    @Test
    void reasons_are_passages_as_they_were_written() {
        MoodHint hint = MOODS.detect(
                        "Hello!\n\nThis is the THIRD TIME I'm writing. It’s absolutely unacceptable, sorry.")
                .orElseThrow();
        assertThat(hint.mood()).isEqualTo(Mood.UPSET);
        assertThat(hint.reasons()).containsExactly("THIRD TIME I'm writing", "It’s absolutely unacceptable");
    }

    @Test
    void a_line_break_does_not_part_a_sentence() {
        assertThat(detected("This is the third\ntime I\r\nwrite to you.")).isEqualTo("UPSET");
        assertThat(detected("This is the third\n\ntime I write to you")).isEqualTo("NONE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "\"", "I am ", "waiting ", "third time ", "!?", ">\n", "\uD83D\uDE21", "e\u0301", "¿\n\n"})
    void a_huge_text_costs_no_more_than_a_long_one(String piece) {
        String huge = piece.repeat(1_000_000 / piece.length());
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> MOODS.detect(huge));
    }

    @Test
    void what_stands_behind_twenty_thousand_characters_is_not_looked_at() {
        assertThat(detected("well. ".repeat(3_000) + "This is unacceptable.")).isEqualTo("UPSET");
        assertThat(detected("well. ".repeat(4_000) + "This is unacceptable.")).isEqualTo("NONE");
    }
}
