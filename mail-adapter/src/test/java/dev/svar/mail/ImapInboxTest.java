package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.svar.message.InboundMessage;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImapInboxTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
    private final List<String> taken = new ArrayList<>();
    private MailFolder folder;

    @BeforeEach
    void start() throws Exception {
        server.start();
        GreenMailUser user = server.setUser("support@desk.example", "desk", "secret");
        ImapHostManager manager = server.getManagers().getImapHostManager();
        folder = manager.getInbox(user);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void every_message_is_handed_over_once_in_order() {
        deliver("one", "two", "three");
        ImapInbox inbox = inbox("secret");
        assertThat(inbox.drain(this::take, 100)).isEqualTo(3);
        assertThat(inbox.drain(this::take, 100)).isZero();
        deliver("four");
        assertThat(inbox.drain(this::take, 100)).isEqualTo(1);
        assertThat(taken).containsExactly("one", "two", "three", "four");
    }

    @Test
    void a_limit_leaves_the_rest_for_the_next_call() {
        deliver("one", "two", "three");
        ImapInbox inbox = inbox("secret");
        assertThat(inbox.drain(this::take, 2)).isEqualTo(2);
        assertThat(inbox.drain(this::take, 2)).isEqualTo(1);
        assertThat(taken).containsExactly("one", "two", "three");
    }

    @Test
    void what_the_taker_refuses_comes_again_and_is_not_flagged() {
        deliver("one", "two", "three");
        ImapInbox inbox = inbox("secret");
        assertThatThrownBy(() -> inbox.drain(
                        mail -> {
                            if (subject(mail).equals("two")) {
                                throw new IllegalStateException("no room");
                            }
                            take(mail);
                        },
                        100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no room");
        assertThat(taken).containsExactly("one");
        assertThat(seen()).containsExactly(true, false, false);
        assertThat(inbox.drain(this::take, 100)).isEqualTo(2);
        assertThat(taken).containsExactly("one", "two", "three");
        assertThat(seen()).containsExactly(true, true, true);
    }

    @Test
    void flags_set_by_others_hide_nothing() throws Exception {
        deliver("one");
        folder.getMessages().get(0).getFlags().add(Flags.Flag.SEEN);
        assertThat(inbox("secret").drain(this::take, 100)).isEqualTo(1);
    }

    @Test
    void a_new_inbox_begins_with_the_oldest_message() {
        deliver("one");
        inbox("secret").drain(this::take, 100);
        inbox("secret").drain(this::take, 100);
        assertThat(taken).containsExactly("one", "one");
    }

    @Test
    void bytes_arrive_as_they_were_sent() {
        String text = "0123456789\r\n".repeat(250_000);
        append("big", text);
        inbox("secret")
                .drain(
                        mail -> {
                            assertThat(mail.whole()).isTrue();
                            assertThat(mail.source())
                                    .contains("INBOX")
                                    .contains("UID 1")
                                    .doesNotContain("secret");
                            assertThat(new String(mail.bytes(), Charsets.WINDOWS_1252))
                                    .endsWith("\r\n\r\n" + text);
                        },
                        1);
    }

    @Test
    void of_a_message_that_is_too_large_the_beginning_is_handed_over() {
        append("huge", "x".repeat(998).concat("\r\n").repeat(32_000));
        deliver("next");
        List<RawMail> mails = new ArrayList<>();
        assertThat(inbox("secret").drain(mails::add, 100)).isEqualTo(2);
        assertThat(mails.get(0).whole()).isFalse();
        assertThat(mails.get(0).size()).isGreaterThan(MailReader.MAX_RAW_BYTES);
        assertThat(mails.get(0).bytes()).hasSize(MailReader.MAX_HEADER_BYTES);
        assertThat(Mails.READER.read(mails.get(0)).key().value()).startsWith("<huge@x.example> sha256:");
        assertThat(subject(mails.get(1))).isEqualTo("next");
    }

    @Test
    void refused_credentials_are_for_a_person_to_mend_and_stay_unsaid() {
        assertThatThrownBy(() -> inbox("wr0ng").drain(this::take, 1))
                .isInstanceOfSatisfying(MailboxException.class, e -> {
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.getMessage())
                            .endsWith("does not accept our credentials")
                            .doesNotContain("wr0ng");
                });
    }

    @Test
    void a_missing_folder_is_for_a_person_to_mend() {
        ImapInbox inbox = ImapInbox.builder("127.0.0.1", server.getImap().getPort(), "desk", "secret")
                .security(SmtpSecurity.NONE)
                .folder("Nowhere")
                .build();
        assertThatThrownBy(() -> inbox.drain(this::take, 1))
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.retryable()).isFalse());
    }

    @Test
    void a_server_that_is_away_may_come_back() {
        ImapInbox inbox = inbox("secret");
        server.stop();
        assertThatThrownBy(() -> inbox.drain(this::take, 1))
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.retryable()).isTrue());
        assertThat(inbox.toString()).doesNotContain("secret");
    }

    private ImapInbox inbox(String password) {
        return ImapInbox.builder("127.0.0.1", server.getImap().getPort(), "desk", password)
                .security(SmtpSecurity.NONE)
                .build();
    }

    private void take(RawMail mail) {
        taken.add(subject(mail));
    }

    private static String subject(RawMail mail) {
        return ((InboundMessage) Mails.READER.read(mail)).subject();
    }

    private List<Boolean> seen() {
        return folder.getMessages().stream()
                .map(m -> m.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    private void deliver(String... subjects) {
        for (String subject : subjects) {
            append(subject, "text\r\n");
        }
    }

    private void append(String subject, String text) {
        try {
            byte[] raw = Mails.raw(
                    "From: a@x.example\nMessage-ID: <" + subject + "@x.example>\nSubject: " + subject + "\n\n" + text);
            folder.store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
