package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupportDeskTest {
    private static final Pattern COUNT = Pattern.compile("(\\w+)=(\\d+)");

    @TempDir
    Path folder = Path.of("");

    private String url = "";

    /** What one run printed and how it ended. */
    private record Run(int status, String out, String err) {
        Map<String, Integer> summary() {
            List<String> lines = out.lines().toList();
            String last = lines.get(lines.size() - 1);
            assertThat(last).startsWith("summary: ");
            Map<String, Integer> counts = new TreeMap<>();
            Matcher matcher = COUNT.matcher(last);
            while (matcher.find()) {
                counts.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
            }
            return counts;
        }
    }

    @BeforeEach
    void database() {
        url = "jdbc:h2:file:" + folder.resolve("desk").toAbsolutePath();
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = SupportDesk.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void the_day_is_lived_once_and_the_second_time_nothing_happens_twice() {
        Run first = run("--db", url);
        Run second = run("--db", url);

        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .contains("acknowledged bounced 5.1.1")
                .contains("first_response was due Fri 4 Dec 14:09, BROKEN")
                .contains("sla_warning accepted, delay_notice accepted, sla_breach accepted")
                .contains("joined SUP-1 (sent to the reply address of SUP-1)")
                .contains("automatic SUP-2 (Auto-Submitted: auto-replied)")
                .contains("Vi har fått meldingen din [SUP-1]", "Vi har fått ditt meddelande [SUP-2]")
                .contains("Viesti on saapunut [SUP-4]", "Megkaptuk üzenetét [SUP-5]")
                .contains("Мы получили ваше сообщение [SUP-6]")
                .contains("https://help.paamelding.example/t/");
        assertThat(first.summary())
                .isEqualTo(Map.of(
                        "messages", 36,
                        "tickets", 27,
                        "replies", 3,
                        "duplicates", 1,
                        "automatic", 3,
                        "bounces", 1,
                        "quarantined", 1,
                        "sent", 64,
                        "failed", 0));
        assertThat(second.summary())
                .isEqualTo(Map.of(
                        "messages", 36,
                        "tickets", 0,
                        "replies", 0,
                        "duplicates", 36,
                        "automatic", 0,
                        "bounces", 0,
                        "quarantined", 0,
                        "sent", 0,
                        "failed", 0));
        assertThat(second.out()).contains("36 of 36 messages carry an id that was taken before");
    }

    @Test
    void own_mail_is_counted_once_each_from_a_folder() throws IOException {
        Files.writeString(folder.resolve("a.eml"), mail("<1@a.example>", "One"));
        Files.writeString(folder.resolve("b.eml"), mail("<2@a.example>", "Two"));
        Files.writeString(folder.resolve("c.eml"), mail("<1@a.example>", "One"));
        Files.write(folder.resolve("d.eml"), new byte[] {0, 1, 2, 3});
        Files.writeString(
                folder.resolve("e.eml"), "Auto-Submitted: auto-generated\r\n" + mail("<3@a.example>", "Robot"));

        assertThat(run("--mail", folder.toString(), "--db", url).summary())
                .isEqualTo(Map.of(
                        "messages", 5,
                        "tickets", 2,
                        "replies", 0,
                        "duplicates", 1,
                        "automatic", 1,
                        "bounces", 0,
                        "quarantined", 1,
                        "sent", 1, // one sender, who is acknowledged once within the hour
                        "failed", 0));
    }

    @Test
    void own_mail_is_read_from_an_mbox_file() throws IOException {
        Path mbox = folder.resolve("inbox.mbox");
        Files.writeString(
                mbox,
                "From a@a.example Thu Dec  3 10:00:00 2026\n"
                        + mail("<1@a.example>", "One").replace("\r\n", "\n")
                        + ">From here on it is quoted\n>>From here twice\n\n"
                        + "From b@a.example Thu Dec  3 10:01:00 2026\n"
                        + mail("<2@a.example>", "Two").replace("\r\n", "\n"));

        assertThat(run("--mail", mbox.toString(), "--db", url).summary())
                .containsEntry("messages", 2)
                .containsEntry("tickets", 2);
    }

    @Test
    void help_explains_every_option() {
        Run help = run("--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("--mail PATH", "--db JDBC-URL", "--fresh", "--help");
    }

    @Test
    void what_cannot_be_done_gets_one_line_and_a_status() {
        assertRefused(run("--mial", "x"), "unknown option --mial");
        assertRefused(run("--mail"), "--mail needs a value");
        assertRefused(run("--mail", folder.resolve("nothing").toString()), "there is no file or folder");
        assertRefused(run("--fresh", "--db", url), "--fresh forgets the default database only");
        assertRefused(run("--db", "jdbc:nonsense:x"), "no driver here understands");
        assertRefused(run("--db", "jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1"), "127.0.0.1:1");
    }

    @Test
    void a_folder_without_mail_gets_one_line_and_a_status() {
        assertRefused(run("--mail", folder.toString(), "--db", "jdbc:h2:mem:empty"), "there is no mail in");
    }

    @Test
    void a_file_that_is_no_mail_gets_one_line_and_a_status() throws IOException {
        Path picture = folder.resolve("picture.png");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});

        assertRefused(run("--mail", picture.toString(), "--db", url), "mbox");
    }

    private static void assertRefused(Run run, String because) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("support desk: ").contains(because);
    }

    private static String mail(String messageId, String subject) {
        return "Message-ID: " + messageId
                + "\r\nFrom: Ann <ann@a.example>\r\nTo: support@paamelding.example\r\nSubject: " + subject
                + "\r\n\r\nI cannot log in to my account, please help me.\r\n";
    }
}
