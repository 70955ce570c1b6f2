package dev.svar.jdbc;

import dev.svar.store.DeskStore;
import dev.svar.testkit.StoreContract;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;

final class MariaDbStoreTest extends StoreContract {
    private static JdbcStore store;

    @BeforeAll
    static void create() {
        store = Databases.newStore(Databases.mariaDb());
    }

    @Override
    protected DeskStore openStore() {
        return store;
    }

    /** InnoDB misses one now and then for some milliseconds. */
    @Override
    protected Duration textsAreFoundWithin() {
        return Duration.ofSeconds(5);
    }
}
