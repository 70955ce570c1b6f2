package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML of mail at the edges of what is harmless. */
class SafeHtmlEdgesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<applet>x</applet>",
                "<audio src='https://x.example'>x</audio>",
                "<canvas>x</canvas>",
                "<embed src='https://x.example'>",
                "<object data='https://x.example'>x</object>",
                "<select><option>x</select>",
                "<template><p>x</p></template>",
                "<textarea>x</textarea>",
                "<title>x</title>",
                "<video src='https://x.example'>x</video>",
                "<noframes>x</noframes>",
                "<noscript>x</noscript>",
                "<head><title>x</title></head>"
            })
    void what_is_no_text_of_the_mail_is_gone_with_its_inside(String html) {
        assertThat(SafeHtml.of("<p>a</p>" + html + "<p>b</p>").html()).isEqualTo("<p>a</p><p>b</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<object data='https://x.example'>x</object>",
                "<video src='https://x.example'></video>",
                "<p poster='https://x.example'>a</p>",
                "<img lowsrc='https://x.example'>",
                "<img dynsrc='https://x.example'>",
                "<img srcset='https://x.example/b.png 2x'>",
                "<p style='background: URL(https://x.example)'>a</p>"
            })
    void whatever_would_have_been_loaded_is_counted(String html) {
        assertThat(SafeHtml.of(html).heldBack()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            <a name="x">a</a>                        | <a name="mail-x" rel="noopener noreferrer nofollow" target="_blank">a</a>
            <p id=" x ">a</p>                        | <p id="mail-x">a</p>
            <a href="tel:+4712345678">a</a>          | <a href="tel:+4712345678" rel="noopener noreferrer nofollow" target="_blank">a</a>
            <a href="ftp://x.example/a">a</a>        | <a rel="noopener noreferrer nofollow" target="_blank">a</a>
            <img src="HTTPS://x.example/a">          | <img data-held-back="https://x.example/a">
            <img src="https:///a">                   | <img>
            <img src="https://x.example/{a}">        | <img>
            <img src="ftp://x.example/a">            | <img>
            <base href="https://x.example/b/"><img src="a.png"> | <img data-held-back="https://x.example/b/a.png">
            <body style="color: red">a</body>        | <div style="color: red">a</div>
            <body text="white">a</body>              | <div style="color: white">a</div>
            """)
    void names_and_addresses_are_kept_as_far_as_they_are_harmless(String html, String safe) {
        assertThat(SafeHtml.of(html).html()).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            word-spacing: -50px              |
            list-style-type: square          | list-style-type: square
            background: red                  |
            width: calc(1px)                 |
            color: x(1)                      |
            color: hsla(1, 2%, 3%, .5)       | color: hsla(1, 2%, 3%, .5)
            opacity: 0                       |
            """)
    void a_style_pulls_nothing_over_the_page_and_calls_nothing(String style, String safe) {
        String html = SafeHtml.of("<p style='" + style + "'>a</p>").html();
        assertThat(html).isEqualTo(safe == null ? "<p>a</p>" : "<p style=\"" + safe + "\">a</p>");
    }

    @Test
    void an_address_that_waits_is_the_web_s_in_any_case() {
        assertThat(SafeHtml.of("<img data-held-back='HTTPS://x.example/a'>").heldBack())
                .isEqualTo(1);
    }

    @Test
    void what_grows_too_long_when_it_is_made_safe_is_shown_as_text() {
        SafeHtml safe = SafeHtml.of("<a>x</a>".repeat(100_000));
        assertThat(safe.fallback()).isTrue();
        assertThat(safe.html()).startsWith("<pre>xxx");
    }

    @Test
    void what_is_too_long_is_shown_as_text_also_where_little_of_it_would_stay() {
        assertThat(SafeHtml.of("<p>a</p><!--" + "x".repeat(2_000_000) + "-->").fallback())
                .isTrue();
    }

    @Test
    void styles_of_any_length_are_read_to_a_bound() {
        String style = "color: red;".repeat(2_000);
        assertThat(SafeHtml.of("<p style='" + style + "'>a</p>").html().length())
                .isBetween(5_000, 12_000);
        assertThat(SafeHtml.of("<p style='font-family: " + "a".repeat(501) + "'>a</p>")
                        .html())
                .isEqualTo("<p>a</p>");
        assertThat(SafeHtml.of("<p style='font-family: " + "a".repeat(500) + "'>a</p>")
                        .html())
                .contains("aaa");
    }
}
