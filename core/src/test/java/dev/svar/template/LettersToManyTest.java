package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped letters that are of no ticket. */
final class LettersToManyTest {
    static final List<String> NAMES =
            List.of("welcome", "incident_opened", "incident_updated", "incident_resolved", "maintenance");

    private static final Instant START = Instant.parse("2026-12-05T01:00:00Z");
    private static final Map<String, String> DESK = Map.of("name", "Race Desk", "email", "help@race.example");

    static Stream<Arguments> letters() {
        return NAMES.stream()
                .flatMap(name ->
                        Stream.of("en", "nb", "sv", "fi", "hu", "ru").map(language -> Arguments.of(name, language)));
    }

    private static Rendered rendered(String name, String language, Map<String, ?> data) {
        Template template = TemplateCatalog.shipped()
                .find(name, List.of(Locale.forLanguageTag(language)))
                .orElseThrow();
        assertThat(template.locale()).isEqualTo(Locale.forLanguageTag(language));
        TemplateCatalog catalog = TemplateCatalog.shipped();
        assertThat(catalog.check(template, TemplateCatalog.letterSchema(name))).isEmpty();
        return new LiquidRenderer()
                .render(
                        template,
                        catalog.context(template, List.of(), data, START)
                                .zone(ZoneId.of("Europe/Oslo"))
                                .build());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void it_says_what_is_announced_and_who_writes(String name, String language) {
        Rendered letter = rendered(
                name,
                language,
                Map.of(
                        "desk",
                        DESK,
                        "recipient",
                        Map.of("first_name", "Kari"),
                        "unsubscribe_link",
                        "https://desk.example/u/x",
                        "announcement",
                        Map.of("title", "TITLE", "text", "TEXT", "starts_at", START, "ends_at", START)));

        assertThat(letter.subject()).contains(name.equals("welcome") ? "Race Desk" : "TITLE");
        assertThat(letter.text())
                .contains("TEXT", "Race Desk")
                .containsPattern(":\nhttps://desk.example/u/x\n*$")
                .doesNotContain("{", "}", "\n\n\n");
        if (!language.equals("hu")) {
            assertThat(letter.text()).contains("Kari");
        }
        if (name.equals("maintenance")) {
            assertThat(letter.text()).containsPattern("0?2[:.]00").containsPattern("\\b5\\b");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void it_reads_well_if_nothing_is_known(String name, String language) {
        Rendered letter = rendered(
                name, language, Map.of("desk", DESK, "recipient", Map.of(), "announcement", Map.of("title", "TITLE")));

        assertThat(letter.text()).doesNotContain("  ", " ,", " !", " .", "\n\n\n");
    }
}
