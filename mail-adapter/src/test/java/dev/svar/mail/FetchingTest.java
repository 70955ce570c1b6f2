package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import dev.svar.Taken;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.Receipt;
import dev.svar.store.Cursor;
import dev.svar.store.StoreException;
import dev.svar.ticket.TicketId;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A desk fetches from a real IMAP server. */
@Timeout(60)
class FetchingTest {
    private final FetchOffice office = new FetchOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_process_that_starts_anew_goes_on_where_the_last_one_stopped() throws Exception {
        try (MailProxy proxy = new MailProxy(office.server.getImap().getPort())) {
            office.deliver("one", "two");
            assertThat(office.fetch(office.imap(proxy.port()).build()).taken()).isEqualTo(2);
            office.deliver("three");
            assertThat(office.fetch(office.imap(proxy.port()).build()).taken()).isEqualTo(1);
            assertThat(office.fetch(office.imap(proxy.port()).build()).taken()).isZero();
            assertThat(office.subjects()).containsExactly("one", "two", "three");
            assertThat(proxy.said().stream().filter(said -> said.contains("BODY.PEEK[]<")))
                    .as("no message is loaded twice")
                    .hasSize(3);
        }
    }

    @Test
    void a_limit_leaves_the_rest_for_the_next_call() {
        office.deliver("one", "two", "three");
        ImapInbox inbox = office.imap();
        assertThat(inbox.fetch(office.intake, office.ledger, 2)).isEqualTo(new FetchRun(false, 2, 0, true));
        assertThat(inbox.fetch(office.intake, office.ledger, 2)).isEqualTo(new FetchRun(false, 1, 0, false));
    }

    @Test
    void only_one_node_fetches_at_a_time() {
        office.deliver("one");
        FetchTurn other = office.ledger.begin(office.imap().id()).orElseThrow();
        assertThat(office.fetch(office.imap())).isEqualTo(FetchRun.ELSEWHERE);
        other.end();
        assertThat(office.fetch(office.imap()).taken()).isEqualTo(1);
    }

    @Test
    void another_node_goes_on_when_the_lease_of_a_dead_one_has_ended() {
        office.deliver("one");
        String id = office.imap().id();
        FetchTurn dead = office.ledger.begin(id).orElseThrow();
        office.time.advance(Duration.ofMinutes(4));
        FetchTurn next = office.ledger.begin(id).orElseThrow();
        assertThat(dead.commit(new Cursor(id, new TicketId(new UUID(0, 1)), 9))).isFalse();
        assertThat(dead.isLost()).isTrue();
        assertThat(next.kept(new UUID(0, 1))).isZero();
        next.end();
        assertThat(office.fetch(office.imap()).taken()).isEqualTo(1);
    }

