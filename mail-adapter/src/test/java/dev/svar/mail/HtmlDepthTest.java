package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlDepthTest {
    @Test
    void what_lies_too_deep_loses_its_tags_and_keeps_its_text() {
        int deep = HtmlDepth.MAX_DEPTH + 2;
        String html = "<DIV class='x'>".repeat(deep) + "in" + "</div>".repeat(deep) + "<b>out</b>";
        String bounded = HtmlDepth.bounded(html);
        assertThat(bounded)
                .isEqualTo("<DIV class='x'>".repeat(HtmlDepth.MAX_DEPTH) + "in" + "</div>".repeat(HtmlDepth.MAX_DEPTH)
                        + "<b>out</b>");
    }

    @Test
    void end_tags_that_close_nothing_make_nothing_less_deep() {
        String html = "<div></b>".repeat(HtmlDepth.MAX_DEPTH + 1) + "in";
        assertThat(HtmlDepth.bounded(html)).isEqualTo("<div></b>".repeat(HtmlDepth.MAX_DEPTH) + "</b>in");
    }

    @Test
    void elements_that_say_they_close_themselves_count_since_the_parser_nests_them() {
        String html = "<o:p/>".repeat(HtmlDepth.MAX_DEPTH + 1) + "in";
        assertThat(HtmlDepth.bounded(html)).isEqualTo("<o:p/>".repeat(HtmlDepth.MAX_DEPTH) + "in");
    }

    @Test
    void cells_and_items_of_what_lies_too_deep_lose_their_tags_with_it_and_their_words_stay_apart() {
        String table = "<table><tr><td>";
        int most = HtmlDepth.MAX_DEPTH;
        String html = table.repeat(most + 1) + "a</td><td>b" + "</td></tr></table>".repeat(most + 1) + "<li>out";
        assertThat(HtmlDepth.bounded(html))
                .isEqualTo(table.repeat(most) + "  a  b  " + "</td></tr></table>".repeat(most) + "<li>out");
        assertThat(HtmlDepth.bounded("<ul><li>".repeat(most + 1) + "in")).isEqualTo("<ul><li>".repeat(most) + " in");
    }

    @Test
    void many_elements_beside_each_other_stay_as_they_are() {
        String html = "<p>a<br>b<img src=x><span>c</span>".repeat(5_000);
        assertThat(HtmlDepth.bounded(html)).isSameAs(html);
    }

    @Test
    void a_tag_without_end_ends_the_text() {
        String html = "<div>".repeat(HtmlDepth.MAX_DEPTH) + "in<div ";
        assertThat(HtmlDepth.bounded(html)).isEqualTo("<div>".repeat(HtmlDepth.MAX_DEPTH) + "in");
        assertThat(HtmlText.of("<div>".repeat(200_000) + "in", 100)).isEqualTo("in");
    }
}
