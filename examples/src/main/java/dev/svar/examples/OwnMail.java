package dev.svar.examples;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.mail.MailFiles;
import dev.svar.mail.MailReader;
import dev.svar.mail.RawMail;
import java.io.PrintStream;
import java.nio.file.Path;

/** Takes somebody's own mail, one message in memory at a time. */
final class OwnMail {
    private static final int PROGRESS_EVERY = 1000;
    private static final int DUE_EVERY = 100;

    private final HelpDesk desk;
    private final MailServer server;
    private final PrintStream out;
    private final MailReader reader = MailReader.forMailbox(ParticipantDesk.MAILBOX.address());
    private final Tally tally = new Tally();

    OwnMail(HelpDesk desk, MailServer server, PrintStream out) {
        this.desk = desk;
        this.server = server;
        this.out = out;
    }

    Tally take(Path path) {
        out.println("taking the mail in " + path);
        MailFiles.open(path).forEach(this::take);
        sendDue();
        return tally;
    }

    private void take(RawMail mail) {
        Taken taken = desk.receive(reader.read(mail));
        tally.count(taken);
        if (tally.messages() % DUE_EVERY == 0) {
            sendDue();
        }
        if (tally.messages() % PROGRESS_EVERY == 0) {
            out.println("  " + tally.messages() + " messages so far");
        }
    }

    private void sendDue() {
        DueRun run = desk.runDue(DUE_EVERY);
        while (run.done() == DUE_EVERY) {
            run = desk.runDue(DUE_EVERY);
        }
        server.empty();
    }
}
