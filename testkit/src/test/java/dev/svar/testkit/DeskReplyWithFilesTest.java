package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.FormattedText;
import dev.svar.message.NewFile;
import dev.svar.message.OutboundMessage;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private static final NewFile PICTURE = new NewFile("knapp.png", "image/png", Optional.of("knapp@desk"), PDF);
    private static final FormattedText WORDS =
            new FormattedText("Trykk her: knapp", "<p>Trykk <b>her</b>: <img src=\"cid:knapp@desk\"></p>");

    @Test
    void an_answer_in_html_goes_out_in_both_forms_with_the_same_words_around_it() {
        office.sent();
        office.desk.reply(ticket.id(), LARS, WORDS, Status.PENDING, List.of(PICTURE));
        OutboundMessage sent = office.sent().stream()
                .filter(m -> m.text().contains(WORDS.text()))
                .findFirst()
                .orElseThrow();
        String html = sent.html().orElseThrow();

        assertThat(sent.files()).containsExactly(PICTURE.attachment());
        assertThat(html).containsOnlyOnce(WORDS.html()).doesNotContain(WORDS.text(), "html of");
        String read = html.replace(WORDS.html(), WORDS.text())
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
        assertThat(read.replaceAll("\\s+", "")).isEqualTo(sent.text().replaceAll("\\s+", ""));
        assertThat(office.desk.messages(ticket.id(), 0, 10).get(1).html()).contains(WORDS.html());
    }

    private HelpDesk replying(String template) {
        TemplateCatalog catalog = TemplateCatalog.shipped();
        for (String language : List.of("en", "nb")) {
            catalog = catalog.with(
                    Template.read("replied", Locale.forLanguageTag(language), "Subject: s\n\n" + template));
        }
        return office.builder(office.mail).templates(catalog).build();
    }

    @Test
    void an_answer_in_text_goes_out_in_text() {
        office.sent();
        office.desk.reply(ticket.id(), LARS, "Hei <b>", Status.PENDING, List.of());

        assertThat(office.sent())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.html()).isEmpty());
    }

    @Test
    void what_a_template_says_is_text_also_in_html() {
        HelpDesk desk = replying(
                "A <script> & \"more\": {{ ticket.latest_public_comment }}\n{{ ticket.latest_public_comment }} https://desk.example/a?b=1&c=2.");
        desk.reply(ticket.id(), LARS, WORDS, Status.PENDING, List.of());

        assertThat(office.sent())
                .filteredOn(m -> m.subject().equals("s"))
                .singleElement()
                .satisfies(m -> assertThat(m.html())
                        .contains("<p>A &lt;script&gt; &amp; &quot;more&quot;:</p><div>" + WORDS.html()
                                + "</div><p>Trykk her: knapp <a href=\"https://desk.example/a?b=1&amp;c=2\">"
                                + "https://desk.example/a?b=1&amp;c=2</a>.</p>"));
    }

    @Test
    void a_template_that_changes_the_words_sends_them_in_text_alone() {
        HelpDesk desk = replying("{{ ticket.latest_public_comment | truncate: 5 }}");
        desk.reply(ticket.id(), LARS, WORDS, Status.PENDING, List.of());

        assertThat(office.sent())
                .filteredOn(m -> m.subject().equals("s"))
                .singleElement()
                .satisfies(m -> assertThat(m.html()).isEmpty());
    }

    @Test
    void words_in_two_forms_must_be_there_in_both() {
        assertThatThrownBy(() -> new FormattedText("Hei", " "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("html");
        assertThatThrownBy(() -> new FormattedText("", "<p>Hei</p>"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("text");
    }
}