    @Test
    void two_fetchers_on_one_mailbox_take_each_message_once() throws Exception {
        String[] subjects = IntStream.range(0, 60).mapToObj(i -> "mail " + i).toArray(String[]::new);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> nodes = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                ImapInbox inbox = office.imap();
                nodes.add(threads.submit(() -> {
                    int taken = 0;
                    while (office.subjects().size() < subjects.length) {
                        taken += inbox.fetch(office.intake, office.ledger, 7).taken();
                    }
                    return taken;
                }));
            }
            office.deliver(subjects);
            assertThat(nodes.get(0).get() + nodes.get(1).get()).isEqualTo(subjects.length);
        } finally {
            threads.shutdownNow();
        }
        assertThat(office.subjects()).containsExactly(subjects);
        assertThat(office.receipts()).hasSize(subjects.length);
    }

    @Test
    void another_uidvalidity_loses_and_doubles_nothing() throws Exception {
        try (MailProxy proxy = new MailProxy(office.server.getImap().getPort())) {
            ImapInbox inbox = office.imap(proxy.port()).build();
            office.deliver("one", "two");
            office.fetch(inbox);
            proxy.reword(text -> text.replaceAll("UIDVALIDITY \\d", "UIDVALIDITY 9"));
            office.deliver("three");
            assertThat(office.fetch(inbox).taken()).isEqualTo(3);
            assertThat(office.subjects()).containsExactly("one", "two", "three");
            assertThat(office.receipts()).hasSize(3);
            office.deliver("four");
            assertThat(office.fetch(inbox).taken()).isEqualTo(1);
        }
    }

    @Test
    void the_same_id_with_other_content_is_another_message() {
        office.deliverAs("id", "first", "text");
        office.deliverAs("id", "first", "text");
        office.deliverAs("id", "second", "other text");
        assertThat(office.fetch(office.imap()).taken()).isEqualTo(3);
        assertThat(office.subjects()).containsExactly("first", "second");
        assertThat(office.receipts(Disposition.OPENED)).hasSize(2);
    }

    @Test
    void whoever_reads_the_inbox_meanwhile_hides_nothing() {
        office.deliver("one", "two", "three", "four");
        MailFolder folder = office.inbox();
        FetchOffice.flags(folder).forEach(flags -> flags.add(Flags.Flag.SEEN));
        List<String> taken = new ArrayList<>();
        int count = office.imap()
                .drain(
                        mail -> {
                            String subject = ((InboundMessage) Mails.READER.read(mail)).subject();
                            taken.add(subject);
                            if (subject.equals("one")) {
                                removeSecond(folder);
                                folder.getMessages().get(2).setFlag(Flags.Flag.SEEN, false);
                            }
                        },
                        100);
        assertThat(taken).containsExactly("one", "three", "four");
        assertThat(count).isEqualTo(3);
    }

    private static void removeSecond(MailFolder folder) {
        try {
            folder.getMessages().get(1).setFlag(Flags.Flag.DELETED, true);
            folder.expunge();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_was_taken_is_flagged_as_seen_and_nothing_else() {
        office.deliver("one");
        office.fetch(office.imap());
        office.deliver("two");
        assertThat(FetchOffice.flags(office.inbox()).map(f -> f.contains(Flags.Flag.SEEN)))
                .containsExactly(true, false);
    }

    @Test
    void what_was_taken_may_stay_as_it_is() {
        office.deliver("one");
        office.fetch(office.imap(office.server.getImap().getPort())
                .afterwards(AfterTaking.leave())
                .build());
        assertThat(FetchOffice.flags(office.inbox()).map(f -> f.contains(Flags.Flag.SEEN)))
                .containsExactly(false);
    }

    @ParameterizedTest
    @CsvSource({"nothing", "MOVE", "UIDPLUS", "MOVE UIDPLUS"})
    void what_was_taken_is_moved_to_a_folder_with_what_the_server_can(String lacks) throws Exception {
        try (MailProxy proxy = new MailProxy(office.server.getImap().getPort())) {
            proxy.reword(without(lacks));
            office.deliver("one", "two");
            office.fetch(office.imap(proxy.port())
                    .afterwards(AfterTaking.moveTo("Done"))
                    .build());
            assertThat(FetchOffice.subjectsIn(office.inbox())).isEmpty();
            assertThat(FetchOffice.subjectsIn(office.folder("Done"))).containsExactly("one", "two");
        }
    }

    @ParameterizedTest
    @CsvSource({"nothing", "UIDPLUS"})
    void what_was_taken_is_deleted_and_nothing_that_others_flagged(String lacks) throws Exception {
        try (MailProxy proxy = new MailProxy(office.server.getImap().getPort())) {
            proxy.reword(without(lacks));
            ImapInbox inbox =
                    office.imap(proxy.port()).afterwards(AfterTaking.delete()).build();
            office.deliver("one");
            office.fetch(inbox);
            assertThat(FetchOffice.subjectsIn(office.inbox())).isEmpty();
            office.deliver("kept");
            office.fetch(
                    office.imap(proxy.port()).afterwards(AfterTaking.leave()).build());
            office.inbox().getMessages().get(0).setFlag(Flags.Flag.DELETED, true);
            office.deliver("two");
            office.fetch(inbox);
            assertThat(FetchOffice.subjectsIn(office.inbox())).contains("kept");
            assertThat(office.subjects()).containsExactly("one", "kept", "two");
        }
    }

    private static UnaryOperator<String> without(String capabilities) {
        return text -> {
            String without = text;
            for (String capability : capabilities.split(" ", -1)) {
                without = without.replace(" " + capability, " X" + capability.substring(1));
            }
            return text.contains("CAPABILITY") ? without : text;
        };
    }

    @Test
    void an_acknowledgment_that_got_lost_is_made_up_for() throws Exception {
        ImapInbox inbox = office.imap(office.server.getImap().getPort())
                .afterwards(AfterTaking.moveTo("Done"))
                .build();
        office.deliver("one", "two", "three");
        dies(
                inbox,
                box -> box.beforeAcknowledging(() -> {
                    throw new FaultyMailbox.Killed();
                }));
        assertThat(FetchOffice.subjectsIn(office.inbox())).containsExactly("one", "two", "three");
        office.time.advance(Duration.ofMinutes(4));
        assertThat(office.fetch(inbox).taken()).isEqualTo(2);
        assertThat(FetchOffice.subjectsIn(office.folder("Done"))).containsExactly("one", "two", "three");
        assertThat(office.subjects()).containsExactly("one", "two", "three");
    }

    @Test
    void another_policy_is_for_what_comes_from_then_on() {
        office.deliver("old");
        office.fetch(office.imap());
        office.deliver("new");
        office.fetch(office.imap(office.server.getImap().getPort())
                .afterwards(AfterTaking.delete())
                .build());
        assertThat(FetchOffice.subjectsIn(office.inbox())).containsExactly("old");
    }

    @Test
    void a_message_that_fails_is_set_aside_after_some_tries_and_can_be_replayed() {
        FetchLedger ledger = office.ledger.tries(3);
        office.categorizer.poison = Optional.of("text of two");
        office.deliver("one", "two", "three");
        ImapInbox inbox = office.imap();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> inbox.fetch(office.intake, ledger, 100)).isInstanceOf(StackOverflowError.class);
            assertThat(office.subjects()).containsExactly("one");
        }
        assertThat(inbox.fetch(office.intake, ledger, 100)).isEqualTo(new FetchRun(false, 2, 1, false));
        assertThat(office.subjects()).containsExactly("one", "three");

        Receipt aside = office.receipts(Disposition.QUARANTINED).get(0);
        assertThat(aside.reason()).isEqualTo("could not be taken: java.lang.StackOverflowError");
        assertThat(new String(office.desk.content(aside.raw()).orElseThrow().bytes(), Charsets.WINDOWS_1252))
                .contains("text of two");

        office.categorizer.poison = Optional.empty();
        Taken again = office.intake.replay(aside);
        assertThat(again.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(office.intake.replay(aside).duplicate()).isTrue();
        assertThat(office.subjects()).containsExactly("one", "three", "two");
    }

    @Test
    void a_store_that_is_away_is_no_fault_of_a_message() {
        FetchLedger ledger = office.ledger.tries(2);
        office.deliver("one");
        office.trouble = Optional.of(new StoreException("away", new IllegalStateException(), true));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> office.imap().fetch(office.intake, ledger, 9))
                    .isInstanceOf(StoreException.class);
        }
        office.trouble = Optional.empty();
        assertThat(office.imap().fetch(office.intake, ledger, 9)).isEqualTo(new FetchRun(false, 1, 0, false));
        assertThat(office.subjects()).containsExactly("one");
    }

    @Test
    void a_store_that_takes_no_bytes_loses_no_message() {
        FetchLedger ledger = office.ledger.tries(1);
        office.deliver("one", "two");
        office.trouble = Optional.of(new StoreException("no room"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> office.imap().fetch(office.intake, ledger, 9))
                    .isInstanceOf(StoreException.class);
        }
        office.trouble = Optional.empty();
        assertThat(office.imap().fetch(office.intake, ledger, 9)).isEqualTo(new FetchRun(false, 2, 1, false));
        assertThat(office.subjects()).containsExactly("two");
        Receipt aside = office.receipts(Disposition.QUARANTINED).get(0);
        assertThat(office.intake.replay(aside).receipt().disposition()).isEqualTo(Disposition.OPENED);
    }

    @Test
    void what_was_refused_can_be_replayed_as_often_as_it_comes_back() {
        office.append(Mails.raw("Subject: no sender\n\nx\n"));
        office.fetch(office.imap());
        Receipt first = office.receipts(Disposition.QUARANTINED).get(0);
        Taken again = office.intake.replay(first);
        assertThat(again.duplicate()).isFalse();
        assertThat(again.receipt().key()).isNotEqualTo(first.key());
        assertThat(again.receipt().reason()).isEqualTo("names no sender");
        assertThat(office.receipts(Disposition.QUARANTINED)).hasSize(2);
    }

    @Test
    void only_what_is_in_quarantine_is_replayed() {
        office.deliver("one");
        office.fetch(office.imap());
        Receipt opened = office.receipts(Disposition.OPENED).get(0);
        assertThatThrownBy(() -> office.intake.replay(opened))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("receipt is OPENED, not in quarantine");
    }

    @Test
    void a_message_that_ends_the_process_is_set_aside_unread() throws Exception {
        office.deliver("one", "two");
        FetchLedger ledger = office.ledger.tries(2);
        ImapInbox inbox = office.imap();
        for (int i = 0; i < 3; i++) {
            dies(
                    inbox,
                    box -> box.beforeLoading(() -> {
                        throw new FaultyMailbox.Killed();
                    }));
            assertThat(inbox.fetch(office.intake, ledger, 100))
                    .as("its lease has not ended")
                    .isEqualTo(FetchRun.ELSEWHERE);
            office.time.advance(Duration.ofMinutes(4));
        }
        assertThat(inbox.fetch(office.intake, ledger, 100)).isEqualTo(new FetchRun(false, 2, 1, false));
        assertThat(office.subjects()).containsExactly("two");
        assertThat(office.receipts(Disposition.QUARANTINED).get(0).reason())
                .isEqualTo("could not be taken, perhaps it ended the process");
    }

    @Test
    void a_message_that_the_server_does_not_give_out_holds_up_none_for_ever_and_stays_there() throws Exception {
        FetchLedger ledger = office.ledger.tries(1);
        office.deliver("one", "two");
        ImapInbox inbox = office.imap(office.server.getImap().getPort())
                .afterwards(AfterTaking.delete())
                .build();
        for (int i = 0; i < 2; i++) {
            FetchTurn turn = ledger.begin(inbox.id()).orElseThrow();
            try (ImapConnection connection = inbox.connect(new OpenSocket())) {
                FaultyMailbox box = new FaultyMailbox(connection).beforeLoading(() -> {
                    throw new MessagingException("NO [SERVERBUG]");
                });
                assertThatThrownBy(() -> new FetchLoop(inbox, office.intake, ledger).run(box, turn, 9, () -> false))
                        .isInstanceOf(MessagingException.class);
            }
            turn.end();
        }
        assertThat(inbox.fetch(office.intake, ledger, 100)).isEqualTo(new FetchRun(false, 2, 1, false));
        Receipt aside = office.receipts(Disposition.QUARANTINED).get(0);
        assertThat(aside.reason()).isEqualTo("could not be taken: NO [SERVERBUG]");
        assertThat(new String(office.desk.content(aside.raw()).orElseThrow().bytes(), Charsets.WINDOWS_1252))
                .contains("Subject: one")
                .doesNotContain("text of one");
        assertThat(FetchOffice.subjectsIn(office.inbox())).containsExactly("one");
    }

    /** Fetches until something ends the process, as far as others can tell. */
    private void dies(ImapInbox inbox, UnaryOperator<FaultyMailbox> fault) throws Exception {
        FetchTurn turn = office.ledger.begin(inbox.id()).orElseThrow();
        try (ImapConnection connection = inbox.connect(new OpenSocket())) {
            FaultyMailbox box = fault.apply(new FaultyMailbox(connection));
            assertThatThrownBy(() -> new FetchLoop(inbox, office.intake, office.ledger).run(box, turn, 9, () -> false))
                    .isInstanceOf(FaultyMailbox.Killed.class);
        }
    }

    @Test
    void a_mailbox_has_the_same_name_on_all_nodes_and_no_other_has_it() {
        ImapInbox inbox = office.imap(143).build();
        assertThat(inbox.id())
                .isEqualTo(office.imap(143).build().id())
                .hasSizeLessThanOrEqualTo(Cursor.MAX_NAME_LENGTH - 10)
                .isNotEqualTo(office.imap(144).build().id())
                .isNotEqualTo(office.imap(143).folder("Other").build().id());
    }

    @Test
    void limits_are_checked_by_name() {
        FetchLedger ledger = FetchLedger.of(office.store, TenantId.DEFAULT, office.time);
        assertThatThrownBy(() -> ledger.tries(0)).hasMessage("tries is 0, it must be from 1 to 1000");
        assertThatThrownBy(() -> ledger.lease(Duration.ofHours(2)))
                .hasMessage("lease is PT2H, it must be at most PT1H");
    }
}
