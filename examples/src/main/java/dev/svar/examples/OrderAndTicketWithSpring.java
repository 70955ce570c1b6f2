package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.HostConnections;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One desk for a whole Spring application: it joins the transaction that there is, and commits by itself if there is none. */
public final class OrderAndTicketWithSpring {
    private OrderAndTicketWithSpring() {}

    /** All that Svar needs to know of Spring. */
    private record SpringConnections(DataSource source) implements HostConnections {
        @Override
        public Connection obtain() {
            return DataSourceUtils.getConnection(source);
        }

        @Override
        public void release(Connection connection) {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

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
        JdbcTemplate orders = new JdbcTemplate(source);
        Story story = stage.story();

        JdbcStore store = JdbcStore.builder(new SpringConnections(source)).build();
        HelpDesk desk = stage.desk(store).build();
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.executeWithoutResult(status -> {
            orders.update(Orders.INSERT, "A-1");
            desk.open(Orders.question("A-1"));
            status.setRollbackOnly(); // the payment is declined
        });
        story.tell("The payment of A-1 is declined", Orders.stored(source, desk));

        transaction.executeWithoutResult(status -> {
            orders.update(Orders.INSERT, "A-2");
            desk.open(Orders.question("A-2"));
        });
        story.tell("After the commit of A-2", Orders.stored(source, desk));

        desk.open(Orders.question("A-3"));
        story.tell("A ticket outside of any transaction", Orders.stored(source, desk));
        return desk;
    }
}
