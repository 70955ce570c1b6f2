package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.NewFile;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeskReplyWithFilesTest {
    private static final Content PDF = TestDesk.raw("pdf");
    private static final NewFile FILE = new NewFile("veiledning.pdf", "application/pdf", PDF);

    private final TestDesk office = new TestDesk();
    private final Ticket ticket = office.opened();

    @Test
    void files_are_kept_with_the_answer_and_go_with_its_letter_alone() {
        office.sent();
        office.desk.reply(ticket.id(), LARS, "Se veiledningen.", Status.SOLVED, List.of(FILE));
        List<OutboundMessage> sent = office.sent();

        assertThat(office.desk.messages(ticket.id(), 0, 10).get(1).attachments())
                .containsExactly(FILE.attachment());
        assertThat(office.store.content(TENANT, PDF.ref())).contains(PDF);
        assertThat(sent)
                .filteredOn(m -> m.text().contains("Se veiledningen."))
                .singleElement()
                .satisfies(m -> assertThat(m.files()).containsExactly(FILE.attachment()));
        office.desk.reply(ticket.id(), LARS, "Uten fil.");
        assertThat(office.sent())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.files()).isEmpty());
    }

    @Test
    void too_many_files_and_names_that_are_none_are_refused() {
        assertThatThrownBy(() ->
                        office.desk.reply(ticket.id(), LARS, "Hei", Status.PENDING, Collections.nCopies(501, FILE)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("files");
        assertThatThrownBy(() -> new NewFile("a\nb", "text/plain", PDF))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("attachment.name");
    }
}
