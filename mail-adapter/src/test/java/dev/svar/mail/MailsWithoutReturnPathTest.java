package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Not only mail systems send without a return path: programs that answer, forms and desks do so too. */
class MailsWithoutReturnPathTest {
    private static final String NOBODY = "Return-Path: <>\nFrom: Kim Lee <kim@customer.example>\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Subject: Automatic reply: [#4711] Delivery problem                | I am away until Monday.
            Subject: Abwesenheitsnotiz: Zustellung fehlgeschlagen             | Ich bin nicht da.
            Subject: Automatic reply: Order                                   | Kim left us. Your e-mail could not be delivered to Kim, write to bob@c.example.
            Subject: Automatic reply: Undeliverable                           | This is the mail system at host mx: 550 5.1.1 user unknown, it could not be delivered.
            Subject: Delivery problem                                         | My parcel has not arrived.
            Subject: Order 5 not delivered                                    | My parcel was not delivered. Write to kim2@c.example.
            Subject: Order                                                    | 500 pieces were not delivered.
            Subject: Re: Order [verify]                                       | Your message has not been delivered yet. Click here.
            Subject: Your message was quarantined                             | Your message to kim@gone.example was quarantined.
            Subject: [Ticket 5] Undelivered\\nX-OTRS-Loop: x                  | It could not be delivered: 550 5.1.1 user unknown
            Subject: away\\nX-Vacation: yes                                   | It could not be delivered: 550 5.1.1 user unknown
            Subject: Re: Order\\nIn-Reply-To: <a@x.example>                   | It could not be delivered: 550 5.1.1 user unknown
            Subject: Eingang                                                  | Diese Nachricht wurde automatisch erzeugt. Ticket 5 ist offen.
            """)
    void what_answers_or_is_written_by_a_person_is_no_bounce(String header, String text) {
        assertThat(inspect(NOBODY + header.replace("\\n", "\n"), text).isBounce())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This is the mail system at host mx.example. Something went wrong with kim@gone.example.
            It could not be delivered to kim@gone.example: 550 5.1.1 gone
            It could not be delivered to kim@gone.example. The other side said: 550 no such user
            It could not be delivered to kim@gone.example (#5.1.1)
            """)
    void a_mail_system_with_the_name_of_a_person_quotes_what_the_other_server_said(String text) {
        assertThat(inspect(NOBODY + "Subject: x", text).isBounce()).isTrue();
    }

    @Test
    void a_mail_system_with_the_name_of_a_person_returns_the_mail() {
        String parts = "--b\n\nIt could not be delivered to: <%s>\n--b\nContent-Type: message/rfc822\n\n"
                + "From: support@desk.example\nTo: kim@gone.example\nSubject: Order\n\nHello\n--b--\n";
        String header = NOBODY + "Subject: Mail\nContent-Type: multipart/mixed; boundary=b";

        assertThat(inspect(header, parts.replace("%s", "kim@gone.example")).isBounce())
                .isTrue();
        assertThat(inspect(header, parts.replace("%s", "lee@gone.example")).isBounce())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            From: MAILER-DAEMON@mx.example                             | kim@gone.example: 550 5.1.1 %         | true
            From: MAILER-DAEMON@mx.example                             | kim@gone.example - (#5.1.1)           | true
            From: postmaster@mx.example\\nReturn-Path: <>              | kim@gone.example '550 5.1.10 %'       | true
            From: postmaster@mx.example\\nAuto-Submitted: auto-replied | kim@gone.example '550 5.1.10 %'       | true
            From: postmaster@mx.example                                | kim@gone.example '550 5.1.10 %'       | false
            From: kim@mx.example                                       | kim@gone.example '550 5.1.10 %'       | false
            From: MAILER-DAEMON@mx.example                             | 550 5.1.1 %                           | false
            From: MAILER-DAEMON@mx.example                             | support@desk.example: 550 5.1.1 %     | false
            From: MAILER-DAEMON@mx.example                             | kim@gone.example 5.1.1 550            | false
            From: MAILER-DAEMON@mx.example\\nX-Autoreply: yes          | kim@gone.example: 550 5.1.1 %         | false
            From: MAILER-DAEMON@mx.example\\nIn-Reply-To: <a@x>\\nSubject: Re: a | kim@gone.example: 550 5.1.1 % | false
            """)
    void a_report_in_an_unknown_language_is_known_by_its_codes(String header, String text, boolean bounce) {
        MailReading reading = inspect(
                "To: support@desk.example\n" + header.replace("\\n", "\n"), text.replace("%", "slanje nije uspjelo"));
        assertThat(reading.isBounce()).isEqualTo(bounce);
    }

    private static MailReading inspect(String header, String text) {
        return MailInspector.standard().inspect((header + "\n\n" + text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
