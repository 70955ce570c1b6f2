package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.message.UnreadableMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFilesTest {
    private static final String FROM_LINE = "From a@x.example Thu Jan  1 00:00:00 2026\n";

    @TempDir
    private Path folder;

    @Test
    void a_folder_is_read_in_the_order_of_names_with_its_folders() throws IOException {
        Files.createDirectories(folder.resolve("m/deep"));
        write("z.eml", "Subject: z\n\n");
        write("m/deep/a.EML", "Subject: a\n\n");
        write("b.eml", "Subject: b\n\n");
        write("notes.txt", "no mail");
        assertThat(texts(folder)).containsExactly("Subject: b\n\n", "Subject: a\n\n", "Subject: z\n\n");
    }

    @Test
    void one_file_is_one_mail() throws IOException {
        assertThat(texts(write("one.eml", "Subject: x\n\ny\n"))).containsExactly("Subject: x\n\ny\n");
        assertThat(texts(write("no-extension", "Subject: x\n\ny\n"))).containsExactly("Subject: x\n\ny\n");
    }

    @Test
    void an_mbox_is_cut_at_its_from_lines() throws IOException {
        String mbox = FROM_LINE
                + "Subject: 1\nContent-Length: 3\n\nFrom here on it fails.\n\nFrom now on: Mon, 10:00, always.\n"
                + FROM_LINE + "in the middle\n\n"
                + FROM_LINE + "Subject: 2\n\n>From quoted\n>>From twice\n> From not\n\n\n"
                + "From - Fri, 2 Jan 2026 10:00:00\n" + "Subject: 3\n\nlast";
        assertThat(texts(write("box", mbox)))
                .containsExactly(
                        "Subject: 1\nContent-Length: 3\n\nFrom here on it fails.\n\nFrom now on: Mon, 10:00, always.\n"
                                + FROM_LINE + "in the middle\n",
                        "Subject: 2\n\nFrom quoted\n>From twice\n> From not\n\n",
                        "Subject: 3\n\nlast");
    }

    @Test
    void an_mbox_may_have_any_line_ends() throws IOException {
        String mbox = FROM_LINE + "Subject: 1\n\na\n\n" + FROM_LINE + "Subject: 2\n\nb\n";
        assertThat(texts(write("box", mbox.replace("\n", "\r\n"))))
                .containsExactly("Subject: 1\r\n\r\na\r\n", "Subject: 2\r\n\r\nb\r\n");
    }

    @Test
    void a_byte_order_mark_stands_before_everything() throws IOException {
        String mbox = FROM_LINE + "Subject: 1\n\na\n\n" + FROM_LINE + "Subject: 2\n\nb\n";
        assertThat(texts(write("box", "\uFEFF" + mbox))).containsExactly("Subject: 1\n\na\n", "Subject: 2\n\nb\n");
        assertThat(texts(write("empty", "\uFEFF"))).isEmpty();
        MailFiles one = MailFiles.open(write("one", "\uFEFFSubject: x\n\ny\n"));
        one.forEach(mail ->
                assertThat(MailInspector.standard().inspect(mail).subject()).isEqualTo("x"));
        Path eml = write("one.eml", "\uFEFFSubject: x\n\ny\n");
        MailFiles.open(eml)
                .forEach(mail -> assertThat(
                                MailInspector.standard().inspect(mail).subject())
                        .isEqualTo("x"));
    }

    @Test
    void messages_are_named_by_file_and_number() throws IOException {
        Path box = write("box", FROM_LINE + "Subject: 1\n\n\n" + FROM_LINE + "Subject: 2\n\n");
        List<String> sources = new ArrayList<>();
        assertThat(MailFiles.open(box).forEach(mail -> sources.add(mail.source())))
                .isEqualTo(2);
        assertThat(sources).containsExactly(box + ", message 1", box + ", message 2");
    }

    @Test
    void of_a_message_that_is_too_large_the_beginning_and_the_size_are_told() throws IOException {
        Path box = folder.resolve("box");
        try (OutputStream out = Files.newOutputStream(box)) {
            out.write((FROM_LINE + "From: a@x.example\nMessage-ID: <big@x.example>\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] line = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                out.write(line);
            }
            out.write(("\n\n" + FROM_LINE + "Subject: small\n\n").getBytes(StandardCharsets.UTF_8));
        }
        List<RawMail> mails = new ArrayList<>();
        assertThat(MailFiles.open(box).forEach(mails::add)).isEqualTo(2);
        assertThat(mails.get(0).whole()).isFalse();
        assertThat(mails.get(0).size()).isGreaterThan(40_000_000);
        assertThat(mails.get(0).bytes()).hasSize(MailReader.MAX_HEADER_BYTES);
        UnreadableMessage unreadable = (UnreadableMessage) Mails.READER.read(mails.get(0));
        assertThat(unreadable.key().value()).startsWith("<big@x.example> sha256:");
        assertThat(mails.get(1).whole()).isTrue();
    }

    @Test
    void an_empty_mbox_has_no_mail() throws IOException {
        assertThat(texts(write("box", ""))).isEmpty();
    }

    @Test
    void what_holds_no_mail_is_refused_by_name() throws IOException {
        Path nothing = folder.resolve("nothing");
        Path picture = write("picture", "\u0001\u0002 no header here");
        assertThatThrownBy(() -> MailFiles.open(nothing))
                .isInstanceOf(MailboxException.class)
                .hasMessage(nothing + " does not exist, or is neither a folder nor a file");
        assertThatThrownBy(() -> MailFiles.open(picture))
                .isInstanceOf(MailboxException.class)
                .hasMessage(picture + " is neither a folder of .eml files, nor a mail, nor an mbox file");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> texts(Path path) {
        List<String> texts = new ArrayList<>();
        MailFiles.open(path).forEach(mail -> texts.add(new String(mail.bytes(), StandardCharsets.UTF_8)));
        return texts;
    }
}
