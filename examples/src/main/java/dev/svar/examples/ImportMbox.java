package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.NotificationKind;
import dev.svar.NotificationRules;
import dev.svar.contact.TenantId;
import dev.svar.mail.FetchLedger;
import dev.svar.mail.FetchRun;
import dev.svar.mail.FolderInbox;
import dev.svar.mail.MailIntake;
import dev.svar.mail.MailReader;
import dev.svar.memory.MemoryStore;
import dev.svar.store.TicketQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Old mail becomes tickets: mbox files are taken a batch at a time, and lie elsewhere when all of it was taken. */
public final class ImportMbox {
    private static final int BATCH = 2; // a thousand, say, of real mail

    private ImportMbox() {}

    /**
     * Imports the {@code .mbox} files of the folder {@code in}, prints the tickets and leaves the files in {@code done}.
     *
     * @param arguments the folder that holds {@code in}; without it a small file is made
     * @throws IOException if the folder cannot be written
     */
    public static void main(String... arguments) throws IOException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : sample(Files.createTempDirectory("import"));
        run(Stage.printing(), folder);
    }

    static Path sample(Path folder) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.write(in.resolve("2026.mbox"), Resources.bytes("import/2026.mbox"));
        return folder;
    }

    static HelpDesk run(Stage stage, Path folder) {
        MemoryStore store = new MemoryStore();
        // region import
        HelpDesk desk = stage.desk(store)
                .notifications(
                        NotificationRules.standard().without(NotificationKind.values())) // no letters about old mail
                .build();
        FolderInbox archive =
                FolderInbox.mbox("2026", folder.resolve("in"), folder.resolve("done"), folder.resolve("failed"));
        MailIntake intake = MailIntake.of(desk, MailReader.forMailbox(Stage.SUPPORT));
        FetchLedger ledger = FetchLedger.of(store, TenantId.DEFAULT, stage.time());
        FetchRun run;
        do {
            run = archive.fetch(intake, ledger, BATCH); // goes on at the byte at which the last one stopped
            stage.story().tell("Messages taken", run.taken());
        } while (run.more());
        // endregion
        desk.tickets(TicketQuery.all(100))
                .items()
                .forEach(found ->
                        stage.story().agentSees(desk.view(found.ticket().id(), Locale.ENGLISH)));
        return desk;
    }
}
