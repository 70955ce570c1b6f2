package dev.svar.examples;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.mail.MailFiles;
import dev.svar.mail.MailReader;
import dev.svar.mail.RawMail;
import dev.svar.message.Disposition;
import java.io.PrintStream;
import java.nio.file.Path;

/** Takes somebody's own mail, one message in memory at a time. */
final class OwnMail {
    private static final int PROGRESS_EVERY = 1000;
    private static final int DUE_EVERY = 100;
    private static final int QUARANTINED_SHOWN = 30;

    private final HelpDesk desk;
    private final MailServer server;
    private final PrintStream out;
    private final MailReader reader = MailReader.forMailbox(ParticipantDesk.MAILBOX.address());
    private final Tally tally = new Tally();
    private int quarantined;

    OwnMail(HelpDesk desk, MailServer server, PrintStream out) {
        this.desk = desk;
        this.server = server;
        this.out = out;
    }

    Tally take(Path path) {
        out.println("taking the mail in " + path);
        long found = MailFiles.open(path).forEach(this::take);
        if (found == 0) {
            throw new UsageException("there is no mail in " + path + ": no .eml file, no message in an mbox");
        }
        sendDue();
        return tally;
    }

    private void take(RawMail mail) {
        Taken taken = desk.receive(reader.read(mail));
        tally.count(taken);
        boolean refused = !taken.duplicate() && taken.receipt().disposition() == Disposition.QUARANTINED;
        if (refused && ++quarantined <= QUARANTINED_SHOWN) {
            out.println(
                    "  in quarantine: " + mail.source() + " (" + taken.receipt().reason() + ")");
        }
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
