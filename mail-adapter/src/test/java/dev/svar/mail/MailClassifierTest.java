package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailClassifierTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Nothing: 1                                        | person |
            Auto-Submitted: no                                  | person |
            Auto-Submitted: auto-replied (vacation)             | reply  | Auto-Submitted: auto-replied
            Auto-Submitted: Auto-Replied; owner-email=x         | reply  | Auto-Submitted: auto-replied
            Auto-Submitted: auto-generated                      | bulk   | Auto-Submitted: auto-generated
            Auto-Submitted: auto-generated/In-Reply-To: <a@b>   | reply  | Auto-Submitted: auto-generated
            X-Autoreply: yes                                    | reply  | it has the header field x-autoreply
            X-Autorespond: out                                  | reply  | it has the header field x-autorespond
            X-Autoreply: no                                     | person |
            Precedence: auto_reply                              | reply  | Precedence: auto_reply
            Precedence: Bulk                                    | bulk   | Precedence: bulk
            Precedence: list                                    | bulk   | it came over a mailing list
            Precedence: list/List-Id: <g.x.example>/List-Post: <mailto:g@x.example> | person | it came over a mailing list
            Precedence: list/Mailing-list: list g@x.example; contact g+owner@x.example | person | it came over a mailing list
            List-Post: NO                                       | bulk   | it came over a mailing list
            List-Post: <mailto:l@x.example>/Feedback-ID: 1      | bulk   | it came over a mailing list
            List-Post: <mailto:l@x.example>/X-GitHub-Reason: mention | bulk | it has the header field x-github-reason
            Precedence: junk                                    | bulk   | Precedence: junk
            Precedence: normal                                  | person |
            List-Id: <l.x.example>                              | bulk   | it came over a mailing list
            List-Post: <mailto:l@x.example>                     | person | it came over a mailing list
            List-Unsubscribe: <https://x.example>               | person |
            List-Unsubscribe: <https://x.example>/Precedence: x | bulk   | it offers to unsubscribe
            Return-Path: <>                                     | reply  | its return path is empty
            Return-Path: <a@x.example>                          | person |
            X-Auto-Response-Suppress: All                       | person |
            X-Auto-Response-Suppress: All/Subject: Out of office today | reply | its subject says out of office
            X-Auto-Response-Suppress: All/Subject: Feriepenger mangler | person |
            Subject: Out of office lamp is broken               | person |
            Subject: Automatic reply: Your order                | reply  | its subject says automatic reply
            Subject: Re: Automatic reply: Your order            | person |
            Subject: Abwesenheitsnotiz: Ihre Frage              | reply  | its subject says abwesenheitsnotiz
            Subject: =?utf-8?q?R=C3=A9ponse_automatique=C2=A0:?= oui | reply  | its subject says réponse automatique
            Subject: Automatic reply: x/Auto-Submitted: no      | person |
            Auto-Submitted: no/List-Id: <l.x.example>           | bulk   | it came over a mailing list
            Preference: auto_reply                              | reply  | Preference: auto_reply
            Delivered-To: Autoresponder                         | reply  | an autoresponder signed it
            X-Post-MessageClass: 9; Autoresponder               | reply  | an autoresponder signed it
            X-FC-MachineGenerated: true                         | bulk   | it has the header field x-fc-machinegenerated
            List-Unsubscribe: <https://x.example>/Feedback-ID: 1 | bulk  | it offers to unsubscribe
            X-OTRS-Loop: yes                                    | person | another desk guards itself against loops with x-otrs-loop
            X-Mailer: Zendesk Mailer                            | person | another help desk sent it
            X-Zendesk-From-Account-Id: abc                      | person | another help desk sent it
            X-Freshdesk-Notification-Id: 3                      | person | another help desk sent it
            X-Powered-By: OTRS - Open Ticket Request System     | person | another help desk sent it
            X-Mailer: Microsoft Outlook 16.0                    | person |
            Content-Type: text/calendar; method=REPLY           | person | it answers an invitation
            Content-Type: text/calendar; method=COUNTER         | person | it answers an invitation
            Content-Type: text/calendar; method=REQUEST         | person |
            Return-Path: <owner-list@x.example>                 | person | nobody reads owner-list, the return path
            From: list-request@x.example                        | person | nobody reads list-request
            From: nicht-antworten@x.example                     | person | nobody reads nicht-antworten
            X-Auto-Response-Suppress: DR                        | person |
            From: MAILER-DAEMON@x.example                       | reply  | from mailer-daemon
            From: Postmaster@x.example                          | person | nobody reads postmaster
            From: no-reply@x.example                            | person | nobody reads no-reply
            From: noreply+17@x.example                          | person | nobody reads noreply+17
            From: Support <support@desk.example>                | bulk   | from our own address
            From: support+abc@desk.example                      | bulk   | from our own address
            From: support@other.example                         | person |
            Content-Type: multipart/report; report-type=disposition-notification | reply | it is a reading receipt
            Content-Type: multipart/report; report-type=feedback-report          | bulk  | it is a complaint report (RFC 5965)
            """)
    void tells_people_from_machines(String headers, String nature, String reason) {
        String fields = headers.replaceAll("/(?=[A-Z][a-z-]+)", "\n");
        String from = fields.contains("From:") ? "" : "From: a@x.example\n";
        InboundMessage mail =
                Mails.read(from + fields + (fields.contains("Subject:") ? "" : "\nSubject: x") + "\n\ntext");
        assertThat(name(mail.nature())).isEqualTo(nature);
        if (reason == null) {
            assertThat(mail.mayNotAnswer()).isEmpty();
        } else {
            assertThat(mail.mayNotAnswer()).contains(reason);
        }
    }

    private static String name(MessageNature nature) {
        if (nature instanceof MessageNature.AutomaticReply) {
            return "reply";
        }
        if (nature instanceof MessageNature.Bulk) {
            return "bulk";
        }
        return nature instanceof MessageNature.Human ? "person" : "bounce";
    }
}
