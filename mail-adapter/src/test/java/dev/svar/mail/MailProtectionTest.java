package dev.svar.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailProtectionTest {
    private static final String HEAD = "From: kim@x.example\nSubject: s\nMIME-Version: 1.0\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256   | SMIME_SIGNED
            multipart/signed; protocol="application/x-pkcs7-signature"                 | SMIME_SIGNED
            multipart/signed; protocol="application/pgp-signature"                     | PGP_SIGNED
            multipart/signed                                                           |
            multipart/encrypted; protocol="application/pgp-encrypted"                  | PGP_ENCRYPTED
            application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m          | SMIME_ENCRYPTED
            application/x-pkcs7-mime; name=smime.p7m                                   | SMIME_ENCRYPTED
            application/pkcs7-mime; smime-type=signed-data; name=smime.p7m             | SMIME_SIGNED
            application/pkcs7-mime; smime-type=authEnveloped-data; name=smime.p7m      | SMIME_ENCRYPTED
            application/pkcs7-mime; smime-type=certs-only; name=smime.p7c              |
            application/pkcs7-mime; smime-type=compressed-data; name=smime.p7z         |
            text/plain                                                                 |
            """)
    void the_content_type_tells_how_a_mail_is_protected(String type, MailProtection protection) {
        boolean multipart = type.startsWith("multipart");
        String mail = HEAD + "Content-Type: " + type + (multipart ? "; boundary=b" : "") + "\n\n"
                + (multipart ? "--b\nContent-Type: text/plain\n\nHello\n--b--\n" : "MIAGCSqG\n");
        assertThat(read(mail).protection().orElse(null)).isEqualTo(protection);
    }

    @Test
    void the_text_of_a_signed_mail_is_read_and_its_signature_is_a_file() {
        MailReading mail =
                read(HEAD + "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\n\n"
                        + "--b\nContent-Type: text/plain\n\nHello\n"
                        + "--b\nContent-Type: application/pgp-signature; name=signature.asc\n\n"
                        + "-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n--b--\n");
        assertThat(mail.visibleText()).isEqualTo("Hello");
        assertThat(mail.files()).extracting(MailFile::name).containsExactly("signature.asc");
        assertThat(mail.protection()).contains(MailProtection.PGP_SIGNED);
    }

    @Test
    void a_protected_mail_is_recognized_within_what_a_list_wraps_around_it() {
        String mail = HEAD + "Content-Type: multipart/mixed; boundary=a\n\n--a\n"
                + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n"
                + "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n"
                + "--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\nx\n--b--\n"
                + "--a\nContent-Type: text/plain\n\n_______________\nThe list\n--a--\n";
        assertThat(read(mail).protection()).contains(MailProtection.PGP_ENCRYPTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -----BEGIN PGP MESSAGE-----            | PGP_ENCRYPTED
            -----BEGIN PGP SIGNED MESSAGE-----     | PGP_SIGNED
            > -----BEGIN PGP MESSAGE-----          |
            -----BEGIN PGP PUBLIC KEY BLOCK-----   |
            """)
    void armour_within_the_text_is_recognized_where_it_is_not_quoted(String line, MailProtection protection) {
        String mail = HEAD + "\n" + line + "\nHash: SHA256\n\nHello\n";
        assertThat(read(mail).protection().orElse(null)).isEqualTo(protection);
    }

    private static MailReading read(String mail) {
        return MailInspector.standard().inspect(mail.getBytes(US_ASCII));
    }
}
