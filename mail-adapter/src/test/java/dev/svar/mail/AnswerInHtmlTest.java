package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.StoredMessage;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Attachment;
import dev.svar.message.Content;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.NewFile;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.Status;
import dev.svar.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerInHtmlTest {
    private static final Address KARI = Address.mail("kari@kunde.example");
    private static final Content PICTURE = Content.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});

    @Test
    void what_an_agent_formats_arrives_in_both_forms_with_its_pictures_and_without_what_does_harm() throws Exception {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
        try (PostOffice post = new PostOffice(name -> false);
                PostedDesk ours =
                        new PostedDesk("support@desk.example", post, ManualTime.at("2026-11-26T10:00:00Z"), executor)) {
            post.open(KARI);
            post.send(
                    KARI.value(),
                    "support@desk.example",
                    "From: kari@kunde.example\nTo: support@desk.example\nSubject: Help\n\nWhere do I pay?\n");
            ours.await();
            TicketId ticket = ours.desk
                    .receipts(Disposition.OPENED, Optional.empty(), 1)
                    .get(0)
                    .ticket()
                    .orElseThrow();
            SafeHtml words = SafeHtml.of("<p onclick='x()'>Press <b>here</b>: <img src='cid:button@desk' alt='Pay'>"
                    + "<img src='https://elsewhere.example/count.gif'></p><script>x()</script>");
            ours.desk.reply(
                    ticket,
                    new AgentId("lars"),
                    words.formatted(),
                    Status.PENDING,
                    List.of(new NewFile("button.png", "image/png", Optional.of("button@desk"), PICTURE)));
            ours.desk.runDue(100);

            InboundMessage mail = read(post.inbox(KARI).getMessages()).stream()
                    .filter(read -> read.fullText().contains("Press"))
                    .findFirst()
                    .orElseThrow();
            assertThat(mail.fullText()).contains("Press here").doesNotContain("<");
            assertThat(mail.html().orElseThrow())
                    .contains("Press <b>here</b>: <img ")
                    .contains("cid:button@desk")
                    .doesNotContain("onclick", "script");
            assertThat(mail.attachments())
                    .extracting(Attachment::contentId)
                    .containsExactly(Optional.of("button@desk"));
            assertThat(mail.contents()).containsExactly(PICTURE);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<InboundMessage> read(List<StoredMessage> mails) throws Exception {
        List<InboundMessage> all = new ArrayList<>();
        for (StoredMessage mail : mails) {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            mail.getMimeMessage().writeTo(raw);
            all.add(Mails.read(raw.toByteArray()));
        }
        return all;
    }

    @Test
    void pictures_from_elsewhere_are_not_loaded_by_whoever_reads_the_answer() {
        assertThat(SafeHtml.of("<p>a<img src='https://elsewhere.example/count.gif'></p>")
                        .formatted()
                        .html())
                .doesNotContain(" src=");
    }

    @Test
    void what_is_not_what_was_written_is_not_sent() {
        assertThatThrownBy(() -> SafeHtml.of("<div>".repeat(1_000) + "a").formatted())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("html is nested too deep or too long");
        assertThatThrownBy(() -> SafeHtml.of("<script>x()</script>").formatted())
                .isInstanceOf(InvalidValueException.class);
    }
}
