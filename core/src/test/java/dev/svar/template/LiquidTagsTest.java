package dev.svar.template;

import static dev.svar.template.Liquid.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LiquidTagsTest {
    private static final Map<String, Object> DATA = data();

    private static Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", "Ann");
        data.put("empty_text", "");
        data.put("spaces", "  ");
        data.put("yes", true);
        data.put("no", false);
        data.put("flags", List.of(false));
        data.put("nothing", null);
        data.put("three", 3);
        data.put("half", 0.5);
        data.put("list", List.of("a", "b", "c"));
        data.put("none", List.of());
        data.put("numbers", List.of(1, 2, 3, 4, 5, 6));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("first_name", "Ann");
        map.put("tags", Arrays.asList("x", null));
        data.put("user", map);
        data.put("key", "first_name");
        data.put("whole", Map.of("a", 1));
        data.put("decimal", Map.of("a", 1.0));
        data.put("other", Map.of("b", 1));
        return data;
    }

    static Stream<Liquid.Case> output() {
        return Stream.of(
                of("plain text", "plain text"),
                of("", ""),
                of("{{ name }}", "Ann"),
                of("{{name}}{{ name}}", "AnnAnn"),
                of("{{ }}", ""),
                of("{{ missing }}", ""),
                of("{{ missing.deeper[0].still }}", ""),
                of("{{ nothing }}", ""),
                of("{{ 'it' }} {{ \"is\" }}", "it is"),
                of("{{ 12 }} {{ -3 }} {{ 1.50 }} {{ 3.0 }}", "12 -3 1.5 3.0"),
                of("{{ true }} {{ nil }} {{ empty }}", "true  "),
                of("{{ user.first_name }}", "Ann"),
                of("{{ user['first_name'] }}{{ user[key] }}", "AnnAnn"),
                of("{{ ['name'] }}{{ [key] }}", "Ann"),
                of("{{ list[0] }}{{ list[-1] }}{{ list[3] }}{{ list[-4] }}", "ac"),
                of("{{ list.first }}{{ list.last }}{{ list.size }}", "ac3"),
                of("{{ name.size }} {{ user.size }} {{ none.first }}", "3 2 "),
                of("{{ list }} {{ half }}", "abc 0.5"),
                of("{{ user }}", "{\"first_name\"=>\"Ann\", \"tags\"=>[\"x\", nil]}"),
                of("{ {not}} %} }}", "{ {not}} %} }}"),
                of("{{ name | upcase | append: '!' }}", "ANN!"));
    }

    static Stream<Liquid.Case> conditions() {
        return Stream.of(
                of("{% if yes %}a{% endif %}", "a"),
                of("{% if no %}a{% else %}b{% endif %}", "b"),
                of("{% if no %}a{% elsif yes %}b{% else %}c{% endif %}", "b"),
                of("{% if nothing %}a{% elsif no %}b{% endif %}", ""),
                of("{% if empty_text %}a{% endif %}{% if none %}b{% endif %}{% if 0 %}c{% endif %}", "abc"),
                of("{% unless yes %}a{% else %}b{% endunless %}", "b"),
                of("{% unless no %}a{% endunless %}", "a"),
                of("{% unless yes %}a{% elsif yes %}b{% endunless %}", "b"),
                of("{% if three == 3 and name == 'Ann' %}a{% endif %}", "a"),
                of(
                        "{% if three == 3.0 %}a{% endif %}{% if three != 4 %}b{% endif %}{% if three <> 4 %}c{% endif"
                                + " %}",
                        "abc"),
                of("{% if three > 2 %}a{% endif %}{% if three >= 3 %}b{% endif %}{% if three < 3 %}c{% endif %}", "ab"),
                of("{% if three <= 3 %}a{% endif %}{% if 'a' < 'b' %}b{% endif %}", "ab"),
                of("{% if 'a' < 1 %}a{% else %}b{% endif %}", "b"),
                of("{% if nothing < 1 %}a{% endif %}{% if nothing >= 1 %}b{% endif %}", ""),
                of("{% if '3' == 3 %}a{% else %}b{% endif %}", "b"),
                of("{% if name contains 'nn' %}a{% endif %}{% if list contains 'b' %}b{% endif %}", "ab"),
                of("{% if list contains 'z' %}a{% endif %}{% if user contains 'tags' %}b{% endif %}", "b"),
                of("{% if nothing contains 'z' %}a{% endif %}{% if name contains nothing %}b{% endif %}", ""),
                of("{% if true or false and false %}a{% endif %}", "a"),
                of("{% if false and true or true %}a{% else %}b{% endif %}", "b"),
                of("{% if true and false or true %}a{% endif %}", "a"),
                of("{% if empty_text == empty %}a{% endif %}{% if none == empty %}b{% endif %}", "ab"),
                of("{% if spaces == empty %}a{% endif %}{% if spaces == blank %}b{% endif %}", "b"),
                of("{% if missing == blank %}a{% endif %}{% if missing == empty %}b{% endif %}", "a"),
                of("{% if no == blank %}a{% endif %}{% if blank == none %}b{% endif %}", "ab"),
                of(
                        "{% if blank == empty %}a{% endif %}{% if empty == empty %}b{% endif %}{% if blank <= 1 %}c{%"
                                + " endif %}",
                        "b"),
                of("{% assign x = empty %}{% if x == '' %}a{% endif %}{% if blank %}b{% endif %}", "ab"),
                of("{{ blank.x }}{% if flags contains false %}a{% else %}b{% endif %}", "b"),
                of("{% if name != empty %}a{% endif %}{% if name != blank %}b{% endif %}", "ab"),
                of("{% if missing == nil %}a{% endif %}{% if nothing == null %}b{% endif %}", "ab"),
                of("{% if whole == decimal %}a{% endif %}{% if whole == other %}b{% endif %}", "a"),
                of("{% if list == list %}a{% endif %}{% if user.first_name == name %}b{% endif %}", "ab"));
    }

    static Stream<Liquid.Case> cases() {
        return Stream.of(
                of("{% case three %}{% when 3 %}a{% endcase %}", "a"),
                of("{% case three %} x {% when 1 or 2 %}a{% when 3, 4 %}b{% else %}c{% endcase %}", "b"),
                of("{% case name %}{% when 'Bob' %}a{% else %}c{% endcase %}", "c"),
                of("{% case 1 %}{% when 1 %}a{% when 1 %}b{% else %}c{% endcase %}", "ab"),
                of("{% case empty_text %}{% when empty %}a{% endcase %}", "a"),
                of("{% case missing %}{% when blank %}a{% endcase %}", "a"),
                of("{% case missing %}{% when nil %}a{% endcase %}", "a"));
    }

    static Stream<Liquid.Case> loops() {
        return Stream.of(
                of("{% for x in list %}{{ x }}{% endfor %}", "abc"),
                of("{% for x in none %}{{ x }}{% else %}-{% endfor %}", "-"),
                of("{% for x in missing %}{{ x }}{% else %}-{% endfor %}", "-"),
                of("{% for x in name %}{{ x }};{% endfor %}", "Ann;"),
                of("{% for x in (1..3) %}{{ x }}{% endfor %}", "123"),
                of(
                        "{% for x in (three..5) %}{{ x }}{% endfor %}{% for x in (1..list.size) %}{{ x }}{% endfor %}",
                        "345123"),
                of("{% for x in (3..1) %}{{ x }}{% else %}-{% endfor %}", "-"),
                of("{% for x in numbers limit:2 %}{{ x }}{% endfor %}", "12"),
                of("{% for x in numbers limit:2 offset:2 %}{{ x }}{% endfor %}", "34"),
                of("{% for x in numbers, limit: 2, offset: three %}{{ x }}{% endfor %}", "45"),
                of("{% for x in numbers reversed limit:2 %}{{ x }}{% endfor %}", "21"),
                of("{% for x in numbers offset:9 %}{{ x }}{% else %}-{% endfor %}", "-"),
                of(
                        "{% for x in numbers limit:2 %}{{ x }}{% endfor %}|"
                                + "{% for x in numbers limit:3 offset:continue %}{{ x }}{% endfor %}",
                        "12|345"),
                of("{% for x in list %}{% if x == 'b' %}{% break %}{% endif %}{{ x }}{% endfor %}", "a"),
                of("{% for x in list %}{% if x == 'b' %}{% continue %}{% endif %}{{ x }}{% endfor %}", "ac"),
                of(
                        "{% for x in list %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }};{% endfor %}",
                        "103;212;321;"),
                of(
                        "{% for x in list %}{{ forloop.rindex0 }}{{ forloop.length }}{{ forloop.first }}{{"
                                + " forloop.last }};{% endfor %}",
                        "23truefalse;13falsefalse;03falsetrue;"),
                of(
                        "{% for x in (1..2) %}{% for y in (1..2) %}{{ forloop.parentloop.index }}{{ y }} {% endfor"
                                + " %}{% endfor %}",
                        "11 12 21 22 "),
                of("{% for x in user %}{{ x[0] }}={{ x[1] }};{% endfor %}", "first_name=Ann;tags=x;"),
                of("{% for x in list %}{% for x in numbers limit:1 %}{{ x }}{% endfor %}{{ x }}{% endfor %}", "1a1b1c"),
                of("{% for x in list %}{% endfor %}{{ x }}{{ forloop }}", ""),
                of("a{% break %}b", "a"),
                of("{% for x in list %}{% cycle 'odd', 'even' %} {% endfor %}", "odd even odd "),
                of("{% for x in (1..2) %}{% cycle 'g': 1, 2 %}{% cycle 'h': 1, 2 %}{% endfor %}", "1122"));
    }

    static Stream<Liquid.Case> variables() {
        return Stream.of(
                of("{% assign x = name | upcase %}{{ x }}", "ANN"),
                of("{% assign name = 'Bob' %}{{ name }}", "Bob"),
                of("{% for x in list %}{% assign y = x %}{% endfor %}{{ y }}", "c"),
                of("{% capture x %}Hi {{ name }}{% endcapture %}[{{ x }}]", "[Hi Ann]"),
                of("{% capture 'x' %}a{% endcapture %}{{ x }}", "a"),
                of("{% increment n %}{% increment n %}{{ n }}", "012"),
                of("{% decrement n %}{% decrement n %}{{ n }}", "-1-2-2"),
                of("{% increment three %}{{ three }}", "34"),
                of("{% assign n = 9 %}{% increment n %}{{ n }}", "09"),
                of("{% echo name | upcase %}", "ANN"),
                of(
                        "{% liquid\n"
                                + "assign x = 1\n\n"
                                + "if x == 1\n"
                                + "  echo 'one'\n"
                                + "endif\n"
                                + "# note\n"
                                + "comment\n"
                                + " any thing\n"
                                + "endcomment\n"
                                + "%}",
                        "one"));
    }

    static Stream<Liquid.Case> lessKnown() {
        String row = "<tr class=\"row1\">\n";
        return Stream.of(
                of("{% if no %}a{% else any thing %}b{% else %}c{% elsif yes %}d{% endif %}", "b"),
                of("{% case 1 %}{% when 1, 1.0 or 2 %}a{% else %}b{% endcase %}", "aa"),
                of("{% case 1 %}{% else %}a{% when 1 %}b{% else %}c{% endcase %}", "ab"),
                of("{% for x in name offset:1 limit:0 %}{{ x }}{% endfor %}", "Ann"),
                of("{% case name %}{% when 'Bob' and 'Ann' %}a{% endcase %}", ""),
                of("{% cycle 'g': 1, 2 %}{% cycle 'g': 1, 2, 3 %}{% cycle 'g': 1 %}|{% cycle 'g': 7 %}", "12|7"),
                of("{% cycle 1: 'a', 'b' %}{% cycle '1': 'a', 'b' %}{% cycle 1: 'a', 'b' %}", "aab"),
                of("{% cycle 'a', 'b', %}", "a"),
                of("{% case 'x' %}{% when 'x', %}a{% when 'y' or %}b{% endcase %}", "a"),
                of("{% cycle 'a', 1 %}{% cycle 'a',1 %}{% cycle 'a', '1' %}{% cycle 'a', 1.0 %}", "a1aa"),
                of("{% for x in (1..3) %}{% cycle three, half %}{% endfor %}{% cycle three, half %}", "30.533"),
                of("{% for x in numbers offset:-1 limit:3 %}{{ x }}{% endfor %}", "12"),
                of(
                        "{% for x in (1..3) reversed %}{{ x }}{{ forloop.name }};{% endfor %}",
                        "3x-(1..3);2x-(1..3);1x-(1..3);"),
                of("{{ (1..4) }} {{ (1..4) | size }} {{ (1..4) | reverse | join: '' }}", "1..4 4 4321"),
                of("{{ (4..1) }} {{ (4..1) | size }} {{ (4..1) | append: '' }}", "4..1 0 4..1"),
                of("{% if (1..3) contains 2 %}a{% endif %}{{ (2..3) | first }}", "a2"),
                of(
                        "{% tablerow x in list cols:2 %}{{ x }}{{ tablerowloop.col_last }}{% endtablerow %}",
                        row + "<td class=\"col1\">afalse</td><td class=\"col2\">btrue</td></tr>\n<tr class=\"row2\"><td"
                                + " class=\"col1\">cfalse</td></tr>\n"),
                of(
                        "{% tablerow x in list limit:1 offset:1 %}{{ x }}{{ tablerowloop.row }}{% endtablerow %}",
                        row + "<td class=\"col1\">b1</td></tr>\n"),
                of(
                        "{% tablerow x in list %}{{ x }}{% break %}{% endtablerow %}",
                        row + "<td class=\"col1\">a</td></tr>\n"),
                of(
                        "{% tablerow x in none %}{% endtablerow %}{% tablerow x in missing %}{% endtablerow %}",
                        row + "</tr>\n"),
                of("{% for x in (1..4) %}{% ifchanged %}{{ x | divided_by: 2 }}{% endifchanged %}{% endfor %}", "012"),
                of("a{% doc %} {% if %} {{ {% enddoc %}b{%- doc -%} x {%- enddoc %} c", "ab c"),
                of(
                        "{% liquid liquid liquid echo 'a' %}{% liquid\ncomment\ncomment\nendcomment\necho 1\nendcomment %}",
                        "a"),
                of("{% assign 12 = 'x' %}{{ 12 }}{{ ['12'] }}", "12x"),
                of("{% assign user.first_name = 'Bob' %}{{ user.first_name }}{{ ['user.first_name'] }}", "AnnBob"),
                of("{% capture (a-b)[0] %}x{% endcapture %}{{ ['(a-b)[0]'] }}{{ a-b[0] }}", "x"),
                of("{{ name.first }}{{ name.last }}{{ name | first }}{{ '' | last }}", "AnA"),
                of("{% if list < 1 or yes > no %}a{% else %}b{% endif %}", "b"));
    }

    static Stream<Liquid.Case> comments() {
        return Stream.of(
                of("a{% comment %}{{ broken {% if %}{% endcomment %}b", "ab"),
                of("a{% comment %} x {{ y }} {% if %} {% endcomment %}b", "ab"),
                of("a{% comment %}x{% comment %}y{% endcomment %}z{% endcomment %}b", "ab"),
                of("a{% comment %}{% raw %}{% endcomment %}{% endraw %}{% endcomment %}b", "ab"),
                of("a{% # a note %}b{%- # another\n # and more -%} c", "abc"),
                of("{% raw %}{{ name }}{% if %}{% endraw %}", "{{ name }}{% if %}"),
                of("{%raw%}{% raw %}{%endraw%}", "{% raw %}"),
                of("x {%- raw -%} a {%- endraw -%} b", "x a b"));
    }

    static Stream<Liquid.Case> whitespace() {
        return Stream.of(
                of("a  {{- name -}}  b", "aAnnb"),
                of("a  {{- name }}  b", "aAnn  b"),
                of("a  {{ name -}}  b", "a  Annb"),
                of("a\n\n {%- if yes -%}\n b \n{%- endif -%}\n c", "abc"),
                of("a {%- comment -%} x {%- endcomment -%} b", "ab"),
                of("{{- -}} a", "a"),
                of("{{-}} a", " a"),
                of("{% if yes %}  {% assign z = 1 %} {% endif %}|", "|"),
                of("{% for x in list %} \n {% endfor %}|", "|"),
                of("{% if yes %}  x{% endif %}|", "  x|"),
                of("{% if yes %}{% raw %}  {% endraw %}{% endif %}|", "  |"),
                of("{% if yes %}  {{ nothing }}{% endif %}|", "  |"));
    }

    @ParameterizedTest
    @MethodSource({"output", "conditions", "cases", "loops", "variables", "lessKnown", "comments", "whitespace"})
    void tags_render_as_the_reference_says(Liquid.Case example) {
        assertThat(Liquid.render(example.source(), DATA)).isEqualTo(example.expected());
    }
}
