package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Svar's tables created by Flyway, beside the shop's own migrations: two folders, each with a history of its own. */
public final class TablesByFlyway {
    private TablesByFlyway() {}

    /**
     * Migrates a database and opens a ticket in it.
     *
     * @param arguments none
     * @throws SQLException if the database fails
     */
    public static void main(String... arguments) throws SQLException {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) throws SQLException {
        DataSource source = Orders.emptyDatabase();
        Story story = stage.story();

        FluentConfiguration shop =
                Flyway.configure().dataSource(source).locations("classpath:dev/svar/examples/migrations");
        story.tell("The shop's migrations", shop.load().migrate().migrationsExecuted);

        FluentConfiguration svar = Flyway.configure()
                .dataSource(source)
                .locations("classpath:dev/svar/jdbc/schema/h2") // or .../postgresql
                .placeholders(Map.of("prefix", "desk_"))
                .table("flyway_history_of_svar")
                .baselineOnMigrate(true) // the shop's tables are there already
                .baselineVersion("0");
        svar.load().migrate();
        story.tell("Svar's migrations the second time", svar.load().migrate().migrationsExecuted);
        story.tell("Version of Svar's tables", Schema.of(Dialect.H2, "desk_").version(source));

        JdbcStore store = JdbcStore.builder(source).tablePrefix("desk_").build();
        HelpDesk desk = stage.desk(store).build();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Orders.insert(connection, "A-1");
            desk.on(store.within(connection)).open(Orders.question("A-1"));
            connection.commit();
        }
        story.tell("After the commit of A-1", Orders.stored(source, desk));
        return desk;
    }
}
