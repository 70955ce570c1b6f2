package dev.svar.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the messages of an mbox begin and end (RFC 4155, and what programs make of it). */
class MboxReaderTest {
    private static final String FROM = "From a@x.example Thu Nov 26 10:00:00 2026\n";
    private static final int PIECE = 1 << 16;

    private static List<String> messages(String mbox) throws IOException {
        List<String> messages = new ArrayList<>();
        new MboxReader(new ByteArrayInputStream(mbox.getBytes(ISO_8859_1)), "box")
                .forEach(mail -> messages.add(new String(mail.bytes(), ISO_8859_1)));
        return messages;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From a@x.example Thu Nov 26 10:00:00 2026",
                "From a@x.example  Thu Nov  6 10:00 2026",
                "From \"A B\"@x.example Thu Nov 26 10:00:00 +0100 2026",
                "From - Thu, 26 Nov 2026 10:00:00",
                "From a@x.example 2026-11-26T10:00:00Z",
                "From a@x.example 2026-11-26 10:00:00"
            })
    void a_message_begins_where_somebody_wrote_on_a_day_at_a_time(String line) throws IOException {
        assertThat(messages(FROM + "Subject: 1\n\none\n\n" + line + "\nSubject: 2\n\ntwo\n"))
                .containsExactly("Subject: 1\n\none\n", "Subject: 2\n\ntwo\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From here at 10:00 in 2026 on.",
                "From Mon on in 2026 it fails.",
                "From Mon 10:00 on it fails.",
                "From: Mon 10:00 2026",
                "Fromm Mon 10:00 2026",
                "from Mon 10:00:00 2026"
            })
    void a_sentence_begins_none(String line) throws IOException {
        assertThat(messages(FROM + "Subject: 1\n\none\n\n" + line + "\n"))
                .containsExactly("Subject: 1\n\none\n\n" + line + "\n");
    }

    @Test
    void a_line_that_is_too_long_for_one_begins_none() throws IOException {
        String line = "From Thu Nov 26 10:00:00 2026" + " and on".repeat(100) + "\n";
        assertThat(messages(FROM + "\n\n" + line)).containsExactly("\n\n" + line);
    }

    @Test
    void the_first_line_needs_no_date() throws IOException {
        assertThat(messages("From kari\nSubject: 1\n\none\n")).containsExactly("Subject: 1\n\none\n");
        assertThat(messages("\n\nFrom kari\nSubject: 1\n\none\n")).containsExactly("Subject: 1\n\none\n");
    }

    @Test
    void of_what_stands_before_the_first_message_no_sentence_begins_one() throws IOException {
        assertThat(messages("Subject: 0\n\nFrom here on it fails.\n\nFrom there too.\n"))
                .containsExactly("Subject: 0\n\nFrom here on it fails.\n\nFrom there too.\n");
    }

    @Test
    void the_first_message_needs_no_empty_line_before_it() throws IOException {
        assertThat(messages("Subject: 0\nno end\n" + FROM + "Subject: 1\n"))
                .containsExactly("Subject: 0\nno end\n", "Subject: 1\n");
    }

    @Test
    void a_message_may_be_empty() throws IOException {
        assertThat(messages(FROM)).containsExactly("");
        assertThat(messages(FROM + "\n" + FROM)).containsExactly("", "");
    }

    @Test
    void half_a_byte_order_mark_is_text() throws IOException {
        assertThat(messages("\u00EF\u00BBSubject: 0\n")).containsExactly("\u00EF\u00BBSubject: 0\n");
        assertThat(messages("\u00EF\u00BB")).containsExactly("\u00EF\u00BB");
        assertThat(messages("\u00EF\u00BB\u00BF" + FROM + "Subject: 1\n")).containsExactly("Subject: 1\n");
    }

    @Test
    void nothing_begins_in_the_middle_of_a_very_long_line() throws IOException {
        String line = "x".repeat(PIECE);
        for (String behind : List.of(FROM, ">" + FROM, "\n" + FROM)) {
            assertThat(messages(FROM + "S: 1\n\n" + line + behind))
                    .as("behind it: %s", behind)
                    .containsExactly("S: 1\n\n" + line + behind);
            assertThat(messages("S: 0\n\n" + line + ">" + FROM)).containsExactly("S: 0\n\n" + line + ">" + FROM);
            assertThat(messages("S: 0\n\n" + line + FROM)).containsExactly("S: 0\n\n" + line + FROM);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_written_as_an_mbox_is_read_as_it_was(long seed) throws IOException {
        List<String> lines =
                List.of(FROM, ">" + FROM, ">>" + FROM, "From here\n", "\n", "\r\n", "a\rFrom b\n", "text\n");
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            List<String> mails = new ArrayList<>();
            StringBuilder mbox = new StringBuilder();
            for (int n = random.nextInt(1, 5); n > 0; n--) {
                String mail = "S: x\n"
                        + random.ints(random.nextInt(8), 0, lines.size())
                                .mapToObj(lines::get)
                                .collect(Collectors.joining());
                mails.add(mail);
                mbox.append(new String(MboxReader.entry(mail.getBytes(ISO_8859_1)), ISO_8859_1));
            }
            assertThat(messages(mbox.toString())).as("seed %s", seed).isEqualTo(mails);
        }
    }
}
