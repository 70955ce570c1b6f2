package dev.svar.jdbc;

import dev.svar.store.DeskStore;
import dev.svar.testkit.StoreContract;
import org.junit.jupiter.api.BeforeAll;

final class H2MemoryStoreTest extends StoreContract {
    private static JdbcStore store;

    @BeforeAll
    static void create() {
        store = Databases.newStore(Databases.h2InMemory());
    }

    @Override
    protected DeskStore openStore() {
        return store;
    }
}
