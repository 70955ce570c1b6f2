package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.message.ForwardedMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardReaderTest {
    private static Optional<ForwardedMessage> forwarded(String subject, String text) {
        String mail = "From: lars@agents.example\nTo: support@desk.example\nSubject: " + subject
                + "\nContent-Type: text/plain; charset=utf-8\n\n" + text;
        return Mails.read(mail.getBytes(StandardCharsets.UTF_8)).forwarded();
    }

    @Test
    void the_writer_and_the_text_of_a_forward_by_gmail() {
        assertThat(forwarded("Fwd: Where is it?", """
                Can you take this one?

                ---------- Forwarded message ---------
                From: Ola Hansen <ola@kunde.example>
                Date: Thu, 26 Nov 2026 at 10:11
                Subject: Where is it?
                To: <lars@agents.example>

                Where is my parcel?

                Ola
                """))
                .contains(new ForwardedMessage(
                        Address.mail("ola@kunde.example"), "Ola Hansen", "Where is my parcel?\n\nOla"));
    }

    @Test
    void the_writer_of_a_forward_by_outlook_in_german() {
        assertThat(forwarded("WG: Rechnung", """
                Von: Anna Muster <anna@kunde.example>
                Gesendet: Donnerstag, 26. November 2026 10:11
                An: lars@agents.example
                Betreff: Rechnung

                Die Rechnung ist falsch.
                """))
                .map(ForwardedMessage::from)
                .contains(Address.mail("anna@kunde.example"));
    }

    @Test
    void the_writer_of_a_forward_with_wide_colons() {
        assertThat(forwarded("转发：发票", """
                发件人：Anna <anna@kunde.example>
                发送时间：2026年11月26日 10:11
                收件人：lars@agents.example
                主题：发票

                发票有误。
                """))
                .contains(new ForwardedMessage(Address.mail("anna@kunde.example"), "Anna", "发票有误。"));
    }

    @Test
    void an_answer_forwards_nothing() {
        assertThat(forwarded("Re: Where is it?", """
                On its way.

                On Thu, 26 Nov 2026 at 10:11, Ola Hansen <ola@kunde.example> wrote:
                > Where is my parcel?
                """)).isEmpty();
    }

    @Test
    void a_forward_that_names_nobody_is_none() {
        assertThat(forwarded("Fwd: news", "---------- Forwarded message ---------\nSubject: news\n\ntext\n"))
                .isEmpty();
    }
}
