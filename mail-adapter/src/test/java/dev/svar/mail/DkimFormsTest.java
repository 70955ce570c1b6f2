package dev.svar.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail of all forms is signed so that Apache James jDKIM verifies it (RFC 6376). */
class DkimFormsTest {
    private static final Instant TIME = Instant.parse("2026-03-01T09:05:07Z");
    private static final KeyPair KEYS = keys();
    private static final DkimSigner SIGNER =
            DkimSigner.of("desk.example", "s2026", KEYS.getPrivate(), InstantSource.fixed(TIME));

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String mail) {
        return SIGNER.signature(mail.getBytes(ISO_8859_1)) + "\r\n" + mail;
    }

    private static SignatureRecord verify(String mail) throws Exception {
        String key = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        List<SignatureRecord> records = new DKIMVerifier(
                        (methods, selector, token) -> List.of("v=DKIM1; k=rsa; p=" + key))
                .verify(new ByteArrayInputStream(mail.getBytes(ISO_8859_1)));
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    @Test
    void of_fields_that_come_twice_the_last_one_is_signed_first() throws Exception {
        verify(signed("From: a@desk.example\r\nTo: b@x.example\r\nTo: c@x.example\r\nAuto-Submitted: no\r\n"
                + "Auto-Submitted: auto-replied\r\nSubject: s\r\n\r\ntext\r\n"));
    }

    @Test
    void lines_that_end_with_half_a_pair_are_signed_as_the_wire_carries_them() throws Exception {
        String head = "From: a@desk.example\r\nSubject: s\r\n\r\n";
        String signature = SIGNER.signature((head + "one\ntwo\n\nthree \n").getBytes(ISO_8859_1));
        verify(signature + "\r\n" + head + "one\r\ntwo\r\n\r\nthree \r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_180, 8_189, 8_190, 8_191, 8_192, 8_193, 16_382, 16_383, 16_384})
    void words_that_end_anywhere_in_long_lines_are_signed(int length) throws Exception {
        verify(signed("From: a@desk.example\r\n\r\n" + "x".repeat(length) + " \t yz\r\n"));
    }

    @Test
    void a_list_may_add_how_to_leave_it() throws Exception {
        verify("List-Unsubscribe: <https://list.example/off>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
                + signed("From: a@desk.example\r\nSubject: s\r\n\r\ntext\r\n"));
    }

    @Test
    void when_it_was_signed_is_told() throws Exception {
        assertThat(verify(signed("From: a@desk.example\r\n\r\ntext\r\n")).getSignatureTimestamp())
                .isEqualTo(TIME.getEpochSecond());
    }

    static Stream<UnaryOperator<String>> changes() {
        return Stream.of("From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References")
                .flatMap(name -> Stream.<UnaryOperator<String>>of(
                        mail -> mail.replace("\r\n" + name + ": a", "\r\n" + name + ": b"),
                        mail -> mail.replace("\r\n\r\n", "\r\n" + name + ": added\r\n\r\n")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void neither_is_changed_nor_added_who_writes_what_to_whom(UnaryOperator<String> change) {
        String mail = signed(
                "X: x\r\nFrom: a@desk.example\r\nTo: a@x.example\r\nCc: a@y.example\r\nReply-To: a@desk.example\r\n"
                        + "Subject: a\r\nDate: a\r\nMessage-ID: a\r\nIn-Reply-To: a\r\nReferences: a\r\n\r\ntext\r\n");
        assertThat(change.apply(mail)).isNotEqualTo(mail);
        assertThatThrownBy(() -> verify(change.apply(mail))).isInstanceOf(FailException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIME-Version: 1.0",
                "Content-Type: text/plain",
                "Content-Transfer-Encoding: 8bit",
                "Auto-Submitted: auto-replied",
                "X-Svar-Loop: <a@desk.example>"
            })
    void how_it_is_shown_and_that_a_machine_wrote_it_cannot_be_taken_away(String field) {
        String mail = signed("From: a@desk.example\r\n" + field + "\r\nSubject: s\r\n\r\ntext\r\n");
        assertThatThrownBy(() -> verify(mail.replace(field + "\r\n", ""))).isInstanceOf(FailException.class);
        assertThatThrownBy(() -> verify(mail.replace("\r\n\r\n", "\r\n" + field + "\r\n\r\n")))
                .isInstanceOf(FailException.class);
    }
}
