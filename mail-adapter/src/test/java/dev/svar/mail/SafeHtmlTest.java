package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            <p>Hello <b>Kim</b></p>                               | <p>Hello <b>Kim</b></p>
            <p onclick="x()">a</p>                                | <p>a</p>
            <script>x()</script>a                                 | a
            <style>p{}</style><p>a</p>                            | <p>a</p>
            <iframe src="https://x.example">b</iframe>a           | a
            <svg><script>x()</script><text>b</text></svg>a        | a
            <math><mtext><style><img src=x onerror=y></style></mtext></math>a | a
            <form action="https://x.example"><input value="b">a</form> | a
            <o:p>a</o:p>                                          | a
            <!-- b -->a                                           | a
            <p id="top" class="a mail-b">c</p>                    | <p id="mail-top" class="mail-a mail-b">c</p>
            <a href="#top">a</a>                                  | <a href="#mail-top" rel="noopener noreferrer nofollow" target="_blank">a</a>
            <a href="mailto:a@x.example">a</a>                    | <a href="mailto:a@x.example" rel="noopener noreferrer nofollow" target="_blank">a</a>
            <a href="https://x.example/?a=1&amp;b=2" target="_top">a</a> | <a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">a</a>
            <td>a</td>                                            | a
            <table bgcolor="#fff"><tr><td colspan="2">a</td></tr></table> | <table bgcolor="#fff"><tbody><tr><td colspan="2">a</td></tr></tbody></table>
            <img src="cid:a@b" alt="c">                           | <img alt="c" src="cid:a@b">
            <img src="data:image/png;base64,AAAA">                | <img src="data:image/png;base64,AAAA">
            <img src="data:image/svg+xml;base64,AAAA">            | <img>
            <img src="https://x.example/a.png" srcset="https://x.example/b.png 2x"> | <img data-held-back="https://x.example/a.png">
            <img src="//x.example/a.png">                         | <img data-held-back="https://x.example/a.png">
            <img src="file:///etc/passwd">                        | <img>
            <img data-held-back="javascript:x()">                 | <img>
            <body bgcolor="black" text="white">a</body>           | <div style="background-color: black; color: white">a</div>
            """)
    void what_is_harmless_stays_and_the_rest_is_gone(String html, String safe) {
        assertThat(SafeHtml.of(html).html()).isEqualTo(safe);
        assertThat(SafeHtml.of(safe).html()).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            color: red; font-size:12px                | color: red; font-size: 12px
            COLOR: rgb(1, 2, 3)                       | color: rgb(1, 2, 3)
            font-family: "Segoe UI", Arial            | font-family: "Segoe UI", Arial
            margin: 0 0 1em 0                         | margin: 0 0 1em 0
            margin-top: -500px                        |
            text-indent: -500px                       |
            text-shadow: 0 -400px red                 |
            letter-spacing: -50px                     |
            vertical-align: 600px                     |
            vertical-align: middle                    | vertical-align: middle
            position: fixed                           |
            background: url(https://x.example/a)      |
            background-color: url(https://x.example)  |
            border-image: url(https://x.example)      |
            width: expression(alert)                  |
            color: var(--x)                           |
            color: r\\65 d                            |
            color: red/**/                            |
            behavior: x                               |
            -moz-binding: x                           |
            color                                     |
            """)
    void of_a_style_stays_what_changes_the_look_of_the_element_alone(String style, String safe) {
        Element p = Jsoup.parse(SafeHtml.of("<p style='" + style + "'>a</p>").html())
                .selectFirst("p");
        assertThat(p.attr("style")).isEqualTo(safe == null ? "" : safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:x()",
                "JaVaScRiPt:x()",
                "java\tscript:x()",
                " javascript:x()",
                "&#106;avascript:x()",
                "data:text/html,x",
                "vbscript:x",
                "file:///x",
                "about:blank",
                "relative"
            })
    void links_lead_to_the_web_a_mail_address_or_a_telephone_only(String address) {
        assertThat(SafeHtml.of("<a href=\"" + address + "\">a</a>").html()).doesNotContain("href");
    }

    @Test
    void pictures_of_the_mail_are_shown_from_where_the_host_keeps_them() {
        SafeHtml safe =
                SafeHtml.of("<img src=\"cid:logo@x\"><img src='CID:none'><img src='https://x.example/a b.png'>");
        assertThat(safe.contentIds()).containsExactlyInAnyOrder("logo@x", "none");
        assertThat(safe.heldBack()).isEqualTo(1);
        String shown = safe.show(id -> Optional.of(id).filter("logo@x"::equals).map(i -> URI.create("/files/17")));
        assertThat(shown)
                .isEqualTo("<img src=\"/files/17\"><img src=\"cid:none\">"
                        + "<img data-held-back=\"https://x.example/a%20b.png\">");
    }

    @Test
    void pictures_from_elsewhere_are_shown_if_the_host_says_where_to_load_them_from() {
        PictureSource proxy = new PictureSource() {
            @Override
            public Optional<URI> attached(String contentId) {
                return Optional.empty();
            }

            @Override
            public Optional<URI> elsewhere(URI address) {
                return Optional.of(URI.create("https://proxy.example/?u=" + address.getHost()));
            }
        };
        assertThat(SafeHtml.of("<img src='http://x.example/a'>").show(proxy))
                .isEqualTo("<img src=\"https://proxy.example/?u=x.example\">");
    }

    @Test
    void whatever_would_load_something_is_counted() {
        String html = "<table background='https://x.example'><tr><td style='background-image:url(https://x.example)'>a"
                + "<iframe src='https://x.example'></iframe></table>";
        assertThat(SafeHtml.of(html).heldBack()).isEqualTo(3);
    }

    @Test
    void of_markup_that_is_too_deep_the_text_is_shown_and_said_to_be_that() {
        SafeHtml safe = SafeHtml.of("<div>".repeat(SafeHtml.MAX_DEPTH + 2) + "a &lt; <script>b</script>");
        assertThat(safe.fallback()).isTrue();
        assertThat(safe.html()).isEqualTo("<pre>a &lt;</pre>");
        assertThat(SafeHtml.of("<div>".repeat(200_000)).fallback()).isTrue();
        assertThat(SafeHtml.of("<p>" + "a".repeat(2_000_001)).fallback()).isTrue();
    }

    @Test
    void a_desk_gets_safe_html_and_none_of_what_it_could_only_get_as_text() {
        String head = "From: a@x.example\nSubject: s\nContent-Type: text/html\n\n";
        InboundMessage mail = Mails.read(head + "<p onclick='x()'>Hello</p><script>x()</script>");
        assertThat(mail.html()).contains("<p>Hello</p>");
        assertThat(Mails.read(head + "<div>".repeat(400) + "Hello").html()).isEmpty();
    }

    @Test
    void no_mixture_of_markup_leads_to_anything_that_is_not_on_the_list() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> bits = List.of(
                "<",
                ">",
                "\"",
                "'",
                "/",
                "=",
                " ",
                "a",
                "&lt;",
                "&#0;",
                "\0",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "<img src=x onerror=alert(1)>",
                "<svg>",
                "</svg>",
                "<math>",
                "<mtext>",
                "<mglyph>",
                "<style>",
                "</style>",
                "<title>",
                "</title>",
                "<noscript>",
                "</noscript>",
                "<template>",
                "<select>",
                "<table>",
                "<p>",
                "</p>",
                "<br>",
                "<a href=",
                "javascript:alert(1)",
                "<script>",
                "</script>",
                "style=",
                "url(x)",
                "<iframe srcdoc=",
                "<base href=javascript:>",
                "<form>",
                "<plaintext>",
                "<xmp>",
                "<frameset>",
                "<image src=x>",
                "id=a",
                "<body onload=x>",
                "<html onload=x>");
        for (int round = 0; round < 3_000; round++) {
            StringBuilder html = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                html.append(bits.get(random.nextInt(bits.size())));
            }
            String safe = SafeHtml.of(html.toString()).html();
            String said = "seed " + seed + ": " + html;
            for (Element element :
                    Jsoup.parseBodyFragment(safe).body().children().select("*")) {
                assertThat(SafeMarkup.LIST.isSafeTag(element.normalName()))
                        .as(said)
                        .isTrue();
                for (Attribute attribute : element.attributes()) {
                    assertThat(attribute.getKey()).as(said).doesNotStartWith("on");
                    assertThat(attribute.getValue().toLowerCase(Locale.ROOT).strip())
                            .as(said)
                            .doesNotStartWith("javascript:");
                }
            }
        }
    }
}
