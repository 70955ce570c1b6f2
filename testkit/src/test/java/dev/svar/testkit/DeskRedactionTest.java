package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.Redaction;
import dev.svar.Taken;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.Message;
import dev.svar.store.TicketQuery;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Kari wrote the number of her card into the mail and attached a picture of it. */
final class DeskRedactionTest {
    private static final String CARD = "4111 1111 1111 1111";

    private final TestDesk office = new TestDesk();
    private final Content picture = Content.of("a card".getBytes(StandardCharsets.UTF_8));
    private final Taken taken = office.desk.receive(TestDesk.mail("1", KARI)
            .text("Kortet er " + CARD + ".", "Kortet er " + CARD + ".\n> hva er kortet? " + CARD)
            .html("<p>Kortet er 4111&nbsp;1111 1111 1111.</p>")
            .attach("kort.png", "image/png", Optional.empty(), picture)
            .build());
    private final TicketId id = taken.receipt().ticket().orElseThrow();

    private Message message() {
        return office.desk.messages(id, 0, 10).get(0);
    }

    @Test
    void a_passage_is_gone_from_every_form_of_the_message_and_the_history_tells_that_it_is() {
        office.desk.redact(id, message().id(), Redaction.of(CARD), LARS);

        assertThat(message().visibleText()).isEqualTo("Kortet er █████.");
        assertThat(message().fullText()).isEqualTo("Kortet er █████.\n> hva er kortet? █████");
        assertThat(message().html()).isEmpty();
        assertThat(message().attachments()).hasSize(1);
        assertThat(office.desk.content(taken.receipt().raw())).isEmpty();
        assertThat(office.desk.content(picture.ref())).contains(picture);
        assertThat(office.events(id, TicketEvent.MessageRedacted.class))
                .containsExactly(new TicketEvent.MessageRedacted(message().id(), 1, 0));
        assertThat(office.desk.history(id, 0, 100).toString()).doesNotContain("4111");
    }

    @Test
    void nothing_is_left_of_passages_that_overlap() {
        office.desk.redact(id, message().id(), Redaction.of("er 4111 1111 1111", "1111 1111."), LARS);

        assertThat(message().visibleText()).isEqualTo("Kortet █████");
    }

    @Test
    void a_file_is_taken_away_with_its_bytes() {
        office.desk.redact(id, message().id(), new Redaction(Set.of(), Set.of(picture.ref())), LARS);

        assertThat(message().attachments()).isEmpty();
        assertThat(message().html()).isPresent();
        assertThat(office.desk.content(picture.ref())).isEmpty();
        assertThat(office.desk.content(taken.receipt().raw())).isEmpty();
    }

    @Test
    void what_is_not_there_is_refused_without_repeating_it() {
        Message before = message();

        assertThatThrownBy(() -> office.desk.redact(id, before.id(), Redaction.of("5500 0000"), LARS))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("redaction.passage")
                .hasMessageNotContaining("5500");
        Content other = Content.of(new byte[] {1});
        assertThatThrownBy(
                        () -> office.desk.redact(id, before.id(), new Redaction(Set.of(), Set.of(other.ref())), LARS))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("redaction.files");
        assertThatThrownBy(Redaction::of).isInstanceOf(InvalidValueException.class);
        assertThat(message()).isEqualTo(before);
        assertThat(office.desk.content(taken.receipt().raw())).isPresent();
    }

    @Test
    void the_same_mail_is_still_known_when_it_comes_again() {
        office.desk.redact(id, message().id(), Redaction.of(CARD), LARS);

        assertThat(office.desk.receive(TestDesk.mail("1", KARI).build()).duplicate())
                .isTrue();
        assertThat(office.desk.content(taken.receipt().raw())).isEmpty();
    }

    @Test
    void of_passages_that_overlap_nothing_is_left() {
        office.desk.redact(id, message().id(), Redaction.of("4111 1111 1", "11 1111 1111."), LARS);

        assertThat(message().visibleText()).isEqualTo("Kortet er █████");
    }

    @Test
    void what_is_blotted_out_is_found_no_more() {
        TicketQuery query = TicketQuery.builder().text("4111").build();
        assertThat(office.desk.count(query)).isEqualTo(1);

        office.desk.redact(id, message().id(), Redaction.of(CARD), LARS);

        assertThat(office.desk.count(query)).isZero();
    }
}
