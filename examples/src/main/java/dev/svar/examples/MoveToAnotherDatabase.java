package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.TenantId;
import dev.svar.jdbc.ArchiveSummary;
import dev.svar.jdbc.DeskArchive;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.Ticket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A desk moves to another database as JSON Lines; an answer to a letter of the old one arrives at the new one. */
public final class MoveToAnotherDatabase {
    private MoveToAnotherDatabase() {}

    /**
     * Moves a desk and prints what became of it.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        DataSource before = database("desk_");
        HelpDesk old = desk(stage, before, "desk_");
        Ticket ticket = old.open(NewTicket.builder(Stage.KARI, "Cannot pay", "The page stays blank.")
                .build());
        old.runDue(10);
        OutboundMessage letter = old.deliveries(ticket.id(), 1).get(0).message();

        DeskArchive from = DeskArchive.builder(before).tablePrefix("desk_").build();
        ByteArrayOutputStream archive = new ByteArrayOutputStream(); // or a file
        ArchiveSummary written = from.exportDesk(TenantId.DEFAULT, stage.time().instant(), archive);

        DataSource after = database("support_"); // of whatever kind: the lines are the same
        DeskArchive to = DeskArchive.builder(after).tablePrefix("support_").build();
        ArchiveSummary read = to.importDesk(new ByteArrayInputStream(archive.toByteArray()));
        stage.story().tell("Written and read are the same", written.equals(read));

        HelpDesk moved = desk(stage, after, "support_");
        stage.story().tell("Kari answers", moved.receive(Stage.answer(letter, "It works now.")));
        Ticket next = moved.open(
                NewTicket.builder(Stage.PER, "Two lamps", "I ordered one.").build());
        stage.story().tell("The next ticket", next.number());
        stage.story().agentSees(moved.view(ticket.id(), Locale.ENGLISH));
        return moved;
    }

    private static DataSource database(String prefix) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Schema.of(Dialect.H2, prefix).apply(source);
        return source;
    }

    private static HelpDesk desk(Stage stage, DataSource source, String prefix) {
        return HelpDesk.builder(JdbcStore.builder(source).tablePrefix(prefix).build())
                .time(stage.time())
                .transport(stage.mail())
                .mailbox(new Mailbox(Stage.SUPPORT, "The shop"))
                .build();
    }
}
