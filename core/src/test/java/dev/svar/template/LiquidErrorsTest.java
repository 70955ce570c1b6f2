package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.svar.template.TemplateRenderException.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiquidErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a {{ b ~ 1 ~ 3 ~ expected }} to close this {{",
                "a {% if b ~ 1 ~ 3 ~ expected %} to close this {%",
                "{{ b c }} ~ 1 ~ 6 ~ expected a filter or the end, found c",
                "{{ b | }} ~ 1 ~ 8 ~ expected the name of a filter, found the end",
                "{{ b | x: }} ~ 1 ~ 11 ~ expected a value, found the end",
                "{{ b. }} ~ 1 ~ 7 ~ expected the name of a field, found the end",
                "{{ b[1 }} ~ 1 ~ 8 ~ expected ], found the end",
                "{{ (1.2) }} ~ 1 ~ 8 ~ expected .., found )",
                "{{ 'b }} ~ 1 ~ 4 ~ expected ' to close this string",
                "{{ b & c }} ~ 1 ~ 6 ~ expected a variable, a literal or an operator, found &",
                "{% %} ~ 1 ~ 1 ~ expected the name of a tag",
                "{% wrong %} ~ 1 ~ 4 ~ expected a tag that exists, found wrong",
                "{% endif %} ~ 1 ~ 4 ~ expected a tag that exists, found endif",
                "{% if a %}{% endfor %} ~ 1 ~ 14 ~ 'expected a tag that exists or elsif, else, endif, found endfor'",
                "{% if a %}b ~ 1 ~ 4 ~ expected {% endif %} to close this {% if %}",
                "{% if %}{% endif %} ~ 1 ~ 7 ~ expected a value, found the end",
                "{% if a = b %}{% endif %} ~ 1 ~ 9 ~ expected the end of the tag, found =",
                "{% case a %}{% else b %}{% endcase %} ~ 1 ~ 21 ~ expected the end of the tag, found b",
                "{% for x of y %}{% endfor %} ~ 1 ~ 10 ~ expected in, found of",
                "{% for 1 in y %}{% endfor %} ~ 1 ~ 8 ~ expected the name of a variable, found 1",
                "{% for x in y z %}{% endfor %} ~ 1 ~ 15 ~ expected reversed, limit, offset or the end of the tag,"
                        + " found z",
                "{% if a %}{% liquid endif %} ~ 1 ~ 21 ~ expected a tag that exists, found endif",
                "{% comment %}{% assign a = '1'{% endcomment %} ~ 1 ~ 1 ~ expected {% endcomment %} to close this {%"
                        + " comment %}",
                "{% doc %}{% doc %}{% enddoc %} ~ 1 ~ 10 ~ expected no doc in a doc",
                "{% doc a %}{% enddoc %} ~ 1 ~ 7 ~ expected nothing after doc",
                "{% raw a %}{% endraw %} ~ 1 ~ 7 ~ expected nothing after raw",
                "{% assign a? = 1 %} ~ 1 ~ 11 ~ 'expected the name of a variable, found a?'",
                "{% render a %} ~ 1 ~ 11 ~ 'expected the name of a partial in quotes, found a'",
                "{% render 'a' b %} ~ 1 ~ 17 ~ 'expected :, found the end'",
                "{% tablerow x in y z %}{% endtablerow %} ~ 1 ~ 20 ~ 'expected cols, limit, offset or the end of the"
                        + " tag, found z'",
                "{% assign a 1 %} ~ 1 ~ 13 ~ expected =, found 1",
                "{% assign a b = 1 %} ~ 1 ~ 13 ~ expected =, found b",
                "{% assign = 1 %} ~ 1 ~ 11 ~ 'expected the name of a variable, found ='",
                "{% assign a = %} ~ 1 ~ 15 ~ expected a value, found the end",
                "{% raw %}{{ ~ 1 ~ 1 ~ expected {% endraw %} to close this {% raw %}",
                "{% comment %}{{ ~ 1 ~ 1 ~ expected {% endcomment %} to close this {% comment %}",
                "{% capture %}{% endcapture %} ~ 1 ~ 12 ~ expected the name of a variable, found the end",
            })
    void a_syntax_error_says_where_and_what_was_expected(String source, int line, int column, String problem) {
        assertThatThrownBy(() -> LiquidTemplate.parse(source))
                .isInstanceOf(TemplateSyntaxException.class)
                .hasMessage("line " + line + ", column " + column + ": " + problem);
    }

    @Test
    void a_position_counts_lines_and_columns_from_one() {
        TemplateSyntaxException error = catchThrowableOfType(
                TemplateSyntaxException.class,
                () -> LiquidTemplate.parse("a\r\nb\n  {% if x %}\n {{ y y }}{% endif %}"));
        assertThat(error.line()).isEqualTo(4);
        assertThat(error.column()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ missing }} ~ 4 ~ UNKNOWN_VARIABLE ~ there is no variable or field missing",
                "{{ user.missing }} ~ 4 ~ UNKNOWN_VARIABLE ~ there is no variable or field missing",
                "{{ user['x'] }} ~ 4 ~ UNKNOWN_VARIABLE ~ there is no variable or field x",
                "{{ 1 | missing }} ~ 8 ~ UNKNOWN_FILTER ~ there is no filter missing",
                "{{ 1 | divided_by: 0 }} ~ 8 ~ FAULT ~ divided_by: divided by 0",
                "{{ 1 | append }} ~ 8 ~ FAULT ~ 'append: takes 1 arguments, 0 are given'",
                "{{ 1 | truncate: 1, 2, 3 }} ~ 8 ~ FAULT ~ 'truncate: takes 0 to 2 arguments, 3 are given'",
                "{{ 'a' | slice: 'b' }} ~ 10 ~ FAULT ~ slice: takes a whole number here",
                "{% if 'a' < 1 %}{% endif %} ~ 7 ~ FAULT ~ a text and a number have no order",
                "{% case 1 %}{% when 1 2 %}{% endcase %} ~ 23 ~ FAULT ~ when is followed by something that is not read",
                "{% assign a.b = 1 %} ~ 11 ~ FAULT ~ only ['a.b'] reads this variable",
                "{% capture 12 %}{% endcapture %} ~ 12 ~ FAULT ~ only ['12'] reads this variable",
                "{% render 'x' %} ~ 4 ~ UNKNOWN_PARTIAL ~ there is no partial x",
                "{{ '%FF' | url_decode }} ~ 12 ~ FAULT ~ url_decode: what was encoded is not UTF-8",
                "{{ (1..half) }} ~ 4 ~ FAULT ~ the ends of a range are whole numbers",
                "{{ (user..3) | size }} ~ 4 ~ FAULT ~ the ends of a range are whole numbers",
                "{% for x in user limit:'x' %}{% endfor %} ~ 4 ~ FAULT ~ limit takes a whole number",
            })
    void what_lax_mode_passes_by_is_an_error_when_strict(String source, int column, Reason reason, String problem) {
        Map<String, Object> data = Map.of("user", Map.of("name", "Ann"), "half", 1.5);
        TemplateRenderException error =
                catchThrowableOfType(TemplateRenderException.class, () -> Liquid.strict("\n" + source, data));
        assertThat(error).hasMessage("line 2, column " + column + ": " + problem);
        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(column);
        assertThat(Liquid.render(source, data)).isIn("", "0", "1");
    }

    @Test
    void an_error_does_not_say_a_name_that_is_data() {
        Map<String, Object> data = Map.of("names", Map.of(), "secret", "Kari Nordmann");
        for (String source : List.of("{{ names[secret] }}", "{{ [secret] }}", "{% include secret %}")) {
            assertThatThrownBy(() -> Liquid.strict(source, data))
                    .isInstanceOf(TemplateRenderException.class)
                    .hasMessageEndingWith("of that name");
        }
        assertThatThrownBy(() -> Liquid.strict("{{ names['x'] }}", data)).hasMessageEndingWith("field x");
    }

    @Test
    void an_error_after_a_partial_is_where_the_partial_is_rendered() {
        RenderContext context = Liquid.context(Map.of())
                .maxOutput(38)
                .partials(Partials.of(Map.of("p", "\n\n{{ 'x' }}")))
                .build();
        String source = "{% tablerow i in (1..1) %}{% render 'p' %}{% endtablerow %}";
        assertThatThrownBy(() -> LiquidTemplate.parse(source).render(context))
                .hasMessage("line 1, column 30: more than 38 characters");
    }

    @Test
    void a_filter_with_an_endless_name_is_named_in_short() {
        assertThatThrownBy(() -> Liquid.strict("{{ 1 | " + "a".repeat(100_000) + " }}", Map.of()))
                .hasMessageEndingWith("there is no filter " + "a".repeat(100) + "…");
    }

    @Test
    void a_known_but_absent_value_is_no_error_when_strict() {
        Map<String, Object> data = Map.of("list", List.of(), "user", Collections.singletonMap("team", null));
        assertThat(Liquid.strict("{{ list[0] }}{{ list.first }}{{ user.team }}{{ user.team.name }}ok", data))
                .isEqualTo("ok");
    }
}
