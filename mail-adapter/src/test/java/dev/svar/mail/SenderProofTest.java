package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderProofTest {
    private static final MailReader READER = Mails.READER.confirmedBy("mx.desk.example");

    private static boolean confirmed(String... fields) {
        String mail = String.join("\n", fields) + "\nTo: support@desk.example\nSubject: s\n\ntext\n";
        return ((InboundMessage) READER.read(Mails.raw(mail))).senderConfirmed();
    }

    private static boolean confirmedFor(String results) {
        return confirmed("Authentication-Results: " + results, "From: Lars <lars@agents.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.desk.example; dmarc=pass header.from=agents.example",
                "MX.Desk.Example 1; dmarc=pass (p=REJECT; sp=NONE) header.from=Agents.Example",
                "mx.desk.example; dkim=fail header.d=x.example; dkim=pass header.d=agents.example header.s=k",
                "mx.desk.example; dkim=pass header.i=@agents.example",
                "mx.desk.example; spf=pass smtp.mailfrom=lars@agents.example",
                "mx.desk.example; spf=pass reason=\"good; very\" smtp.mailfrom=agents.example"
            })
    void the_own_servers_word_for_the_senders_domain_counts(String results) {
        assertThat(confirmedFor(results)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.desk.example; none",
                "mx.other.example; dmarc=pass header.from=agents.example",
                "mx.desk.example.evil.example; dmarc=pass header.from=agents.example",
                "mx.desk.example; dmarc=pass header.from=evil.example",
                "mx.desk.example; dkim=pass header.d=evil.example",
                "mx.desk.example; dkim=pass header.d=example",
                "mx.desk.example; spf=pass smtp.mailfrom=evil.example",
                "mx.desk.example; spf=pass smtp.mailfrom=\"agents.example;x\"@evil.example",
                "mx.desk.example; spf=pass smtp.mailfrom=\"agents.example x\"@evil.example",
                "mx.desk.example; dmarc=fail header.from=agents.example; dkim=pass header.d=agents.example",
                "mx.desk.example; dkim=none (dmarc=pass header.from=agents.example)",
                "mx.desk.example; spf=none reason=\"; dmarc=pass header.from=agents.example\"",
                "(mx.desk.example) ; dmarc=pass header.from=agents.example",
                ""
            })
    void nothing_else_does(String results) {
        assertThat(confirmedFor(results)).isFalse();
    }

    @Test
    void only_the_topmost_results_count() {
        String forged = "Authentication-Results: mx.desk.example; dmarc=pass header.from=agents.example";
        String genuine = "Authentication-Results: mx.desk.example; dmarc=none header.from=agents.example";
        String from = "From: lars@agents.example";

        assertThat(confirmed(genuine, "Received: from evil.example by mx.desk.example", forged, from))
                .isFalse();
        assertThat(confirmed("Authentication-Results: mx.relay.example; none", forged, from))
                .isFalse();
        assertThat(confirmed("Received: by mx.desk.example", genuine, forged, "Received: from relay", from))
                .as("several fields of one server")
                .isTrue();
    }

    @Test
    void a_mail_with_two_senders_is_nobodys() {
        String results = "Authentication-Results: mx.desk.example; dmarc=pass header.from=agents.example";

        assertThat(confirmed(results, "From: lars@agents.example, eve@evil.example"))
                .isFalse();
        assertThat(confirmed(results, "From: lars@agents.example", "From: eve@evil.example"))
                .isFalse();
    }

    @Test
    void without_a_server_to_believe_nobody_is_confirmed() {
        String mail = "Authentication-Results: mx.desk.example; dmarc=pass header.from=agents.example\n"
                + "From: lars@agents.example\nSubject: s\n\ntext\n";

        assertThat(Mails.read(mail).senderConfirmed()).isFalse();
    }
}
