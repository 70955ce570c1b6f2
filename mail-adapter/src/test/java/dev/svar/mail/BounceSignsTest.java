package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must come together before a mail without a form that programs read is taken for a report, and what speaks against it. */
class BounceSignsTest {
    private static final String OPENING =
            "This is the mail system at host mx.far.example. Your mail could not be delivered.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Return-Path: <>\\nFrom: a@x.example                              | x       | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: < >\\nFrom: a@x.example                             | x       | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <MAILER-DAEMON@x.example>\\nFrom: a@x.example       | x       | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: a@x.example                              | x       | mx rejected your message to the following addresses: lost@far.example
            From: MAILER-DAEMON@x.example                                    | x       | lost@far.example: user unknown
            X-Failed-Recipients: lost@far.example\\nFrom: a@x.example        | x       | It could not be delivered.
            X-Failed-Recipients: lost@far.example\\nReturn-Path: <>\\nFrom: a@x.example | x | Sorry.
            From: postmaster@x.example                                       | x       | It could not be delivered.\\n<<< RCPT TO:<lost@far.example>
            X: no sender                                                     | x       | This is the mail system at host mx. It could not be delivered.
            From: MAILER-DAEMON@x.example\\nIn-Reply-To: <a@x.example>       | Order   | lost@far.example: user unknown
            From: MAILER-DAEMON@x.example                                    | Re: Order | lost@far.example: user unknown
            Return-Path: <>\\nFrom: postmaster@x.example\\nX-Loop: x          | Undeliverable: Order | <kim@gone.example>: 550 5.1.1 user unknown
            Return-Path: <>\\nFrom: postmaster@x.example\\nX-Autoreply: yes | Undeliverable: Order | <kim@gone.example>: 550 5.1.1 user unknown
            Return-Path: <>\\nFrom: postmaster@x.example\\nPrecedence: auto_reply | Undeliverable: Order | <kim@gone.example>: 550 5.1.1 user unknown
            Return-Path: <>\\nFrom: a@x.example\\nReply-To: no-reply@x.example | x    | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: a@x.example\\nReply-To: mailer-daemon@x.example | x | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: postmaster@x.example\\nReply-To: kim@x.example | x | It could not be delivered: 550 5.1.1 lost@far.example
            From: MAILER-DAEMON@x.example\\nReply-To: kim@x.example          | x       | lost@far.example: user unknown
            Return-Path: <>\\nFrom: postmaster@x.example\\nReply-To: kim@c.example | x | It could not be delivered: 550 5.1.1 lost@far.example
            From: mta@x.example                                              | Order   | lost@far.example: user unknown
            From: mail-mta@x.example                                         | Order   | lost@far.example: user unknown
            From: news_bounces@x.example                                     | Order   | lost@far.example: user unknown
            From: Mail Administrator <it@x.example>                          | Order   | Your message did not reach some or all of the intended recipients.
            Return-Path: <>\\nFrom: Mail Delivery System <www-data@mx.example> | x     | This message was created automatically by mail delivery software. lost@far.example: user unknown
            Return-Path: <>\\nFrom: Mail Delivery System <mail@mx.example>\\nTo: it@desk.example\\nReply-To: support@desk.example | x | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: Mail Delivery Subsystem <x@mx.example>\\nReply-To: help@mx.example | x | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: a@x.example\\nX-Mailer: PHPMailer 6.9.1 | x       | This is the mail system at host mx. It could not be delivered. lost@far.example: user unknown
            """)
    void a_sender_that_is_a_system_or_nobody_and_words_make_a_report(String header, String subject, String text) {
        assertThat(isBounce(header, subject, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Failed-Recipients: lost@far.example\\nFrom: a@x.example        | Order   | Where is my parcel?
            From: postmaster@x.example                                       | Our log | <<< RCPT TO:<lost@far.example>\\n250 fine
            From: MAILER-DAEMON@x.example\\nIn-Reply-To: <a@x.example>       | Re: Order | lost@far.example: user unknown
            From: MAILER-DAEMON@x.example\\nIn-Reply-To: <a@x.example>       | AW: Order | lost@far.example: user unknown
            Return-Path: <>\\nFrom: a@x.example                              | Order   | lost@far.example: user unknown
            Return-Path: <>\\nFrom: a@x.example                              | x       | It could not be delivered.
            Return-Path: <>\\nFrom: a@x.example                              | Undelivered: Order | Sorry.
            Auto-Submitted: no\\nFrom: postmaster@x.example                  | Order   | Our parcel could not be delivered
            X: no sender                                                     | Order   | > This is the mail system at host mx. It could not be delivered.
            From: Mamta <mamta@x.example>                                    | Order   | My parcel to lost@far.example: user unknown
            From: samta@x.example                                            | Order   | It could not be delivered.
            Return-Path: <>\\nFrom: a@x.example\\nX-Autoreply: yes            | Order   | It could not be delivered.
            Return-Path: <>\\nFrom: a@x.example                              | Automatic reply: Order | It could not be delivered: 550 5.1.1 lost@far.example
            X: no sender                                                     | Order   | My parcel could not be delivered.
            Sender: kari@x.example                                           | Order   | This is the mail system at host mx. It could not be delivered.
            Return-Path: <>\\nFrom: a@x.example\\nReply-To: Kim <kim@c.example> | Order | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: Mail Delivery Ltd <a@x.example>\\nReply-To: kim@c.example | Order | Undeliverable: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: Mail Delivery Ltd <a@x.example>\\nReply-To: kim@c.example | Order | lost@far.example: 550 5.1.1 x
            Return-Path: <>\\nFrom: a@x.example\\nX-Mailer: PHPMailer 6.9.1 | Order   | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: a@x.example\\nX-PHP-Script: shop/mail.php | Order | It could not be delivered: 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: kim@c.example                          | Order   | Name: Kim\\nE-Mail: kim@c.example\\nText: undeliverable, 550 5.1.1 lost@far.example
            Return-Path: <>\\nFrom: a@x.example                              | Alert   | 452 4.3.1 Disk full on mx1, mail could not be delivered
            Return-Path: <>\\nFrom: Shop <www-data@x.example>               | Order   | It could not be delivered: 550 5.1.1 lost@far.example
            From: postmaster@x.example\\nIn-Reply-To: <a@x.example>          | Antw: Order | This is the mail system at host mx. It could not be delivered.
            """)
    void one_of_them_alone_does_not(String header, String subject, String text) {
        assertThat(isBounce(header, subject, text)).isFalse();
    }

    @Test
    void a_postmaster_who_tells_of_a_report_further_down_is_a_person() {
        String story = "I am the postmaster here, and one of our people asked me about a letter. ".repeat(10);
        assertThat(isBounce("From: postmaster@x.example", "A letter", story + OPENING))
                .isFalse();
        assertThat(isBounce("From: postmaster@x.example", "A letter", OPENING + story))
                .isTrue();
    }

    @Test
    void what_stands_at_the_end_of_a_long_mail_that_nobody_sent_makes_no_report_of_it() {
        String news = "We have new lamps, and this is what they look like in the evening. ".repeat(50);
        assertThat(isBounce("Return-Path: <>\nFrom: news@x.example", "News", news + "\nIt could not be delivered."))
                .isFalse();
    }

    private static boolean isBounce(String header, String subject, String text) {
        String mail = header + "\nSubject: " + subject + "\n\n" + text + "\n";
        return MailInspector.standard()
                .inspect(mail.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8))
                .isBounce();
    }
}
