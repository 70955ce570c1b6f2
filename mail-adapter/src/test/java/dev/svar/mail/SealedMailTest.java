package dev.svar.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail that OpenSSL and GnuPG signed and encrypted; the README beside the mails says how. */
class SealedMailTest {
    private static final String TEXT =
            "Hei,\n\nher er avtalen, signert. Trailing space and a \"=\" sign:  \n\n--  \nKari";
    private static final String CONTRACT = "avtale år 2026.pdf";

    /** The content types of CMS: RFC 5652, sections 5.1 and 6.1. */
    private static final String SIGNED_DATA = "\u002A\u0086\u0048\u0086\u00F7\r\u0001\u0007\u0002";

    private static final String ENVELOPED_DATA = "\u002A\u0086\u0048\u0086\u00F7\r\u0001\u0007\u0003";

    @ParameterizedTest
    @CsvSource({
        "smime-signed, SMIME_SIGNED",
        "smime-sealed, SMIME_SIGNED",
        "smime-encrypted, SMIME_ENCRYPTED",
        "pgp-signed, PGP_SIGNED",
        "pgp-encrypted, PGP_ENCRYPTED"
    })
    void how_a_mail_is_protected_is_recognized_and_none_of_its_bytes_changes(String name, MailProtection protection)
            throws IOException {
        byte[] raw = raw(name);
        assertThat(MailInspector.standard().inspect(raw).protection()).contains(protection);
        assertThat(Mails.read(raw).raw().bytes()).isEqualTo(raw);
    }

    @ParameterizedTest
    @CsvSource({"smime-signed, smime.p7s", "pgp-signed, OpenPGP_signature.asc"})
    void a_signed_mail_is_read_like_any_other_and_its_signature_is_a_file(String name, String signature)
            throws IOException {
        InboundMessage mail = Mails.read(raw(name));
        assertThat(mail.fullText()).isEqualTo(TEXT);
        assertThat(names(mail)).containsExactly(CONTRACT, signature);
        assertThat(mail.contents().get(0).bytes()).asString(ISO_8859_1).isEqualTo("%PDF-1.4\n% no real PDF\n");
    }

    @Test
    void the_signature_of_s_mime_is_kept_as_it_was_made() throws IOException {
        byte[] signature = Mails.read(raw("smime-signed")).contents().get(1).bytes();
        assertThat(signature).isEqualTo(lastBase64("smime-signed"));
        assertThat(signature).asString(ISO_8859_1).contains(SIGNED_DATA);
    }

    @ParameterizedTest
    @CsvSource({"smime-sealed, 2", "smime-encrypted, 3"})
    void what_s_mime_seals_is_one_file_as_it_was_made(String name, int contentType) throws IOException {
        InboundMessage mail = Mails.read(raw(name));
        assertThat(names(mail)).containsExactly("smime.p7m");
        assertThat(mail.attachments().get(0).contentType()).isEqualTo("application/pkcs7-mime");
        assertThat(mail.contents().get(0).bytes()).isEqualTo(lastBase64(name));
        assertThat(mail.contents().get(0).bytes())
                .asString(ISO_8859_1)
                .contains(contentType == 2 ? SIGNED_DATA : ENVELOPED_DATA);
        assertThat(mail.fullText()).isEmpty();
    }

    @Test
    void the_armor_of_openpgp_is_kept_as_it_was_made() throws IOException {
        String raw = new String(raw("pgp-encrypted"), ISO_8859_1);
        InboundMessage mail = Mails.read(raw("pgp-encrypted"));
        assertThat(names(mail)).containsExactly("attachment.asc", "encrypted.asc");
        assertThat(mail.contents().get(0).bytes()).asString(ISO_8859_1).isEqualTo("Version: 1\r\n");
        assertThat(mail.contents().get(1).bytes())
                .asString(ISO_8859_1)
                .isEqualTo(raw.substring(raw.indexOf("-----BEGIN PGP"), raw.indexOf("\r\n--outer--")));

        String signed = new String(raw("pgp-signed"), ISO_8859_1);
        assertThat(Mails.read(raw("pgp-signed")).contents().get(1).bytes())
                .asString(ISO_8859_1)
                .isEqualTo(signed.substring(signed.indexOf("-----BEGIN PGP"), signed.indexOf("\r\n--outer--")));
    }

    private static List<String> names(InboundMessage mail) {
        return mail.attachments().stream().map(file -> file.name()).toList();
    }

    private static byte[] lastBase64(String name) throws IOException {
        Matcher lines =
                Pattern.compile("\r\n\r\n((?:[A-Za-z0-9+/=]+\r\n)+)").matcher(new String(raw(name), ISO_8859_1));
        String last = lines.results().map(found -> found.group(1)).reduce("", (a, b) -> b);
        return Base64.getMimeDecoder().decode(last);
    }

    private static byte[] raw(String name) throws IOException {
        try (InputStream in = SealedMailTest.class.getResourceAsStream("sealed/" + name + ".eml")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
