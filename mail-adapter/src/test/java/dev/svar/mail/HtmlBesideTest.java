package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the plain form of an alternative tells nothing, its HTML does. */
class HtmlBesideTest {
    private static final String PLAIN = "It came,\nthank you.\n\n* the lamp\n\nDesk zot\n\nOrder 4711\n";
    private static final String HTML = "<div>It came, thank you.</div><ul><li>the <b>lamp</b></li></ul>"
            + "<blockquote type=cite><p>Order 4711</p></blockquote>";

    private static InboundMessage read(String header, String plain, String html) {
        return Mails.read("From: kim@c.example\nTo: support@desk.example\n" + header
                + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + plain
                + "\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\n");
    }

    private static String visible(String plain, String html) {
        return read("Subject: Re: Order\n", plain, html).visibleText();
    }

    @Test
    void the_thread_is_what_its_elements_hold() {
        InboundMessage mail = read("Subject: Re: Order\n", PLAIN, HTML);
        assertThat(mail.visibleText()).isEqualTo("It came,\nthank you.\n\n* the lamp");
        assertThat(mail.fullText()).isEqualTo(PLAIN.strip());
    }

    @Test
    void an_answer_below_or_within_stays() {
        String html = "<blockquote type=cite>Did it come?</blockquote><p>It did.</p><blockquote type=cite>Whole?"
                + "</blockquote><p>No.</p>";
        assertThat(visible("Did it come?\n\nIt did.\n\nWhole?\n\nNo.\n", html)).isEqualTo("It did.\nNo.");
    }

    @Test
    void text_that_only_the_plain_form_has_above_the_thread_stays() {
        assertThat(visible("Seen: yes\n\nIt came.\n\nOrder 4711", "<p>It came.</p><blockquote type=cite>Order 4711"))
                .isEqualTo("Seen: yes\n\nIt came.");
    }

    @Test
    void html_that_shows_what_the_plain_form_does_not_say_is_not_asked() {
        assertThat(visible(PLAIN, "<p>It went.</p>" + HTML)).isEqualTo(PLAIN.strip());
    }

    @Test
    void it_is_not_asked_of_mail_that_answers_nothing() {
        assertThat(read("Subject: Order\n", PLAIN, HTML).visibleText()).isEqualTo(PLAIN.strip());
        assertThat(read("Subject: Fwd: Order\nIn-Reply-To: <a@desk.example>\n", PLAIN, HTML)
                        .visibleText())
                .isEqualTo(PLAIN.strip());
    }

    @Test
    void it_is_not_asked_where_other_text_stands_beside_the_alternative() {
        InboundMessage mail = Mails.read("From: kim@c.example\nSubject: Re: Order\nContent-Type: multipart/mixed; "
                + "boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\n" + PLAIN
                + "\n--b\nContent-Type: text/html\n\n" + HTML + "\n--b--\n--m\n\nMore of it.\n--m--\n");
        assertThat(mail.visibleText()).endsWith("More of it.").contains("Order 4711");
    }

    @Test
    @Timeout(60)
    void lines_that_are_alike_everywhere_cost_no_more() {
        String plain = "aaa\n".repeat(200_000);
        String html = "<p>" + "aaa ".repeat(150_000) + "b</p><blockquote type=cite>a</blockquote>";
        assertThat(visible(plain, html)).isEqualTo(plain.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This message requires an HTML viewer.",
                "Your email client\ndoes not support HTML",
                "Please view this message in an HTML-capable mail client.",
            })
    void a_sentence_that_stands_for_the_html_is_not_read(String stub) {
        InboundMessage mail = read("Subject: Order\n", stub, "<p>Where is it?</p><p>Kim</p>");
        assertThat(mail.fullText()).isEqualTo("Where is it?\n\nKim");
        assertThat(mail.visibleText()).isEqualTo("Where is it?\n\nKim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is my order now?",
                "Where is my order",
                "Where is the order that I made? It is late.",
                "Where is the order that I made\n\nKim",
                "See the picture of it, Kim",
                "Ship it now.",
            })
    void a_sentence_that_says_the_same_or_more_is_read(String text) {
        assertThat(read("Subject: Order\n", text, "<p>Hi, where is my order now?</p><p>Kim</p>")
                        .fullText())
                .isEqualTo(text);
    }
}
