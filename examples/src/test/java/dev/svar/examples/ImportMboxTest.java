package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.Disposition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportMboxTest {
    @TempDir
    private Path folder;

    @Test
    void old_mail_becomes_tickets_without_a_letter_and_what_nobody_sent_lies_apart() throws IOException {
        ImportMbox.sample(folder);
        Shown shown = Shown.by(stage -> ImportMbox.run(stage, folder));

        assertThat(shown.lines()).startsWith("Messages taken: 2", "Messages taken: 1");
        assertThat(shown.text())
                .contains("What agents see of SUP-1, Cannot pay")
                .contains("Kari wrote: “The page stays blank.\nFrom the first click on.”")
                .contains("Kari wrote: “Still blank.”")
                .doesNotContain("SUP-2");
        assertThat(shown.desk().receipts(Disposition.QUARANTINED, Optional.empty(), 10))
                .hasSize(1);
        assertThat(shown.desk().runDue(10).done()).isZero();
        assertThat(folder.resolve("done/2026.mbox")).exists();
        assertThat(folder.resolve("failed/2026.mbox")).content().contains("nobody knows who sent this");
        assertThat(folder.resolve("in")).isEmptyDirectory();
    }
}
