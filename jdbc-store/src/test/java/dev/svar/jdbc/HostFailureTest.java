package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever statement fails inside the host's transaction, the store leaves nothing there, and the host goes on. */
final class HostFailureTest {
    private static final String IO_ERROR = "58030";
    private static final Duration LEASE = Duration.ofMinutes(1);

    private interface Preparation {
        Changes of(Shop shop, Story story);
    }

    @ParameterizedTest
    @EnumSource
    void an_opening_that_fails_at_any_statement_leaves_nothing_and_the_hosts_transaction_goes_on(Database database)
            throws SQLException {
        assertThat(failEverywhere(database, (shop, story) -> story.opening()))
                .isGreaterThan(database == Database.POSTGRESQL ? 3 : 10);
    }

    @ParameterizedTest
    @EnumSource
    void a_claimed_change_that_fails_at_any_statement_leaves_nothing_and_the_hosts_transaction_goes_on(
            Database database) throws SQLException {
        int statements = failEverywhere(database, (shop, story) -> {
            assertThat(shop.store().commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
            Claim claim = shop.store()
                    .claim(story.tenant, Story.LANE, Story.NOW, LEASE, 1)
                    .get(0);
            return story.handing(claim);
        });
        assertThat(statements).isGreaterThan(database == Database.POSTGRESQL ? 3 : 10);
    }

    @Test
    void a_write_after_a_failure_of_the_hosts_own_says_that_the_transaction_has_ended() throws SQLException {
        Shop shop = Shop.on(Databases.postgres());
        shop.store().nextDue(new Story().tenant, Story.LANES);
        try (Purchase purchase = shop.begin()) {
            purchase.order("A-1");
            assertThat(catchThrowable(() -> purchase.order("A-1"))).isInstanceOf(SQLException.class);

            assertThat(catchThrowable(() -> purchase.store().commit(new Story().opening())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("25P02")
                    .hasMessageContaining("the host must roll its transaction back");
        }
    }

    /** Fails at the first statement, the second and so on, each before and after the database did it. */
    private static int failEverywhere(Database database, Preparation preparation) throws SQLException {
        Shop shop = Shop.on(database.source());
        shop.store().nextDue(new Story().tenant, Story.LANES);
        Faults faults = new Faults(database.source());
        for (int n = 1; ; n++) {
            for (boolean afterwards : new boolean[] {false, true}) {
                Changes changes = preparation.of(shop, new Story());
                Map<String, List<String>> before = shop.everything();
                String order = n + (afterwards ? " after" : " before");
                try (Purchase purchase = shop.begin(faults.source())) {
                    purchase.order(order);
                    JdbcStore store = purchase.store();
                    faults.failAt(n, afterwards, IO_ERROR);
                    Throwable thrown = catchThrowable(() -> store.commit(changes));
                    boolean reached = faults.reached();
                    faults.failNever();
                    if (!reached) {
                        assertThat(thrown).isNull();
                        return n - 1;
                    }
                    assertThat(thrown).as("failure %d", n).isInstanceOf(StoreException.class);
                    if (thrown.getMessage().contains("begin it again")) {
                        assertThat(afterwards)
                                .as("only a savepoint that is gone cannot be rolled back to")
                                .isTrue();
                        purchase.rollBack();
                        purchase.order(order);
                    }
                    purchase.order(order + ", gone on");
                    purchase.commit();
                }
                assertThat(shop.everything()).isEqualTo(with(before, shop, order, order + ", gone on"));
                assertThat(shop.store().commit(changes)).isEqualTo(CommitResult.COMMITTED);
            }
        }
    }

    private static Map<String, List<String>> with(Map<String, List<String>> before, Shop shop, String... orders) {
        Map<String, List<String>> after = new TreeMap<>(before);
        List<String> all = new ArrayList<>(before.get(shop.prefix() + "orders"));
        all.addAll(List.of(orders));
        all.sort(null);
        after.put(shop.prefix() + "orders", all);
        return after;
    }

    @ParameterizedTest
    @EnumSource
    void turns_and_claims_that_fail_are_as_if_they_had_not_been(Database database) throws SQLException {
        Shop shop = Shop.on(database.source());
        Faults faults = new Faults(database.source());
        Story story = new Story();
        shop.store().commit(story.opening());
        Map<String, Function<JdbcStore, ?>> calls = Map.of(
                "turn", store -> store.nextTurn(story.tenant, "all"),
                "claim", store -> store.claim(story.tenant, Story.LANE, Story.NOW, LEASE, 1));
        try (Purchase purchase = shop.begin(faults.source())) {
            JdbcStore store = purchase.store();
            calls.forEach((name, call) -> {
                for (int n = 1; n <= 3; n++) {
                    faults.failAt(n, false, IO_ERROR);
                    assertThat(catchThrowable(() -> call.apply(store)))
                            .as("%s at %d", name, n)
                            .isInstanceOf(StoreException.class);
                }
            });
            faults.failNever();
            assertThat(store.nextTurn(story.tenant, "all")).isZero();
            assertThat(store.claim(story.tenant, Story.LANE, Story.NOW, LEASE, 1))
                    .hasSize(1);
            purchase.commit();
        }
        assertThat(shop.store().nextTurn(story.tenant, "all")).isEqualTo(1);
    }
}
