package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.memory.MemoryStore;
import dev.svar.message.Disposition;
import dev.svar.message.OutboundMessage;
import dev.svar.testkit.ManualTime;
import dev.svar.testkit.RecordingTransport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer who is away writes, is acknowledged, and their responder answers that. */
class VacationResponderTest {
    private static final int ROUNDS = 5;

    private final ManualTime time = ManualTime.at("2026-11-26T10:00:00Z");
    private final RecordingTransport sent = RecordingTransport.mail();
    private final HelpDesk desk = HelpDesk.builder(new MemoryStore())
            .time(time)
            .mailbox(new Mailbox(Mails.MAILBOX, "The desk"))
            .transport(sent)
            .build();
    private final MailIntake intake = MailIntake.of(desk, Mails.READER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied\n",
                "Subject: Automatic reply: We have your message\n",
                "Precedence: auto_reply\n",
                "X-Autoreply: yes\n",
                "X-Nothing: of the kind\n"
            })
    void gets_one_acknowledgment(String sign) {
        take("Message-ID: <question@kunde.example>\nSubject: Cannot pay\n\nThe page stays blank.");
        assertThat(run()).hasSize(1);
        for (int round = 0; round < ROUNDS; round++) {
            OutboundMessage last = sent.accepted().get(sent.accepted().size() - 1);
            take(sign + "Message-ID: <away" + round + "@kunde.example>\nIn-Reply-To: " + last.messageId()
                    + "\n\nI am away until Monday.");
            time.advance(Duration.ofSeconds(10));
            assertThat(run()).as("round " + round).hasSize(1);
        }
        assertThat(desk.receipts(Disposition.OPENED, Optional.empty(), 10)).hasSize(1);
    }

    private List<OutboundMessage> run() {
        desk.runDue(100);
        return sent.accepted();
    }

    private void take(String mail) {
        intake.take(new RawMail("test", bytes(mail), bytes(mail).length));
    }

    private static byte[] bytes(String mail) {
        return Mails.raw("From: kari@kunde.example\nTo: support@desk.example\n" + mail);
    }
}
