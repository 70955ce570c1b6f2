package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.message.Attachment;
import dev.svar.message.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailBodyTest {
    private static final String HEAD = "From: a@x.example\nMIME-Version: 1.0\n";

    @Test
    void of_alternatives_the_plain_text_is_read_and_the_html_is_kept() {
        InboundMessage mail = Mails.read(HEAD + """
                Content-Type: multipart/alternative; boundary="b"

                preamble
                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                caf=C3=A9 and =
                more
                --b
                Content-Type: text/html

                <p>caf&eacute;</p>
                --b--
                epilogue
                """);
        assertThat(mail.fullText()).isEqualTo("café and more");
        assertThat(mail.html()).contains("<p>café</p>");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void html_alone_becomes_readable_text() {
        InboundMessage mail = Mails.read(HEAD + """
                Content-Type: text/html

                <html><head><title>no</title><style>p {}</style></head><body><p>Hello&nbsp;<b>you</b>,</p>
                <ul><li>one</li><li>two <a href="https://x.example/y">here</a></li></ul>
                <div>last<br>line</div><a href="https://x.example/">https://x.example</a>
                <script>no()</script><blockquote>quoted<br>twice</blockquote></body></html>
                """);
        assertThat(mail.fullText())
                .isEqualTo("Hello you,\n\n- one\n- two here (https://x.example/y)\n\nlast\nline\nhttps://x.example\n"
                        + "> quoted\n> twice");
        assertThat(mail.visibleText()).endsWith("https://x.example");
    }

    @Test
    void files_come_with_clean_names_and_their_bytes() {
        InboundMessage mail = Mails.read(HEAD + """
                Content-Type: multipart/mixed; boundary=b

                --b

                See these.
                --b
                Content-Type: image/png; name="logo.png"
                Content-ID: <logo@x>
                Content-Disposition: inline
                Content-Transfer-Encoding: base64

                AQIDBA==
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf

                %PDF
                --b
                Content-Type: message/rfc822

                From: c@x.example
                Subject: =?utf-8?Q?Old:_case?=
                Content-Type: multipart/mixed; boundary=inner

                --inner

                inner text
                --inner--
                --b--
                """);
        assertThat(mail.fullText()).isEqualTo("See these.");
        assertThat(mail.attachments())
                .extracting(Attachment::name, Attachment::contentType, Attachment::contentId)
                .containsExactly(
                        tuple("logo.png", "image/png", Optional.of("logo@x")),
                        tuple("résumé.pdf", "application/pdf", Optional.empty()),
                        tuple("Old case.eml", "message/rfc822", Optional.empty()));
        assertThat(mail.contents().get(0).bytes()).containsExactly(1, 2, 3, 4);
        assertThat(new String(mail.contents().get(2).bytes(), Charsets.WINDOWS_1252))
                .startsWith("From: c@x.example")
                .contains("inner text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C:\\dir\\x.txt      | x.txt
            ../../etc/passwd    | passwd
            a\u202Etxt.exe      | atxt.exe
            ' '                 | ''
            ..                  | ''
            a\tb.txt            | a b.txt
            """)
    void names_of_files_are_plain(String name, String expected) {
        assertThat(AttachmentName.clean(name)).isEqualTo(expected);
    }

    @Test
    void long_names_keep_their_extension() {
        assertThat(AttachmentName.clean("n".repeat(500) + ".pdf")).hasSize(200).endsWith("n.pdf");
    }

    @Test
    void parameters_may_be_continued() {
        HeaderValue value = HeaderValue.parse(
                "attachment; filename*0*=utf-8'nb'bl%C3%A5; filename*1=\"b\\\"r.txt\"; size=\"3; x=4\"");
        assertThat(value.parameter("filename")).contains("blåb\"r.txt");
        assertThat(value.parameter("size")).contains("3; x=4");
        assertThat(value.parameter("x")).isEmpty();
    }

    @Test
    void flowed_text_is_joined() {
        String flowed = "one \ntwo\n> quoted \n> on\n-- \nme\n";
        assertThat(FlowedText.unfold(flowed, false)).isEqualTo("one two\n> quoted on\n-- \nme\n");
        assertThat(Mails.read(HEAD + "Content-Type: text/plain; format=flowed\n\none \ntwo")
                        .fullText())
                .isEqualTo("one two");
    }

    @Test
    void a_wrong_or_missing_boundary_does_not_hide_the_text() {
        String wrong = HEAD + "Content-Type: multipart/mixed; boundary=other\n\n--real\nContent-Type: text/plain\n\n"
                + "Hello\n--real--\n";
        assertThat(Mails.read(wrong).fullText()).isEqualTo("Hello");
        assertThat(Mails.read(HEAD + "Content-Type: multipart/mixed\n\nJust text\n")
                        .fullText())
                .isEqualTo("Just text");
        assertThat(Mails.read(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nnever ended")
                        .fullText())
                .isEqualTo("never ended");
    }

    @Test
    void a_mail_that_forgot_the_blank_line_has_a_body_all_the_same() {
        assertThat(Mails.read("From: a@x.example\nSubject: s\nThis is text\nand more\n")
                        .fullText())
                .isEqualTo("This is text\nand more");
    }

    @Test
    void the_pieces_of_preformatted_html_are_the_text() {
        for (String html : new String[] {
            "<pre>a\r\n b</pre>", "<pre>a&#13;&#10; b</pre>", "<pre>a&#13; b</pre>", "<pre>a\n b&#1;</pre>"
        }) {
            MailReading mail = MailInspector.standard()
                    .inspect((HEAD + "Content-Type: text/html\r\n\r\n" + html).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(mail.fullText()).isEqualTo("a\n b");
            assertThat(mail.reply().text()).isEqualTo("a\n b");
            assertThat(ReplySplitter.ofHtml(html, "").visible()).isEqualTo("a\n b");
        }
    }
}
