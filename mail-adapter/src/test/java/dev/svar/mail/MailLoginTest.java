package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.message.SendOutcome;
import java.io.IOException;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is let in, and whom we trust. */
@Timeout(60)
class MailLoginTest {
    private final FetchOffice office = new FetchOffice();
    private final List<Optional<String>> asked = new ArrayList<>();

    @AfterEach
    void close() {
        office.close();
    }

    /** The test server takes the password for the token. */
    private MailLogin tokens(String... tokens) {
        return MailLogin.oauth2(FetchOffice.USER, refused -> {
            asked.add(refused);
            return tokens[Math.min(asked.size(), tokens.length) - 1];
        });
    }

    private ImapInbox imap(MailLogin login) {
        return ImapInbox.builder("127.0.0.1", office.server.getImap().getPort(), login)
                .security(SmtpSecurity.NONE)
                .build();
    }

    private Pop3Inbox pop3(MailLogin login) {
        return Pop3Inbox.builder("127.0.0.1", office.server.getPop3().getPort(), login)
                .security(SmtpSecurity.NONE)
                .build();
    }

    @Test
    void a_token_opens_a_mailbox() {
        office.deliver("one");
        assertThat(office.fetch(imap(tokens("secret"))).taken()).isEqualTo(1);
        assertThat(office.fetch(pop3(tokens("secret"))).taken()).isEqualTo(1);
        assertThat(asked).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void a_refused_token_is_renewed_once() {
        office.deliver("one");
        assertThat(office.fetch(imap(tokens("stale", "secret"))).taken()).isEqualTo(1);
        assertThat(asked).containsExactly(Optional.empty(), Optional.of("stale"));
        asked.clear();
        assertThat(office.fetch(pop3(tokens("stale", "secret"))).taken()).isEqualTo(1);
        assertThat(asked).containsExactly(Optional.empty(), Optional.of("stale"));
    }

    @Test
    void tokens_that_are_refused_are_for_a_person_to_mend_and_stay_unsaid() {
        assertThatThrownBy(() -> office.fetch(imap(tokens("stale", "wr0ng"))))
                .isInstanceOfSatisfying(MailboxException.class, e -> {
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.getMessage())
                            .endsWith("does not accept our credentials")
                            .doesNotContain("wr0ng", "stale");
                });
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_host_that_has_no_token_now_may_have_one_later() {
        MailLogin login = MailLogin.oauth2(FetchOffice.USER, refused -> {
            throw new IllegalStateException("client secret 4711 is refused");
        });
        assertThatThrownBy(() -> office.fetch(imap(login))).isInstanceOfSatisfying(MailboxException.class, e -> {
            assertThat(e.retryable()).isTrue();
            assertThat(e.getMessage())
                    .contains("no access token: java.lang.IllegalStateException")
                    .doesNotContain("4711");
        });
        assertThat(login.toString()).isEqualTo("login with access tokens");
    }

    @Test
    void one_login_is_good_for_what_comes_and_what_goes() {
        office.deliver("one");
        MailLogin login = tokens("stale", "secret");
        assertThat(office.fetch(imap(login)).taken()).isEqualTo(1);
        asked.clear();
        try (ImapSentFolder sent = ImapSentFolder.at(
                        "127.0.0.1", office.server.getImap().getPort(), login, "Sent", SmtpSecurity.NONE);
                SmtpTransport transport = smtp(login).copies(sent).build()) {
            assertThat(transport.send(Mails.outbound("kari@kunde.example", "s", "t")))
                    .isInstanceOf(SendOutcome.Accepted.class);
            assertThat(transport.lostCopies()).isZero();
        }
        assertThat(asked).containsExactly(Optional.empty(), Optional.of("stale"), Optional.empty());
        assertThat(FetchOffice.subjectsIn(office.folder("Sent"))).containsExactly("s");
    }

    @Test
    void a_refused_token_leaves_mail_waiting_and_stays_unsaid() {
        try (SmtpTransport transport = smtp(tokens("stale", "wr0ng")).build()) {
            assertThat(transport.send(Mails.outbound("kari@kunde.example", "s", "t")))
                    .isEqualTo(new SendOutcome.Unavailable("535", "the server did not accept our credentials"));
        }
        assertThat(asked).containsExactly(Optional.empty(), Optional.of("stale"));
    }

    @Test
    void a_token_is_said_to_no_mechanism_that_takes_it_for_a_password() throws Exception {
        try (MailProxy proxy = new MailProxy(office.server.getSmtp().getPort())) {
            proxy.reword(text -> text.replace("XOAUTH2", "XOAUTH9"));
            try (SmtpTransport transport = SmtpTransport.builder("127.0.0.1", proxy.port(), office.time)
                    .security(SmtpSecurity.NONE)
                    .login(tokens("secret"))
                    .build()) {
                assertThat(transport.send(Mails.outbound("kari@kunde.example", "s", "t")))
                        .isInstanceOf(SendOutcome.Unavailable.class);
            }
            assertThat(proxy.said()).isNotEmpty().noneMatch(said -> said.contains("AUTH "));
        }
    }

    private SmtpTransport.Builder smtp(MailLogin login) {
        return SmtpTransport.builder("127.0.0.1", office.server.getSmtp().getPort(), office.time)
                .security(SmtpSecurity.NONE)
                .login(login);
    }

    @Test
    void a_certificate_of_nobody_we_trust_is_refused() {
        assertThatThrownBy(() -> office.fetch(tls("127.0.0.1", Optional.empty())))
                .isInstanceOfSatisfying(MailboxException.class, e -> {
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.getMessage()).contains("cannot be trusted");
                });
    }

    @Test
    void a_certificate_for_another_server_is_refused_though_we_trust_it() throws Exception {
        SSLContext context = trusting(certificate());
        assertThatThrownBy(() -> office.fetch(tls("127.0.0.1", Optional.of(context))))
                .isInstanceOfSatisfying(MailboxException.class, e -> {
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.getMessage()).contains("cannot be trusted");
                });
    }

    @Test
    void mail_is_fetched_over_tls_from_a_server_we_trust() {
        office.deliver("one");
        assertThat(office.fetch(tls("127.0.0.1", Optional.of(TrustingTls.context())))
                        .taken())
                .isEqualTo(1);
    }

    @Test
    void a_server_that_cannot_turn_to_tls_gets_no_password() throws IOException {
        try (MailProxy proxy = new MailProxy(office.server.getImap().getPort())) {
            ImapInbox inbox = ImapInbox.builder("127.0.0.1", proxy.port(), FetchOffice.USER, "secret")
                    .security(SmtpSecurity.STARTTLS)
                    .build();
            assertThatThrownBy(() -> office.fetch(inbox)).isInstanceOf(MailboxException.class);
            assertThat(proxy.said()).noneMatch(said -> said.contains("secret") || said.contains("LOGIN "));
        }
    }

    private ImapInbox tls(String host, Optional<SSLContext> context) {
        ImapInbox.Builder inbox =
                ImapInbox.builder(host, office.server.getImaps().getPort(), FetchOffice.USER, FetchOffice.PASSWORD);
        context.ifPresent(inbox::tls);
        return inbox.build();
    }

    private X509Certificate certificate() throws Exception {
        try (Socket socket = TrustingTls.context()
                .getSocketFactory()
                .createSocket("127.0.0.1", office.server.getImaps().getPort())) {
            SSLSocket tls = (SSLSocket) socket;
            tls.startHandshake();
            Certificate[] chain = tls.getSession().getPeerCertificates();
            return (X509Certificate) chain[chain.length - 1];
        }
    }

    private static SSLContext trusting(X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("server", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
