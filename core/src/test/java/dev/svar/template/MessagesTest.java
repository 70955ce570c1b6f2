package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.template.TemplateProblem.Kind;
import dev.svar.template.TemplateSchema.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessagesTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");
    private static final Messages MESSAGES = Messages.of(Locale.ENGLISH)
            .with(
                    Locale.ENGLISH,
                    Map.of(
                            "hello", "Hello %{name}",
                            "bye", "Good bye",
                            "replies.one", "%{name} wrote %{count} reply",
                            "replies.other", "%{name} wrote %{count} replies",
                            "link_html", "<a href=\"%{to}\">there</a>"))
            .with(BOKMAL, Map.of("hello", "Hei %{name}"))
            .with(
                    Locale.forLanguageTag("ru"),
                    Map.of(
                            "replies.one", "%{count} ответ",
                            "replies.few", "%{count} ответа",
                            "replies.many", "%{count} ответов",
                            "replies.other", "%{count} ответа"));
    private static final TemplateSchema SCHEMA = TemplateSchema.of(Map.of("name", Scalar.TEXT, "n", Scalar.NUMBER));

    private static String render(
            String source, String locale, Map<String, ?> data, RenderMode mode, Escaping escaping) {
        return LiquidTemplate.parse(source)
                .render(Liquid.context(data)
                        .locale(Locale.forLanguageTag(locale))
                        .mode(mode)
                        .escaping(escaping)
                        .messages(MESSAGES)
                        .build());
    }

    private static String strict(String source, String locale) {
        return render(source, locale, Map.of("name", "Kari", "n", 3), RenderMode.STRICT, Escaping.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ 'hello' | t: name: name }} ~ en ~ Hello Kari",
                "{{ 'hello' | t: name: name }} ~ nb-NO ~ Hei Kari",
                "{{ 'hello' | t: name: name }} ~ nn ~ Hei Kari",
                "{{ 'bye' | t }} ~ nb ~ Good bye",
                "{{ 'bye' | t }} ~ ja ~ Good bye",
                "{{ 'bye' | t | upcase }} ~ en ~ GOOD BYE",
                "{{ 'replies' | t: count: 1, name: name }} ~ en ~ Kari wrote 1 reply",
                "{{ 'replies' | t: count: n, name: name }} ~ nb ~ Kari wrote 3 replies",
                "{{ 'replies' | t: count: '1', name: name }} ~ en ~ Kari wrote 1 reply",
                "{{ 'replies' | t: count: n, name: name }} ~ ru ~ 3 ответа",
                "{{ 'replies' | t: count: 5 }} ~ ru ~ 5 ответов",
                "{{ 'replies' | t: count: 1.5 }} ~ ru ~ 1.5 ответа",
                "{{ 'replies' | t: count: 21 }} ~ ru ~ 21 ответ",
                "{% assign key = 'replies' %}{{ key | t: count: 1, name: 'x' }} ~ en ~ x wrote 1 reply",
            })
    void a_message_is_written_in_the_readers_language(String source, String locale, String expected) {
        assertThat(strict(source, locale)).isEqualTo(expected);
    }

    @Test
    void what_is_passed_to_a_message_is_data() {
        Map<String, String> hostile = Map.of("name", "<b>%{count} {{ n }}");

        assertThat(render("{{ 'hello' | t: name: name }}", "en", hostile, RenderMode.STRICT, Escaping.HTML))
                .isEqualTo("Hello &lt;b&gt;%{count} {{ n }}");
        assertThat(render("{{ 'link_html' | t: to: '\"><b>' }}", "en", Map.of(), RenderMode.STRICT, Escaping.HTML))
                .isEqualTo("<a href=\"&quot;&gt;&lt;b&gt;\">there</a>");
        assertThat(render("{{ 'link_html' | t: to: 'x&y' }}", "en", Map.of(), RenderMode.STRICT, Escaping.TEXT))
                .isEqualTo("<a href=\"x&y\">there</a>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ 'helo' | t }} ~ 'line 1, column 13: t: there is no message of that key, did you mean hello?'",
                "{{ name | t }} ~ 'line 1, column 11: t: there is no message of that key'",
                "{{ 'hello' | t }} ~ 'line 1, column 14: t: the message wants an argument name'",
                "{{ 'replies' | t: name: name }} ~ 'line 1, column 16: t: the message has plural forms and wants a count'",
                "{{ 'replies' | t: count: name }} ~ 'line 1, column 16: t: takes a number as its count'",
                "{{ 'hello' | t: name }} ~ 'line 1, column 14: t: takes arguments by name only'",
            })
    void what_is_missing_is_an_error_when_strict(String source, String message) {
        assertThatThrownBy(() -> strict(source, "en"))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessage(message);
    }

    @Test
    void what_is_missing_is_its_key_or_nothing_otherwise() {
        for (RenderMode mode : List.of(RenderMode.LAX, RenderMode.SOUND)) {
            assertThat(render("{{ 'helo' | t }}", "en", Map.of(), mode, Escaping.TEXT))
                    .isEqualTo("helo");
            assertThat(render("{{ 'hello' | t }}!", "en", Map.of(), mode, Escaping.TEXT))
                    .isEqualTo("Hello !");
            assertThat(render("{{ 'replies' | t }}", "en", Map.of(), mode, Escaping.TEXT))
                    .isEqualTo(" wrote  replies");
        }
        assertThat(Liquid.render("{{ 'hello' | t: name: 'Kari' }}", Map.of())).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ 'helo' | t: name: name }} ~ UNKNOWN_MESSAGE ~ 'there is no message helo, did you mean hello?'",
                "{{ 'replies' | t: count: n }} ~ WRONG_ARGUMENT ~ the message replies wants an argument name",
                "{{ 'replies' | t: name: name }} ~ WRONG_ARGUMENT ~ the message replies wants an argument count",
                "{{ 'hello' | t: nam: name }} ~ WRONG_ARGUMENT ~ 'the message hello wants an argument name, not nam'",
                "{{ 'hello' | t: 'Kari' }} ~ WRONG_ARGUMENT ~ t takes arguments by name only",
                "{{ 'only_nb' | t }} ~ UNKNOWN_MESSAGE ~ 'the message only_nb is missing in the default language, en'",
            })
    void a_check_knows_keys_and_arguments(String source, Kind kind, String message) {
        Messages more = MESSAGES.with(BOKMAL, Map.of("only_nb", "bare her"));

        TemplateProblem problem = LiquidTemplate.parse(source)
                .check(SCHEMA, Partials.none(), more)
                .get(0);

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.message()).endsWith(": " + message);
    }

    @Test
    void a_check_without_messages_says_nothing_of_them_and_one_of_what_is_right_nothing_at_all() {
        LiquidTemplate wrong = LiquidTemplate.parse("{{ 'helo' | t }}");
        LiquidTemplate right = LiquidTemplate.parse("{{ 'replies' | t: count: n, name: name | upcase }}{{ name | t }}");

        assertThat(wrong.check(SCHEMA)).isEmpty();
        assertThat(right.check(SCHEMA, Partials.none(), MESSAGES)).isEmpty();
    }

    @Test
    void a_later_message_replaces_an_earlier_one_with_all_its_forms() {
        Properties own = new Properties();
        own.setProperty("replies", "some replies");
        Messages more = MESSAGES.with(Locale.ENGLISH, own);

        assertThat(LiquidTemplate.parse("{{ 'replies' | t: count: 1 }}")
                        .render(Liquid.context(Map.of()).messages(more).build()))
                .isEqualTo("some replies");
        assertThat(strict("{{ 'replies' | t: count: 1, name: 'x' }}", "en")).isEqualTo("x wrote 1 reply");
    }

    @Test
    void texts_that_cannot_be_used_are_refused_by_locale_and_key() {
        Messages none = Messages.none();

        assertThatThrownBy(() -> none.with(BOKMAL, Map.of("a", "x %{")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("message a in nb has a %{ that is not closed around a name");
        assertThatThrownBy(() -> none.with(BOKMAL, Map.of("a", "%{b c}"))).hasMessageContaining("message a in nb");
        assertThatThrownBy(() -> none.with(BOKMAL, Map.of("a.one", "x")))
                .hasMessage("message a in nb has plural forms, but not the form other");
        assertThatThrownBy(() -> none.with(BOKMAL, Map.of("a\nb", "x"))).hasMessageContaining("key of a message");
        assertThatThrownBy(() -> none.with(BOKMAL, Map.of("a", "x".repeat(Messages.MAX_TEXT + 1))))
                .hasMessageContaining("message a in nb");
    }

    @Test
    void a_template_for_all_languages_takes_its_words_from_the_messages() {
        TemplateCatalog catalog = TemplateCatalog.of(
                        Locale.ENGLISH,
                        List.of(new Template("hi", Locale.ROOT, "{{ 'bye' | t }}", "{{ 'hello' | t }}")))
                .with(MESSAGES);
        List<Locale> reader = List.of(Locale.forLanguageTag("de"), BOKMAL);
        Template template = catalog.find("hi", reader).orElseThrow();

        RenderContext context =
                catalog.context(template, reader, Map.of(), Liquid.NOW).build();

        assertThat(context.locale()).isEqualTo(BOKMAL);
        assertThat(new LiquidRenderer().render(template, context)).isEqualTo(new Rendered("Good bye", "Hei "));
        assertThat(catalog.context(template, List.of(), Map.of(), Liquid.NOW)
                        .build()
                        .locale())
                .isEqualTo(Locale.ENGLISH);
        assertThat(catalog.check(template, SCHEMA))
                .extracting(TemplateProblem::message)
                .containsExactly("text, line 1, column 14: the message hello wants an argument name");
    }

    @Test
    void partials_are_found_in_the_language_of_the_template_and_then_in_the_default_language() {
        TemplateCatalog catalog = TemplateCatalog.of(Locale.ENGLISH, List.of())
                .withPartial("footer", Locale.ENGLISH, "Yours")
                .withPartial("footer", BOKMAL, "Hilsen")
                .withPartial("logo", Locale.ROOT, "**");
        Template nynorsk =
                new Template("x", Locale.forLanguageTag("nn"), "s", "{% render 'footer' %}{% render 'logo' %}");
        Template german = new Template("x", Locale.GERMAN, "s", "{% render 'footer' %}{% render 'foter' %}");

        assertThat(new LiquidRenderer()
                        .render(
                                nynorsk,
                                catalog.context(nynorsk, List.of(), Map.of(), Liquid.NOW)
                                        .build())
                        .text())
                .isEqualTo("Hilsen**");
        assertThat(new LiquidRenderer()
                        .render(
                                german,
                                catalog.context(german, List.of(), Map.of(), Liquid.NOW)
                                        .build())
                        .text())
                .isEqualTo("Yours");
        assertThat(catalog.check(german, SCHEMA))
                .extracting(TemplateProblem::kind)
                .containsExactly(Kind.UNKNOWN_PARTIAL);
        assertThatThrownBy(() -> catalog.withPartial("footer", BOKMAL, "{% if %}"))
                .isInstanceOf(TemplateSyntaxException.class);
    }
}
