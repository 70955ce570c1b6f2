package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Attachment;
import dev.svar.message.Content;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.UnsubscribeAddress;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a receiver makes of our signatures: Apache James jDKIM for RSA, and a few lines of our own for Ed25519. */
@Timeout(60)
class DkimSignerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T09:05:07Z"));
    private static final KeyPair RSA = pair("RSA", 2048);
    private static final KeyPair ED25519 = pair("Ed25519", 255);
    private static final OutboundMessage PLAIN = Mails.outbound("ola@customer.example", "Svar på saken", "Hei!\n");
    private static final Content FILE = Content.of("a file\r\nof two lines".getBytes(StandardCharsets.UTF_8));

    private static KeyPair pair(String kind, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DkimSigner signer(KeyPair pair) {
        return DkimSigner.of("desk.example", "s2026", pair.getPrivate(), CLOCK);
    }

    /** The mail as a server has it. */
    private static String sent(OutboundMessage message, DkimSigner signer) {
        Map<String, String> takesAll = Map.of("EHLO", "250-hello\r\n250-8BITMIME\r\n250 SMTPUTF8");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(takesAll);
                SmtpTransport transport = SmtpTransport.builder("127.0.0.1", server.port(), CLOCK)
                        .security(SmtpSecurity.NONE)
                        .files(ref ->
                                Optional.of(FILE).filter(file -> file.ref().equals(ref)))
                        .signer(signer)
                        .build()) {
            assertThat(transport.send(message)).isInstanceOf(SendOutcome.Accepted.class);
            return server.mails().get(0).replace("\n", "\r\n");
        }
    }

    private static List<SignatureRecord> verify(String mail) throws Exception {
        String key = Base64.getEncoder().encodeToString(RSA.getPublic().getEncoded());
        DKIMVerifier verifier = new DKIMVerifier((methods, selector, token) -> {
            assertThat(selector + "._domainkey." + token).isEqualTo("s2026._domainkey.desk.example");
            return List.of("v=DKIM1; k=rsa; p=" + key);
        });
        return verifier.verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<OutboundMessage> messages() {
        Attachment file = new Attachment("a.txt", "text/plain", Optional.empty(), FILE.ref());
        return Stream.of(
                PLAIN,
                Mails.outbound("ola@customer.example", "", "\n\n\nx"),
                Mails.outbound("ola@customer.example", "x".repeat(3_000), "  blanks \t in  it \n\n\n. dot\n\n\n"),
                Mails.outbound("ola@customer.example", "  long ", "ø".repeat(5_000) + "\n" + "x ".repeat(5_000)),
                PLAIN.showing(Optional.of("<p>Hei!</p>"), List.of(file)),
                unsubscribable());
    }

    private static OutboundMessage unsubscribable() {
        return PLAIN.unsubscribe(new UnsubscribeAddress(
                URI.create("https://desk.example/u/" + "a".repeat(800)),
                Optional.of(Address.mail("off+17@desk.example"))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void what_is_sent_is_verified_by_others(OutboundMessage message) throws Exception {
        String mail = sent(message, signer(RSA));

        assertThat(verify(mail)).hasSize(1);
        assertThat(mail.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
        assertThat(field(mail, "DKIM-Signature").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void what_tells_who_writes_what_to_whom_is_signed_and_so_is_how_to_unsubscribe() throws Exception {
        SignatureRecord record = verify(sent(unsubscribable(), signer(RSA))).get(0);

        assertThat(record.getHeaders())
                .extracting(name -> name.toString())
                .contains("From", "To", "Subject", "Date", "Message-ID", "Reply-To", "References", "Content-Type")
                .contains("List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted");
        assertThat(record.getHashAlgo().toString()).isEqualToIgnoringCase("sha-256");
        assertThat(record.getBodyHashLimit()).as("the whole body").isEqualTo(-1);
    }

    private static Stream<UnaryOperator<String>> changes() {
        return Stream.of(
                mail -> mail.replace("Hei!", "Hoi!"),
                mail -> mail + "more\r\n",
                mail -> mail.replaceFirst("\r\nSubject: [^\r]*", "\r\nSubject: other"),
                mail -> "Subject: another\r\n" + mail,
                mail -> "From: other@desk.example\r\n" + mail,
                mail -> mail.replaceFirst("\r\n\r\n", "\r\nFrom: other@desk.example\r\n\r\n"),
                mail -> "Cc: other@customer.example\r\n" + mail,
                mail -> "Reply-To: other@desk.example\r\n" + mail,
                mail -> "Content-Type: text/html\r\n" + mail,
                mail -> mail.replace("https://desk.example/u/a", "https://desk.example/u/b"),
                mail -> "List-Unsubscribe: <https://other.example/>\r\n" + mail,
                mail -> mail.replace("List-Unsubscribe-Post: List-Unsubscribe=One-Click", "X-Post: no"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nobody_can_change_or_add_it(UnaryOperator<String> change) {
        String mail = sent(unsubscribable(), signer(RSA));
        String changed = change.apply(mail);

        assertThat(changed).isNotEqualTo(mail);
        assertThatThrownBy(() -> verify(changed)).isInstanceOf(FailException.class);
    }

    @Test
    void what_relays_do_to_a_mail_does_no_harm() throws Exception {
        String mail = sent(PLAIN, signer(RSA))
                .replace("\r\nFrom: ", "\r\nFrom:  ")
                .replace("\r\nSubject: ", "\r\nsubject:\r\n\t")
                .replace("DKIM-Signature: v=1; a=", "DKIM-Signature: v=1;\r\n\ta=");

        assertThat(verify("Received: by relay.example\r\nList-Id: <list.example>\r\n" + mail + "\r\n\r\n"))
                .hasSize(1);
    }

    @Test
    void a_short_key_signs_as_well() throws Exception {
        assertThat(isSignedByEd25519(sent(unsubscribable(), signer(ED25519)))).isTrue();
        assertThat(isSignedByEd25519(sent(unsubscribable(), signer(ED25519)).replace("Hei", "Hoi")))
                .isFalse();
    }

    @Test
    void names_in_other_letters_are_signed_as_they_are_sent() throws Exception {
        assertThat(isSignedByEd25519(sent(Mails.outbound("jørgen@customer.example", "ø", "ø"), signer(ED25519))))
                .isTrue();
    }

    /** RFC 8463, written down once more: regular expressions over the text, fields from below, the digest signed. */
    private static boolean isSignedByEd25519(String mail) throws Exception {
        String[] parts = mail.split("\r\n\r\n", 2);
        String body = parts[1].replaceAll("[ \t]+(?=\r\n)", "")
                .replaceAll("[ \t]+", " ")
                .replaceAll("(\r\n)*$", "");
        String bodyHash = hash(body.isEmpty() ? "" : body + "\r\n");
        List<String> fields = new ArrayList<>(
                Arrays.asList(parts[0].replaceAll("\r\n[ \t]", " ").split("\r\n", -1)));
        String own = fields.stream()
                .filter(f -> f.startsWith("DKIM-Signature:"))
                .findFirst()
                .orElseThrow();
        StringBuilder text = new StringBuilder();
        for (String name : tag(own, "h").split(":", -1)) {
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (fields.get(i).regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    text.append(relaxed(fields.remove(i))).append("\r\n");
                    i = 0;
                }
            }
        }
        text.append(relaxed(own.replaceAll("; b=.*", "; b=")));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(ED25519.getPublic());
        signature.update(Base64.getDecoder().decode(hash(text.toString())));
        return tag(own, "bh").equals(bodyHash)
                && signature.verify(Base64.getDecoder().decode(tag(own, "b")));
    }

    private static String relaxed(String field) {
        String[] nameAndValue = field.split(":", 2);
        return nameAndValue[0].toLowerCase(java.util.Locale.ROOT) + ":"
                + nameAndValue[1].replaceAll("[ \t]+", " ").trim();
    }

    private static String tag(String field, String name) {
        Matcher tag = Pattern.compile("[:;] *" + name + "=([^;]*)").matcher(field);
        assertThat(tag.find()).as(name).isTrue();
        return tag.group(1).replace(" ", "");
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    private static String field(String mail, String name) {
        Matcher field = Pattern.compile("(?m)^" + name + ":.*(\r\n[ \t].*)*").matcher(mail);
        assertThat(field.find()).as(name).isTrue();
        return field.group();
    }

    @Test
    void the_examples_of_the_standards_come_out() {
        // RFC 6376, 3.4.5; RFC 8463, A.3; RFC 6376, 3.4.4.
        byte[] spaced = Mails.raw("A: X\nB : Y\t\n\tZ  \n\n C \nD \t E\n\n\n");
        assertThat(DkimText.header(DkimText.fields(spaced, DkimText.bodyOf(spaced)), List.of("a", "b")))
                .isEqualTo("a:X\r\nb:Y Z\r\n");
        assertThat(bodyHash(" C \nD \t E\n\n\n")).isEqualTo(bodyHash(" C\nD E\n"));
        assertThat(bodyHash("Hi.\n\nWe lost the game.  Are you hungry yet?\n\nJoe.\n"))
                .isEqualTo("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
        assertThat(bodyHash("\n \n")).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    private static String bodyHash(String body) {
        byte[] mail = Mails.raw("A: X\n\n" + body);
        return Base64.getEncoder().encodeToString(DkimText.bodyDigest(mail, DkimText.bodyOf(mail)));
    }

    @Test
    void keys_are_read_from_pem() throws Exception {
        for (KeyPair pair : List.of(RSA, ED25519)) {
            assertThat(DkimSigner.key(pem("PRIVATE KEY", pair))).isEqualTo(pair.getPrivate());
        }
        for (String wrong : List.of("", "secret", pem("RSA PRIVATE KEY", RSA), pem("ENCRYPTED PRIVATE KEY", RSA))) {
            assertThatThrownBy(() -> DkimSigner.key(wrong))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("dkim.key is not PKCS#8 in PEM without a password (-----BEGIN PRIVATE KEY-----)");
        }
        assertThatThrownBy(() -> DkimSigner.key(pem("PRIVATE KEY", pair("EC", 256))))
                .hasMessage("dkim.key is neither an RSA key nor an Ed25519 key");
    }

    private static String pem(String kind, KeyPair pair) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n-----END " + kind
                + "-----\n";
    }

    @Test
    void keys_and_names_are_checked() {
        assertThatThrownBy(() -> signer(pair("RSA", 512)))
                .hasMessage("dkim.key has 512 bits, it must have at least 1024");
        assertThatThrownBy(() -> signer(pair("EC", 256)))
                .hasMessage("dkim.key is neither an RSA key nor an Ed25519 key");
        for (String wrong :
                List.of("desk example", "desk.example;", "-desk.example", "desk..example", "a".repeat(64))) {
            assertThatThrownBy(() -> DkimSigner.of(wrong, "s", RSA.getPrivate(), CLOCK))
                    .hasMessage("dkim.domain is no domain name");
        }
        assertThat(DkimSigner.of("BLÅBÆR.example", "S.2026", RSA.getPrivate(), CLOCK))
                .hasToString("DKIM by s.2026._domainkey.xn--blbr-roah.example");
    }

    @Test
    void a_verifier_that_refuses_nothing_would_show_nothing() {
        assertThatThrownBy(() -> verify(sent(
                        PLAIN,
                        DkimSigner.of("desk.example", "s2026", pair("RSA", 1024).getPrivate(), CLOCK))))
                .isInstanceOf(PermFailException.class);
    }
}
