package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.message.InboundMessage;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SmtpTransportTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T09:05:07Z"));
    private static final OutboundMessage MESSAGE =
            Mails.outbound("ola@customer.example", "Svar på «saken» din", "Hei!\n\nØ.\n");

    @Test
    void what_is_sent_arrives_as_it_was_meant() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try (SmtpTransport transport = to(server.getSmtp().getPort()).build()) {
            assertThat(transport.channel()).isEqualTo(Channel.MAIL);
            assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
            MimeMessage mime = server.getReceivedMessages()[0];
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            mime.writeTo(raw);
            InboundMessage mail = Mails.read(raw.toByteArray());
            assertThat(mime.getHeader("Message-ID")).containsExactly("<delivery-17@desk.example>");
            assertThat(mail.from()).isEqualTo(Mails.MAILBOX);
            assertThat(mail.fromName()).isEqualTo("The Desk");
            assertThat(mail.recipients()).containsExactly(Address.mail("ola@customer.example"));
            assertThat(mail.subject()).isEqualTo("Svar på «saken» din");
            assertThat(mail.fullText()).isEqualTo("Hei!\n\nØ.");
            assertThat(mail.references())
                    .containsExactly(
                            "<question@customer.example>", "<delivery-17@desk.example>", "<first@customer.example>");
            assertThat(mime.getHeader("Date")).containsExactly("Sun, 1 Mar 2026 09:05:07 +0000");
            assertThat(mime.getHeader("Reply-To")).containsExactly("support+token17@desk.example");
            assertThat(mime.getHeader("In-Reply-To")).containsExactly("<question@customer.example>");
            assertThat(mime.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mime.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
            assertThat(mime.getHeader("Precedence")).containsExactly("bulk");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_persons_answer_does_not_look_automatic() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                SmtpTransport transport = to(server.port()).build()) {
            OutboundMessage m = MESSAGE;
            transport.send(new OutboundMessage(
                    m.messageId(), m.from(), "", m.from(), m.to(), "s", "t", Optional.empty(), List.of(), false));
            assertThat(server.mails().get(0))
                    .doesNotContain("Auto-Submitted")
                    .doesNotContain("X-Auto-Response-Suppress")
                    .doesNotContain("Precedence")
                    .doesNotContain("Reply-To")
                    .contains("References: " + m.messageId());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GREETING | 421 too busy            | Unavailable | 421
            GREETING | 554 not here            | Unavailable | 554
            GREETING | hang up                 | Unavailable | ''
            EHLO     | hang up                 | Unavailable | ''
            MAIL     | 451 later               | Deferred  | 451
            MAIL     | 550 not you             | Failed    | 550
            MAIL     | hang up                 | Deferred  | ''
            RCPT     | 450 4.2.0 grey          | Deferred  | 450
            RCPT     | 550 5.1.1 no such user  | Failed    | 5.1.1
            RCPT     | hang up                 | Deferred  | ''
            DATA     | 451 later               | Deferred  | 451
            DATA     | 554 never               | Failed    | 554
            DATA     | hang up                 | Deferred  | ''
            DOT      | 451 later               | Deferred  | 451
            DOT      | 552 too big             | Failed    | 552
            DOT      | 421 closing             | Deferred  | 421
            DOT      | hang up                 | Uncertain | ''
            """)
    void the_servers_answer_decides(String step, String answer, String outcome, String code) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(step, answer));
                SmtpTransport transport = to(server.port()).build()) {
            SendOutcome got = transport.send(MESSAGE);
            assertThat(got.getClass().getSimpleName()).as(got.toString()).isEqualTo(outcome);
            if (got instanceof SendOutcome.Deferred deferred) {
                assertThat(deferred.code()).isEqualTo(code);
                assertThat(deferred.reason()).isNotBlank();
            } else if (got instanceof SendOutcome.Unavailable gone) {
                assertThat(gone.code()).isEqualTo(code);
                assertThat(gone.reason()).isNotBlank();
            } else if (got instanceof SendOutcome.Failed failed) {
                assertThat(failed.code()).isEqualTo(code);
                assertThat(failed.reason()).contains(answer);
            }
        }
    }

    @Test
    void a_server_that_goes_silent_after_the_mail_leaves_it_uncertain() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of("DOT", "250-to be continued"));
                SmtpTransport transport =
                        to(server.port()).readTimeout(Duration.ofMillis(300)).build()) {
            assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Uncertain.class);
        }
    }

    @Test
    void nobody_there_means_that_the_channel_is_unavailable() {
        int port;
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of())) {
            port = server.port();
        }
        try (SmtpTransport transport = to(port).build()) {
            assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Unavailable.class);
        }
    }

    @Test
    void one_connection_serves_many_mails_and_is_made_again_when_it_has_ended() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                SmtpTransport transport = to(server.port()).build()) {
            transport.send(MESSAGE);
            transport.send(MESSAGE);
            assertThat(server.commands().stream().filter("EHLO"::equals)).hasSize(1);
            transport.close();
            assertThat(transport.send(MESSAGE)).isEqualTo(new SendOutcome.Accepted("250 queued as 17"));
            assertThat(server.commands().stream().filter("EHLO"::equals)).hasSize(2);
            assertThat(server.mails()).hasSize(3);
        }
    }

    @Test
    void a_refused_mail_does_not_harm_the_next_one() {
        try (ScriptedSmtpServer refusing = new ScriptedSmtpServer(Map.of("RCPT", "550 no"));
                SmtpTransport transport = to(refusing.port()).build()) {
            assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Failed.class);
            assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Failed.class);
            assertThat(refusing.commands().stream().filter("EHLO"::equals)).hasSize(1);
        }
    }

    @Test
    void a_server_without_starttls_gets_no_mail_unless_that_is_wanted() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                SmtpTransport transport =
                        SmtpTransport.builder("127.0.0.1", server.port(), CLOCK).build()) {
            assertThat(transport.send(MESSAGE)).isInstanceOf(SendOutcome.Unavailable.class);
            assertThat(server.commands()).doesNotContain("MAIL");
        }
    }

    @Test
    void sends_over_tls_only_to_a_server_it_trusts() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
        server.setUser("desk", "secret");
        server.start();
        SmtpTransport.Builder builder = SmtpTransport.builder(
                        "127.0.0.1", server.getSmtps().getPort(), CLOCK)
                .security(SmtpSecurity.TLS)
                .login(MailLogin.password("desk", "secret"));
        try (SmtpTransport untrusting = builder.build();
                SmtpTransport trusting = builder.tls(TrustingTls.context()).build()) {
            assertThat(untrusting.send(MESSAGE)).isInstanceOf(SendOutcome.Unavailable.class);
            assertThat(trusting.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
            assertThat(trusting.toString()).doesNotContain("desk").doesNotContain("secret");
        } finally {
            server.stop();
        }
    }

    @Test
    void refused_credentials_are_not_the_mails_fault_and_stay_unsaid() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.setUser("desk", "secret");
        server.start();
        try (SmtpTransport wrong = to(server.getSmtp().getPort())
                        .login(MailLogin.password("desk", "wr0ng"))
                        .build();
                SmtpTransport right = to(server.getSmtp().getPort())
                        .login(MailLogin.password("desk", "secret"))
                        .build()) {
            assertThat(wrong.send(MESSAGE))
                    .isEqualTo(new SendOutcome.Unavailable("535", "the server did not accept our credentials"));
            assertThat(right.send(MESSAGE)).isInstanceOf(SendOutcome.Accepted.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void no_value_can_add_a_header_field() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                SmtpTransport transport = to(server.port()).build()) {
            String evil = "x\r\nX-Evil: 1\r\n\r\nbody";
            transport.send(new OutboundMessage(
                    "<a@b>" + evil,
                    Mails.MAILBOX,
                    evil,
                    new Address(Channel.HOST, "reply@x.example"),
                    Address.mail("a@b.example"),
                    evil,
                    "text\n.\nX-Evil: no header",
                    Optional.of("<c@d>" + evil),
                    List.of("<e@f>" + evil),
                    true));
            String mail = server.mails().get(0);
            String header = mail.substring(0, mail.indexOf("\n\n"));
            assertThat(header.lines())
                    .noneMatch(line -> line.startsWith("X-Evil"))
                    .contains("Subject: x X-Evil: 1 body", "In-Reply-To: <c@d>xX-Evil:1body");
            assertThat(mail).contains("X-Evil: no header");
        }
    }

    @Test
    void settings_are_checked_by_name() {
        assertThatThrownBy(() -> SmtpTransport.builder("", 25, CLOCK))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("smtp.host");
        assertThatThrownBy(() -> SmtpTransport.builder("h", 0, CLOCK))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("smtp.port");
        assertThatThrownBy(() -> to(25).readTimeout(Duration.ZERO))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("smtp.readTimeout");
    }

    private static SmtpTransport.Builder to(int port) {
        return SmtpTransport.builder("127.0.0.1", port, CLOCK).security(SmtpSecurity.NONE);
    }
}
