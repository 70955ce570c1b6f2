package dev.svar.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class MessageLimitsTest {
    private static final Instant NOW = Instant.parse("2026-12-03T10:00:00Z");
    private static final Address MAILBOX = Address.mail("support@paamelding.example");
    private static final Content RAW = Content.of("raw".getBytes(StandardCharsets.UTF_8));
    private static final MessageKey KEY = new MessageKey(MAILBOX, "<a@kunde.example>");
    private static final Attachment FILE = new Attachment("a.csv", "text/csv", Optional.empty(), RAW.ref());

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static InboundMessage.Builder inbound() {
        return InboundMessage.builder(KEY, RAW, Address.mail("kari@kunde.example"));
    }

    private static Message message(String visible, String full, Optional<String> html, List<Attachment> files) {
        return new Message(
                new MessageId(new UUID(1, 1)),
                TenantId.DEFAULT,
                new TicketId(new UUID(1, 2)),
                2,
                MessageRole.NOTE,
                Actor.rule("test"),
                NOW,
                Optional.empty(),
                visible,
                full,
                html,
                files);
    }

    @Test
    void every_part_of_a_message_is_bounded() {
        String most = "x".repeat(Message.MAX_TEXT_LENGTH);
        String more = most + "x";

        assertThat(message(most, most, Optional.of(most), List.of(FILE)).visibleText())
                .hasSize(Message.MAX_TEXT_LENGTH);
        refused("message.visibleText", () -> message(more, "", Optional.empty(), List.of()));
        refused("message.fullText", () -> message("", more, Optional.empty(), List.of()));
        refused("message.html", () -> message("", "", Optional.of(more), List.of()));
        refused(
                "message.attachments",
                () -> message("", "", Optional.empty(), Collections.nCopies(Message.MAX_ATTACHMENTS + 1, FILE)));
    }

    @Test
    void every_part_of_an_inbound_message_is_bounded() {
        String more = "x".repeat(Message.MAX_TEXT_LENGTH + 1);

        refused("message.visibleText", () -> inbound().text(more));
        refused("message.fullText", () -> inbound().text("", more));
        refused("message.html", () -> inbound().html(more));
        refused("message.fromName", () -> inbound().fromName("x".repeat(Contact.MAX_NAME_LENGTH + 1)));
        refused(
                "message.recipients",
                () -> inbound().recipients(Collections.nCopies(InboundMessage.MAX_RECIPIENTS + 1, MAILBOX)));
        refused(
                "message.references",
                () -> inbound().references(Collections.nCopies(InboundMessage.MAX_REFERENCES + 1, "<a@b>")));
        refused(
                "message.replyTokens",
                () -> inbound().replyTokens(Collections.nCopies(InboundMessage.MAX_REPLY_TOKENS + 1, "t")));
        refused("message.messageId", () -> inbound().messageId("<a@b>\r\nBcc: x"));
        refused("message.attachments", () -> {
            InboundMessage.Builder builder = inbound();
            for (int i = 0; i <= Message.MAX_ATTACHMENTS; i++) {
                builder.attach("a", "text/csv", Optional.empty(), RAW);
            }
        });
    }

    @Test
    void an_inbound_message_is_what_was_put_into_it_and_stays_so() {
        List<String> references = new ArrayList<>(List.of("<b@paamelding.example>"));
        InboundMessage message = inbound()
                .fromName("Kari")
                .recipients(List.of(MAILBOX))
                .subject("Betaling")
                .text("Hei", "Hei\n> før")
                .html("<p>Hei</p>")
                .attach("a.csv", "text/csv", Optional.of("cid"), RAW)
                .messageId("<a@kunde.example>")
                .references(references)
                .replyTokens(List.of("t"))
                .mayNotAnswer("a list")
                .build();
        references.clear();

        assertThat(message.key()).isEqualTo(KEY);
        assertThat(message.raw()).isEqualTo(RAW);
        assertThat(message.visibleText()).isEqualTo("Hei");
        assertThat(message.fullText()).isEqualTo("Hei\n> før");
        assertThat(message.html()).contains("<p>Hei</p>");
        assertThat(message.references()).containsExactly("<b@paamelding.example>");
        assertThat(message.attachments())
                .containsExactly(new Attachment("a.csv", "text/csv", Optional.of("cid"), RAW.ref()));
        assertThat(message.contents()).containsExactly(RAW);
        assertThat(message.mayNotAnswer()).contains("a list");
        assertThat(message.nature()).isEqualTo(new MessageNature.Human());
        assertThat(message).hasToString("inbound message <a@kunde.example>");
    }

    @Test
    void keys_reasons_and_file_names_are_single_lines() {
        refused("message.key", () -> new MessageKey(MAILBOX, " "));
        refused("message.key", () -> new MessageKey(MAILBOX, "x".repeat(MessageKey.MAX_LENGTH + 1)));
        refused("unreadable.reason", () -> new UnreadableMessage(KEY, RAW, "a\nb"));
        refused("attachment.name", () -> new Attachment("a\nb", "text/csv", Optional.empty(), RAW.ref()));
        refused("attachment.contentType", () -> new Attachment("a", "", Optional.empty(), RAW.ref()));
        refused("receipt.reason", () -> receipt("x".repeat(Receipt.MAX_REASON_LENGTH + 1)));
        assertThat(receipt("x".repeat(Receipt.MAX_REASON_LENGTH)).disposition()).isEqualTo(Disposition.QUARANTINED);
    }

    private static Receipt receipt(String reason) {
        return new Receipt(
                TenantId.DEFAULT,
                KEY,
                NOW,
                Disposition.QUARANTINED,
                reason,
                Optional.empty(),
                Optional.empty(),
                RAW.ref());
    }

    @Test
    void bytes_are_named_by_their_digest_and_cannot_be_changed() throws Exception {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        Content content = Content.of(bytes);
        bytes[0] = 'x';
        content.bytes()[1] = 'x';

        assertThat(content.ref().digest())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(content.ref().size()).isEqualTo(3);
        assertThat(content.open().readAllBytes()).isEqualTo(new byte[] {'a', 'b', 'c'});
        assertThat(content).isEqualTo(Content.of("abc".getBytes(StandardCharsets.UTF_8)));
        refused("content.digest", () -> new ContentRef("abc", 3));
        refused("content.size", () -> new ContentRef(content.ref().digest(), -1));
    }

    @Test
    void customers_see_what_people_wrote_to_each_other_only() {
        assertThat(MessageRole.values())
                .filteredOn(MessageRole::visibleToCustomer)
                .containsExactly(MessageRole.CUSTOMER, MessageRole.REPLY);
    }
}
