package dev.svar.jdbc;

import dev.svar.store.DeskStore;
import dev.svar.testkit.StoreContract;
import org.junit.jupiter.api.BeforeAll;

final class HostedOnPostgresStoreTest extends StoreContract {
    private static DeskStore store;

    @BeforeAll
    static void create() {
        store = HostedStore.on(Database.POSTGRESQL.source());
    }

    @Override
    protected DeskStore openStore() {
        return store;
    }
}
