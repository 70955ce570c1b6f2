package dev.svar.testkit;

import static dev.svar.testkit.Failing.assertFails;
import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Assertions about what was sent hold when they should, and else say the whole fact. */
final class SentAssertTest {
    private static final String SENT = """
            It sent:
              to kari@kunde.example "Mottatt" <1@desk.example>: "Hei Kari"
              to kari@kunde.example "Svar" <2@desk.example>: "Prøv igjen"
              to ola@kunde.example "Svar" <3@desk.example>: "Prøv\\nigjen"
            """;

    private final RecordingTransport mail = RecordingTransport.mail();

    private static OutboundMessage message(int number, Address to, String subject, String text) {
        return new OutboundMessage(
                "<" + number + "@desk.example>",
                TestDesk.MAILBOX,
                "",
                TestDesk.MAILBOX,
                to,
                subject,
                text,
                Optional.empty(),
                List.of(),
                false);
    }

    private SentAssert it() {
        return assertThat(mail);
    }

    private void threeAreSent() {
        mail.send(message(1, TestDesk.KARI, "Mottatt", "Hei Kari"));
        mail.send(message(2, TestDesk.KARI, "Svar", "Prøv igjen"));
        mail.send(message(3, TestDesk.OLA, "Svar", "Prøv\nigjen"));
    }

    @Test
    void what_was_sent_is_found_by_recipient_subject_and_text() {
        threeAreSent();

        it().sentTo("Kari@Kunde.example").times(2);
        it().sentTo(TestDesk.KARI)
                .withSubject("Svar")
                .withTextContaining("igjen")
                .once();
        it().sentTo("ola@kunde.example").withSubjectContaining("va").once().sentNothingTo("per@kunde.example");
        it().sentTo("kari@kunde.example")
                .times(2)
                .sentTo("ola@kunde.example")
                .once()
                .sentNothingElse();
        assertThat(RecordingTransport.mail()).sentNothing().sentNothingElse();
    }

    @Test
    void what_reached_the_peer_is_sent_whatever_the_desk_was_told() {
        mail.failNext(1, Failure.timeoutAfterAcceptance()).failNext(1, Failure.temporary());
        mail.send(message(1, TestDesk.KARI, "Mottatt", "Hei"));
        mail.send(message(2, TestDesk.OLA, "Mottatt", "Hei"));

        it().sentTo("kari@kunde.example").once().sentNothingElse();
        assertFails(() -> it().sentTo("ola@kunde.example"), """
                Expected the transport for mail to have sent a message to ola@kunde.example
                but there is none
                It sent:
                  to kari@kunde.example "Mottatt" <1@desk.example>: "Hei"
                It was offered, and the peer did not take:
                  to ola@kunde.example "Mottatt" <2@desk.example>: "Hei"
                """);
    }

    @Test
    void a_recipient_to_whom_nothing_was_sent() {
        assertFails(() -> it().sentTo("per@kunde.example"), """
                Expected the transport for mail to have sent a message to per@kunde.example
                but there is none
                It sent nothing
                """);
    }

    @Test
    void conditions_that_nothing_meets() {
        threeAreSent();

        assertFails(() -> it().sentTo("kari@kunde.example").withSubject("Sva"), """
                Expected the transport for mail to have sent a message to kari@kunde.example, with the subject "Sva"
                but there is none
                """ + SENT);
        assertFails(() -> it().sentTo("kari@kunde.example").withSubjectContaining("SUP-1"), """
                Expected the transport for mail to have sent a message to kari@kunde.example, with a subject that contains "SUP-1"
                but there is none
                """ + SENT);
        assertFails(
                () -> it().sentTo("kari@kunde.example").withSubject("Mottatt").withTextContaining("igjen"), """
                Expected the transport for mail to have sent a message to kari@kunde.example, with the subject "Mottatt", with a text that contains "igjen"
                but there is none
                """ + SENT);
    }

    @Test
    void another_number_of_messages() {
        threeAreSent();

        assertFails(() -> it().sentTo("kari@kunde.example").once(), """
                Expected the transport for mail to have sent a message to kari@kunde.example, exactly once
                but there are 2
                """ + SENT);
        assertFails(() -> it().sentTo("ola@kunde.example").times(2), """
                Expected the transport for mail to have sent a message to ola@kunde.example, exactly 2 times
                but there are 1
                """ + SENT);
        assertThatThrownBy(() -> it().sentTo("ola@kunde.example").times(0)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void something_where_nothing_was_expected() {
        threeAreSent();

        assertFails(() -> it().sentNothing(), """
                Expected the transport for mail to have sent nothing
                but it sent 3
                """ + SENT);
        assertFails(() -> it().sentNothingTo("kari@kunde.example"), """
                Expected the transport for mail to have sent nothing to kari@kunde.example
                but it sent 2
                """ + SENT);
        assertFails(
                () -> it().sentTo("kari@kunde.example")
                        .withSubject("Svar")
                        .once()
                        .sentNothingElse(),
                """
                Expected the transport for mail to have sent nothing else
                but there were also:
                  to kari@kunde.example "Mottatt" <1@desk.example>: "Hei Kari"
                  to ola@kunde.example "Svar" <3@desk.example>: "Prøv\\nigjen"
                """ + SENT);
    }

    @Test
    void what_the_test_says_comes_first() {
        assertFails(
                () -> it().as("after a month").sentTo("per@kunde.example"),
                "[after a month] Expected the transport for mail to have sent a message to per@kunde.example\n"
                        + "but there is none\nIt sent nothing");
    }

    @Test
    void other_channels_have_their_own_addresses() {
        Channel sms = new Channel("sms");
        RecordingTransport transport = RecordingTransport.on(sms);
        transport.send(message(1, new Address(sms, "+4791234567"), "", "Hei"));

        assertThat(transport).sentTo("+4791234567").once().sentNothingElse();
        assertFails(() -> assertThat(transport).sentNothing(), """
                Expected the transport for sms to have sent nothing
                but it sent 1
                It sent:
                  to +4791234567 "" <1@desk.example>: "Hei"
                """);
    }
}
