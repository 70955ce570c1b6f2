package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.message.Disposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInboxTest {
    private final FetchOffice office = new FetchOffice();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        office.close();
    }

    private FolderInbox inbox() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        return FolderInbox.of("post", folder.resolve("in"), folder.resolve("done"), folder.resolve("failed"));
    }

    private void put(String name, String subject) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(
                folder.resolve(name),
                Mails.raw("From: kari@kunde.example\nMessage-ID: <" + subject + "@kunde.example>\nSubject: " + subject
                        + "\n\ntext of " + subject + "\n"));
    }

    private List<String> in(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void files_are_taken_in_the_order_of_their_names_and_moved() throws IOException {
        FolderInbox inbox = inbox();
        put("in/b.eml", "two");
        put("in/a.EML", "one");
        put("in/.c.eml", "being written");
        put("in/d.tmp", "being written too");
        assertThat(office.fetch(inbox)).isEqualTo(new FetchRun(false, 2, 0, false));
        assertThat(office.subjects()).containsExactly("one", "two");
        assertThat(in("done")).containsExactly("a.EML", "b.eml");
        assertThat(in("in")).containsExactly(".c.eml", "d.tmp");
    }

    @Test
    void what_is_in_quarantine_lies_apart() throws IOException {
        FolderInbox inbox = inbox();
        Files.write(folder.resolve("in/x.eml"), Mails.raw("Subject: no sender\n\nx\n"));
        put("in/y.eml", "good");
        assertThat(office.fetch(inbox).taken()).isEqualTo(2);
        assertThat(in("failed")).containsExactly("x.eml");
        assertThat(in("done")).containsExactly("y.eml");
    }

    @Test
    void an_earlier_file_of_the_same_name_is_not_lost() throws IOException {
        FolderInbox inbox = inbox();
        put("in/a.eml", "one");
        office.fetch(inbox);
        put("in/a.eml", "two");
        office.fetch(inbox);
        assertThat(in("done")).containsExactly("1-a.eml", "a.eml");
        assertThat(Files.readString(folder.resolve("done/a.eml"))).contains("Subject: one");
    }

    @Test
    void a_file_that_a_dead_process_took_is_moved_and_not_taken_again() throws IOException {
        FolderInbox inbox = inbox();
        put("in/a.eml", "one");
        office.intake.take(MailFiles.load(folder.resolve("in/a.eml")));
        assertThat(office.fetch(inbox).taken()).isEqualTo(1);
        assertThat(office.receipts()).hasSize(1);
        assertThat(in("in")).isEmpty();
    }

    @Test
    void a_file_that_fails_is_set_aside_after_some_tries() throws IOException {
        FolderInbox inbox = inbox();
        office.categorizer.poison = Optional.of("text of bad");
        put("in/a.eml", "bad");
        put("in/b.eml", "good");
        FetchLedger ledger = office.ledger.tries(2);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> inbox.fetch(office.intake, ledger, 10)).isInstanceOf(StackOverflowError.class);
        }
        assertThat(inbox.fetch(office.intake, ledger, 10)).isEqualTo(new FetchRun(false, 2, 1, false));
        assertThat(in("failed")).containsExactly("a.eml");
        assertThat(office.subjects()).containsExactly("good");
        assertThat(office.receipts(Disposition.QUARANTINED)).hasSize(1);
    }

    @Test
    void a_maildir_keeps_its_ways() throws IOException {
        put("new/1764000000.M1.host", "one");
        Files.write(folder.resolve("new/1764000001.M2.host"), Mails.raw("Subject: no sender\n\nx\n"));
        FolderInbox inbox = FolderInbox.maildir("post", folder);
        assertThat(office.fetch(inbox).taken()).isEqualTo(2);
        assertThat(in("cur")).containsExactly("1764000000.M1.host:2,S", "1764000001.M2.host:2,F");
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        FolderInbox nowhere = FolderInbox.maildir("post", folder.resolve("nowhere"));
        assertThatThrownBy(() -> office.fetch(nowhere))
                .isInstanceOf(MailboxException.class)
                .hasMessageContaining("nowhere");
    }

    private FolderInbox mboxes() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        return FolderInbox.mbox("archive", folder.resolve("in"), folder.resolve("done"), folder.resolve("failed"));
    }

    private void putMbox(String name, String... subjects) throws IOException {
        StringBuilder mbox = new StringBuilder();
        for (String subject : subjects) {
            mbox.append("From kari@kunde.example Thu Nov 26 10:00:00 2026\nFrom: kari@kunde.example\nMessage-ID: <")
                    .append(subject.replace(' ', '-'))
                    .append("@kunde.example>\nSubject: ")
                    .append(subject)
                    .append("\n\ntext of ")
                    .append(subject)
                    .append("\n>From here on\n\n");
        }
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in").resolve(name), mbox);
    }

    @Test
    void an_mbox_is_taken_message_by_message_and_moved_when_all_were() throws IOException {
        FolderInbox inbox = mboxes();
        putMbox("b.mbox", "three");
        putMbox("a.mbox", "one", "two");
        putMbox("empty.mbox");
        putMbox("c.txt", "something else");
        assertThat(office.fetch(inbox)).isEqualTo(new FetchRun(false, 3, 0, false));
        assertThat(office.subjects()).containsExactly("one", "two", "three");
        assertThat(in("done")).containsExactly("a.mbox", "b.mbox", "empty.mbox");
        assertThat(in("in")).containsExactly("c.txt");
        assertThat(office.store.cursors(TenantId.DEFAULT, inbox.id(), Optional.empty(), 10))
                .as("how far a file was taken that is gone")
                .isEmpty();
    }

    @Test
    void an_mbox_goes_on_where_the_last_process_stopped() throws IOException {
        putMbox("a.mbox", "one", "two", "three");
        assertThat(mboxes().fetch(office.intake, office.ledger, 2)).isEqualTo(new FetchRun(false, 2, 0, true));
        assertThat(in("in")).containsExactly("a.mbox");
        assertThat(office.fetch(mboxes()).taken()).isEqualTo(1);
        assertThat(office.receipts()).hasSize(3);
        assertThat(in("done")).containsExactly("a.mbox");
    }

    @Test
    void a_message_of_an_mbox_that_fails_lies_apart_and_holds_up_no_other_for_ever() throws IOException {
        putMbox("a.mbox", "one", "bad", "three");
        office.categorizer.poison = Optional.of("text of bad");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> office.fetch(mboxes())).isInstanceOf(StackOverflowError.class);
        }
        assertThat(office.fetch(mboxes())).isEqualTo(new FetchRun(false, 2, 1, false));
        assertThat(office.subjects()).containsExactly("one", "three");
        assertThat(office.receipts(Disposition.QUARANTINED)).hasSize(1);
        assertThat(in("done")).containsExactly("a.mbox");
        assertThat(Files.readString(folder.resolve("failed").resolve("a.mbox")))
                .startsWith("From MAILER-DAEMON ")
                .endsWith("text of bad\n>From here on\n\n");

        Files.move(
                folder.resolve("failed").resolve("a.mbox"), folder.resolve("in").resolve("again.mbox"));
        office.categorizer.poison = Optional.empty();
        assertThat(office.fetch(mboxes()).taken()).isEqualTo(1);
        assertThat(office.subjects())
                .as("what lies apart can be put back when it can be taken")
                .containsExactly("one", "three", "bad");
    }

    @Test
    void an_mbox_that_cannot_be_moved_is_told_and_read_again_without_harm() throws IOException {
        putMbox("a.mbox", "one", "two");
        Files.createDirectories(folder.resolve("done").getParent());
        Files.writeString(folder.resolve("done"), "a file where a folder should be");
        assertThatThrownBy(() -> office.fetch(mboxes()))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        e -> assertThat(e.getMessage()).endsWith("a file that was taken cannot be moved"));
        Files.delete(folder.resolve("done"));
        assertThat(office.fetch(mboxes()).taken()).isZero();
        assertThat(office.receipts()).hasSize(2);
        assertThat(in("done")).containsExactly("a.mbox");
    }

    @Test
    void what_stands_before_the_first_from_line_of_an_mbox_is_a_message_of_its_own() throws IOException {
        putMbox("a.mbox", "two", "three");
        Path file = folder.resolve("in/a.mbox");
        Files.writeString(file, "\n\nFrom: kari@kunde.example\nSubject: one\n\ntext of one\n" + Files.readString(file));
        assertThat(office.fetch(mboxes()).taken()).isEqualTo(3);
        assertThat(office.subjects()).containsExactly("one", "two", "three");
        assertThat(in("done")).containsExactly("a.mbox");
    }

    @Test
    void a_byte_order_mark_hides_no_message_of_an_mbox() throws IOException {
        putMbox("a.mbox", "one", "two");
        Path file = folder.resolve("in/a.mbox");
        Files.writeString(file, "\uFEFF" + Files.readString(file));
        assertThat(office.fetch(mboxes()).taken()).isEqualTo(2);
        assertThat(office.subjects()).containsExactly("one", "two");
    }

    @Test
    void empty_lines_before_the_first_from_line_belong_to_no_message() throws IOException {
        putMbox("a.mbox", "one");
        Path file = folder.resolve("in/a.mbox");
        Files.writeString(file, "\n\n\n" + Files.readString(file));
        office.fetch(mboxes());
        assertThat(office.subjects()).containsExactly("one");
    }

    @Test
    void an_mbox_without_mail_lies_apart() throws IOException {
        mboxes();
        Files.writeString(folder.resolve("in/a.mbox"), "\uFEFF\n\r\n\n");
        assertThat(office.fetch(mboxes()).taken()).isZero();
        assertThat(in("failed")).containsExactly("a.mbox");
    }

    @Test
    void an_mbox_that_cannot_be_read_holds_up_no_other() throws IOException {
        putMbox("b.mbox", "one");
        putUnreadable(folder.resolve("in/a.mbox"));
        assertThat(office.fetch(mboxes()).taken()).isEqualTo(1);
        assertThat(in("in")).containsExactly("a.mbox");
        assertThat(in("done")).containsExactly("b.mbox");
    }

    @Test
    void a_copy_of_a_message_begins_anew_behind_half_of_one() throws IOException {
        Files.createDirectories(folder.resolve("failed"));
        Files.writeString(folder.resolve("failed/a.mbox"), "From x Thu Nov 26 10:00:00 2026\nSubject: half\n\nof i");
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(
                folder.resolve("in/a.mbox"), "From x Thu Nov 26 10:00:00 2026\nSubject: no sender\n\na\rFrom b\n");
        office.fetch(mboxes());
        assertThat(Files.readString(folder.resolve("failed/a.mbox")))
                .contains("\n\nof i\n\nFrom MAILER-DAEMON ")
                .endsWith("\n\na\rFrom b\n\n");
    }

    /** Permissions stop everybody but root; on Linux, where builds run as root, there is a file that nobody reads from its beginning. */
    private static void putUnreadable(Path file) throws IOException {
        Path memory = Path.of("/proc/self/mem");
        if (Files.isRegularFile(memory)) {
            Files.createSymbolicLink(file, memory);
        } else {
            Files.setPosixFilePermissions(Files.createFile(file), Set.of());
        }
    }
}
