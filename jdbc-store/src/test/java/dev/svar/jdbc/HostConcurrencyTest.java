package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.svar.HelpDesk;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.TenantId;
import dev.svar.message.InboundMessage;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import dev.svar.store.Work;
import dev.svar.store.WorkResult;
import dev.svar.testkit.Race;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions of hosts that meet at the same rows. */
final class HostConcurrencyTest {
    private static final AgentId OLA = new AgentId("ola");
    private static final String BEGIN_AGAIN = "the host must roll its transaction back and begin it again";

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final ExecutorService another = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        other.shutdownNow();
        another.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void a_reply_waits_for_the_hosts_transaction_that_replied_before_and_is_decided_anew(Database database)
            throws Exception {
        Shop shop = Shop.on(database.source());
        Ticket ticket = shop.desk().open(Shop.request(Shop.KARI));
        try (Purchase first = shop.begin();
                Purchase second = shop.begin()) {
            first.order("A-1");
            Ticket replied = first.desk().reply(ticket.id(), OLA, "Den er her.");
            second.order("A-2");
            long session = second.session();
            Future<Ticket> late = other.submit(() -> second.desk().reply(ticket.id(), OLA, "Nei, der."));
            Purchase.awaitBlocked(shop.source(), session);
            first.commit();

            assertThat(late.get(1, TimeUnit.MINUTES).version()).isGreaterThan(replied.version());
            second.commit();
        }

        assertThat(shop.orders()).containsExactly("A-1", "A-2");
        assertThat(shop.desk().messages(ticket.id(), 0, 10))
                .extracting(message -> message.visibleText())
                .containsExactly("Den skulle ha kommet.", "Den er her.", "Nei, der.");
        assertUnbroken(shop.desk(), ticket);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void a_reply_that_waited_for_a_transaction_that_is_rolled_back_goes_on_as_if_that_had_never_been(Database database)
            throws Exception {
        Shop shop = Shop.on(database.source());
        Ticket ticket = shop.desk().open(Shop.request(Shop.KARI));
        try (Purchase first = shop.begin();
                Purchase second = shop.begin()) {
            first.desk().reply(ticket.id(), OLA, "Den er her.");
            long session = second.session();
            Future<Ticket> late = other.submit(() -> second.desk().reply(ticket.id(), OLA, "Nei, der."));
            Purchase.awaitBlocked(shop.source(), session);
            first.rollBack();
            late.get(1, TimeUnit.MINUTES);
            second.commit();
        }

        assertThat(shop.desk().messages(ticket.id(), 0, 10))
                .extracting(message -> message.visibleText())
                .containsExactly("Den skulle ha kommet.", "Nei, der.");
        assertUnbroken(shop.desk(), ticket);
    }

    private static void assertUnbroken(HelpDesk desk, Ticket ticket) {
        List<RecordedEvent> events = desk.history(ticket.id(), 0, 100);
        assertThat(events)
                .extracting(RecordedEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(desk.find(ticket.id()).orElseThrow().ticket().version()).isEqualTo(events.size());
    }

    @ParameterizedTest
    @EnumSource
    void two_host_transactions_open_tickets_at_the_same_time_without_waiting(Database database) throws Exception {
        Shop shop = Shop.on(database.source());
        try (Purchase first = shop.begin();
                Purchase second = shop.begin()) {
            Ticket one = first.desk().open(Shop.request(Address.mail("one@kunde.example")));
            Ticket two = other.submit(() -> second.desk().open(Shop.request(Address.mail("two@kunde.example"))))
                    .get(1, TimeUnit.MINUTES);
            assertThat(two.number()).isNotEqualTo(one.number());
            second.commit();
            first.rollBack();
            assertThat(shop.desk().find(one.id())).isEmpty();
            assertThat(shop.desk().find(two.id())).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void work_that_dies_and_is_replayed_at_once_does_not_end_in_a_deadlock(Database database) throws Exception {
        Shop shop = Shop.on(database.source());
        Story story = new Story();
        shop.store().commit(story.opening());
        shop.store().commit(buried(story, claimed(shop, story)));
        shop.store()
                .commit(Changes.builder(story.tenant)
                        .schedule(new Work(story.handOver, Story.NOW))
                        .build());
        Claim again = claimed(shop, story);
        try (Purchase holding = shop.begin();
                Purchase replaying = shop.begin();
                Purchase dying = shop.begin()) {
            holding.execute("UPDATE " + shop.prefix() + "dead_work SET attempts = attempts WHERE work_key = '"
                    + story.handOver.text() + "'");
            long replayer = replaying.session();
            long dyer = dying.session();
            Future<Boolean> replayed = other.submit(() -> {
                boolean found = replaying.store().replay(story.tenant, story.handOver, Story.NOW);
                replaying.commit();
                return found;
            });
            Purchase.awaitBlocked(shop.source(), replayer);
            Future<CommitResult> died = another.submit(() -> {
                CommitResult result = dying.store().commit(buried(story, again));
                dying.commit();
                return result;
            });
            Purchase.awaitBlocked(shop.source(), dyer);
            holding.rollBack();

            assertThat(replayed.get(1, TimeUnit.MINUTES)).isTrue();
            assertThat(died.get(1, TimeUnit.MINUTES)).isEqualTo(CommitResult.COMMITTED);
        }
        assertThat(shop.store().deadWork(story.tenant, Optional.empty(), 10)).hasSize(1);
        assertThat(shop.store().nextDue(story.tenant, Story.LANES)).isEmpty();
    }

    private static Claim claimed(Shop shop, Story story) {
        return shop.store()
                .claim(story.tenant, Story.LANE, Story.NOW, Duration.ofMinutes(1), 1)
                .get(0);
    }

    private static Changes buried(Story story, Claim claim) {
        return Changes.builder(story.tenant)
                .workResult(new WorkResult.Died(claim, Story.NOW, "broken"))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"H2, SET LOCK_TIMEOUT 100", "POSTGRESQL, SET LOCAL lock_timeout = '100ms'"})
    void a_write_that_waited_too_long_leaves_the_hosts_transaction_alive(Database database, String impatient)
            throws SQLException {
        Shop shop = Shop.on(database == Database.H2 ? Databases.h2InMemory() : database.source());
        Ticket ticket = shop.desk().open(Shop.request(Shop.KARI));
        try (Purchase first = shop.begin();
                Purchase second = shop.begin()) {
            first.desk().reply(ticket.id(), OLA, "Den er her.");
            second.order("A-1");
            second.execute(impatient);
            StoreException late = catchThrowableOfType(
                    StoreException.class, () -> second.desk().reply(ticket.id(), OLA, "Nei, der."));

            assertThat(late.retryable()).isTrue();
            assertThat(late).hasMessageNotContaining(BEGIN_AGAIN);
            first.commit();
            second.desk().reply(ticket.id(), OLA, "Nei, der.");
            second.order("A-2");
            second.commit();
        }

        assertThat(shop.orders()).containsExactly("A-1", "A-2");
        assertThat(shop.desk().messages(ticket.id(), 0, 10)).hasSize(3);
        assertUnbroken(shop.desk(), ticket);
    }

    @ParameterizedTest
    @EnumSource
    void of_transactions_that_wait_for_each_other_in_a_circle_one_is_told_to_begin_again(Database database)
            throws Exception {
        Shop shop = Shop.on(database.source());
        List<Ticket> tickets =
                List.of(shop.desk().open(Shop.request(Shop.KARI)), shop.desk().open(Shop.request(Shop.KARI)));
        CyclicBarrier bothReplied = new CyclicBarrier(2);

        List<Optional<StoreException>> failures = Race.of(2, i -> {
            try (Purchase purchase = shop.begin()) {
                purchase.order("A-" + i);
                purchase.desk().reply(tickets.get(i).id(), OLA, "Hei fra " + i);
                bothReplied.await(1, TimeUnit.MINUTES);
                purchase.desk().reply(tickets.get(1 - i).id(), OLA, "Hei fra " + i);
                purchase.commit();
                return Optional.empty();
            } catch (StoreException e) {
                return Optional.of(e);
            }
        });

        List<StoreException> told = failures.stream().flatMap(Optional::stream).toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).hasMessageContaining(BEGIN_AGAIN);
        assertThat(told.get(0).retryable()).isTrue();
        assertThat(shop.orders()).containsExactly(failures.get(0).isEmpty() ? "A-0" : "A-1");
        for (Ticket ticket : tickets) {
            assertThat(shop.desk().messages(ticket.id(), 0, 10)).hasSize(2);
            assertUnbroken(shop.desk(), ticket);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void under_a_stricter_isolation_a_command_that_was_overtaken_succeeds_when_the_host_begins_again(int isolation)
            throws SQLException {
        Shop shop = Shop.on(Databases.postgres());
        Ticket ticket = shop.desk().open(Shop.request(Shop.KARI));
        Story story = new Story();
        try (Purchase purchase = shop.begin()) {
            purchase.connection().setTransactionIsolation(isolation);
            purchase.order("A-1");
            shop.desk().reply(ticket.id(), OLA, "Den er her.");
            assertToldToBeginAgain(() -> purchase.desk().reply(ticket.id(), OLA, "Nei, der."));
            purchase.rollBack();

            purchase.order("A-3");
            shop.store().commit(story.opening());
            assertToldToBeginAgain(() -> purchase.store().commit(story.opening()));
            purchase.rollBack();

            Story unseen = new Story();
            Changes received = Changes.builder(unseen.tenant)
                    .receipt(unseen.receipt("<in@kunde.example>"))
                    .build();
            purchase.order("A-3");
            shop.store().commit(received);
            assertToldToBeginAgain(() -> purchase.store().commit(received));
            purchase.rollBack();

            purchase.order("A-4");
            TenantId fresh = new Story().tenant;
            shop.store().nextTurn(fresh, "all");
            assertToldToBeginAgain(() -> purchase.store().nextTurn(fresh, "all"));
            purchase.rollBack();

            purchase.order("A-4");
            InboundMessage mail = HostTransactionTest.mail("<1@kunde.example>");
            shop.desk().receive(mail);
            assertToldToBeginAgain(() -> purchase.desk().receive(mail));
            purchase.rollBack();

            purchase.order("A-5");
            assertThat(purchase.desk().receive(mail).duplicate()).isTrue();
            purchase.desk().reply(ticket.id(), OLA, "Nei, der.");
            purchase.desk().open(Shop.request(Shop.KARI));
            purchase.commit();
        }

        assertThat(shop.orders()).containsExactly("A-5");
        assertThat(shop.desk().messages(ticket.id(), 0, 10)).hasSize(3);
        assertUnbroken(shop.desk(), ticket);
    }

    private interface Command {
        void run() throws SQLException;
    }

    private static void assertToldToBeginAgain(Command command) {
        StoreException told = catchThrowableOfType(StoreException.class, command::run);
        assertThat(told).hasMessageContaining(BEGIN_AGAIN);
        assertThat(told.retryable()).isTrue();
    }
}
