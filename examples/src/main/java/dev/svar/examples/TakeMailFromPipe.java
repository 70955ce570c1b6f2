package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.contact.Address;
import dev.svar.jdbc.JdbcStore;
import dev.svar.mail.MailIntake;
import dev.svar.mail.MailPipe;
import dev.svar.mail.MailReader;
import dev.svar.mail.PipeExit;
import java.io.InputStream;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program that a mail server starts for each mail. In Postfix's master.cf:
 *
 * <pre>
 * svar unix - n n - 4 pipe flags=DORhu user=svar argv=/usr/bin/java -cp /opt/desk/lib/*
 *   dev.svar.examples.TakeMailFromPipe support@shop.example jdbc:postgresql://db/desk
 * </pre>
 */
public final class TakeMailFromPipe {
    private static final int USAGE = 64;

    private TakeMailFromPipe() {}

    /**
     * Takes a mail from standard input and exits with what the mail server shall know.
     *
     * @param arguments the mailbox and the address of the database, in which the tables are
     */
    public static void main(String... arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: TakeMailFromPipe MAILBOX JDBC-URL < mail");
            System.exit(USAGE);
        }
        System.exit(run(System.in, arguments[0], arguments[1]).code());
    }

    static PipeExit run(InputStream mail, String mailbox, String database) {
        try {
            // region pipe
            Address support = Address.mail(mailbox);
            HelpDesk desk = HelpDesk.builder(JdbcStore.builder(source(database)).build())
                    .mailbox(new Mailbox(support, "Support"))
                    .build();
            return MailPipe.of(MailIntake.of(desk, MailReader.forMailbox(support)))
                    .take(mail);
            // endregion
        } catch (SQLException | RuntimeException e) {
            // Whatever is wrong here, the server shall keep the mail until somebody mends it.
            System.err.println("the desk cannot be reached: " + e.getMessage());
            return PipeExit.TEMPORARY_FAILURE;
        }
    }

    /** One connection is enough: no pool. */
    private static DataSource source(String url) throws SQLException {
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setURL(url);
            return postgres;
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        return h2;
    }
}
