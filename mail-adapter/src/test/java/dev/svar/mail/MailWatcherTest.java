package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A watcher on a real IMAP server behind a network that fails. */
@Timeout(90)
class MailWatcherTest {
    private final FetchOffice office = new FetchOffice();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private final CountDownLatch never = new CountDownLatch(1);
    private MailProxy proxy;

    @BeforeEach
    void connect() throws Exception {
        proxy = new MailProxy(office.server.getImap().getPort());
    }

    @AfterEach
    void close() throws Exception {
        executor.shutdownNow();
        proxy.close();
        office.close();
    }

    private MailWatcher.Builder watcher(UnaryOperator<ImapInbox.Builder> settings) {
        ImapInbox inbox = settings.apply(office.imap(proxy.port())).build();
        return MailWatcher.builder(inbox, office.intake, office.ledger, executor)
                .poll(Duration.ofMillis(50));
    }

    private MailWatcher.Builder watcher() {
        return watcher(inbox -> inbox.readTimeout(Duration.ofSeconds(1)));
    }

    private void until(MailWatcher watcher, Predicate<WatchStatus> wanted) throws InterruptedException {
        for (int i = 0; i < 3000 && !wanted.test(watcher.status()); i++) {
            never.await(10, TimeUnit.MILLISECONDS);
        }
        assertThat(watcher.status()).matches(wanted, "as wanted");
    }

    @Test
    void the_server_tells_of_what_arrives() throws Exception {
        office.deliver("one");
        try (MailWatcher watcher = watcher().poll(Duration.ofHours(1)).start()) {
            proxy.awaitSaid("IDLE", 1);
            assertThat(office.subjects()).containsExactly("one");
            office.deliver("two");
            until(watcher, status -> status.taken() == 2);
            proxy.awaitSaid("IDLE", 2);
            office.deliver("three");
            until(watcher, status -> status.taken() == 3);
            assertThat(watcher.status().connected()).isTrue();
            assertThat(watcher.status().lastSuccess()).contains(office.time.instant());
            assertThat(proxy.connections()).isEqualTo(1);
        }
        assertThat(office.subjects()).containsExactly("one", "two", "three");
    }

    @Test
    void idle_is_begun_anew_before_the_server_takes_it_for_dead() throws Exception {
        try (MailWatcher watcher = watcher().reissue(Duration.ofMillis(100)).start()) {
            proxy.awaitSaid("IDLE", 3);
            proxy.awaitSaid("DONE", 2);
            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(watcher.status().failuresInARow()).isZero();
        }
    }

    @Test
    void a_connection_that_is_cut_is_made_again() throws Exception {
        try (MailWatcher watcher = watcher().start()) {
            proxy.awaitSaid("IDLE", 1);
            proxy.cut();
            office.deliver("one");
            until(watcher, status -> status.taken() == 1);
            assertThat(watcher.status().lastError()).isPresent();
            assertThat(watcher.status().failuresInARow()).isZero();
        }
    }

    @Test
    void a_connection_that_died_unnoticed_is_found_out() throws Exception {
        try (MailWatcher watcher = watcher().reissue(Duration.ofMillis(300)).start()) {
            proxy.awaitSaid("IDLE", 1);
            proxy.swallow();
            office.deliver("one");
            until(watcher, status -> status.taken() == 1);
            assertThat(proxy.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_server_without_idle_is_polled() throws Exception {
        proxy.reword(text -> text.contains("CAPABILITY") ? text.replace(" IDLE", " XDLE") : text);
        try (MailWatcher watcher = watcher().start()) {
            until(watcher, status -> status.state() == WatchStatus.State.POLLING);
            office.deliver("one");
            until(watcher, status -> status.taken() == 1);
            assertThat(proxy.said()).noneMatch(said -> said.contains("IDLE"));
        }
    }

    @Test
    void of_two_nodes_one_fetches_and_the_other_goes_on_when_it_ends() throws Exception {
        try (MailWatcher second = watcher().start();
                MailWatcher first = watcher().start()) {
            proxy.awaitSaid("IDLE", 1);
            boolean firstFetches = first.status().connected();
            MailWatcher fetches = firstFetches ? first : second;
            MailWatcher waits = firstFetches ? second : first;
            until(waits, status -> status.state() == WatchStatus.State.ELSEWHERE);
            fetches.close();
            office.deliver("one");
            until(waits, status -> status.taken() == 1);
            assertThat(fetches.status().taken()).isZero();
            assertThat(fetches.status().state()).isEqualTo(WatchStatus.State.CLOSED);
        }
    }

    @Test
    void whoever_closes_it_does_not_wait_for_the_server() throws Exception {
        MailWatcher watcher = watcher(inbox -> inbox).start();
        proxy.awaitSaid("IDLE", 1);
        long start = System.nanoTime();
        watcher.close();
        watcher.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(watcher.status().lastError()).isEmpty();
        assertThat(office.ledger.begin(office.imap(proxy.port()).build().id()))
                .as("nobody has to wait for its lease")
                .isPresent();
    }

    @Test
    void refused_credentials_are_told_and_not_tried_all_the_time() throws Exception {
        ImapInbox inbox = ImapInbox.builder("127.0.0.1", proxy.port(), FetchOffice.USER, "wr0ng")
                .security(SmtpSecurity.NONE)
                .build();
        try (MailWatcher watcher = MailWatcher.builder(inbox, office.intake, office.ledger, executor)
                .poll(Duration.ofMillis(10))
                .start()) {
            until(watcher, status -> status.failuresInARow() == 1);
            assertThat(watcher.status().state()).isEqualTo(WatchStatus.State.FAILING);
            assertThat(watcher.status().lastError().orElseThrow())
                    .endsWith("does not accept our credentials")
                    .doesNotContain("wr0ng");
            assertThat(WatchPauses.afterFailure(
                            new MailboxException("m", "p", false), 1, new java.util.SplittableRandom(1)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void a_message_that_fails_holds_up_the_others_for_some_tries_only() throws Exception {
        office.categorizer.poison = Optional.of("text of bad");
        office.deliver("bad", "good");
        ImapInbox inbox = office.imap(proxy.port()).build();
        try (MailWatcher watcher = MailWatcher.builder(inbox, office.intake, office.ledger.tries(2), executor)
                .start()) {
            until(watcher, status -> status.taken() == 2);
            assertThat(office.subjects()).containsExactly("good");
            assertThat(watcher.status().lastError()).contains("java.lang.StackOverflowError");
        }
    }

    @Test
    void pauses_after_failures_double_up_to_a_bound_and_differ() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(7);
        MailboxException passes = new MailboxException("m", "p", true);
        Duration longest = Duration.ZERO;
        for (int failures = 1; failures < 100; failures++) {
            Duration pause = WatchPauses.afterFailure(passes, failures, random);
            long whole = Math.min(300, 1L << Math.min(failures - 1, 20));
            assertThat(pause).isBetween(Duration.ofMillis(whole * 500), Duration.ofSeconds(whole));
            longest = longest.compareTo(pause) < 0 ? pause : longest;
        }
        assertThat(longest).isGreaterThan(Duration.ofMinutes(4));
    }

    @Test
    void limits_are_checked_by_name() {
        assertThatThrownBy(() -> watcher().reissue(Duration.ofMinutes(10)))
                .hasMessage("reissue is PT10M, it must be at most PT9M");
        assertThatThrownBy(() -> watcher().poll(Duration.ZERO)).hasMessage("poll is PT0S, it must be longer than zero");
    }
}
