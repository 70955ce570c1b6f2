package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceReaderTest {
    private static final String HEAD = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            Auto-Submitted: auto-replied
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b

            It did not work.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            """;
    private static final String ORIGINAL = """
            --b
            Content-Type: message/rfc822

            Message-ID: <delivery-17@desk.example>
            From: support@desk.example

            Hello
            --b--
            """;

    @Test
    void reads_every_recipient_and_the_original_mail() {
        MessageNature.Bounce bounce = bounce(HEAD + """
                Final-Recipient: rfc822; full@x.example
                Original-Recipient: rfc822;Alias@x.example
                Action: failed
                Status: 5.2.2
                Diagnostic-Code: smtp; 552 5.2.2 mailbox
                    is full

                Final-Recipient: rfc822; late@y.example
                Action: delayed
                Status: 4.4.1 (no answer)

                Final-Recipient: rfc822; fine@z.example
                Action: relayed
                Status: 2.0.0
                """ + ORIGINAL);
        assertThat(bounce.originalMessageId()).contains("<delivery-17@desk.example>");
        assertThat(bounce.recipients())
                .isEqualTo(List.of(
                        new BouncedRecipient(
                                Address.mail("alias@x.example"), "5.2.2", true, false, "552 5.2.2 mailbox is full"),
                        new BouncedRecipient(Address.mail("late@y.example"), "4.4.1", false, false, "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Action: failed/Status: 5.0.0/Diagnostic-Code: smtp; 550 5.1.1 unknown | 5.1.1 | true
            Action: failed/Status: 5.2.1/Diagnostic-Code: smtp; 550 5.1.1 unknown | 5.1.1 | true
            Action: failed/Diagnostic-Code: smtp; 550 no such user at 10.5.1.1    | 5.1.1 | true
            Status: 5.1.1                                                         | 5.1.1 | true
            Status: 4.2.2                                                         | 4.2.2 | false
            Action: Failed (permanent)/Status: 4.4.7                              | 4.4.7 | true
            """)
    void reads_status_and_action(String fields, String status, boolean failed) {
        BouncedRecipient recipient = bounce(
                        HEAD + "Final-Recipient: rfc822; a@x.example\n" + fields.replace('/', '\n') + "\n" + ORIGINAL)
                .recipients()
                .get(0);
        assertThat(recipient.status()).isEqualTo(status);
        assertThat(recipient.failed()).isEqualTo(failed);
    }

    @Test
    void the_original_mail_may_be_its_header_only() {
        String headers =
                ORIGINAL.replace("message/rfc822", "text/rfc822-headers").replace("\n\nHello", "");
        assertThat(bounce(HEAD + "Final-Recipient: rfc822; a@x.example\nAction: failed\n" + headers)
                        .originalMessageId())
                .contains("<delivery-17@desk.example>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rfc822; a@x.example                    | a@x.example
            RFC822;<a@x.example>                   | a@x.example
            rfc822; sales+2B17@x.example           | sales+17@x.example
            utf-8; \\x{E5}se@x.example           | åse@x.example
            utf-8; åse@x.example                   | åse@x.example
            """)
    void reads_addresses_of_every_type(String field, String address) {
        byte[] raw =
                (HEAD + "Final-Recipient: " + field + "\nAction: failed\n" + ORIGINAL).getBytes(StandardCharsets.UTF_8);
        assertThat(((MessageNature.Bounce) Mails.read(raw).nature())
                        .recipients()
                        .get(0)
                        .address())
                .isEqualTo(Address.mail(address));
    }

    @Test
    void a_report_of_success_is_no_bounce() {
        InboundMessage mail = Mails.read(
                HEAD + "Final-Recipient: rfc822; a@x.example\nAction: delivered\nStatus: 2.0.0\n" + ORIGINAL);
        assertThat(mail.nature()).isEqualTo(new MessageNature.AutomaticReply("it is a report about a delivery"));
    }

    @Test
    void a_person_who_forwards_a_bounce_is_a_person() {
        InboundMessage mail =
                Mails.read("From: a@x.example\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\nLook!\n--m\n"
                        + "Content-Type: message/rfc822\n\n" + HEAD + ORIGINAL + "--m--\n");
        assertThat(mail.nature()).isEqualTo(new MessageNature.Human());
    }

    @Test
    void a_person_who_attaches_the_parts_of_a_bounce_is_a_person() {
        InboundMessage mail = Mails.read("From: a@x.example\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\n"
                + "Why did I get this?\n--m\nContent-Type: message/delivery-status\n\n"
                + "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; b@y.example\nAction: failed\n"
                + "Status: 5.1.1\n--m--\n");
        assertThat(mail.nature()).isEqualTo(new MessageNature.Human());
    }

    private static MessageNature.Bounce bounce(String mail) {
        return (MessageNature.Bounce) Mails.read(mail).nature();
    }
}
