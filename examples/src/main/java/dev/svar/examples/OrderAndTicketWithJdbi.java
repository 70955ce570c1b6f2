package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** An order and the ticket about it in one transaction of Jdbi's; jOOQ's {@code DSLContext.connection} is used likewise. */
public final class OrderAndTicketWithJdbi {
    private OrderAndTicketWithJdbi() {}

    /**
     * Places orders with tickets and prints what is stored.
     *
     * @param arguments none
     * @throws SQLException if the database fails
     */
    public static void main(String... arguments) throws SQLException {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) throws SQLException {
        DataSource source = Orders.database();
        Schema.of(Dialect.H2, Schema.DEFAULT_PREFIX).apply(source);
        JdbcStore store = JdbcStore.builder(source).build();
        HelpDesk desk = stage.desk(store).build();
        Jdbi jdbi = Jdbi.create(source);
        Story story = stage.story();

        jdbi.useTransaction(handle -> {
            handle.execute(Orders.INSERT, "A-1");
            desk.on(store.within(handle.getConnection())).open(Orders.question("A-1"));
            handle.rollback(); // the payment is declined
        });
        story.tell("The payment of A-1 is declined", Orders.stored(source, desk));

        jdbi.useTransaction(handle -> {
            handle.execute(Orders.INSERT, "A-2");
            desk.on(store.within(handle.getConnection())).open(Orders.question("A-2"));
        });
        story.tell("After the commit of A-2", Orders.stored(source, desk));
        return desk;
    }
}
