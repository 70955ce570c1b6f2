package dev.svar.jdbc;

import dev.svar.store.DeskStore;
import dev.svar.testkit.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A store whose bytes are in files keeps the same contract. */
final class FileBlobsStoreTest extends StoreContract {
    private static JdbcStore store;

    @BeforeAll
    static void create(@TempDir Path folder) {
        store = Databases.newStore(Databases.h2InMemory(), FileBlobs.in(folder));
    }

    @Override
    protected DeskStore openStore() {
        return store;
    }
}
