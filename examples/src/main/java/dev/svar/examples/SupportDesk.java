package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.error.SvarException;
import dev.svar.mail.SmtpSecurity;
import dev.svar.mail.SmtpTransport;
import dev.svar.testkit.ManualTime;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * A support desk at work: real mail comes in by SMTP and IMAP, becomes tickets with promises attached, is acknowledged,
 * answered, escalated. {@code --help} lists the options.
 */
public final class SupportDesk {
    private static final int OK = 0;
    private static final int CANNOT = 2;

    private SupportDesk() {}

    /**
     * Runs the desk and ends the process with 0, or with 2 after one line on standard error.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(out, err, arguments);
        if (status != OK) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Options.HELP);
            } else if (options.mail().isPresent()) {
                ownMail(options, options.mail().get(), out);
            } else {
                story(options, out);
            }
            return OK;
        } catch (UsageException | SvarException e) {
            err.println("support desk: " + e.getMessage());
            return CANNOT;
        }
    }

    private static void story(Options options, PrintStream out) {
        ManualTime time = ManualTime.at("2026-12-03T09:55:00Z");
        try (Database database = Database.open(options.databaseUrl(), "support-desk", options.fresh());
                MailServer server = MailServer.start(ParticipantDesk.MAILBOX.address());
                SmtpTransport smtp = smtp(server, time)) {
            Outbox outbox = new Outbox(smtp);
            HelpDesk desk = ParticipantDesk.open(database.store(), outbox, time);
            Tally tally = new DayAndAHalf(desk, server, time, out).live();
            DeskReport report = new DeskReport(desk, out);
            report.tickets();
            report.mails(outbox.sent());
            report.letters("acknowledged", "delay_notice");
            report.repeated(tally);
            out.println(tally.summary(outbox.accepted(), outbox.notAccepted()));
        }
    }

    private static void ownMail(Options options, Path mail, PrintStream out) {
        InstantSource time = InstantSource.system();
        try (Database database = Database.open(options.databaseUrl(), "support-desk-mail", options.fresh());
                MailServer server = MailServer.start(ParticipantDesk.MAILBOX.address());
                SmtpTransport smtp = smtp(server, time)) {
            Outbox outbox = new Outbox(smtp);
            HelpDesk desk = ParticipantDesk.open(database.store(), outbox, time);
            Tally tally = new OwnMail(desk, server, out).take(mail);
            DeskReport report = new DeskReport(desk, out);
            report.tickets();
            report.repeated(tally);
            out.println(tally.summary(outbox.accepted(), outbox.notAccepted()));
        }
    }

    private static SmtpTransport smtp(MailServer server, InstantSource time) {
        return SmtpTransport.builder(MailServer.HOST, server.smtpPort(), time)
                .security(SmtpSecurity.NONE)
                .build();
    }
}
