package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectMailTest {
    private static final String MAIL = """
            From: Kari <kari@customer.example>
            To: support@desk.example, boss@desk.example
            Cc: per@customer.example
            Reply-To: kari@home.example
            Subject: =?utf-8?q?Sp=C3=B8rsm=C3=A5l?=
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Thanks!

            On Monday, Support <support@desk.example> wrote:
            > Hello
            --b
            Content-Type: text/csv; name="a.csv"
            Content-Disposition: attachment; filename="a.csv"

            1,2
            --b--
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private List<JsonNode> lines(int status, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(InspectMail.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments))
                .isEqualTo(status);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(UTF_8).lines().toList()) {
            lines.add(new JsonMapper().readTree(line));
        }
        return lines;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, UTF_8);
    }

    private static String record(String id, String input, String raw) {
        return "{\"id\":\"" + id + "\",\"input\":\"" + input + "\",\"raw_base64\":\""
                + Base64.getEncoder().encodeToString(raw.getBytes(UTF_8)) + "\"}\n";
    }

    @Test
    void a_mail_is_told_with_its_reasons() throws IOException {
        JsonNode line = lines(0, file("a.eml", MAIL).toString()).get(0);

        assertThat(line.get("id").textValue()).endsWith("a.eml");
        assertThat(line.get("from").textValue()).isEqualTo("kari@customer.example");
        assertThat(line.get("from_name").textValue()).isEqualTo("Kari");
        assertThat(line.get("to").toString()).isEqualTo("[\"support@desk.example\",\"boss@desk.example\"]");
        assertThat(line.get("cc").toString()).isEqualTo("[\"per@customer.example\"]");
        assertThat(line.get("reply_to").toString()).isEqualTo("[\"kari@home.example\"]");
        assertThat(line.get("subject").textValue()).isEqualTo("Spørsmål");
        assertThat(line.get("body_text").textValue()).contains("> Hello");
        assertThat(line.get("reply_text").textValue()).isEqualTo("Thanks!");
        assertThat(line.at("/attachments/0/filename").textValue()).isEqualTo("a.csv");
        assertThat(line.at("/attachments/0/size").intValue()).isEqualTo(3);
        assertThat(line.at("/attachments/0/sha1").textValue()).isEqualTo("2219fecb861ae82ba2706e49a065c8d155e9f2a6");
        assertThat(line.get("is_auto_reply").booleanValue()).isTrue();
        assertThat(line.get("may_auto_respond").booleanValue()).isFalse();
        assertThat(line.get("is_bounce").booleanValue()).isFalse();
        assertThat(line.at("/reasons/may_not_answer").textValue()).isEqualTo("Auto-Submitted: auto-replied");
        assertThat(line.get("error").isNull()).isTrue();
    }

    @Test
    void a_folder_and_an_mbox_give_a_line_for_each_mail() throws IOException {
        file("a.eml", MAIL);
        file("b.eml", "");
        Path box = file(
                "box",
                "From a@b.example Thu Jan  1 00:00:00 1970\n" + MAIL + "\n"
                        + "From a@b.example Thu Jan  1 00:00:00 1970\nFrom: a@b.example\n\nx\n");

        List<JsonNode> lines = lines(0, folder.toString(), box.toString());

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1).get("from").textValue()).isEmpty();
        assertThat(lines.get(3).get("from").textValue()).isEqualTo("a@b.example");
    }

    @Test
    void every_record_is_answered_whatever_it_says() throws IOException {
        String records = record("mail", "rfc822", MAIL)
                + record("text", "text", "One\n\nOn Monday, Kari <k@c.example> wrote:\n> Two\n")
                + record("html", "text/html", "<p>One</p>")
                + record("other", "pdf", "x")
                + "{\"id\":5,\"input\":\"text\",\"raw_base64\":\"\"}\n"
                + "nonsense\n";

        List<JsonNode> lines = lines(0, "--records", file("r.jsonl", records).toString());

        assertThat(lines).hasSize(6);
        assertThat(lines.get(0).get("id").textValue()).isEqualTo("mail");
        assertThat(lines.get(1).get("reply_text").textValue()).isEqualTo("One");
        assertThat(lines.get(2).get("body_text").textValue()).isEqualTo("One");
        assertThat(lines.get(3).get("error").textValue()).startsWith("input must be one of");
        assertThat(lines.get(4).get("body_text").textValue()).isEmpty();
        assertThat(lines.get(5).get("error").textValue()).startsWith("no JSON");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.has("reply_text") && line.has("ms")).isTrue());
    }

    @Test
    void what_is_not_there_is_an_error_of_one_line() throws IOException {
        assertThat(lines(1, folder.resolve("nothing").toString())).isEmpty();
        assertThat(err.toString(UTF_8)).startsWith("error: ").contains("does not exist");
        assertThat(lines(2)).isEmpty();
    }
}
