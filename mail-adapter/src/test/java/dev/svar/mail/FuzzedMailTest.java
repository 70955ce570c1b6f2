package dev.svar.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fuzzer found once. */
class FuzzedMailTest {
    private static final byte[] REPORT_HEAD =
            "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({"MAIL, empty"})
    void what_was_found_once_is_read_right(Promise promise, String name) {
        promise.check(bytes(name));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = FuzzedMailTest.class.getResourceAsStream("fuzzed/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What holds for any bytes. */
    enum Promise {
        /** A mail is read without an accident, and the same mail always alike. */
        MAIL {
            @Override
            void check(byte[] mail) {
                MailReading reading = MailInspector.standard().inspect(mail);
                assertThat(reading.problem().filter(p -> p.startsWith("could not be read:")))
                        .isEmpty();
                assertThat(MailInspector.standard().inspect(mail)).isEqualTo(reading);
            }
        },
        /** Nothing of a reply is lost, and something is shown of each that says something. */
        REPLY {
            @Override
            void check(byte[] reply) {
                String text = new String(reply, UTF_8);
                SplitReply split = ReplySplitter.ofText(text, "Re: Order");
                assertThat(split.text()).isEqualTo(text);
                boolean nothing = ReplyLine.of(text).stream().allMatch(line -> line.blank);
                assertThat(nothing || !split.visible().isBlank()).isTrue();
                assertThat(SafeHtml.of(text)).isEqualTo(SafeHtml.of(text));
                assertThat(ReplySplitter.ofHtml(text, "")).isEqualTo(ReplySplitter.ofHtml(text, ""));
            }
        },
        /** As for a mail, of one that a mail system sends about another. */
        REPORT {
            @Override
            void check(byte[] report) {
                ByteArrayOutputStream mail = new ByteArrayOutputStream();
                mail.writeBytes(REPORT_HEAD);
                mail.writeBytes(report);
                MAIL.check(mail.toByteArray());
            }
        };

        abstract void check(byte[] bytes);
    }
}
