package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.mail.SmtpSecurity;
import dev.svar.mail.SmtpTransport;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.Ticket;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The shortest way from nothing to a ticket that is acknowledged, answered and promised a time. */
public final class FirstTicket {
    private FirstTicket() {}

    /**
     * Opens a ticket, answers it and prints what became of it.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:first-ticket;DB_CLOSE_DELAY=-1");
        try (MailServer server = MailServer.start(Address.mail("support@example.com"))) {
            System.out.println(run(dataSource, server.smtpPort()));
        }
    }

    static Ticket run(DataSource dataSource, int smtpPort) {
        // region readme
        Schema.of(Dialect.of(dataSource), Schema.DEFAULT_PREFIX)
                .apply(dataSource); // once; or run its print() as a migration

        SmtpTransport smtp = SmtpTransport.builder("localhost", smtpPort, InstantSource.system())
                .security(SmtpSecurity.NONE) // STARTTLS is the default
                .build();
        HelpDesk desk = HelpDesk.builder(JdbcStore.builder(dataSource).build())
                .mailbox(new Mailbox(Address.mail("support@example.com"), "Example support"))
                .transport(smtp)
                .sla(SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo"))))
                .agents(AgentDirectory.of(
                        new Agent(new AgentId("ola"), "Ola Vik", Address.mail("ola@example.com"), Locale.ENGLISH)))
                .build();

        Ticket ticket = desk.open(NewTicket.builder(
                        Address.mail("kari@customer.example"), "Cannot pay", "The page stays blank when I pay.")
                .name("Kari Nordmann")
                .build());
        desk.runDue(100); // sends the acknowledgement with the time we promise; call it from your scheduler

        desk.reply(ticket.id(), new AgentId("ola"), "Hello Kari, please try again, it works now.");
        desk.runDue(100); // sends the answer
        smtp.close();
        // endregion
        return desk.find(ticket.id()).orElseThrow().ticket();
    }
}
