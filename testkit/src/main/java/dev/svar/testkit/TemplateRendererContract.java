package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.template.Escaping;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.TemplateRenderException;
import dev.svar.template.TemplateRenderException.Reason;
import dev.svar.template.TemplateRenderer;
import dev.svar.template.TemplateSyntaxException;
import dev.svar.template.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TemplateRenderer} must do: extend it, say how a few things are written in its language, and all of it
 * must pass.
 */
public abstract class TemplateRendererContract {
    private static final Instant NOW = Instant.parse("2026-02-28T23:30:00Z");
    private static final int THREADS = 8;
    private static final int DEEP = 2000;
    private static final String SECRET = "hemmelig-verdi";

    private TemplateRenderer renderer;

    /** For subclasses. */
    protected TemplateRendererContract() {}

    /**
     * Opens the renderer under test.
     *
     * @return the renderer; it may be the same for every test
     */
    protected abstract TemplateRenderer openRenderer();

    /**
     * A source that writes a variable.
     *
     * @param variable its name, a word of letters
     * @return the source
     */
    protected abstract String writing(String variable);

    /**
     * A source that writes something once for each element of a list.
     *
     * @param list the name of the variable that holds the list
     * @param body the source of what is written; it may be such a source itself
     * @return the source
     */
    protected abstract String repeating(String list, String body);

    /**
     * A source that writes the day of the month and the month's name, such as {@code 1 March}.
     *
     * @param moment the name of the variable that holds a point in time
     * @return the source
     */
    protected abstract String dayAndMonth(String moment);

    /** {@return a source of one line that is not of this language} */
    protected abstract String malformed();

    @BeforeEach
    final void open() {
        renderer = openRenderer();
    }

    // What is written

    @Test
    final void what_the_data_says_is_written_into_the_subject_and_the_text() {
        Rendered rendered = render(
                "[" + writing("number") + "] Hei",
                "Hei " + writing("name") + ",\n" + writing("count") + " av " + writing("share") + "\n",
                context("number", "SUP-7", "name", "Kåre 💳", "count", 3, "share", new BigDecimal("2.50"))
                        .build());

        assertThat(rendered).isEqualTo(new Rendered("[SUP-7] Hei", "Hei Kåre 💳,\n3 av 2.5\n"));
    }

    @Test
    final void a_line_break_is_a_space_in_the_subject_and_a_line_break_in_the_text() {
        Rendered rendered = render(
                "Om " + writing("value"),
                "Om " + writing("value"),
                context("value", "a\r\nBcc: b").build());

        assertThat(rendered).isEqualTo(new Rendered("Om a Bcc: b", "Om a\r\nBcc: b"));
        assertThat(rendered.subject()).isEqualTo("Om a Bcc: b");
    }

    @Test
    final void plain_text_is_written_as_it_is() {
        String text = "<b>\"Kari\" & 'Ola'</b>";

        assertThat(text(writing("value") + text, context("value", text).build()))
                .isEqualTo(text + text);
    }

    @Test
    final void in_html_values_are_escaped_and_what_the_template_says_is_not() {
        String text = text("<p>" + writing("value") + "</p>", html("value", "<b> & \"it's\""));

        assertThat(text).startsWith("<p>&lt;b&gt; &amp; ").endsWith("</p>");
        assertThat(text.substring("<p>".length(), text.length() - "</p>".length()))
                .doesNotContain("<", ">", "\"", "'");
    }

    @Test
    final void in_html_markup_is_written_as_it_is() {
        assertThat(text(writing("value"), html("value", new Value.Markup("<b>a & b</b>"))))
                .isEqualTo("<b>a & b</b>");
    }

    @Test
    final void a_subject_is_plain_text_also_beside_html() {
        assertThat(render(writing("value"), "-", html("value", "a < b & \"c\"")).subject())
                .isEqualTo("a < b & \"c\"");
    }

    @Test
    final void what_the_data_says_is_never_taken_for_a_template() {
        String source = writing("other") + repeating("list", writing("other")) + malformed();
        RenderContext context =
                context("value", source, "other", SECRET, "list", List.of(1, 2)).build();

        assertThat(render(writing("value"), writing("value"), context)).isEqualTo(new Rendered(source, source));
    }

    @Test
    final void a_part_is_repeated_for_each_element() {
        assertThat(text(
                        repeating("list", "[" + writing("x") + "]"),
                        context("list", List.of(1, 2, 3), "x", "y").build()))
                .isEqualTo("[y][y][y]");
        assertThat(text(repeating("list", "-"), context("list", List.of()).build()))
                .isEmpty();
    }

    @Test
    final void times_are_written_in_the_zone_and_the_language_of_the_reader() {
        RenderContext.Builder here = context("at", NOW).zone(ZoneId.of("Europe/Oslo"));

        assertThat(text(dayAndMonth("at"), context("at", NOW).build())).isEqualTo("28 February");
        assertThat(text(dayAndMonth("at"), here.build())).isEqualTo("1 March");
        assertThat(text(
                        dayAndMonth("at"),
                        here.locale(Locale.forLanguageTag("nb")).build()))
                .isEqualTo("1 mars");
    }

    // What is missing or wrong

