package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.message.MessageNature;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports that mail systems write in words of their own. */
class BouncesInWordsTest {
    private static final String DAEMON = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: %s\n\n";
    private static final Address LOST = Address.mail("lost@far.example");

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("qmail", daemon("failure notice") + """
                        Hi. This is the qmail-send program at mx.example.
                        I wasn't able to deliver your message to the following addresses.
                        This is a permanent error; I've given up.

                        <lost@far.example>:
                        192.0.2.7 does not like recipient.
                        Remote host said: 550 5.1.1 no such mailbox
                        Giving up on 192.0.2.7.

                        --- Below this line is a copy of the message.

                        Message-ID: <sent-1@desk.example>
                        From: support@desk.example
                        """, "5.1.1", true, BounceAction.FAILED),
                Arguments.of(
                        "exim",
                        daemon("Mail delivery failed: returning message to sender") + """
                        This message was created automatically by mail delivery software.

                        A message that you sent could not be delivered to one or more of its recipients.

                          lost@far.example
                            host mx.far.example [192.0.2.7]: 552 the mailbox
                            <lost@far.example> is over quota

                        ------ This is a copy of the message, including all the headers. ------

                        Message-ID: <sent-1@desk.example>
                        From: support@desk.example
                        """,
                        "5.2.2",
                        false,
                        BounceAction.FAILED),
                Arguments.of(
                        "exim, late",
                        daemon("Warning: message 1a-2b-3c delayed 24 hours") + """
                        A message that you sent has not yet been delivered to one or more of its
                        recipients after more than 24 hours on the queue on mx.example.

                          lost@far.example
                            Delay reason: 451 try again later

                        ------ This is a copy of the message headers. ------

                        Message-ID: <sent-1@desk.example>
                        From: support@desk.example
                        """,
                        "4.4.1",
                        false,
                        BounceAction.DELAYED),
                Arguments.of(
                        "domino",
                        daemon("DELIVERY FAILURE: User lost not listed") + """
                        Your message

                          Subject: Your question

                        was not delivered to:

                          lost@far.example

                        because:

                          User lost (lost@far.example) not listed in the directory

                        Original message follows.

                        Message-ID: <sent-1@desk.example>
                        From: support@desk.example
                        """,
                        "5.1.1",
                        true,
                        BounceAction.FAILED),
                Arguments.of(
                        "sendmail", daemon("Returned mail: Host unknown") + """
                           ----- Transcript of session follows -----
                        550 <lost@far.example>... Host unknown (no such domain)

                           ----- Unsent message follows -----
                        Message-ID: <sent-1@desk.example>
                        From: support@desk.example
                        """, "5.1.2", true, BounceAction.FAILED),
                Arguments.of(
                        "a mailbox that names it in a header",
                        "X-Failed-Recipients: lost@far.example\n" + daemon("Zustellung") + """
                        Es gab ein Problem. 550 5.7.1 message refused as spam

                        ----- Original message -----

                        Message-ID: <sent-1@desk.example>
                        From: support@desk.example
                        """,
                        "5.7.1",
                        false,
                        BounceAction.FAILED));
    }

    private static String daemon(String subject) {
        return DAEMON.replace("%s", subject);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void each_form_is_read(String name, String mail, String status, boolean hard, BounceAction action) {
        MailReading reading = inspect(mail);

        assertThat(reading.isBounce()).isTrue();
        BounceReport report = reading.bounce().orElseThrow();
        assertThat(report.originalMessageId()).contains("<sent-1@desk.example>");
        assertThat(report.recipients()).hasSize(1);
        BounceRecipient lost = report.recipients().get(0);
        assertThat(lost.address()).contains(LOST);
        assertThat(lost.action()).isEqualTo(action);
        assertThat(lost.status()).isEqualTo(status);
        assertThat(lost.hard()).isEqualTo(hard);
    }

    @Test
    void several_recipients_are_told_apart() {
        BounceReport report = inspect(daemon("Undelivered Mail") + """
                        This is the mail system at host mx.example.

                        <one@far.example>: host mx.far.example[192.0.2.7] said: 550 5.1.1
                            <one@far.example>: user unknown (in reply to RCPT TO command)

                        <two@far.example>: host mx.far.example[192.0.2.7] said: 452 4.2.2
                            mailbox full
                        """).bounce().orElseThrow();

        assertThat(report.recipients())
                .extracting(r -> r.address().orElseThrow().value() + " " + r.status() + " " + r.hard())
                .containsExactly("one@far.example 5.1.1 true", "two@far.example 4.2.2 false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            From: ola@customer.example           | Undelivered Mail  | This is the mail system at host mx. It could not be delivered.
            From: ola@customer.example           | Delivery failure  | My parcel could not be delivered, unable to deliver they say
            From: no-reply@parcels.example       | Delivery failed   | Your parcel could not be delivered
            Return-Path: <>\\nFrom: a@x.example  | Away              | I am away, my answer will be delayed
            From: postmaster@x.example           | A question        | Can you whitelist us?
            From: postmaster@x.example           | Delivery failed   | Our parcel was not delivered
            From: System Administrator <it@x.example> | Order 17     | Our parcel was not delivered
            From: Microsoft Outlook <kim@x.example>\\nIn-Reply-To: <a@x.example> | AW: Order | Your message to us: it was not delivered
            """)
    void people_and_other_machines_are_not_taken_for_it(String header, String subject, String text) {
        assertThat(inspect(header.replace("\\n", "\n") + "\nSubject: " + subject + "\n\n" + text + "\n")
                        .isBounce())
                .isFalse();
    }

    @Test
    void a_person_who_is_the_postmaster_opens_a_ticket_and_is_not_acknowledged() {
        MailVerdict verdict = inspect("From: postmaster@x.example\nSubject: Order\n\nOur parcel was not delivered\n")
                .verdict();
        assertThat(verdict.nature()).isInstanceOf(MessageNature.Human.class);
        assertThat(verdict.mayNotAnswer()).contains("nobody reads postmaster");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            From: postmaster@x.example                | This is the mail system at host mx. It could not be delivered.
            From: System Administrator <sa@x.example> | Your message did not reach some or all of the intended recipients.
            From: Kim <mailer-daemon@x.example>       | It could not be delivered.
            From: System Administrator <sa@x.example>\\nAuto-Submitted: auto-replied | It could not be delivered.
            """)
    void more_than_a_name_shows_that_a_mail_system_wrote_it(String header, String text) {
        assertThat(inspect(header.replace("\\n", "\n") + "\nSubject: x\n\n" + text + "\n")
                        .isBounce())
                .isTrue();
    }

    @Test
    void a_person_who_quotes_such_a_report_is_no_bounce() {
        assertThat(inspect("From: ola@customer.example\nSubject: Fwd: failure notice\n\n"
                                + "> Hi. This is the qmail-send program\n> unable to deliver\n> <a@far.example>:\n")
                        .isBounce())
                .isFalse();
    }

    @Test
    void a_complaint_is_feedback_and_no_bounce() {
        MailReading reading = inspect("""
                From: fbl@provider.example
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b

                Somebody complained.
                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                --b--
                """);

        assertThat(reading.isBounce()).isFalse();
        assertThat(reading.verdict().feedback()).isTrue();
        assertThat(reading.verdict().mayNotAnswer()).isPresent();
    }

    private static MailReading inspect(String mail) {
        return MailInspector.standard().inspect(mail.getBytes(StandardCharsets.UTF_8));
    }
}
