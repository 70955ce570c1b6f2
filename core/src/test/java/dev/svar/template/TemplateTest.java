package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
    private final LiquidRenderer renderer = new LiquidRenderer(2);

    private static Template template(String subject, String text) {
        return new Template("test", Locale.ENGLISH, subject, text);
    }

    @Test
    void a_file_is_a_subject_an_empty_line_and_the_text() {
        Template expected = template("Hi {{ name }}", "Line one\n\nLine two\n");
        assertThat(Template.read("test", Locale.ENGLISH, "Subject: Hi {{ name }}\n\nLine one\n\nLine two\n"))
                .isEqualTo(expected);
        assertThat(Template.read(
                        "test", Locale.ENGLISH, "\uFEFFSubject:Hi {{ name }} \r\n \r\nLine one\r\n\r\nLine two\r\n"))
                .isEqualTo(expected);
        assertThat(Template.read("test", Locale.ENGLISH, "Subject: x\n\n").text())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello",
                "\nSubject: x\n\n",
                "Subject:\n\ntext",
                "Subject: x",
                "Subject: x\n",
                "Subject: x\ntext"
            })
    void any_other_file_is_refused(String content) {
        assertThatThrownBy(() -> Template.read("test", Locale.ENGLISH, content))
                .isInstanceOf(TemplateSyntaxException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void a_template_has_a_name_and_a_subject_of_one_line() {
        assertThatThrownBy(() -> new Template(" ", Locale.ENGLISH, "x", "")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> template("a\nBcc: b", "")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_template_is_rendered_with_its_subject() {
        Template template = template("[{{ number }}] {{ title }}", "Hi {{ name }}");
        RenderContext context = Liquid.context(Map.of("number", 7, "title", "A & B", "name", "<Ann>"))
                .escaping(Escaping.HTML)
                .build();
        assertThat(renderer.render(template, context)).isEqualTo(new Rendered("[7] A & B", "Hi &lt;Ann&gt;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: b@x.test",
                "a\nBcc: b@x.test",
                "a\rBcc: b@x.test",
                "a\u2028Bcc: b@x.test",
                "a\u0085Bcc: b@x.test",
                "\n\na\u0000\u000B\t Bcc: b@x.test \r\n",
                "a\u00A0Bcc: b@x.test",
            })
    void nothing_in_the_data_can_add_a_header_through_the_subject(String title) {
        Rendered rendered = renderer.render(
                template("{{ title }}", ""),
                Liquid.context(Map.of("title", title)).build());
        assertThat(rendered.subject()).isEqualTo("a Bcc: b@x.test");
    }

    @Test
    void a_subject_is_cut_without_breaking_a_character() {
        assertThat(new Rendered("x".repeat(250), "").subject()).isEqualTo("x".repeat(250));
        assertThat(new Rendered("x".repeat(251), "").subject()).isEqualTo("x".repeat(249) + "…");
        assertThat(new Rendered("x".repeat(248) + "😀😀", "").subject()).isEqualTo("x".repeat(248) + "…");
        assertThat(new Rendered(" ".repeat(100_000) + "x", "").subject()).isEqualTo("x");
    }

    @Test
    void the_renderer_keeps_a_bounded_number_of_parsed_sources() {
        RenderContext context = Liquid.context(Map.of()).build();
        for (int i = 0; i < 10; i++) {
            assertThat(renderer.render(template("s" + i, "t" + i), context)).isEqualTo(new Rendered("s" + i, "t" + i));
        }
        assertThat(renderer.kept()).isEqualTo(2);
        LiquidRenderer keepsNone = new LiquidRenderer(0);
        keepsNone.render(template("a", "b"), context);
        assertThat(keepsNone.kept()).isZero();
    }

    @Test
    void a_subject_cannot_turn_the_direction_of_what_stands_around_it() {
        assertThat(new Rendered("Invoice \u202Efdp.exe\u202C \u2067x\u2069 שלום", "").subject())
                .isEqualTo("Invoice fdp.exe x שלום");
    }
}
