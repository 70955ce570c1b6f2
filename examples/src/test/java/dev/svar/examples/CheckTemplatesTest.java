package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckTemplatesTest {
    @TempDir
    private Path folder;

    private record Answer(int status, List<String> lines) {}

    private Answer check(String... fields) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments =
                Stream.concat(Stream.of(folder.toString()), Stream.of(fields)).toArray(String[]::new);
        int status = CheckTemplates.run(new PrintStream(out, true, UTF_8), arguments);
        return new Answer(status, out.toString(UTF_8).lines().toList());
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), content);
    }

    @BeforeEach
    void a_folder_in_which_nothing_is_wrong() throws IOException {
        write("messages/en.properties", "replies.one=%{count} reply\nreplies.other=%{count} replies\n");
        write("partials/footer/nb.liquid", "Org.nr. 1\n");
        write(
                "replied/nb.liquid",
                "Subject: Re: {{ ticket.title }}\n\nHei {{ ticket.requester.first_name | default: 'du' }},\n"
                        + "{{ 'replies' | t: count: ticket.comments.size }}\n"
                        + "{{ ticket.ticket_field_order }}{% render 'footer' %}\n");
    }

    @Test
    void templates_without_a_problem_pass() throws IOException {
        assertThat(check("order")).isEqualTo(new Answer(0, List.of("1 templates, 0 problems")));
    }

    @Test
    void a_misspelt_placeholder_fails_with_its_place_and_what_was_meant() throws IOException {
        write("acknowledged/nb.liquid", "Subject: [{{ ticket.idd }}]\n\nHei,\n  {{ ticket.requester.frist_name }}\n");
        write("solved/nb.liquid", "Subject: x\n\n{{ 'reples' | t: count: 1 }}\n{% render 'fotter' %}");

        assertThat(check("order"))
                .isEqualTo(new Answer(
                        1,
                        List.of(
                                "acknowledged/nb.liquid:1:14: there is no ticket.idd, did you mean ticket.id?",
                                "acknowledged/nb.liquid:4:6: there is no ticket.requester.frist_name,"
                                        + " did you mean ticket.requester.first_name?",
                                "solved/nb.liquid:3:15: there is no message reples, did you mean replies?",
                                "solved/nb.liquid:4:4: there is no partial fotter",
                                "3 templates, 4 problems")));
    }

    @Test
    void what_is_no_template_fails_with_its_place() throws IOException {
        write("acknowledged/nb.liquid", "Hei\n");
        write("partials/footer/nb.liquid", "{% if %}");

        assertThat(check("order").lines())
                .contains("acknowledged/nb.liquid:1:1: expected a line \"Subject: …\"")
                .anyMatch(line -> line.startsWith("partials/footer/nb.liquid:1:"));
        assertThat(check("order").status()).isEqualTo(1);
        write("messages/nb.properties", "a.one=x\n");
        assertThat(check("order").status()).isEqualTo(1);
    }

    @Test
    void a_folder_that_is_not_there_is_no_success() throws IOException {
        assertThat(CheckTemplates.run(new PrintStream(new ByteArrayOutputStream(), true, UTF_8), "no such folder"))
                .isEqualTo(2);
    }
}
