package dev.svar.testkit;

import dev.svar.error.InvalidValueException;
import dev.svar.template.Escaping;
import dev.svar.template.LiquidRenderer;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.TemplateRenderException;
import dev.svar.template.TemplateRenderer;
import dev.svar.template.TemplateSyntaxException;
import dev.svar.template.Value;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices each promise that a renderer breaks, by exactly the tests that are about it. */
final class TemplateRendererContractNoticesTest {
    /** Renders as the real one does, and one thing differently. */
    private interface Twist {
        Rendered render(TemplateRenderer real, Template template, RenderContext context);
    }

    private static void assertNoticed(UnaryOperator<TemplateRenderer> twisted, String... by) throws Exception {
        SuiteRun.assertNoticed(
                TemplateRendererContract.class,
                () -> new LiquidRendererContract() {
                    @Override
                    protected TemplateRenderer openRenderer() {
                        return twisted.apply(new LiquidRenderer());
                    }
                },
                by);
    }

    private static void assertNoticedRendering(Twist twist, String... by) throws Exception {
        assertNoticed(real -> (template, context) -> twist.render(real, template, context), by);
    }

    private static void assertNoticedIn(UnaryOperator<RenderContext> twist, String... by) throws Exception {
        assertNoticedRendering((real, template, context) -> real.render(template, twist.apply(context)), by);
    }

    private static RenderContext.Builder like(RenderContext c) {
        return with(c, c.data().values());
    }

    private static RenderContext.Builder with(RenderContext c, Map<String, Value> data) {
        return RenderContext.builder(data, c.now())
                .locale(c.locale())
                .zone(c.zone())
                .escaping(c.escaping())
                .mode(c.mode())
                .maxOutput(c.maxOutput())
                .maxSteps(c.maxSteps());
    }

    @Test
    void nothing_wrong() throws Exception {
        assertNoticed(real -> real);
    }

    @Test
    void a_subject_that_is_not_rendered() throws Exception {
        assertNoticedRendering(
                (real, t, context) ->
                        new Rendered(t.subject(), real.render(t, context).text()),
                "a_line_break_is_a_space_in_the_subject_and_a_line_break_in_the_text",
                "a_missing_value_is_nothing",
                "a_subject_is_plain_text_also_beside_html",
                "several_render_at_once_and_each_gets_its_own",
                "the_same_template_says_the_same_of_the_same_data_and_else_of_other_data",
                "what_the_data_says_is_never_taken_for_a_template",
                "what_the_data_says_is_written_into_the_subject_and_the_text");
    }

    @Test
    void a_subject_that_ends_at_a_line_break() throws Exception {
        assertNoticedRendering(
                (real, t, context) -> {
                    Value value = context.data().values().get("value");
                    if (!(value instanceof Value.Text text) || !text.value().contains("\r")) {
                        return real.render(t, context);
                    }
                    String whole = real.render(t, context).text();
                    return new Rendered(whole.substring(0, whole.indexOf('\r')), whole);
                },
                "a_line_break_is_a_space_in_the_subject_and_a_line_break_in_the_text");
    }

    @Test
    void a_text_that_loses_its_line_breaks() throws Exception {
        assertNoticedRendering(
                (real, t, context) -> {
                    Rendered rendered = real.render(t, context);
                    return new Rendered(rendered.subject(), rendered.text().replace("\r\n", " "));
                },
                "a_line_break_is_a_space_in_the_subject_and_a_line_break_in_the_text");
    }

    @Test
    void html_that_is_not_escaped() throws Exception {
        assertNoticedIn(
                c -> c.withEscaping(Escaping.TEXT), "in_html_values_are_escaped_and_what_the_template_says_is_not");
    }

    @Test
    void plain_text_that_is_escaped() throws Exception {
        assertNoticedIn(c -> c.withEscaping(Escaping.HTML), "plain_text_is_written_as_it_is");
    }

    @Test
    void a_subject_that_is_escaped_with_the_text() throws Exception {
        assertNoticedRendering(
                (real, t, context) -> {
                    Template subject = new Template(t.name(), t.locale(), "-", t.subject());
                    return new Rendered(
                            real.render(subject, context).text(),
                            real.render(t, context).text());
                },
                "a_subject_is_plain_text_also_beside_html");
    }

    @Test
    void what_the_template_says_escaped_with_the_data() throws Exception {
        assertNoticedRendering(
                (real, t, context) -> {
                    Rendered rendered = real.render(t, context);
                    String text = rendered.text();
                    return context.escaping() == Escaping.HTML && text.startsWith("<p>")
                            ? new Rendered(rendered.subject(), text.replace("<", "&lt;"))
                            : rendered;
                },
                "in_html_values_are_escaped_and_what_the_template_says_is_not");
    }

    @Test
    void markup_that_is_escaped() throws Exception {
        assertNoticedIn(
                c -> {
                    Map<String, Value> data = new LinkedHashMap<>(c.data().values());
                    data.replaceAll(
                            (name, value) -> value instanceof Value.Markup m ? new Value.Text(m.value()) : value);
                    return with(c, data).build();
                },
                "in_html_markup_is_written_as_it_is");
    }

