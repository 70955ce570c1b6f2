package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedTemplatesTest {
    private static final List<String> AUTOMATIC = List.of(
            "acknowledged",
            "delay_notice",
            "silence_question",
            "silence_warning",
            "closed_after_silence",
            "message_refused");
    private static final List<String> FOR_AGENTS = List.of("sla_warning", "sla_breach", "woken");
    private static final List<String> WITHOUT_TIME =
            List.of("replied", "closed_after_silence", "message_refused", "woken");
    private static final List<String> LETTERS = Stream.of(AUTOMATIC, FOR_AGENTS, List.of("replied"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> LANGUAGES = List.of("en", "nb", "sv", "fi", "hu", "ru");
    private static final Instant DUE = Instant.parse("2026-12-02T09:00:00Z");

    private final TemplateRenderer renderer = new LiquidRenderer();

    static Stream<Arguments> shipped() {
        return LETTERS.stream().flatMap(name -> LANGUAGES.stream().map(language -> Arguments.of(name, language)));
    }

    private static Template template(String name, String language) {
        return TemplateCatalog.shipped()
                .find(name, List.of(Locale.forLanguageTag(language)))
                .orElseThrow();
    }

    private Rendered rendered(Template template, Map<String, ?> data, RenderMode mode) {
        return renderer.render(
                template,
                RenderContext.builder(data, DUE)
                        .locale(template.locale())
                        .zone(ZoneId.of("Europe/Oslo"))
                        .mode(mode)
                        .build());
    }

    private static Map<String, Object> allFacts(String target, String priority) {
        Map<String, Object> ticket = new HashMap<>();
        ticket.put("id", "SUP-1042");
        ticket.put("title", "Start number");
        ticket.put("status", "open");
        ticket.put("priority", priority);
        ticket.put("link", "https://desk.example/SUP-1042");
        ticket.put("follow_up_link", "https://desk.example/t/abc");
        ticket.put("requester", Map.of("name", "Kari Nordmann", "first_name", "Kari", "email", "kari@kunde.example"));
        ticket.put("assignee", Map.of("name", "Berit Moe"));
        ticket.put("sla", Map.of("first_response", Map.of("due", DUE)));
        ticket.put("latest_public_comment", "Try another card.");
        return Map.of(
                "ticket", ticket,
                "desk", Map.of("name", "Race Desk", "email", "support@race.example"),
                "current_user", Map.of("name", "Lars Holm"),
                "sla", Map.of("target", target, "due", DUE),
                "notice", Map.of("new_due", DUE, "closes_at", DUE));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_template_uses_only_names_that_letters_have(String name, String language) {
        assertThat(template(name, language).check(TemplateCatalog.letterSchema(), Partials.none()))
                .isEmpty();
    }

    private static void assertSensible(Rendered rendered) {
        assertThat(rendered.subject()).isNotBlank().doesNotContain("nil", "null", "{", "}", "  ", "[]");
        assertThat(rendered.text())
                .doesNotContain("nil", "null", "{", "}", "Optional")
                .doesNotContainPattern("\\S {2,}\\S")
                .doesNotContainPattern(" [,.!:;]")
                .doesNotContainPattern("\\n{4,}");
    }

    @Test
    void every_template_is_there_in_every_language_and_under_no_other_name() {
        assertThat(TemplateCatalog.shipped().names())
                .containsAll(LETTERS)
                .contains("history", "sla_account")
                .hasSize(LETTERS.size() + LettersToManyTest.NAMES.size() + 2);
        assertThat(shipped()).allSatisfy(pair -> {
            Object[] at = pair.get();
            assertThat(template((String) at[0], (String) at[1]).locale())
                    .isEqualTo(Locale.forLanguageTag((String) at[1]));
        });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void with_all_facts_a_template_renders_strictly(String name, String language) {
        Rendered rendered = rendered(template(name, language), allFacts("first_response", "normal"), RenderMode.STRICT);

        assertSensible(rendered);
        assertThat(rendered.subject()).contains("SUP-1042");
        List<String> expected = switch (name) {
            case "replied" -> List.of("Try another card.", "Lars Holm", "Race Desk", "https://desk.example/t/abc");
            case "message_refused" ->
                List.of("SUP-1042", "Race Desk", "https://desk.example/t/abc", "support@race.example");
            case "sla_warning", "sla_breach", "woken" ->
                List.of("SUP-1042", "Start number", "Kari Nordmann", "Berit Moe", "https://desk.example/SUP-1042");
            default -> List.of("SUP-1042", "Race Desk", "https://desk.example/t/abc");
        };
        assertThat(rendered.text()).contains(expected);
        if (!WITHOUT_TIME.contains(name)) {
            assertThat(rendered.text()).containsPattern("10[:.]00");
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void without_any_fact_a_template_shows_no_trace_of_what_is_missing(String name, String language) {
        Rendered rendered = rendered(template(name, language), Map.of("ticket", Map.of("id", "SUP-1")), RenderMode.LAX);

        if (AUTOMATIC.contains(name) && !name.equals("delay_notice")) {
            assertSensible(rendered);
        }
        if (FOR_AGENTS.contains(name)) {
            assertThat(rendered.text().stripTrailing()).doesNotEndWith(":");
        }
        assertThat(rendered.subject()).contains("SUP-1").doesNotContain("nil", "null");
        assertThat(rendered.text()).doesNotContain("nil", "null", "{", "}");
    }

    static final List<String> TARGETS = List.of("first_response", "next_response", "resolution", "periodic_update");

    @ParameterizedTest
    @FieldSource("TARGETS")
    void agents_read_which_promise_it_is_in_every_language(String target) {
        for (String language : LANGUAGES) {
            for (String name : List.of("sla_warning", "sla_breach")) {
                Template template = template(name, language);
                Rendered known = rendered(template, allFacts(target, "urgent"), RenderMode.STRICT);
                Rendered unknown = rendered(template, allFacts("another", "urgent"), RenderMode.STRICT);

                assertSensible(known);
                assertThat(known.subject()).as(language).isNotEqualTo(unknown.subject());
                assertThat(known.subject() + known.text()).doesNotContain(target);
            }
        }
    }

    @Test
    void an_automatic_letter_names_no_text_of_the_customer() {
        for (String language : LANGUAGES) {
            for (String name : AUTOMATIC) {
                Rendered rendered =
                        rendered(template(name, language), allFacts("first_response", "normal"), RenderMode.STRICT);

                assertThat(rendered.subject() + rendered.text())
                        .as("%s in %s", name, language)
                        .doesNotContain("Start number", "Nordmann", "kari@", "Try another card");
            }
        }
    }
}
