package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SignMailTest {
    private static final Pattern RECORD = Pattern.compile("To publish: (\\S+)\\. IN TXT \\( \"(.*)\" \\)");
    private static final Pattern STRINGS = Pattern.compile("\" \"");

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 4096})
    void what_is_sent_is_verified_by_the_record_that_is_to_be_published(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        Shown shown = Shown.by(stage -> run(stage, generator.generateKeyPair().getPrivate()));

        Matcher record = RECORD.matcher(shown.text());
        assertThat(record.find()).as(shown.text()).isTrue();
        List<String> strings = STRINGS.splitAsStream(record.group(2)).toList();
        assertThat(strings).allSatisfy(string -> assertThat(string).hasSizeLessThanOrEqualTo(255));
        DKIMVerifier verifier =
                new DKIMVerifier((methods, selector, domain) -> {
                    assertThat(selector + "._domainkey." + domain).isEqualTo(record.group(1));
                    return List.of(String.join("", strings));
                }) {
                    @Override
                    public SignatureRecord newSignatureRecord(String signature) {
                        return new SignatureRecordImpl(signature) {
                            @Override
                            public Long getSignatureTimestamp() {
                                // The time of the example is set by hand, that of the verifier is not.
                                return 0L;
                            }
                        };
                    }
                };
        String mail = shown.text().split("server gets: \n", 2)[1].replace("\n", "\r\n");
        assertThat(verifier.verify(new ByteArrayInputStream(mail.getBytes(UTF_8))))
                .singleElement()
                .satisfies(signature -> assertThat(signature.getDToken()).hasToString("shop.example"));
    }

    private static HelpDesk run(Stage stage, PrivateKey key) {
        try {
            return SignMail.run(stage, key);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
