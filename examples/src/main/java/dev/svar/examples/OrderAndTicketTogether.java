package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.contact.Actor;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TransitionRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** An order and the ticket about it in one transaction of the shop's: both are stored, or none. Plain JDBC. */
public final class OrderAndTicketTogether {
    private OrderAndTicketTogether() {}

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
        Story story = stage.story();

        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Orders.insert(connection, "A-1");
            desk.on(store.within(connection)).open(Orders.question("A-1"));
            connection.rollback(); // the payment is declined
        }
        story.tell("The payment of A-1 is declined", Orders.stored(source, desk));

        Ticket a2;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Orders.insert(connection, "A-2");
            a2 = desk.on(store.within(connection)).open(Orders.question("A-2"));
            desk.runDue(100);
            story.tell("Before the commit of A-2", Orders.stored(source, desk) + mails(stage));
            connection.commit();
        }
        desk.runDue(100);
        story.tell("After the commit of A-2", Orders.stored(source, desk) + mails(stage));

        desk.execute(a2.id(), new TicketCommand.ChangeStatus(Actor.agent(Stage.OLA), Status.CLOSED));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Orders.insert(connection, "A-3");
            try {
                desk.on(store.within(connection)).solve(a2.id(), Stage.OLA);
            } catch (TransitionRefusedException e) {
                story.tell("The ticket of A-2 cannot be solved, it is", e.from());
            }
            connection.commit(); // the order alone
        }
        story.tell("A-3 is committed all the same", Orders.stored(source, desk));
        return desk;
    }

    private static String mails(Stage stage) {
        return ", mails " + stage.mail().accepted().size();
    }
}
