package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.store.StoreException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaTest {
    @ParameterizedTest
    @EnumSource
    void tables_are_created_once_and_a_store_finds_them(Database database) {
        DataSource source = database.source();
        String prefix = Databases.newPrefix();
        Schema schema = Schema.of(Dialect.of(source), prefix);

        assertThat(schema.version(source)).isEqualTo(Schema.NO_VERSION);
        schema.apply(source);
        schema.apply(source);

        assertThat(schema.version(source)).isEqualTo(Schema.VERSION);
        JdbcStore store = JdbcStore.builder(source).tablePrefix(prefix).build();
        assertThat(store.nextNumber(TenantId.DEFAULT)).isEqualTo(1);
        schema.apply(source);
        assertThat(store.nextNumber(TenantId.DEFAULT)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void several_nodes_may_apply_at_once(Database database) throws Exception {
        DataSource source = database.source();
        Schema schema = Schema.of(Dialect.of(source), Databases.newPrefix());
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(() -> {
                    schema.apply(source);
                    return null;
                });
            }
            for (Future<Void> done : nodes.invokeAll(calls)) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(schema.version(source)).isEqualTo(Schema.VERSION);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_printed_can_be_run_by_another_tool(Database database) throws SQLException {
        DataSource source = database.source();
        String prefix = Databases.newPrefix();
        Schema schema = Schema.of(Dialect.of(source), prefix);
        if (database == Database.MARIADB) {
            try (HikariDataSource tool = Databases.mariaDb("&allowMultiQueries=true")) {
                execute(tool, schema.print());
            }
        } else {
            execute(source, schema.print());
        }

        assertThat(schema.version(source)).isEqualTo(Schema.VERSION);
        assertThat(schema.print()).contains("CREATE TABLE").doesNotContain("${");
    }

    @ParameterizedTest
    @EnumSource
    void a_store_creates_nothing_and_says_what_is_needed(Database database) {
        DataSource source = database.source();
        String prefix = Databases.newPrefix();
        JdbcStore store = JdbcStore.builder(source).tablePrefix(prefix).build();

        assertThatThrownBy(() -> store.nextNumber(TenantId.DEFAULT))
                .isInstanceOf(StoreException.class)
                .hasMessage("the tables " + prefix
                        + "* are missing, version 1 is needed: call Schema.apply, or run what Schema.print gives");
        Schema schema = Schema.of(Dialect.of(source), prefix);
        assertThat(schema.version(source)).isEqualTo(Schema.NO_VERSION);

        schema.apply(source);
        assertThat(store.nextNumber(TenantId.DEFAULT)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void older_and_newer_tables_are_refused(Database database) throws SQLException {
        DataSource source = database.source();
        String prefix = Databases.newPrefix();
        Schema schema = Schema.of(Dialect.of(source), prefix);
        schema.apply(source);

        execute(source, "UPDATE " + prefix + "schema SET version = -1");
        assertThatThrownBy(() ->
                        JdbcStore.builder(source).tablePrefix(prefix).build().nextDue(TenantId.DEFAULT, Story.LANES))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("are of version -1, version 1 is needed: call Schema.apply");

        execute(source, "UPDATE " + prefix + "schema SET version = 2");
        assertThatThrownBy(() ->
                        JdbcStore.builder(source).tablePrefix(prefix).build().nextDue(TenantId.DEFAULT, Story.LANES))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("are of version 2, this version of Svar knows 1: use a newer version of Svar");
        assertThatThrownBy(() -> schema.apply(source)).isInstanceOf(StoreException.class);
    }

    @Test
    void an_interrupted_creation_on_h2_can_be_repeated() throws SQLException {
        DataSource source = Databases.h2InMemory();
        Schema schema = Schema.of(Dialect.H2, "svar_");
        String all = schema.print();
        execute(source, all.substring(0, all.indexOf("CREATE INDEX IF NOT EXISTS svar_receipt_by_time")));

        schema.apply(source);

        assertThat(JdbcStore.builder(source).build().nextNumber(TenantId.DEFAULT))
                .isEqualTo(1);
    }

    @Test
    void an_h2_that_cannot_skip_locked_rows_is_refused() {
        DataSource old = Databases.pretending(Databases.h2InMemory(), "H2", "2.1.214 (2022-06-13)");

        assertThatThrownBy(() -> Schema.of(Dialect.H2, "svar_").apply(old))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("2.2.220");
    }

    @Test
    void an_unknown_product_is_refused_with_the_known_ones_unless_its_dialect_is_named() {
        DataSource h2 = Databases.h2InMemory();
        Schema.of(Dialect.H2, "svar_").apply(h2);
        DataSource renamed = Databases.pretending(h2, "H3", "1.0");

        assertThatThrownBy(() -> JdbcStore.builder(renamed).build().nextNumber(TenantId.DEFAULT))
                .isInstanceOfSatisfying(UnknownDatabaseException.class, e -> {
                    assertThat(e.product()).isEqualTo("H3");
                    assertThat(e.known()).containsExactly("H2", "MariaDB", "MySQL", "PostgreSQL");
                })
                .hasMessageContaining("the database is H3, known are H2, MariaDB, MySQL, PostgreSQL");
        assertThat(JdbcStore.builder(renamed).dialect(Dialect.H2).build().nextNumber(TenantId.DEFAULT))
                .isEqualTo(1);
    }

    @Test
    void a_postgresql_database_that_cannot_hold_all_characters_is_refused() throws SQLException {
        execute(
                Databases.postgres(),
                "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        DataSource latin = Databases.postgres("latin");

        assertThatThrownBy(() -> Schema.of(Dialect.POSTGRESQL, "svar_").apply(latin))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessage("PostgreSQL: found another encoding of the database, needed is UTF8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Svar_", "1svar", "svar-", "a23456789012345678901", "s;"})
    void other_prefixes_are_refused(String prefix) {
        assertThatThrownBy(() -> Schema.of(Dialect.H2, prefix)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> JdbcStore.builder(Databases.postgres()).tablePrefix(prefix))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("tablePrefix must be");
    }

    @Test
    void the_longest_prefix_fits() {
        String prefix = "a2345678901234567890";
        Schema.of(Dialect.POSTGRESQL, prefix).apply(Databases.postgres());

        assertThat(JdbcStore.builder(Databases.postgres())
                        .tablePrefix(prefix)
                        .build()
                        .nextNumber(TenantId.DEFAULT))
                .isEqualTo(1);
    }

    @Test
    void building_a_store_connects_to_nothing() {
        DataSource closed = (DataSource) Proxy.newProxyInstance(
                SchemaTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, args) -> {
                    throw new AssertionError("connected");
                });

        assertThat(JdbcStore.builder(closed).build()).isNotNull();
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
