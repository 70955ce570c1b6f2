package dev.svar.template;

import static dev.svar.template.Liquid.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LiquidPartialsTest {
    private static final Map<String, Object> DATA =
            Map.of("team", "Oslo", "agents", List.of(Map.of("name", "Ann"), Map.of("name", "Bo")), "which", "footer");
    private static final Partials PARTIALS = Partials.of(Map.of(
            "footer", "-- {{ team }}",
            "agent", "{{ agent.name }}{{ forloop.index }};",
            "parts/agent", "[{{ agent.name }}]",
            "who", "{{ who.name }}!",
            "sets", "{{ x }}{% assign x = 'inner' %}{{ x }}",
            "counts", "{% increment n %}",
            "stops", "{{ agent.name }}{% break %}",
            "includes", "{% include 'footer' %}",
            "broken", "a\n{% if %}",
            "faulty", "{{ 1 | divided_by: 0 }}"));
    private static final Partials REMEMBERING = Partials.of(Map.of(
            "changed", "{% ifchanged %}{{ team }}{% endifchanged %}",
            "odd", "{% cycle team, 'b', 'c' %}",
            "even", "{% cycle team, 2, 3 %}"));

    private static String render(String source, RenderMode mode) {
        return LiquidTemplate.parse(source)
                .render(Liquid.context(DATA).mode(mode).partials(PARTIALS).build());
    }

    static Stream<Liquid.Case> rendered() {
        return Stream.of(
                of("{% render 'footer' %}", "-- "),
                of("{% render 'footer', team: team %}|{% render \"footer\" team: 'Bergen' %}", "-- Oslo|-- Bergen"),
                of("{% render 'agent' with agents[1] %}", "Bo;"),
                of("{% render 'agent' for agents %}", "Ann1;Bo2;"),
                of("{% render 'parts/agent' with agents[0] %}{% render 'who' with agents[0] as who %}", "[Ann]Ann!"),
                of("{% assign x = 'outer' %}{% render 'sets' %}{{ x }}", "innerouter"),
                of("{% render 'sets', x: 'passed' %}", "passedinner"),
                of("{% increment n %}{% render 'counts' %}{% increment n %}", "001"),
                of("{% for agent in agents %}{% render 'stops', agent: agent %}{% endfor %}", "AnnBo"));
    }

    static Stream<Liquid.Case> included() {
        return Stream.of(
                of("{% include 'footer' %}{% include which %}", "-- Oslo-- Oslo"),
                of("{% include 'agent' for agents %}|{% include 'agent' with agents[1] %}", "Ann;Bo;|Bo;"),
                of("{% include 'sets' for (1..2) %}|{% include 'sets' for agents %}", "inner|innerinnerinnerinner"),
                of("{% include 'sets' %}{{ x }}", "innerinner"),
                of("{% include 'sets', x: 'passed' %}{{ x }}", "passedpassedinner"),
                of("{% increment n %}{% include 'counts' %}{% increment n %}", "012"),
                of("{% for agent in agents %}{% include 'stops' %}{% endfor %}", "Ann"));
    }

    @ParameterizedTest
    @MethodSource({"rendered", "included"})
    void partials_see_what_the_reference_lets_them_see(Liquid.Case example) {
        assertThat(render(example.source(), RenderMode.SOUND)).isEqualTo(example.expected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "{% include 'changed' %}{% include 'changed' %}=Oslo",
                "{% include 'changed' %}{% render 'changed', team: team %}{% include 'changed' %}=OsloOslo",
                "{% include 'odd' %}{% include 'even' %}{% include 'odd' %}=OsloOslob",
                "{% include 'odd' %}{% render 'odd', team: 'a' %}{% include 'odd' %}=Osloab",
            })
    void what_is_included_shares_the_memory_and_what_is_rendered_has_its_own(String source, String expected) {
        RenderContext context = Liquid.context(DATA).partials(REMEMBERING).build();
        assertThat(LiquidTemplate.parse(source).render(context)).isEqualTo(expected);
    }

    @Test
    void a_partial_that_is_not_there_is_nothing_when_lax_and_else_an_error() {
        assertThat(render("a{% render 'x' %}{% include 'y' %}b", RenderMode.LAX))
                .isEqualTo("ab");
        assertThatThrownBy(() -> render("{% render 'x' %}", RenderMode.SOUND))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessage("line 1, column 4: there is no partial x");
    }

    @Test
    void an_error_in_a_partial_says_so() {
        assertThatThrownBy(() -> render("{% render 'broken' %}", RenderMode.LAX))
                .isInstanceOf(TemplateSyntaxException.class)
                .hasMessage("line 2, column 7: in the partial broken: expected a value, found the end");
        assertThatThrownBy(() -> render("{% render 'faulty' %}", RenderMode.SOUND))
                .hasMessage("line 1, column 8: in the partial faulty: divided_by: divided by 0");
    }

    @Test
    void what_is_isolated_cannot_include() {
        assertThatThrownBy(() -> render("{% render 'includes' %}", RenderMode.SOUND))
                .hasMessageContaining("include is not allowed");
        assertThat(render("{% render 'includes' %}", RenderMode.LAX)).isEmpty();
    }

    @Test
    void the_subject_and_the_text_share_the_partials() {
        Rendered rendered = new LiquidRenderer()
                .render(
                        new Template("t", java.util.Locale.ENGLISH, "{% include 'footer' %}", "{% include 'footer' %}"),
                        Liquid.context(DATA).partials(PARTIALS).build());
        assertThat(rendered).isEqualTo(new Rendered("-- Oslo", "-- Oslo"));
    }

    @Test
    void in_html_what_is_passed_is_escaped_once() {
        assertThat(LiquidTemplate.parse("{% render 'footer', team: '<b>' %}")
                        .render(Liquid.context(DATA)
                                .escaping(Escaping.HTML)
                                .partials(PARTIALS)
                                .build()))
                .isEqualTo("-- &lt;b&gt;");
    }
}
