package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.Disposition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailPipeTest {
    private final FetchOffice office = new FetchOffice();
    private final MailPipe pipe = MailPipe.of(office.intake);

    @AfterEach
    void close() {
        office.close();
    }

    private PipeExit take(String mail) {
        return pipe.take(new ByteArrayInputStream(Mails.raw(mail)));
    }

    @Test
    void a_mail_is_taken_with_what_the_server_adds() {
        String mail = "From: kari@kunde.example\nMessage-ID: <1@kunde.example>\nSubject: one\n\ntext\n";
        assertThat(take("From kari@kunde.example  Thu Nov 26 10:00:00 2026\nDelivered-To: support@desk.example\n"
                        + mail))
                .isEqualTo(PipeExit.OK);
        assertThat(take(mail)).isEqualTo(PipeExit.OK);
        assertThat(office.subjects()).containsExactly("one");
        assertThat(office.receipts()).hasSize(1);
    }

    @Test
    void what_is_no_mail_is_kept_and_told() {
        assertThat(take("hello")).isEqualTo(PipeExit.DATA_ERROR);
        assertThat(office.receipts(Disposition.QUARANTINED)).hasSize(1);
        assertThat(PipeExit.DATA_ERROR.code()).isEqualTo(65);
    }

    @Test
    void a_mail_that_nobody_can_read_is_kept() {
        assertThat(take("Subject: no sender\n\ntext\n")).isEqualTo(PipeExit.OK);
        assertThat(office.receipts(Disposition.QUARANTINED)).hasSize(1);
    }

    @Test
    void nothing_is_no_mail() {
        assertThat(take("")).isEqualTo(PipeExit.NO_INPUT);
        assertThat(office.receipts()).isEmpty();
    }

    @Test
    void a_mail_that_is_too_large_is_read_to_its_end_and_its_beginning_kept() throws IOException {
        byte[] line = "x".repeat(998).concat("\r\n").getBytes(Charsets.WINDOWS_1252);
        InputStream body = new InputStream() {
            private long left = 40_000_000;

            @Override
            public int read() {
                left--;
                return left < 0 ? -1 : line[(int) (left % line.length)];
            }
        };
        byte[] head = Mails.raw("From: a@x.example\nMessage-ID: <big@x.example>\n\n");
        assertThat(pipe.take(new SequenceInputStream(new ByteArrayInputStream(head), body)))
                .isEqualTo(PipeExit.OK);
        assertThat(body.read()).isNegative();
        assertThat(office.receipts(Disposition.QUARANTINED)).hasSize(1).allSatisfy(receipt -> {
            assertThat(receipt.raw().size()).isEqualTo(MailReader.MAX_HEADER_BYTES);
            assertThat(receipt.reason()).contains("bytes long");
        });
    }

    @Test
    void whatever_fails_leaves_the_mail_with_the_server() {
        office.categorizer.poison = Optional.of("text");
        assertThat(take("From: a@x.example\n\ntext\n")).isEqualTo(PipeExit.TEMPORARY_FAILURE);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken pipe");
            }
        };
        assertThat(pipe.take(broken)).isEqualTo(PipeExit.TEMPORARY_FAILURE);
        assertThat(office.receipts()).isEmpty();
        assertThat(PipeExit.TEMPORARY_FAILURE.code()).isEqualTo(75);
    }
}
