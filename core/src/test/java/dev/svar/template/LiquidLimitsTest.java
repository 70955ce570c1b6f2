package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.svar.error.InvalidValueException;
import dev.svar.error.SvarException;
import dev.svar.template.TemplateRenderException.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiquidLimitsTest {
    private static final Duration QUICK = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"{% if a %}", "{% for a in b %}", "{%case 1%}", "{% unless a %}", "{%capture a%}"})
    void a_template_nested_a_hundred_thousand_deep_is_refused(String opening) {
        String source = opening.repeat(Math.min(100_000, LiquidTemplate.MAX_SOURCE / opening.length()));
        Assertions.assertTimeoutPreemptively(
                QUICK,
                () -> assertThatThrownBy(() -> LiquidTemplate.parse(source))
                        .isInstanceOf(TemplateSyntaxException.class)
                        .hasMessageContaining("at most 100 nested blocks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "a[", "a[0].b["})
    void brackets_nested_a_hundred_thousand_deep_are_refused(String opening) {
        assertThatThrownBy(() -> LiquidTemplate.parse("{{ " + opening.repeat(100_000) + " }}"))
                .isInstanceOf(TemplateSyntaxException.class)
                .hasMessageContaining("at most 100 nested brackets");
    }

    @Test
    void a_hundred_nested_blocks_are_fine() {
        String source = "{% if true %}".repeat(100) + "x" + "{% endif %}".repeat(100);
        assertThat(Liquid.render(source, Map.of())).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{",
                "{%",
                "{{}}",
                "{",
                "{% raw %}",
                "{% comment %}",
                "{%#%}",
                "{%liquid%}",
                "{% raw %}{% endraw %}",
                "{% raw %}{% endra",
                "{%comment%}{%endcomment%}",
                "{{-}}   ",
                "{%   ",
                "{{'",
                "{{''}}",
                "{{ a | b: '",
                "{% liquid\n",
                "\n",
            })
    void a_source_of_one_thing_repeated_is_parsed_or_refused_quickly(String part) {
        String source = part.repeat(LiquidTemplate.MAX_SOURCE / part.length());
        Assertions.assertTimeoutPreemptively(QUICK, () -> {
            try {
                LiquidTemplate.parse(source);
            } catch (TemplateSyntaxException e) {
                assertThat(e).hasMessageContaining("expected");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a|b", "1 or ", "a['b']", "a:", "\"x\"", "a and ", "(1..2) "})
    void markup_of_one_thing_repeated_is_parsed_or_refused_quickly(String part) {
        String source = "{% if " + part.repeat(500_000 / part.length()) + "a %}x{% endif %}";
        Assertions.assertTimeoutPreemptively(QUICK, () -> {
            try {
                LiquidTemplate.parse(source).render(Liquid.context(Map.of()).build());
            } catch (SvarException e) {
                assertThat(e).hasMessageStartingWith("line 1");
            }
        });
    }

    @Test
    void a_source_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> LiquidTemplate.parse(" ".repeat(LiquidTemplate.MAX_SOURCE + 1)))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in (1..999999999) %}{% endfor %}",
                "{{ (1..99999999999999999999999999999) }}",
                "{{ (-999999999..999999999) | size }}",
                "{% for a in (1..99999) %}{% for b in (1..99999) %}{% endfor %}{% endfor %}",
                "{% for a in (1..99999) %}{% for b in (1..99999) reversed %}{% break %}{% endfor %}{% endfor %}",
                "{% assign x = 'abcdefgh' %}{% for i in (1..99) %}{% assign x = x | append: x %}{% endfor %}",
                "{% capture x %}ab{% endcapture %}{% for i in (1..99) %}{% capture x %}{{ x }}{{ x }}{% endcapture"
                        + " %}{% endfor %}",
                "{% assign x = (1..9) %}{% for i in (1..99) %}{% assign x = x | concat: x %}{% endfor %}",
                "{% assign x = text | replace: 'a', text %}",
                "{% assign x = text | replace: '', text %}",
                "{% assign x = text | split: '' | join: text %}",
                "{% for i in (1..99999) %}{% assign x = text | upcase %}{% endfor %}",
                "{% for i in (1..99999) %}{% if text contains 'b' %}{% endif %}{% endfor %}",
                "{% for i in (1..99999) %}{% if text == text %}{% endif %}{% endfor %}",
                "{% for i in (1..99999) %}{% assign x = list | sort | uniq | map: 'a' %}{% endfor %}",
                "{% assign x = 99 %}{% for i in (1..99999) %}{% assign x = x | times: x %}{{ x }}{{ text }}{% endfor"
                        + " %}",
            })
    void a_template_that_would_run_away_ends_with_a_limit(String source) {
        Map<String, Object> data =
                Map.of("text", "a".repeat(100_000), "list", List.of("b".repeat(1000), "c".repeat(1000)));
        Assertions.assertTimeoutPreemptively(QUICK, () -> {
            TemplateRenderException error =
                    catchThrowableOfType(TemplateRenderException.class, () -> Liquid.render(source, data));
            assertThat(error).isNotNull();
            assertThat(error.reason()).isEqualTo(Reason.LIMIT);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% assign x = list | sort %}",
                "{% assign x = list | sort_natural %}",
                "{% assign x = list | map: 'b' %}",
                "{% assign x = list | has: 'b' %}",
                "{% assign x = list | sum %}",
                "{% if list contains text %}{% endif %}",
                "{% assign x = maps | sort: 'a' %}",
                "{% assign x = maps | where: 'a', text %}",
                "{% assign x = maps | uniq %}",
                "{% for i in (1..99999) %}{% for pair in map limit: 1 %}{% endfor %}{% endfor %}",
                "{% for i in (1..99999) %}{% assign x = maps[0] | truncate: 1 %}{% endfor %}",
                "{% for i in (1..99999) %}{% if text == blank %}{% endif %}{% endfor %}",
                "{% for i in (1..99999) %}{% if nested == nested %}{% endif %}{% endfor %}",
            })
    void looking_through_one_long_value_many_times_is_counted_every_time(String source) {
        List<String> texts = List.of("a".repeat(100_000) + "x", "a".repeat(100_000) + "y");
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            map.put("k" + i, i);
        }
        List<Object> list = new ArrayList<>();
        List<Object> maps = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            list.add(texts.get(i % 2));
            maps.add(Map.of("a", texts.get(i % 2)));
        }
        Map<String, Object> data = Map.of(
                "text", "a".repeat(100_001), "list", list, "maps", maps, "map", map, "nested", List.of(map.values()));
        assertThatThrownBy(() -> Liquid.render(source, data))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageEndingWith("more than 1000000 steps");
    }

    @Test
    void a_long_text_is_not_looked_for_in_short_ones() {
        Map<String, Object> data = Map.of("text", "a".repeat(1_000_000));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(3),
                () -> Liquid.render(
                        "{% for i in (1..99999) %}{% if 'a' contains text %}{% endif %}{% endfor %}", data));
    }

    @Test
    void an_ellipsis_does_not_make_a_text_longer_than_the_output_may_become() {
        String source = "{% assign x = 'a b' %}{% for i in (1..9) %}{% assign words = x | split: ' ' | size | minus: 1"
                + " %}{% assign x = x | truncatewords: words, x %}{% endfor %}";
        assertThatThrownBy(() -> LiquidTemplate.parse(source)
                        .render(Liquid.context(Map.of()).maxOutput(100).build()))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageEndingWith("more than 100 characters");
    }

    @Test
    void a_counter_with_too_many_digits_is_an_error_like_any_other() {
        Map<String, Object> data = Map.of("n", new BigDecimal("9".repeat(Value.MAX_DIGITS)));
        assertThatThrownBy(() -> Liquid.strict("{% increment n %}", data))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessage("line 1, column 4: the result has more than 100 digits");
        assertThat(Liquid.render("{% increment n %}", data)).isEqualTo("9".repeat(Value.MAX_DIGITS));
    }

    @Test
    void the_names_on_the_way_to_a_value_that_is_refused_are_cut() {
        Map<String, Object> data = Map.of("k".repeat(1000), List.of(new Object()));
        InvalidValueException error = catchThrowableOfType(InvalidValueException.class, () -> Liquid.context(data));
        assertThat(error).hasMessageStartingWith("data.k").hasMessageContaining("k…[0]");
        assertThat(error.getMessage()).hasSizeLessThan(300);
    }

    @Test
    void texts_chosen_against_a_naive_search_are_searched_quickly() {
        Map<String, Object> data = Map.of(
                "text",
                "a".repeat(900_000),
                "wanted",
                "a".repeat(400_000) + "b",
                "open",
                "<!--&".repeat(80_000),
                "brackets",
                "<".repeat(1_000_000));
        Assertions.assertTimeoutPreemptively(
                QUICK,
                () -> Liquid.render(
                        "{% if text contains wanted %}{% endif %}{{ text | replace: wanted, '' | size }}{{ text |"
                                + " split: wanted | size }}{{ text | replace_last: wanted, '' | size }}{{ open |"
                                + " strip_html | size }}{{ brackets | strip_html | size }}{{ open | escape_once | size }}",
                        data));
    }

    @Test
    void the_limits_are_those_of_the_context() {
        LiquidTemplate template = LiquidTemplate.parse("{% for i in (1..5) %}ab{% endfor %}");
        assertThat(template.render(Liquid.context(Map.of()).maxOutput(10).build()))
                .hasSize(10);
        assertThatThrownBy(() ->
                        template.render(Liquid.context(Map.of()).maxOutput(9).build()))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessage("line 1, column 22: more than 9 characters");
        assertThatThrownBy(() ->
                        template.render(Liquid.context(Map.of()).maxSteps(9).build()))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageContaining("more than 9 steps");
    }

    @Test
    void a_rendering_that_takes_too_long_is_stopped() {
        String source = "{% for a in (1..99999) %}{% for b in (1..99999) %}{{ b }}{% endfor %}{% endfor %}";
        RenderContext context = Liquid.context(Map.of())
                .maxSteps(Integer.MAX_VALUE)
                .maxOutput(Integer.MAX_VALUE)
                .maxTime(Duration.ofMillis(20))
                .build();
        assertThatThrownBy(() -> LiquidTemplate.parse(source).render(context))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageEndingWith("takes longer than PT0.02S");
        assertThatThrownBy(() -> Liquid.context(Map.of()).maxTime(Duration.ZERO))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"render", "include"})
    void a_partial_that_names_itself_ends_with_a_limit(String tag) {
        String nested = "{% if true %}".repeat(99) + "{% " + tag + " 'p' %}" + "{% endif %}".repeat(99);
        for (String partial : List.of("{% " + tag + " 'p' %}", nested, "{% " + tag + " 'p' for (1..9999) %}")) {
            RenderContext context = Liquid.context(Map.of())
                    .partials(Partials.of(Map.of("p", partial)))
                    .build();
            Assertions.assertTimeoutPreemptively(QUICK, () -> {
                TemplateRenderException error = catchThrowableOfType(
                        TemplateRenderException.class,
                        () -> LiquidTemplate.parse("{% " + tag + " 'p' %}").render(context));
                assertThat(error.reason()).isEqualTo(Reason.LIMIT);
                assertThat(error).hasMessageContaining("in the partial p: partials are nested too deep");
            });
        }
    }

    @Test
    void escaping_counts_towards_the_output() {
        LiquidTemplate template = LiquidTemplate.parse("{{ x }}");
        RenderContext.Builder context = Liquid.context(Map.of("x", "<<<<")).escaping(Escaping.HTML);
        assertThat(template.render(context.maxOutput(16).build())).hasSize(16);
        assertThatThrownBy(() -> template.render(context.maxOutput(15).build()))
                .isInstanceOf(TemplateRenderException.class);
    }

    @Test
    void whatever_is_typed_is_rendered_or_refused_with_a_typed_error() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] parts = {
            "{{",
            "}}",
            "{%",
            "%}",
            "-",
            " ",
            "if",
            "endif",
            "for",
            "x in ",
            "endfor",
            "assign ",
            "= ",
            "a",
            "b.c",
            "[",
            "]",
            "(1..3)",
            "| ",
            "upcase",
            "date: '%d %B %'",
            "times: ",
            "99",
            "-1.5",
            "'",
            "\"",
            "raw",
            "endraw",
            "comment",
            "endcomment",
            "case ",
            "when ",
            "else",
            "endcase",
            "contains ",
            "or ",
            "and ",
            "==",
            "<",
            "#",
            "\n",
            "liquid\n",
            "cycle ",
            "capture ",
            "endcapture",
            "increment ",
            ", ",
            ": ",
            "slice: ",
            "split: ''",
            "sort",
            "😀",
            "é",
            "blank",
            "tablerow ",
            "endtablerow",
            "render 'p'",
            "include 'p'",
            "with ",
            "doc",
            "enddoc",
            "ifchanged",
            "endifchanged"
        };
        for (int run = 0; run < 20_000; run++) {
            StringBuilder source = new StringBuilder();
            int length = random.nextInt(14);
            for (int i = 0; i < length; i++) {
                boolean whole = random.nextInt(4) == 0;
                source.append(whole ? "{% " : "")
                        .append(parts[random.nextInt(parts.length)])
                        .append(whole ? " %}" : "");
            }
            try {
                RenderMode mode = RenderMode.values()[random.nextInt(2)];
                LiquidTemplate.parse(source.toString())
                        .render(Liquid.context(Map.of("a", 1, "b", Map.of("c", List.of("x", 2))))
                                .mode(mode)
                                .partials(Partials.of(Map.of("p", "{{ p }}{% include 'p' %}")))
                                .build());
            } catch (TemplateSyntaxException | TemplateRenderException expected) {
                assertThat(expected).hasMessageStartingWith("line ");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", source " + source, e);
            }
        }
    }
}
