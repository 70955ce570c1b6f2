package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail that answers nothing holds below lines that look like the beginning of a thread belongs to it. */
class FirstMailTest {
    private static final String REFUSED = """
            Hello, my mail

            From: kim@c.example
            To: sales@example.com
            Date: Tue, 5 Mar 2024 10:12:33 +0100
            Subject: offer

            was refused. Please tell me why.""";

    private static String visible(String header, String text) {
        return Mails.read("From: kim@c.example\nTo: support@desk.example\n" + header
                        + "Content-Type: text/plain; charset=utf-8\n\n" + text + "\n")
                .visibleText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REFUSED,
                "Your colleague told me:\n\nOn Tue, Mar 5, 2024 at 10:12 AM Ola Vik <ola@example.com> wrote:\n\n"
                        + "We will refund you.\n\nPlease refund now.",
                "Please look:\n\nMar 5 10:12:33 2024 host sshd: Failed from kim@c.example:\nport 22\n\nWhat is that?",
                "Please send\n\nSent from my iPhone\n\n2 shoes size 40\n1 hat\n3 socks\n4 shirts",
                "Is it so?\n\n"
                        + "  On Tue, 5 Mar 2024 at 10:12, Desk<d@desk.example> wrote:   we refund\n\n"
                        + "Answer, please.",
            })
    void nothing_is_lost_of_it(String text) {
        String last = text.substring(text.lastIndexOf('\n') + 1);
        assertThat(visible("Subject: Refund\n", text)).contains(last);
        assertThat(visible("Subject: Re: Refund\n", text)).doesNotContain(last);
    }

    @Test
    void what_it_passes_on_is_a_forward() {
        String text = visible("Subject: Refused\n", REFUSED);
        assertThat(text).isEqualTo(REFUSED);
        MailReading reading =
                MailInspector.standard().inspect(Mails.raw("From: kim@c.example\nSubject: Refused\n\n" + REFUSED));
        assertThat(reading.reply().text(SplitReply.Kind.FORWARDED)).startsWith("From: kim@c.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Refused\nIn-Reply-To: <a@desk.example>\n",
                "Subject: Refused\nReferences: <a@desk.example>\n",
                "Subject: Refused\nThread-Index: AdpvNzKsQ2hvc2VuIGJ5IHRoZSB0ZXN0AAAAAQ==\n",
                "Subject: Re: Refused\n",
                "Subject: AW: Refused\n",
                "Subject: [Desk 4711] RE[2]: Refused\n",
                "Subject: Extern: SV: Refused\n",
                "Subject: =?utf-8?B?5Zue5aSN77yaUmVmdXNlZA==?=\n",
                "",
            })
    void one_that_answers_or_does_not_say_is_split(String header) {
        assertThat(visible(header, REFUSED)).isEqualTo("Hello, my mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Question re: refused\n",
                "Subject: Refused: why\n",
                "Subject: Refused\nThread-Index: AdpvNzKsQ2hvc2VuIGJ5IHRoZSB0ZQ==\n",
                "Subject: Refused\nIn-Reply-To:\n",
            })
    void one_that_begins_a_conversation_is_not(String header) {
        assertThat(visible(header, REFUSED)).isEqualTo(REFUSED);
    }

    @Test
    void the_header_of_a_mail_that_came_back_is_nothing_that_is_passed_on() {
        MailReading reading = MailInspector.standard().inspect(Mails.raw("""
                From: MAILER-DAEMON@mx.example
                Return-Path: <>
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                It could not be delivered.

                From: Desk <d@desk.example>
                Date: Tue, 5 Mar 2024 10:12:33 +0100
                To: kim@gone.example
                Subject: Order 4711
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; kim@gone.example
                Action: failed
                Status: 5.1.1
                --b--
                """));
        assertThat(reading.isBounce()).isTrue();
        assertThat(reading.reply().text(SplitReply.Kind.FORWARDED)).isEmpty();
    }

    @Test
    void what_is_marked_is_a_quote_all_the_same() {
        String quote =
                "Is it so?\n\nOn Tue, Mar 5, 2024 at 10:12 AM Ola Vik <ola@example.com> wrote:\n\n> We refund.\n";
        assertThat(visible("Subject: Refund\n", quote)).isEqualTo("Is it so?");
        assertThat(visible("Subject: Refund\n", "Is it so?\n\n-----Original Message-----\nWe refund."))
                .isEqualTo("Is it so?");
    }
}