    @Test
    void data_that_is_taken_for_a_template() throws Exception {
        assertNoticedRendering(
                (real, t, context) -> {
                    Rendered once = real.render(t, context);
                    return once.text().contains("{{")
                            ? real.render(new Template(t.name(), t.locale(), "-", once.text()), context)
                            : once;
                },
                "what_the_data_says_is_never_taken_for_a_template");
    }

    @Test
    void a_list_that_is_written_once_only() throws Exception {
        assertNoticedIn(
                c -> {
                    Map<String, Value> data = new LinkedHashMap<>(c.data().values());
                    data.replaceAll((name, value) ->
                            value instanceof Value.Items items && items.values().size() == 3
                                    ? new Value.Items(items.values().subList(0, 1))
                                    : value);
                    return with(c, data).build();
                },
                "a_part_is_repeated_for_each_element");
    }

    @Test
    void times_of_another_zone() throws Exception {
        assertNoticedIn(
                c -> like(c).zone(ZoneOffset.UTC).build(),
                "times_are_written_in_the_zone_and_the_language_of_the_reader");
    }

    @Test
    void months_of_another_language() throws Exception {
        assertNoticedIn(
                c -> like(c).locale(Locale.ENGLISH).build(),
                "times_are_written_in_the_zone_and_the_language_of_the_reader");
    }

    @Test
    void a_missing_value_that_is_always_an_error() throws Exception {
        assertNoticedIn(c -> like(c).mode(RenderMode.STRICT).build(), "a_missing_value_is_nothing");
    }

    @Test
    void a_missing_value_that_is_never_an_error() throws Exception {
        assertNoticedIn(
                c -> like(c).mode(RenderMode.LAX).build(),
                "a_missing_value_is_an_error_where_all_must_be_there",
                "an_error_never_says_what_the_data_holds");
    }

    @Test
    void an_error_of_no_name_about_the_source() throws Exception {
        assertNoticedRendering(
                (real, t, context) -> {
                    try {
                        return real.render(t, context);
                    } catch (TemplateSyntaxException e) {
                        throw new InvalidValueException("source", e.getMessage());
                    }
                },
                "a_source_nested_without_end_is_rendered_or_refused_by_name",
                "a_source_that_is_not_of_the_language_is_an_error_with_its_place");
    }

    @Test
    void a_source_that_is_too_deep_for_the_stack() throws Exception {
        assertNoticedRendering(
                (real, t, context) -> {
                    if (t.text().length() > 10_000) {
                        throw new StackOverflowError();
                    }
                    return real.render(t, context);
                },
                "a_source_nested_without_end_is_rendered_or_refused_by_name");
    }

    @Test
    void an_error_that_says_what_the_data_holds() throws Exception {
        assertNoticedRendering(
                (real, t, context) -> {
                    try {
                        return real.render(t, context);
                    } catch (TemplateRenderException e) {
                        throw new TemplateRenderException(
                                e.line(), e.column(), e.reason(), e.getMessage() + " in " + context.data());
                    }
                },
                "an_error_never_says_what_the_data_holds");
    }

    @Test
    void output_without_a_limit() throws Exception {
        assertNoticedIn(
                c -> like(c).maxOutput(RenderContext.DEFAULT_MAX_OUTPUT).build(),
                "an_error_never_says_what_the_data_holds",
                "more_output_than_allowed_is_an_error");
    }

    @Test
    void a_limit_of_output_that_comes_too_early() throws Exception {
        assertNoticedIn(
                c -> like(c).maxOutput(Math.max(1, c.maxOutput() - 1)).build(), "more_output_than_allowed_is_an_error");
    }

    @Test
    void work_without_a_limit() throws Exception {
        assertNoticedIn(
                c -> like(c).maxSteps(RenderContext.DEFAULT_MAX_STEPS).build(), "more_work_than_allowed_is_an_error");
    }

    @Test
    void an_answer_that_is_remembered_for_the_template() throws Exception {
        assertNoticed(
                real -> {
                    Map<Template, Rendered> known = new HashMap<>();
                    return (template, context) -> {
                        synchronized (known) {
                            Rendered rendered = known.get(template);
                            if (rendered == null) {
                                rendered = real.render(template, context);
                                known.put(template, rendered);
                            }
                            return rendered;
                        }
                    };
                },
                "several_render_at_once_and_each_gets_its_own",
                "the_same_template_says_the_same_of_the_same_data_and_else_of_other_data",
                "times_are_written_in_the_zone_and_the_language_of_the_reader");
    }

    @Test
    void a_renderer_for_one_thread_only() throws Exception {
        assertNoticed(
                real -> {
                    AtomicReference<Thread> owner = new AtomicReference<>();
                    return (template, context) -> {
                        owner.compareAndSet(null, Thread.currentThread());
                        return owner.get() == Thread.currentThread()
                                ? real.render(template, context)
                                : new Rendered("", "");
                    };
                },
                "several_render_at_once_and_each_gets_its_own");
    }
}
