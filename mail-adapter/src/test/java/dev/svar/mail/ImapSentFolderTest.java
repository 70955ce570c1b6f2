package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.svar.message.SendOutcome;
import jakarta.mail.Flags.Flag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImapSentFolderTest {
    private final GreenMail server = new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")});
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("support@desk.example", "desk", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ImapSentFolder folder(String password) {
        return ImapSentFolder.at(
                "127.0.0.1",
                server.getImap().getPort(),
                MailLogin.password("desk", password),
                "Sent",
                SmtpSecurity.NONE);
    }

    private SmtpTransport transport(MailCopies copies) {
        return SmtpTransport.builder(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        InstantSource.fixed(Instant.parse("2026-03-01T09:05:07Z")))
                .security(SmtpSecurity.NONE)
                .copies(copies)
                .build();
    }

    @Test
    void what_was_sent_lies_in_the_folder_and_is_read_already() throws Exception {
        try (ImapSentFolder sent = folder("secret");
                SmtpTransport transport = transport(sent)) {
            transport.send(Mails.outbound("ola@customer.example", "one", "Hei"));
            transport.send(Mails.outbound("ola@customer.example", "two", "Hei"));
        }
        MailFolder folder = server.getManagers().getImapHostManager().getFolder(user, "Sent");
        List<StoredMessage> kept = folder.getMessages();

        assertThat(kept)
                .hasSize(2)
                .allSatisfy(m -> assertThat(m.isSet(Flag.SEEN)).isTrue());
        assertThat(kept.get(1).getMimeMessage().getSubject()).isEqualTo("two");
        assertThat(kept.get(0).getMimeMessage().getHeader("Message-ID")).containsExactly("<delivery-17@desk.example>");
    }

    @Test
    void a_folder_that_lets_nobody_in_loses_the_copy_and_not_the_mail() {
        try (ImapSentFolder sent = folder("wr0ng");
                SmtpTransport transport = transport(sent)) {
            assertThat(transport.send(Mails.outbound("ola@customer.example", "one", "Hei")))
                    .isInstanceOf(SendOutcome.Accepted.class);
            assertThat(transport.lostCopies()).isEqualTo(1);
            assertThatThrownBy(() -> sent.keep("Subject: s\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(MailboxException.class)
                    .hasMessageContaining("Sent")
                    .hasMessageNotContaining("wr0ng");
        }
        assertThat(server.getReceivedMessagesForDomain("customer.example")).hasSize(1);
    }
}