    @Test
    final void a_missing_value_is_nothing() {
        assertThat(render(
                        "a" + writing("missing") + "b",
                        "c" + writing("missing") + "d",
                        context().build()))
                .isEqualTo(new Rendered("ab", "cd"));
    }

    @Test
    final void a_missing_value_is_an_error_where_all_must_be_there() {
        RenderContext strict = context().mode(RenderMode.STRICT).build();

        assertReason(Reason.UNKNOWN_VARIABLE, writing("missing"), "-", strict);
        assertReason(Reason.UNKNOWN_VARIABLE, "-", writing("missing"), strict);
    }

    @Test
    final void a_source_that_is_not_of_the_language_is_an_error_with_its_place() {
        for (Template template : List.of(template(malformed(), "-"), template("-", "\n\n" + malformed()))) {
            assertThatThrownBy(() -> renderer.render(template, context().build()))
                    .isInstanceOfSatisfying(TemplateSyntaxException.class, e -> {
                        assertThat(e.line()).isPositive();
                        assertThat(e.column()).isPositive();
                    });
        }
    }

    @Test
    final void a_source_nested_without_end_is_rendered_or_refused_by_name() {
        String source = "-";
        for (int i = 0; i < DEEP; i++) {
            source = repeating("list", source);
        }
        Template nested = template("-", source);
        RenderContext context = context("list", List.of(1)).build();
        try {
            assertThat(renderer.render(nested, context).text()).isEqualTo("-");
        } catch (TemplateSyntaxException | TemplateRenderException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    final void an_error_never_says_what_the_data_holds() {
        RenderContext.Builder context = context("value", SECRET, "list", List.of(1, 2, 3));
        String source = writing("value") + repeating("list", writing("value"));

        for (RenderContext small : List.of(
                context.maxOutput(SECRET.length() + 1).build(),
                context.maxOutput(1).build(),
                context.maxOutput(1000).mode(RenderMode.STRICT).build())) {
            assertThatThrownBy(() -> render("-", source + writing("missing"), small))
                    .isInstanceOf(TemplateRenderException.class)
                    .hasMessageNotContaining(SECRET);
        }
    }

    // What is bounded

    @Test
    final void more_output_than_allowed_is_an_error() {
        RenderContext tight = context("value", "x".repeat(50)).maxOutput(100).build();

        assertThat(text(writing("value") + "y".repeat(50), tight)).hasSize(100);
        assertReason(Reason.LIMIT, "-", writing("value") + "y".repeat(51), tight);
    }

    @Test
    final void more_work_than_allowed_is_an_error() {
        List<Integer> list = Collections.nCopies(100, 1);
        String quiet = repeating("list", repeating("list", writing("nothing")));

        assertReason(
                Reason.LIMIT,
                "-",
                quiet,
                context("list", list, "nothing", "").maxSteps(1000).build());
        assertThat(text(quiet, context("list", list, "nothing", "").build())).isEmpty();
    }

    // What does not change

    @Test
    final void the_same_template_says_the_same_of_the_same_data_and_else_of_other_data() {
        Template template = template("Hei " + writing("name"), repeating("list", writing("name")));
        RenderContext kari = context("name", "Kari", "list", List.of(1, 2)).build();
        RenderContext ola = context("name", "Ola", "list", List.of(1)).build();

        for (int again = 0; again < 3; again++) {
            assertThat(renderer.render(template, kari)).isEqualTo(new Rendered("Hei Kari", "KariKari"));
            assertThat(renderer.render(template, ola)).isEqualTo(new Rendered("Hei Ola", "Ola"));
        }
    }

    @Test
    final void several_render_at_once_and_each_gets_its_own() throws Exception {
        Template shared = template(writing("name"), repeating("list", writing("name")));

        List<List<Rendered>> rendered = Race.of(THREADS, i -> {
            List<Rendered> own = new ArrayList<>();
            for (int round = 0; round < 100; round++) {
                RenderContext context = context("name", "n" + i + "." + round, "list", List.of(1, 2))
                        .build();
                own.add(renderer.render(shared, context));
                own.add(render("s" + i, round + writing("name"), context));
            }
            return own;
        });

        for (int i = 0; i < THREADS; i++) {
            List<Rendered> expected = new ArrayList<>();
            for (int round = 0; round < 100; round++) {
                String name = "n" + i + "." + round;
                expected.add(new Rendered(name, name + name));
                expected.add(new Rendered("s" + i, round + name));
            }
            assertThat(rendered.get(i)).isEqualTo(expected);
        }
    }

    private void assertReason(Reason reason, String subject, String text, RenderContext context) {
        assertThatThrownBy(() -> render(subject, text, context))
                .isInstanceOfSatisfying(
                        TemplateRenderException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private Rendered render(String subject, String text, RenderContext context) {
        return renderer.render(template(subject, text), context);
    }

    private String text(String source, RenderContext context) {
        return render("-", source, context).text();
    }

    private static Template template(String subject, String text) {
        return new Template("contract", Locale.ENGLISH, subject, text);
    }

    private static RenderContext html(String name, Object value) {
        return context(name, value).escaping(Escaping.HTML).build();
    }

    private static RenderContext.Builder context(Object... namesAndValues) {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return RenderContext.builder(data, NOW);
    }
}
