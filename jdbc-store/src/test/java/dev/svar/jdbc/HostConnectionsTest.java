package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import dev.svar.ticket.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that asks the host for the connection of its present transaction. */
final class HostConnectionsTest {
    /** As a framework has it: within a transaction its connection, otherwise a new one that is closed afterwards. */
    private static final class Framework implements HostConnections {
        private final Shop shop;
        private final List<Connection> lent = new ArrayList<>();
        private final List<Boolean> autoCommitsGivenBack = new ArrayList<>();
        private List<Purchase> present = List.of();

        Framework(Shop shop) {
            this.shop = shop;
        }

        @Override
        public Connection obtain() {
            try {
                Connection connection = present.isEmpty()
                        ? shop.source().getConnection()
                        : present.get(0).connection();
                lent.add(connection);
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void release(Connection connection) {
            try {
                assertThat(lent.remove(connection)).isTrue();
                autoCommitsGivenBack.add(connection.getAutoCommit());
                if (present.isEmpty()) {
                    connection.close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        HelpDesk desk() {
            return shop.desk().on(store());
        }

        JdbcStore store() {
            return JdbcStore.builder(this).tablePrefix(shop.prefix()).build();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_desk_joins_the_hosts_transaction_and_commits_by_itself_outside_of_one(Database database)
            throws SQLException {
        Shop shop = Shop.on(database.source());
        Framework framework = new Framework(shop);
        HelpDesk desk = framework.desk();
        Ticket outside = desk.open(Shop.request(Shop.KARI));
        assertThat(shop.desk().find(outside.id())).isPresent();

        try (Purchase purchase = shop.begin()) {
            framework.present = List.of(purchase);
            purchase.order("A-1");
            Ticket inside = desk.open(Shop.request(Shop.KARI));
            assertThat(desk.find(inside.id())).isPresent();
            assertThat(shop.desk().find(inside.id())).isEmpty();
            purchase.rollBack();
            assertThat(desk.find(inside.id())).isEmpty();
            purchase.order("A-2");
            Ticket kept = desk.open(Shop.request(Shop.KARI));
            purchase.commit();
            framework.present = List.of();

            assertThat(desk.find(kept.id())).isPresent();
        }
        assertThat(shop.orders()).containsExactly("A-2");
        assertThat(framework.lent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void outside_of_a_transaction_a_refused_commit_leaves_nothing_and_the_connection_as_it_was(Database database)
            throws SQLException {
        Shop shop = Shop.on(database.source());
        Framework framework = new Framework(shop);
        Story story = new Story();

        assertThat(framework.store().commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
        assertThat(framework.store().commit(story.opening())).isEqualTo(CommitResult.ALREADY_RECEIVED);
        assertThat(framework.autoCommitsGivenBack).containsOnly(true);
        assertThat(framework.lent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_is_released_when_the_call_fails(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Framework framework = new Framework(shop);
        JdbcStore elsewhere =
                JdbcStore.builder(framework).tablePrefix(Databases.newPrefix()).build();

        assertThatThrownBy(() -> elsewhere.nextNumber(new Story().tenant)).isInstanceOf(StoreException.class);
        try (Purchase purchase = shop.begin()) {
            framework.present = List.of(purchase);
            purchase.order("A-1");
            assertThatThrownBy(() -> elsewhere.nextNumber(new Story().tenant))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("are missing");
            purchase.commit();
        }
        assertThat(shop.orders()).containsExactly("A-1");
        assertThat(framework.lent).isEmpty();
    }
}
