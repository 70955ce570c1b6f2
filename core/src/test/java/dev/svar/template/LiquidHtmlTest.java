package dev.svar.template;

import static dev.svar.template.Liquid.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LiquidHtmlTest {
    private static final Map<String, Object> DATA = Map.of(
            "evil",
            "<b>\"A\"&'B'</b>",
            "clean",
            new Value.Markup("<i>fine</i>"),
            "lines",
            "a<\nb",
            "list",
            List.of("<", ">"));

    static Stream<Liquid.Case> escaping() {
        String escaped = "&lt;b&gt;&quot;A&quot;&amp;&#39;B&#39;&lt;/b&gt;";
        return Stream.of(
                of("<p>{{ evil }}</p>", "<p>" + escaped + "</p>"),
                of("{{ evil | raw }}{{ clean }}", "<b>\"A\"&'B'</b><i>fine</i>"),
                of("{{ evil | escape }}", escaped),
                of("{{ evil | escape | escape_once }}", escaped),
                of("{% echo evil %}{% assign x = evil %}{{ x }}", escaped + escaped),
                of("{% capture x %}<u>{{ evil }}</u>{% endcapture %}{{ x }}", "<u>" + escaped + "</u>"),
                of("{{ evil | raw | downcase }}", "&lt;b&gt;&quot;a&quot;&amp;&#39;b&#39;&lt;/b&gt;"),
                of("{{ clean | append: '' }}", "&lt;i&gt;fine&lt;/i&gt;"),
                of("{{ list }}{{ list | join: '<br>' }}", "&lt;&gt;&lt;&lt;br&gt;&gt;"),
                of("{{ lines | newline_to_br }}", "a&lt;<br />\nb"),
                of("{{ clean | newline_to_br }}", "<i>fine</i>"),
                of("{{ clean | strip_html }}{{ evil | strip_html }}", "fine&quot;A&quot;&amp;&#39;B&#39;"),
                of("{{ 'now' | date: '<%Y>' }}", "&lt;2026&gt;"),
                of("{% cycle evil %}", escaped),
                of("{{ missing | default: evil }}", escaped),
                of("{% for x in list %}{{ x }}{% endfor %}", "&lt;&gt;"));
    }

    @ParameterizedTest
    @MethodSource("escaping")
    void in_html_values_are_escaped_unless_they_are_markup(Liquid.Case example) {
        assertThat(Liquid.html(example.source(), DATA)).isEqualTo(example.expected());
    }

    @Test
    void in_text_nothing_is_escaped() {
        assertThat(Liquid.render("{{ evil }}{{ clean }}{% capture x %}{{ evil }}{% endcapture %}{{ x | size }}", DATA))
                .isEqualTo("<b>\"A\"&'B'</b><i>fine</i>14");
    }

    @Test
    void data_is_never_taken_for_a_template() {
        assertThat(Liquid.render("{{ x }}{% assign y = x %}{{ y }}", Map.of("x", "{{ 1 }}")))
                .isEqualTo("{{ 1 }}{{ 1 }}");
    }
}
