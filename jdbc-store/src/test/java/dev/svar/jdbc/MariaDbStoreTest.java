package dev.svar.jdbc;

import dev.svar.store.DeskStore;
import dev.svar.testkit.StoreContract;
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
}
