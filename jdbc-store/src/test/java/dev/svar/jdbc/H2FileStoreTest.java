package dev.svar.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.store.DeskStore;
import dev.svar.testkit.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class H2FileStoreTest extends StoreContract {
    private static HikariDataSource source;
    private static JdbcStore store;

    @BeforeAll
    static void create(@TempDir Path folder) {
        source = Databases.h2InFile(folder);
        store = Databases.newStore(source);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Override
    protected DeskStore openStore() {
        return store;
    }
}
