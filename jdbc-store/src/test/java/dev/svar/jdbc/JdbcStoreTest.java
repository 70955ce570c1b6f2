package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.StoreException;
import dev.svar.store.Work;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class JdbcStoreTest {
    @Test
    void a_file_that_is_closed_and_opened_again_holds_everything(@TempDir Path folder) {
        Story story = new Story();
        try (HikariDataSource source = Databases.h2InFile(folder)) {
            Schema.of(Dialect.H2, Schema.DEFAULT_PREFIX).apply(source);
            JdbcStore store = JdbcStore.builder(source).build();
            assertThat(store.commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.nextNumber(story.tenant)).isEqualTo(1);
        }
        try (HikariDataSource source = Databases.h2InFile(folder)) {
            JdbcStore store = JdbcStore.builder(source).build();
            assertThat(store.ticket(story.tenant, story.ticket)).contains(story.opened.after());
            assertThat(store.events(story.tenant, story.ticket, 0, 10)).isEqualTo(story.opened.events());
            assertThat(store.messages(story.tenant, story.ticket, 0, 10)).hasSize(1);
            assertThat(store.contact(story.tenant, story.kari.id())).contains(story.kari);
            assertThat(store.content(story.tenant, story.raw.ref())).contains(story.raw);
            assertThat(store.deliveries(story.tenant, story.ticket, 10)).containsExactly(story.acknowledgement);
            assertThat(store.claim(story.tenant, Story.LANE, Story.NOW, Duration.ofMinutes(1), 10))
                    .extracting(claim -> claim.work().key())
                    .containsExactly(story.handOver);
            assertThat(store.nextNumber(story.tenant)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_longest_texts_and_keys_come_back_as_they_were(Database database) {
        JdbcStore store = Databases.newStore(database.source());
        TenantId tenant = new TenantId("\uD83D".repeat(24) + UUID.randomUUID());
        Story story = new Story(tenant, Long.MAX_VALUE);
        String key = "<" + "\uD83D\uDE42\u1234".repeat(332) + ">";
        String text = "å\u0000".repeat(Message.MAX_TEXT_LENGTH / 2 - 10);
        Message message = story.message(2, text, Optional.of(key));
        Contact contact = Contact.builder(
                        new ContactId(UUID.randomUUID()),
                        tenant,
                        List.of(
                                new Address(Channel.HOST, "\u1234".repeat(254)),
                                new Address(Channel.HOST, "\uD83D".repeat(254))))
                .name("\uDE42".repeat(200))
                .build();
        Organization organization = Organization.builder(
                        new OrganizationId(UUID.randomUUID()), tenant, "\u0130\uDE42".repeat(100))
                .build();
        Changes changes = Changes.builder(tenant)
                .ticket(story.opened)
                .message(message)
                .receipt(story.receipt(key))
                .newContact(contact)
                .organization(new OrganizationChange(0, organization))
                .newDelivery(story.delivery(key))
                .build();

        assertThat(store.commit(changes)).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.messages(tenant, story.ticket, 0, 10)).containsExactly(message);
        assertThat(store.ticketByNumber(tenant, Long.MAX_VALUE)).contains(story.opened.after());
        assertThat(store.ticketsOfMail(tenant, List.of(key))).contains(story.ticket);
        assertThat(store.deliveryOf(tenant, key)).isPresent();
        assertThat(store.receipt(tenant, new MessageKey(Story.MAILBOX, key))).contains(story.receipt(key));
        contact.addresses()
                .forEach(address -> assertThat(store.contactAt(tenant, address)).contains(contact));
        assertThat(store.organizations(tenant, OrganizationQuery.all(1)).items())
                .containsExactly(organization);
        assertThat(store.commit(changes)).isEqualTo(CommitResult.ALREADY_RECEIVED);
    }

    @ParameterizedTest
    @EnumSource
    void a_contact_may_name_an_address_twice(Database database) {
        JdbcStore store = Databases.newStore(database.source());
        Story story = new Story();
        Address address = Address.mail("kari@kunde.example");
        Contact contact = Contact.builder(new ContactId(UUID.randomUUID()), story.tenant, List.of(address, address))
                .build();

        assertThat(store.commit(
                        Changes.builder(story.tenant).newContact(contact).build()))
                .isEqualTo(CommitResult.COMMITTED);
        assertThat(store.contactAt(story.tenant, address)).contains(contact);
    }

    @ParameterizedTest
    @EnumSource
    void changes_of_a_ticket_that_does_not_exist_are_an_error_and_leave_nothing(Database database) {
        JdbcStore store = Databases.newStore(database.source());
        Story story = new Story();
        Changes changes = Changes.builder(story.tenant)
                .newContact(story.kari)
                .message(story.message(2, "Hei", Optional.empty()))
                .build();

        assertThatThrownBy(() -> store.commit(changes)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.contact(story.tenant, story.kari.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_instant_that_no_number_can_hold_is_refused_and_nothing_is_stored(Database database) {
        JdbcStore store = Databases.newStore(database.source());
        Story story = new Story();
        Changes changes = Changes.builder(story.tenant)
                .ticket(story.opened)
                .schedule(new Work(story.handOver, Instant.MAX))
                .build();

        assertThatThrownBy(() -> store.commit(changes)).isInstanceOf(InvalidValueException.class);
        assertThat(store.ticket(story.tenant, story.ticket)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_asks_for_nothing_gets_nothing(Database database) {
        JdbcStore store = Databases.newStore(database.source());
        Story story = new Story();
        store.commit(story.opening());

        assertThat(store.nextDue(story.tenant, Set.of())).isEmpty();
        assertThat(store.latestMessages(story.tenant, story.ticket, Set.of(), 10))
                .isEmpty();
        assertThat(store.ticketsById(story.tenant, Set.of())).isEmpty();
        assertThat(store.ticketsOfMail(story.tenant, List.of())).isEmpty();
        assertThat(store.openTickets(story.tenant, Set.of())).isEmpty();
        assertThat(store.lastAssignee(story.tenant, Set.of())).isEmpty();
    }

    @Test
    void connections_without_auto_commit_are_given_back_without_a_transaction() throws SQLException {
        String url = "jdbc:h2:mem:" + Databases.newPrefix() + ";DB_CLOSE_DELAY=-1";
        try (Connection only = DriverManager.getConnection(url)) {
            only.setAutoCommit(false);
            DataSource source = Databases.lending(only);
            Schema.of(Dialect.H2, Schema.DEFAULT_PREFIX).apply(source);
            JdbcStore store = JdbcStore.builder(source).build();
            Story story = new Story();

            assertThat(store.commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.commit(story.opening())).isEqualTo(CommitResult.ALREADY_RECEIVED);
            only.rollback();
            assertThat(store.ticket(story.tenant, story.ticket)).contains(story.opened.after());
            assertThat(only.getAutoCommit()).isFalse();
        }
    }

    @Test
    void a_missing_connection_says_why_but_no_password() {
        DataSource broken = Databases.failing(new SQLTransientConnectionException(
                "no server at jdbc:x://kari:secret@db/desk?password=secret; Password: secret, timed out", "08001"));
        Throwable thrown =
                catchThrowable(() -> JdbcStore.builder(broken).build().nextNumber(TenantId.DEFAULT));

        assertThat(thrown)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isTrue());
        assertThat(thrown).hasMessageContaining("got no connection: SQLState 08001");
        assertThat(thrown)
                .hasRootCauseMessage(
                        "java.sql.SQLTransientConnectionException: no server at (left out) (left out) timed out");
    }

    @ParameterizedTest
    @CsvSource({
        "08006, true", "40001, true", "40P01, true", "53300, true", "57P01, true", "57014, true", "55P03, true",
        "HYT00, true", "90067, true", "23505, false", "42P01, false", "22001, false", "90026, false", ", false",
    })
    void whether_to_try_again_follows_from_the_state(String state, boolean retryable) {
        assertThat(SqlErrors.isRetryable(new SQLException("x", state))).isEqualTo(retryable);
        SQLException batch = new SQLException("x", "HY000");
        batch.setNextException(new SQLException("y", state));
        assertThat(SqlErrors.isRetryable(batch)).isEqualTo(retryable);
    }

    @ParameterizedTest
    @CsvSource({
        "1205, HY000, true, false", "1205, 40001, true, false", "1213, 40001, true, true", "1020, HY000, true, true",
        "1040, 08004, true, false", "1317, 70100, true, false", "1062, 23000, false, false",
                "1452, 23000, false, false",
        "1146, 42S02, false, false", "1153, 08S01, false, false", "1290, HY000, false, false",
                "1792, 25006, false, false",
    })
    void codes_of_mariadb_and_mysql_count_where_the_state_says_too_little(
            int code, String state, boolean retryable, boolean rolledBack) {
        SQLException thrown = new SQLException("x", state, code);
        assertThat(SqlErrors.isRetryable(thrown)).isEqualTo(retryable);
        assertThat(SqlErrors.isRolledBack(thrown)).isEqualTo(rolledBack);
        SQLException batch = new SQLException("x", "HY000");
        batch.setNextException(thrown);
        assertThat(SqlErrors.isRetryable(batch)).isEqualTo(retryable);
    }
}
