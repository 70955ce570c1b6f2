package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.UnknownTicketException;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.error.InvalidValueException;
import dev.svar.message.InboundMessage;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.ContactChange;
import dev.svar.store.StoreException;
import dev.svar.store.WorkResult;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TransitionRefusedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store inside one transaction of the host's. */
final class HostTransactionTest {
    private static final AgentId OLA = new AgentId("ola");
    private static final Duration LEASE = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource
    void order_and_ticket_are_there_together_when_the_host_commits(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        try (Purchase purchase = shop.begin()) {
            purchase.order("A-1");
            Ticket ticket = purchase.desk().open(Shop.request(Shop.KARI));

            assertThat(purchase.desk().find(ticket.id())).isPresent();
            assertThat(shop.desk().find(ticket.id())).as("before the commit").isEmpty();
            purchase.commit();
            assertThat(shop.desk().find(ticket.id())).isPresent();
            assertThat(shop.orders()).containsExactly("A-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_of_order_and_ticket_stays_when_the_host_rolls_back(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Story story = new Story();
        shop.store().nextNumber(story.tenant);
        Map<String, List<String>> before = shop.everything();
        try (Purchase purchase = shop.begin()) {
            purchase.order("A-1");
            purchase.desk().open(Shop.request(Shop.KARI));
            purchase.desk().receive(mail("<1@kunde.example>"));
            assertThat(purchase.store().commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
            Claim claim = purchase.store()
                    .claim(story.tenant, Story.LANE, Story.NOW, LEASE, 1)
                    .get(0);
            assertThat(purchase.store().commit(story.handing(claim))).isEqualTo(CommitResult.COMMITTED);
            assertThat(purchase.store().nextNumber(story.tenant)).isEqualTo(2);
            assertThat(purchase.store().nextTurn(story.tenant, "all")).isZero();
            purchase.rollBack();
        }

        assertThat(shop.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void the_hosts_connection_only_gets_savepoints(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Set<String> called = new HashSet<>();
        try (Purchase purchase = shop.begin()) {
            HelpDesk desk = shop.desk().on(shop.store().within(noting(purchase.connection(), called)));
            Ticket ticket = desk.open(Shop.request(Shop.KARI));
            desk.reply(ticket.id(), OLA, "Vi ser etter den.");
            assertThatThrownBy(() -> desk.reply(new TicketId(UUID.randomUUID()), OLA, "Hei"))
                    .isInstanceOf(UnknownTicketException.class);
            Story story = new Story();
            JdbcStore store = shop.store().within(noting(purchase.connection(), called));
            store.commit(story.opening());
            assertThat(store.commit(story.opening())).isEqualTo(CommitResult.ALREADY_RECEIVED);
        }

        assertThat(called)
                .contains("setSavepoint", "releaseSavepoint", "rollback to a savepoint")
                .doesNotContain(
                        "commit", "rollback", "close", "setAutoCommit", "setTransactionIsolation", "setReadOnly");
    }

    private static Connection noting(Connection connection, Set<String> called) {
        return (Connection) Proxy.newProxyInstance(
                HostTransactionTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    boolean partly = method.getName().equals("rollback") && args != null;
                    called.add(method.getName() + (partly ? " to a savepoint" : ""));
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void savepoints_are_released(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Story story = new Story();
        int[] standing = {0};
        try (Purchase purchase = shop.begin()) {
            Connection counting = (Connection) Proxy.newProxyInstance(
                    HostTransactionTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (self, method, args) -> {
                        standing[0] += method.getName().equals("setSavepoint") ? 1 : 0;
                        standing[0] -= method.getName().equals("releaseSavepoint") ? 1 : 0;
                        return method.invoke(purchase.connection(), args);
                    });
            JdbcStore store = shop.store().within(counting);
            store.commit(story.opening());
            store.commit(story.opening());
            store.nextNumber(story.tenant);
        }

        assertThat(standing[0]).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_in_auto_commit_mode_is_refused_with_the_remedy(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        try (Connection connection = database.source().getConnection()) {
            assertThatThrownBy(() -> shop.store().within(connection))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("connection is in auto-commit mode")
                    .hasMessageContaining("call setAutoCommit(false) first");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_store_whose_transaction_has_ended_refuses_to_go_on(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        try (Purchase purchase = shop.begin()) {
            JdbcStore store = purchase.store();
            HelpDesk desk = shop.desk().on(store);
            purchase.commit();
            purchase.connection().setAutoCommit(true);

            assertThatThrownBy(() -> store.commit(new Story().opening()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("has ended, ask JdbcStore.within for one for the next transaction");
            assertThatThrownBy(() -> desk.receive(mail("<1@kunde.example>"))).isInstanceOf(StoreException.class);
            purchase.connection().setAutoCommit(false);
        }
        assertThat(shop.desk().receive(mail("<1@kunde.example>")).duplicate()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_connection_is_refused(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Purchase purchase = shop.begin();
        JdbcStore store = purchase.store();
        purchase.close();

        assertThatThrownBy(() -> store.nextNumber(new Story().tenant)).isInstanceOf(StoreException.class);
        assertThatThrownBy(purchase::store)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("connection is closed");
    }

    @ParameterizedTest
    @EnumSource
    void missing_tables_are_told_and_the_hosts_transaction_goes_on(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        JdbcStore elsewhere = JdbcStore.builder(database.source())
                .tablePrefix(Databases.newPrefix())
                .build();
        try (Purchase purchase = shop.begin()) {
            purchase.order("A-1");
            assertThatThrownBy(() -> elsewhere.within(purchase.connection()).nextNumber(new Story().tenant))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("are missing");
            purchase.order("A-2");
            purchase.commit();
        }
        assertThat(shop.orders()).containsExactly("A-1", "A-2");
    }

    private interface Refusal {
        void by(Purchase purchase) throws SQLException;
    }

    /** What is refused leaves nothing, and what the host does before and after it is committed. */
    private static void refused(Shop shop, Refusal refusal) throws SQLException {
        Map<String, List<String>> before = shop.everything();
        try (Purchase purchase = shop.begin()) {
            purchase.order("before");
            refusal.by(purchase);
            purchase.order("later");
            purchase.commit();
        }
        Map<String, List<String>> expected = new TreeMap<>(before);
        expected.put(shop.prefix() + "orders", List.of("before", "later"));
        assertThat(shop.everything()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void a_message_that_was_taken_before_leaves_the_hosts_transaction_alive(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Story story = new Story();
        shop.store().commit(story.opening());
        shop.desk().receive(mail("<1@kunde.example>"));

        refused(shop, purchase -> {
            assertThat(purchase.store().commit(story.opening())).isEqualTo(CommitResult.ALREADY_RECEIVED);
            Taken again = purchase.desk().receive(mail("<1@kunde.example>"));
            assertThat(again.duplicate()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void stale_changes_leave_the_hosts_transaction_alive(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Story story = new Story();
        shop.store().commit(story.opening());
        Contact other = story.contact("per-" + story.ticket + "@kunde.example");
        Contact thief = other.toBuilder().addresses(story.kari.addresses()).build();
        Message taken = story.message(2, "Hei igjen", Optional.empty());
        List<Changes> stale = List.of(
                changes(story).ticket(story.opened).build(),
                changes(story).ticket(new Story(story.tenant, 1).opened).build(),
                changes(story)
                        .newContact(other)
                        .ticket(story.tagged(
                                story.tagged(story.opened.after(), "vip").after(), "gold"))
                        .build(),
                changes(story).newContact(story.kari).build(),
                changes(story).newContact(thief).build(),
                changes(story)
                        .contact(new ContactChange(
                                7, other.toBuilder().version(8).build()))
                        .build(),
                changes(story).message(taken).build(),
                changes(story)
                        .newContact(other)
                        .newDelivery(story.acknowledgement)
                        .build(),
                changes(story).unchanged(story.ticket, 7).build());

        for (Changes each : stale) {
            refused(shop, purchase -> assertThat(purchase.store().commit(each)).isEqualTo(CommitResult.STALE));
            deleteOrders(shop);
        }
    }

    private static Changes.Builder changes(Story story) {
        return Changes.builder(story.tenant);
    }

    private static void deleteOrders(Shop shop) throws SQLException {
        try (Purchase purchase = shop.begin()) {
            purchase.execute("DELETE FROM " + shop.prefix() + "orders");
            purchase.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_claim_leaves_the_hosts_transaction_alive(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Story story = new Story();
        shop.store().commit(story.opening());
        Claim lost = shop.store()
                .claim(story.tenant, Story.LANE, Story.NOW, LEASE, 1)
                .get(0);
        shop.store().claim(story.tenant, Story.LANE, lost.leaseUntil(), LEASE, 1);

        refused(
                shop,
                purchase -> assertThat(purchase.store()
                                .commit(changes(story)
                                        .workResult(new WorkResult.Done(lost))
                                        .build()))
                        .isEqualTo(CommitResult.CLAIM_LOST));
    }

    @ParameterizedTest
    @EnumSource
    void changes_of_a_ticket_that_does_not_exist_leave_the_hosts_transaction_alive(Database database)
            throws SQLException {
        Shop shop = Shop.on(database.source());
        Story story = new Story();

        refused(
                shop,
                purchase -> assertThatThrownBy(() -> purchase.store()
                                .commit(changes(story)
                                        .newContact(story.kari)
                                        .message(story.first)
                                        .build()))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @ParameterizedTest
    @EnumSource
    void commands_that_the_rules_refuse_leave_the_hosts_transaction_alive(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Ticket closed = shop.desk().open(Shop.request(Shop.KARI));
        shop.desk().execute(closed.id(), new TicketCommand.ChangeStatus(Actor.agent(OLA), Status.CLOSED));

        refused(shop, purchase -> {
            HelpDesk desk = purchase.desk();
            assertThatThrownBy(() -> desk.solve(closed.id(), OLA)).isInstanceOf(TransitionRefusedException.class);
            assertThatThrownBy(() -> desk.reply(closed.id(), OLA, "x".repeat(Message.MAX_TEXT_LENGTH + 1)))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> desk.note(new TicketId(UUID.randomUUID()), OLA, "Hei"))
                    .isInstanceOf(UnknownTicketException.class);
        });
    }

    static InboundMessage mail(String key) {
        return InboundMessage.builder(new MessageKey(Story.MAILBOX, key), Story.content(key), Shop.KARI)
                .text("Hei")
                .build();
    }
}
