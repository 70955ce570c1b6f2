package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.template.TemplateProblem.Kind;
import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateCheckTest {
    private static final TemplateSchema SCHEMA = TemplateSchema.of(Map.of(
            "ticket.title", Scalar.TEXT,
            "ticket.number", Scalar.NUMBER,
            "ticket.open", Scalar.BOOLEAN,
            "ticket.created_at", Scalar.INSTANT,
            "ticket.tags", new ListOf(Scalar.TEXT),
            "ticket.requester.name", Scalar.TEXT,
            "comments", new ListOf(new ObjectOf(Map.of("author", Scalar.TEXT, "minutes", Scalar.NUMBER)))));
    private static final Partials PARTIALS = Partials.of(Map.of(
            "by", "{{ by.author }}{{ by.name }}",
            "foo", "{{ foo }}",
            "foos", "{% for n in (1..2) %}{{ foo }}{% assign foo = n %}{% endfor %}",
            "footer", "{{ ticket.titel }}{% include 'footer' %}",
            "broken", "{% if %}"));

    private static List<String> messages(String source) {
        return LiquidTemplate.parse(source).check(SCHEMA, PARTIALS).stream()
                .map(TemplateProblem::message)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ ticket.titel }} ~ 4 ~ 'there is no ticket.titel, did you mean ticket.title?'",
                "{{ requester.name }} ~ 4 ~ 'there is no requester.name, did you mean ticket.requester.name?'",
                "{{ ticket.requester.name.last_name }} ~ 4 ~ there is no ticket.requester.name.last_name",
                "{{ something }} ~ 4 ~ there is no something",
                "{{ ticket['titl'] }} ~ 4 ~ 'there is no ticket.titl, did you mean ticket.title?'",
                "{% if ticket.opne %}{% endif %} ~ 7 ~ 'there is no ticket.opne, did you mean ticket.open?'",
                "{{ ticket.title | upcas }} ~ 19 ~ 'there is no filter upcas, did you mean upcase?'",
                "{{ ticket.title | truncate: 'x' }} ~ 19 ~ truncate takes a number as its argument",
                "{{ ticket.title | truncate: ticket.tags }} ~ 19 ~ truncate takes a number as its argument",
                "{{ ticket.title | append }} ~ 19 ~ 'append: takes 1 arguments, 0 are given'",
                "{{ ticket.tags | plus: 1 }} ~ 18 ~ 'plus takes a number, not a list'",
                "{{ ticket.open | date: '%Y' }} ~ 18 ~ 'date takes a point in time, not a boolean'",
                "{{ ticket.number | map: 'x' }} ~ 20 ~ 'map takes a list, not a number'",
                "{{ comments | map: 'autor' | join }} ~ 15 ~ 'the elements have no autor, did you mean author?'",
                "{% for x in ticket.title %}{% endfor %} ~ 4 ~ 'the loop is over a text, not over a list'",
                "{% for c in comments %}{{ c.minute }}{% endfor %} ~ 27 ~ 'there is no c.minute, did you mean c.minutes?'",
                "{% for c in comments %}{{ forloop.indx }}{% endfor %} ~ 27 ~ 'there is no forloop.indx, did you mean"
                        + " forloop.index?'",
                "{% if ticket.title > 5 %}{% endif %} ~ 7 ~ 'a text and a number have no order, make a number of it'",
                "{% if ticket.title == 5 %}{% endif %} ~ 7 ~ 'a text is never equal to a number, make one of the other'",
                "{% if 5 != ticket.title %}{% endif %} ~ 7 ~ 'a text is never equal to a number, make one of the other'",
                "{% case ticket.number %}{% when 1, 'a' %}{% endcase %} ~ 28 ~ 'a text is never equal to a number, make"
                        + " one of the other'",
                "{% case 1 %}{% when 1 2 %}{% endcase %} ~ 23 ~ when is followed by something that is not read",
                "{% assign ticket.title = 'x' %}{{ ticket.title }} ~ 11 ~ only ['ticket.title'] reads this variable",
                "{% assign first = comments | first %}{{ first.autor }} ~ 41 ~ 'there is no first.autor, did you mean"
                        + " first.author?'",
                "{% render 'foter' %} ~ 4 ~ there is no partial foter",
                "{{ foo }}{% assign foo = 1 %} ~ 4 ~ there is no foo",
                "{% if ticket.open %}{{ foo }}{% endif %}{% assign foo = 1 %} ~ 24 ~ there is no foo",
            })
    void a_mistake_is_found_without_data(String source, int column, String problem) {
        assertThat(messages("\n" + source)).containsExactly("line 2, column " + column + ": " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if ticket.open %}{% assign x = comments | first %}{% else %}{% assign x = '' %}{% endif %}{{ x.author }}",
                "{% if ticket.open %}{% assign x = '' %}{% else %}{% assign x = comments | first %}{% endif %}{{ x.author }}",
                "{% assign last = '' %}{% for c in comments %}{% if last.author != c.author %}a{% endif %}{% assign last = c %}{% endfor %}",
                "{% for c in comments %}{% if last.author != c.author %}a{% endif %}{% assign last = c %}{% endfor %}",
                "{% for n in (1..2) %}{% include 'foo' %}{% assign foo = n %}{% endfor %}{% render 'foos' %}",
                "{{ ticket.title | truncate: 20 }}{{ ticket.tags | join: ', ' }}{{ ticket.created_at | date: '%d' }}",
                "{% for c in comments reversed limit: 2 %}{{ c.author }} {{ forloop.index | plus: c.minutes }}{% endfor %}",
                "{% assign n = comments | size %}{% if n > 1 %}{{ n }}{% endif %}{{ ticket.tags.first | upcase }}",
                "{{ comments[0].author }}{{ comments | where: 'minutes', 5 | map: 'author' | sort | last | size }}",
                "{% for pair in ticket %}{{ pair[0] }}{% endfor %}{% capture x %}{% endcapture %}{{ x }}",
                "{% increment n %}{{ n }}{% cycle 'a', ticket.title %}{{ 'now' | date: '%Y' }}{% render 'by' with 'x' %}",
                "{{ 'a,b' | split: ',' | first | append: '!' }}{{ (1..3) | sum }}{% for i in (1..ticket.number) %}{% endfor %}",
            })
    void what_fits_the_schema_has_no_problem(String source) {
        assertThat(messages(source).stream().filter(m -> !m.contains("by.")).toList())
                .isEmpty();
    }

    @Test
    void partials_are_checked_with_what_is_passed_to_them() {
        assertThat(messages("{% render 'by' for comments as by %}"))
                .containsExactly("by, line 1, column 19: there is no by.name");
        assertThat(messages("{% include 'footer' %}"))
                .containsExactly("footer, line 1, column 4: there is no ticket.titel, did you mean ticket.title?");
        assertThat(messages("{% render 'footer' %}"))
                .containsExactly("footer, line 1, column 4: there is no ticket.titel");
        assertThat(messages("{% assign foo = 1 %}{% render 'foo' %}{% include 'foo' %}"))
                .containsExactly("foo, line 1, column 4: there is no foo");
        assertThat(messages(
                        "{% for n in (1..2) %}{% render 'foo' %}{% assign foo = 1 %}{% endfor %}{% render 'foos' %}"))
                .containsExactly("foo, line 1, column 4: there is no foo");
        assertThat(messages("{% render 'broken' %}"))
                .containsExactly("broken, line 1, column 7: expected a value, found the end");
    }

    @Test
    void problems_are_few_and_none_is_told_twice() {
        assertThat(messages("{{ a }}".repeat(1000))).hasSize(100);
        assertThat(messages("{% if a %}{% endif %}")).hasSize(1);
    }

    @Test
    void a_broken_partial_is_told_once() {
        assertThat(messages("{% render 'broken' %}".repeat(50))).hasSize(1);
    }

    @Test
    void many_unknown_names_are_told_quickly() {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            source.append("{{ticket.titel").append(i).append("}}");
        }
        Map<String, TemplateSchema.Type> names = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            names.put("ticket.title_" + i, Scalar.TEXT);
        }
        TemplateSchema schema = TemplateSchema.of(names);
        LiquidTemplate template = LiquidTemplate.parse(source.toString());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(3), () -> assertThat(template.check(schema)).hasSize(100));
    }

    @Test
    void partials_are_looked_at_as_deep_as_they_can_be_rendered() {
        Partials chain = name -> Optional.of(LiquidTemplate.parse("{% if true %}".repeat(99) + "{% render 'p"
                + (Integer.parseInt(name.substring(1)) + 1) + "' %}" + "{% endif %}".repeat(99)));

        List<TemplateProblem> problems =
                LiquidTemplate.parse("{% render 'p0' %}").check(SCHEMA, chain);

        assertThat(problems).extracting(TemplateProblem::kind).containsExactly(Kind.TOO_DEEP);
        assertThat(problems.get(0).part()).isEqualTo("p2");
    }

    @Test
    void the_parts_of_a_template_are_checked_together() {
        Template template = new Template("t", Locale.ENGLISH, "{{ ticket.titel }}", "Hi\n{% if %}");

        List<TemplateProblem> problems = template.check(SCHEMA, Partials.none());

        assertThat(problems).extracting(TemplateProblem::part).containsExactly("subject", "text");
        assertThat(problems).extracting(TemplateProblem::kind).containsExactly(Kind.UNKNOWN_PLACEHOLDER, Kind.SYNTAX);
        assertThat(problems.get(1).line()).isEqualTo(2);
    }

    @Test
    void required_is_what_leaves_a_hole_when_it_is_not_there() {
        assertThat(LiquidTemplate.parse("{{ ticket.title }}{{ user.name | default: 'you' }}"
                                + "{% if ticket.link %}{{ ticket.link }}{{ ticket.id }}{% endif %}"
                                + "{% case kind %}{% when 'a' %}{{ kind }}{% endcase %}"
                                + "{% for c in comments %}{{ c.author }}{{ forloop.index }}{% endfor %}"
                                + "{% assign x = desk.name %}{{ x }}{{ list[0].a }}")
                        .requiredPlaceholders())
                .containsExactly("comments", "desk.name", "list", "ticket.id", "ticket.title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{% render 'p', ticket: ticket %}              ; {{ ticket.id }}{{ ticket.a.b }} ; ticket ticket.a.b ticket.id",
                "{% render 'p', who: ticket.requester %}       ; {{ who.name }}                  ; ticket.requester ticket.requester.name",
                "{% render 'p' with ticket.requester as who %} ; {{ who.name }}                  ; ticket.requester ticket.requester.name",
                "{% render 'p' with ticket.requester %}        ; {{ p.name }}                    ; ticket.requester ticket.requester.name",
                "{% render 'p' for comments as c %}            ; {{ c.value }}{{ forloop.index }} ; comments",
                "{% render 'p', n: 1, t: 'x' %}                ; {{ n }}{{ t }}                  ; \"\"",
                "{% render 'p', ticket: ticket %}              ; {% if ticket.a %}{{ ticket.a }}{% endif %}{{ ticket.b | default: 1 }} ; ticket",
                "{% if ticket.a %}{% render 'p', t: ticket %}{% endif %} ; {{ t.a }}            ; ticket",
                "{% render 'p', ticket: ticket %}              ; {% for ticket in ticket.list %}{{ ticket.a }}{% endfor %} ; ticket ticket.list",
                "{% render 'p', ticket: ticket %}              ; {% assign ticket = 1 %}{{ ticket.a }} ; ticket",
                "{% render 'p', t: ticket %}                   ; {% render 'q', u: t.a %}        ; ticket ticket.a ticket.a.z",
                "{% include 'p' %}                             ; {{ ticket.id }}                 ; ticket.id",
                "{% include 'p', t: ticket %}                  ; {{ t.id }}{{ desk.name }}       ; desk.name ticket ticket.id",
                "{% assign t = ticket.a %}{% include 'p' %}    ; {{ t.b }}                       ; ticket.a",
                "{% include name %}                            ; {{ ticket.id }}                 ; name",
                "{% render 'p', ticket: ticket %}              ; {% render 'p', ticket: ticket %}{{ ticket.id }} ; ticket ticket.id",
            })
    void what_a_partial_needs_is_required_under_the_name_that_it_has_outside(
            String source, String partial, String expected) {
        Partials partials = Partials.of(Map.of("p", partial, "q", "{{ u.z }}"));

        assertThat(String.join(" ", LiquidTemplate.parse(source).requiredPlaceholders(partials)))
                .isEqualTo(expected);
    }

    @Test
    void a_schema_says_one_thing_of_a_name() {
        assertThatThrownBy(() -> TemplateSchema.of(Map.of("a", Scalar.TEXT, "a.b", Scalar.TEXT)))
                .isInstanceOf(InvalidValueException.class);
        TemplateSchema more = SCHEMA.with(TemplateSchema.of(Map.of("ticket.extra", Scalar.TEXT)));
        assertThat(LiquidTemplate.parse("{{ ticket.extra }}{{ ticket.title }}").check(more))
                .isEmpty();
    }
}
