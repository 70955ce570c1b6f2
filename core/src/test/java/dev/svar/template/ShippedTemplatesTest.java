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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedTemplatesTest {
    private static final List<String> AUTOMATIC = List.of(
            "acknowledged",
            "working_on_it",
            "waiting_for_you",
            "solved",
            "satisfaction_reminder",
            "merged",
            "delay_notice",
            "silence_question",
            "silence_warning",
            "closed_after_silence",
            "message_refused");
    private static final List<String> FOR_AGENTS =
            List.of("sla_warning", "sla_breach", "woken", "assigned", "mentioned", "reopened");
    private static final List<String> WITHOUT_TIME = List.of(
            "replied",
            "waiting_for_you",
            "solved",
            "satisfaction_reminder",
            "merged",
            "closed_after_silence",
            "message_refused",
            "woken",
            "assigned",
            "mentioned",
            "reopened");
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
                TemplateCatalog.shipped()
                        .context(template, List.of(), data, DUE)
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
        ticket.put("latest_comment", "Look at this, @berit");
        return Map.of(
                "ticket", ticket,
                "desk", Map.of("name", "Race Desk", "email", "support@race.example"),
                "current_user", Map.of("name", "Lars Holm", "signature", Value.NIL),
                "sla", Map.of("target", target, "due", DUE),
                "unsubscribe_link", "https://desk.example/u/x",
                "satisfaction", Map.of("rating_section", "How? https://desk.example/r/x"),
                "notice", Map.of("new_due", DUE, "closes_at", DUE, "reason", "It is yours.", "merged_into", "SUP-7"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_template_uses_only_names_that_letters_have(String name, String language) {
        assertThat(TemplateCatalog.shipped().check(template(name, language), TemplateCatalog.letterSchema(name)))
                .isEmpty();
    }

    @Test
    void a_name_that_only_other_letters_have_is_a_problem() {
        TemplateCatalog catalog = TemplateCatalog.shipped();
        assertThat(problems(catalog, "solved", "Bye\n{{ unsubscribe_link }}"))
                .containsExactly("text, line 2, column 4: there is no unsubscribe_link");
        assertThat(problems(catalog, "maintenance", "{{ unsubscribe_lnk }}"))
                .containsExactly("text, line 1, column 4: there is no unsubscribe_lnk, did you mean unsubscribe_link?");
        assertThat(problems(catalog, "silence_question", "{{ notice.closes_at }}{{ notice.new_due }}"))
                .containsExactly("text, line 1, column 26: there is no notice.new_due");
        assertThat(problems(catalog, "maintenance", "{{ ticket.id }} {{ desk.name }}"))
                .singleElement()
                .asString()
                .startsWith("text, line 1, column 4: there is no ticket");
        assertThat(problems(catalog, "incident_opened", "{{ ticket.id }} {{ announcement.text }}"))
                .isEmpty();
        assertThat(problems(catalog, "a_kind_of_the_hosts", "{{ ticket.id }} {{ unsubscribe_link }}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledged, ticket.description",
        "acknowledged, ticket.cc_names",
        "acknowledged, satisfaction.rating_url",
        "acknowledged, satisfaction.current_rating",
        "waiting_for_you, satisfaction.rating_section",
        "solved, ticket.ccs",
        "solved, satisfaction.current_comment",
        "replied, ticket.sla.operational",
        "replied, sla.due",
        "assigned, ticket.follow_up_link",
        "sla_breach, satisfaction.rating_url",
        "mentioned, notice.closes_at",
        "history, ticket.id",
        "history, event.numbr",
        "next_step, next_step",
        "next_step, event.type",
        "notice_reason, ticket.title",
        "rating_section, satisfaction.current_rating",
        "sla_account, account.dueat",
        "digest, ticket.id",
        "solved, next.by",
        "a_kind_of_the_hosts, event.type",
    })
    void a_name_that_a_letter_or_a_text_never_has_is_a_problem(String kind, String name) {
        assertThat(problems(TemplateCatalog.shipped(), kind, "{{ " + name + " }}"))
                .singleElement()
                .asString()
                .contains("there is no " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "replied, ticket.description",
        "replied, ticket.cc_names",
        "replied, satisfaction.rating_url",
        "assigned, ticket.description",
        "assigned, satisfaction.current_comment",
        "sla_warning, ticket.sla.operational.due",
        "incident_opened, ticket.follow_up_link",
        "acknowledged, next_step",
        "assigned, next_step",
        "next_step, next.closes_at",
        "next_step, ticket.assignee.name",
        "history, event.spent.hours",
        "history, actor.name",
        "sla_account, account.ended",
    })
    void a_name_that_a_letter_or_a_text_may_have_is_none(String kind, String name) {
        assertThat(problems(TemplateCatalog.shipped(), kind, "{{ " + name + " }}"))
                .isEmpty();
    }

    private static List<String> problems(TemplateCatalog catalog, String kind, String text) {
        return catalog
                .check(new Template(kind, Locale.ENGLISH, "Subject", text), TemplateCatalog.letterSchema(kind))
                .stream()
                .map(TemplateProblem::message)
                .toList();
    }

    @Test
    void the_letter_that_tells_several_uses_only_names_that_it_has() {
        for (String language : LANGUAGES) {
            assertThat(TemplateCatalog.shipped()
                            .check(template("digest", language), TemplateCatalog.letterSchema("digest")))
                    .isEmpty();
        }
    }

    private static void assertSensible(Rendered rendered) {
        assertThat(rendered.subject()).isNotBlank().doesNotContain("nil", "null", "{", "}", "  ", "[]");
        assertThat(rendered.text())
                .doesNotContain("{", "}")
                .doesNotContainPattern("\\b(nil|null|Optional)\\b")
                .doesNotContainPattern("\\S {2,}\\S")
                .doesNotContainPattern(" [,.!:;]")
                .doesNotContainPattern("\\n{4,}");
    }

    @Test
    void every_template_is_there_in_every_language_and_under_no_other_name() {
        assertThat(TemplateCatalog.shipped().names())
                .containsAll(LETTERS)
                .containsAll(LettersToManyTest.NAMES)
                .contains("history", "sla_account", "notice_reason", "rating_section", "next_step", "digest")
                .hasSize(LETTERS.size() + LettersToManyTest.NAMES.size() + 6);
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
            case "solved", "satisfaction_reminder" ->
                List.of("SUP-1042", "Race Desk", "https://desk.example/t/abc", "https://desk.example/r/x");
            case "merged" -> List.of("SUP-1042", "SUP-7", "Race Desk", "https://desk.example/t/abc");
            case "mentioned" -> List.of("SUP-1042", "Look at this, @berit", "Lars Holm", "It is yours.");
            case "sla_warning", "sla_breach", "woken", "assigned", "reopened" ->
                List.of(
                        "SUP-1042",
                        "Start number",
                        "Kari Nordmann",
                        "Berit Moe",
                        "https://desk.example/SUP-1042",
                        "It is yours.");
            default -> List.of("SUP-1042", "Race Desk", "https://desk.example/t/abc");
        };
        assertThat(rendered.text()).contains(expected);
        boolean optional = TemplateCatalog.letterSchema(name).names().containsKey("unsubscribe_link");
        assertThat(rendered.text().contains("https://desk.example/u/x")).isEqualTo(optional);
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

    @Test
    void the_question_how_the_help_was_has_a_link_for_each_answer_in_every_language() {
        for (String language : LANGUAGES) {
            Rendered question = rendered(
                    template("rating_section", language),
                    Map.of(
                            "satisfaction",
                            Map.of("positive_rating_url", "https://a/1", "negative_rating_url", "https://a/2")),
                    RenderMode.STRICT);

            assertSensible(question);
            assertThat(question.text()).as(language).containsSubsequence("?", ":\nhttps://a/1", ":\nhttps://a/2");
        }
    }

    static final List<String> REASONS =
            List.of("requester", "participant", "sender", "mentioned", "assignee", "watcher", "escalation");

    @ParameterizedTest
    @FieldSource("REASONS")
    void a_reason_is_a_sentence_that_names_the_ticket_in_every_language(String reason) {
        for (String language : LANGUAGES) {
            Map<String, ?> known = Map.of("notice", Map.of("reason", reason), "ticket", Map.of("id", "SUP-7"));
            Map<String, ?> unknown = Map.of("notice", Map.of("reason", "another"), "ticket", Map.of("id", "SUP-7"));
            String text = rendered(template("notice_reason", language), known, RenderMode.STRICT)
                    .text();

            assertThat(text.strip())
                    .as(language)
                    .contains("SUP-7")
                    .endsWith(".")
                    .doesNotContain("\n")
                    .isNotEqualTo(rendered(template("notice_reason", language), unknown, RenderMode.STRICT)
                            .text()
                            .strip());
        }
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
                        .doesNotContain("Start number", "Nordmann", "kari@", "Try another card", "Look at this");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hu, (?i)feljegyz, mentioned history",
        "sv, Du hör från, delay_notice working_on_it welcome",
        "fi, (?iU)\\b(prioritee\\w*|asia(n|a|sta|ksi|an)?)\\b, "
                + "sla_account history assigned mentioned reopened woken sla_warning sla_breach",
    })
    void letters_call_a_thing_by_one_name(String language, String other, String names) {
        for (String name : names.split(" ", -1)) {
            Template template = template(name, language);

            assertThat(template.subject() + "\n" + template.text()).as(name).doesNotContainPattern(other);
        }
    }

    @Test
    void finnish_letters_about_the_readers_own_ticket_leave_out_whom_they_address() {
        for (String name : AUTOMATIC) {
            Rendered rendered = rendered(template(name, "fi"), allFacts("first_response", "normal"), RenderMode.STRICT);

            assertThat(rendered.subject() + "\n" + rendered.text())
                    .as(name)
                    .doesNotContainPattern("(?iU)\\b(sin(ä|un|ua|ulla|ulle)|olet|voit|saat|halua|lähetät\\w*)\\b");
        }
    }

    static final List<String> STEPS = List.of("answer", "others", "you", "solved", "closed");

    @ParameterizedTest
    @FieldSource("STEPS")
    void what_happens_next_is_one_sentence_or_two_with_a_time_where_there_is_one(String step) {
        for (String language : LANGUAGES) {
            Template template = template("next_step", language);
            Map<String, Object> untimed = Map.of("step", step, "by", Value.NIL, "closes_at", Value.NIL);
            Map<String, Object> timed = Map.of("step", step, "by", DUE, "closes_at", DUE);
            Rendered without = rendered(template, Map.of("next", untimed), RenderMode.STRICT);
            Rendered with = rendered(template, Map.of("next", timed), RenderMode.STRICT);

            assertSensible(without);
            assertSensible(with);
            assertThat(without.text().strip()).as(language).endsWith(".").doesNotContainPattern("[0-9]");
            if (!step.equals("closed")) {
                assertThat(with.text()).as(language).containsPattern("10[:.]00");
            }
        }
    }

    @Test
    void a_reply_is_signed_by_the_agents_own_signature_if_there_is_one() {
        for (String language : LANGUAGES) {
            Map<String, Object> facts = new HashMap<>(allFacts("first_response", "normal"));
            facts.put("current_user", Map.of("name", "Lars Holm", "signature", "Lars\n-- \nRace"));

            assertThat(rendered(template("replied", language), facts, RenderMode.STRICT)
                            .text())
                    .contains("\nLars\n-- \nRace\n")
                    .doesNotContain("Lars Holm", "Race Desk");
        }
    }

    @Test
    void a_header_and_a_footer_of_the_hosts_stand_around_every_letter_to_customers() {
        TemplateCatalog own = TemplateCatalog.shipped()
                .withPartial("header", Locale.ROOT, "{{ desk.name }} ***\n")
                .withPartial("footer", Locale.forLanguageTag("nb"), "Org.nr. 1 [{{ ticket.id }}]");
        for (String name :
                Stream.concat(AUTOMATIC.stream(), Stream.of("replied")).toList()) {
            Template template = template(name, "nb");
            RenderContext context = own.context(template, List.of(), allFacts("first_response", "normal"), DUE)
                    .mode(RenderMode.STRICT)
                    .build();

            assertThat(renderer.render(template, context).text())
                    .startsWith("Race Desk ***\n")
                    .endsWith("Org.nr. 1 [SUP-1042]");
        }
    }
}
