package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.message.InboundMessage;
import dev.svar.message.Transport;
import dev.svar.testkit.TransportFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mail server and an SMTP transport to it. What arrived is what a mail reader makes of it. */
final class SmtpPeer implements TransportFixture {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T09:05:07Z"));
    private static final String SILENCE = "250-to be continued";

    private final ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
    private final SmtpTransport transport = SmtpTransport.builder("127.0.0.1", server.port(), CLOCK)
            .security(SmtpSecurity.NONE)
            .readTimeout(Duration.ofSeconds(2))
            .build();

    @Override
    public Transport openTransport() {
        return transport;
    }

    @Override
    public Address recipient() {
        return Address.mail("kari@kunde.example");
    }

    @Override
    public boolean carriesSubject() {
        return true;
    }

    @Override
    public boolean carriesMessageId() {
        return true;
    }

    @Override
    public Duration longestSend() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void accept() {
        server.script(Map.of());
    }

    @Override
    public void refuseForNow() {
        server.script(Map.of("RCPT", "450 4.2.0 greylisted"));
    }

    @Override
    public void refuseForGood() {
        server.script(Map.of("RCPT", "550 5.1.1 no such user"));
    }

    @Override
    public void vanish() {
        String gone = ScriptedSmtpServer.HANG_UP;
        server.script(Map.of("GREETING", gone, "NOOP", gone, "RSET", gone, "MAIL", gone));
    }

    @Override
    public void dieAfterAccepting() {
        server.script(Map.of("DOT", ScriptedSmtpServer.HANG_UP));
    }

    @Override
    public void fallSilentAfterAccepting() {
        server.script(Map.of("DOT", SILENCE));
    }

    @Override
    public int offers() {
        return (int) server.commands().stream().filter("MAIL"::equals).count();
    }

    @Override
    public List<Arrived> arrived() {
        List<Arrived> arrived = new ArrayList<>();
        for (int i = 0; i < server.mails().size(); i++) {
            InboundMessage mail =
                    Mails.read(server.mails().get(i).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            arrived.add(new Arrived(
                    mail.messageId(),
                    Address.mail(server.recipients().get(i)),
                    Optional.of(mail.subject()),
                    mail.fullText()));
        }
        return arrived;
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
