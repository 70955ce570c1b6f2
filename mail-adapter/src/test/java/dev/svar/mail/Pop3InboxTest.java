package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.message.Disposition;
import dev.svar.store.Cursor;
import jakarta.mail.Flags;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class Pop3InboxTest {
    private final FetchOffice office = new FetchOffice();

    @AfterEach
    void close() {
        office.close();
    }

    private Pop3Inbox.Builder pop3(int port) {
        return Pop3Inbox.builder("127.0.0.1", port, MailLogin.password(FetchOffice.USER, FetchOffice.PASSWORD))
                .security(SmtpSecurity.NONE);
    }

    private Pop3Inbox pop3() {
        return pop3(office.server.getPop3().getPort()).build();
    }

    @Test
    void what_stays_on_the_server_is_loaded_once() throws Exception {
        try (MailProxy proxy = new MailProxy(office.server.getPop3().getPort())) {
            office.deliver("one", "two");
            Pop3Inbox inbox = pop3(proxy.port()).build();
            assertThat(office.fetch(inbox).taken()).isEqualTo(2);
            office.deliver("three");
            assertThat(office.fetch(inbox).taken()).isEqualTo(1);
            assertThat(office.fetch(pop3(proxy.port()).build()).taken()).isZero();
            assertThat(proxy.said().stream().filter(said -> said.contains("RETR")))
                    .hasSize(3);
        }
        assertThat(office.subjects()).containsExactly("one", "two", "three");
        assertThat(FetchOffice.subjectsIn(office.inbox())).containsExactly("one", "two", "three");
    }

    @Test
    void what_was_taken_may_be_deleted() {
        office.deliver("one", "two");
        Pop3Inbox inbox = pop3(office.server.getPop3().getPort())
                .afterwards(AfterTaking.delete())
                .build();
        assertThat(office.fetch(inbox).taken()).isEqualTo(2);
        assertThat(FetchOffice.subjectsIn(office.inbox())).isEmpty();
    }

    @Test
    void what_could_not_be_deleted_is_deleted_the_next_time_and_not_taken_again() {
        office.deliver("one", "two");
        office.fetch(pop3());
        Pop3Inbox inbox = pop3(office.server.getPop3().getPort())
                .afterwards(AfterTaking.delete())
                .build();
        assertThat(office.fetch(inbox).taken()).isZero();
        assertThat(FetchOffice.subjectsIn(office.inbox())).isEmpty();
        assertThat(office.receipts()).hasSize(2);
    }

    @Test
    void bytes_arrive_as_they_were_sent() {
        office.deliverAs("dots", "dots", ".a line\n..two\n.\nend");
        office.fetch(pop3());
        byte[] raw = office.desk
                .content(office.receipts(Disposition.OPENED).get(0).raw())
                .orElseThrow()
                .bytes();
        assertThat(new String(raw, Charsets.WINDOWS_1252)).contains("\r\n.a line\r\n..two\r\n.\r\nend");
    }

    @Test
    void of_a_message_that_is_too_large_the_header_is_kept() {
        office.deliverAs("huge", "huge", "x".repeat(998).concat("\n").repeat(32_000));
        office.deliver("next");
        assertThat(office.fetch(pop3()).taken()).isEqualTo(2);
        assertThat(office.subjects()).containsExactly("next");
        assertThat(office.receipts(Disposition.QUARANTINED))
                .hasSize(1)
                .allSatisfy(receipt -> assertThat(receipt.key().value()).startsWith("<huge@kunde.example>"));
    }

    @Test
    void what_is_gone_from_the_server_is_forgotten_by_this_process_and_by_the_next() throws Exception {
        office.deliver("one", "two", "three");
        Pop3Inbox inbox = pop3();
        office.fetch(inbox);
        assertThat(kept("")).hasSize(3);
        remove(0);
        office.fetch(inbox);
        assertThat(kept("")).hasSize(2);
        remove(0);
        office.fetch(pop3());
        assertThat(kept("")).hasSize(1);
        assertThat(office.fetch(pop3()).taken()).isZero();
        assertThat(office.subjects()).containsExactly("one", "two", "three");
    }

    @Test
    void what_was_tried_is_forgotten_when_it_is_taken_or_gone() throws Exception {
        office.deliver("bad", "good");
        office.categorizer.poison = Optional.of("text of bad");
        assertThatThrownBy(() -> office.fetch(pop3())).isInstanceOf(StackOverflowError.class);
        assertThat(kept(" tries")).hasSize(1);
        office.categorizer.poison = Optional.empty();
        assertThat(office.fetch(pop3()).taken()).isEqualTo(2);
        assertThat(kept(" tries")).isEmpty();

        office.deliver("worse");
        office.categorizer.poison = Optional.of("text of worse");
        assertThatThrownBy(() -> office.fetch(pop3())).isInstanceOf(StackOverflowError.class);
        assertThat(kept(" tries")).hasSize(1);
        remove(2);
        office.fetch(pop3());
        assertThat(kept(" tries")).isEmpty();

        Pop3Inbox inbox = pop3();
        office.deliver("worst");
        office.categorizer.poison = Optional.of("text of worst");
        assertThatThrownBy(() -> office.fetch(inbox)).isInstanceOf(StackOverflowError.class);
        assertThat(kept(" tries")).hasSize(1);
        remove(2);
        office.fetch(inbox);
        assertThat(kept(" tries")).as("by the process that tried").isEmpty();
    }

    @Test
    void a_server_that_shows_nothing_for_once_makes_us_forget_a_bounded_number() throws Exception {
        String[] subjects = IntStream.range(0, 250).mapToObj(i -> "nr. " + i).toArray(String[]::new);
        office.deliver(subjects);
        Pop3Inbox inbox = pop3();
        office.fetch(inbox);
        office.inbox().deleteAllMessages();
        office.fetch(inbox);
        assertThat(kept("")).hasSize(50);
        office.fetch(inbox);
        assertThat(kept("")).isEmpty();
    }

    private List<Cursor> kept(String what) {
        return office.store.cursors(TenantId.DEFAULT, pop3().id() + what, Optional.empty(), 1_000);
    }

    private void remove(int place) throws Exception {
        office.inbox().getMessages().get(place).setFlag(Flags.Flag.DELETED, true);
        office.inbox().expunge();
    }

    @Test
    void the_same_mail_over_another_protocol_is_taken_once() {
        office.deliver("one");
        office.fetch(office.imap());
        assertThat(office.fetch(pop3()).taken()).isEqualTo(1);
        assertThat(office.receipts()).hasSize(1);
    }

    @Test
    void there_is_no_folder_to_move_to() {
        assertThatThrownBy(() -> pop3(110).afterwards(AfterTaking.moveTo("Done")))
                .hasMessage("pop3.afterwards is a move, but there are no folders over POP3");
    }

    @Test
    void refused_credentials_are_for_a_person_to_mend() {
        Pop3Inbox inbox = Pop3Inbox.builder(
                        "127.0.0.1", office.server.getPop3().getPort(), MailLogin.password(FetchOffice.USER, "wr0ng"))
                .security(SmtpSecurity.NONE)
                .build();
        assertThatThrownBy(() -> office.fetch(inbox)).isInstanceOfSatisfying(MailboxException.class, e -> {
            assertThat(e.retryable()).isFalse();
            assertThat(List.of(e.getMessage(), inbox.toString())).noneMatch(text -> text.contains("wr0ng"));
        });
    }
}
