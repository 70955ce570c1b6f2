package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Actor;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ola, who had a copy, asks something else in Kari's ticket: Lars makes it a ticket of its own. */
final class DeskSplitTest {
    private final TestDesk office = new TestDesk();
    private TicketId id;
    private List<Message> messages;

    @BeforeEach
    void two_questions_in_one_ticket() {
        id = office.desk
                .receive(TestDesk.mail("1", KARI)
                        .recipients(List.of(MAILBOX, OLA))
                        .build())
                .receipt()
                .ticket()
                .orElseThrow();
        office.desk.reply(id, LARS, "Prøv et annet kort.");
        office.sent();
        office.time.advance(Duration.ofHours(1));
        office.desk.receive(TestDesk.mail("2", OLA)
                .references(List.of("<1@kunde.example>"))
                .text("Og når er start?")
                .build());
        office.desk.note(id, LARS, "Ola spør om start");
        messages = office.desk.messages(id, 0, 10);
    }

    private Ticket split(Message... some) {
        return office.desk.split(id, List.of(some).stream().map(Message::id).toList(), "Når er start?", LARS);
    }

    @Test
    void the_messages_are_in_both_tickets_with_their_authors_and_times() {
        office.time.advance(Duration.ofHours(1));
        Ticket fresh = split(messages.get(3), messages.get(2));

        List<Message> copies = office.desk.messages(fresh.id(), 0, 10);
        assertThat(copies).extracting(Message::visibleText).containsExactly("Og når er start?", "Ola spør om start");
        assertThat(copies)
                .extracting(Message::by)
                .containsExactly(messages.get(2).by(), messages.get(3).by());
        assertThat(copies)
                .extracting(Message::at)
                .containsExactly(messages.get(2).at(), messages.get(3).at());
        assertThat(copies).extracting(Message::role).containsExactly(MessageRole.CUSTOMER, MessageRole.NOTE);
        assertThat(office.desk.messages(id, 0, 10)).isEqualTo(messages);
    }

    @Test
    void who_wrote_the_first_of_them_asks_in_the_new_ticket_and_is_promised_an_answer() {
        Ticket fresh = split(messages.get(2));

        assertThat(Actor.customer(fresh.requester())).isEqualTo(messages.get(2).by());
        assertThat(fresh.status()).isEqualTo(Status.NEW);
        assertThat(fresh.subject()).isEqualTo("Når er start?");
        assertThat(office.state(fresh.id()).clocks().clock(SlaTarget.FIRST_RESPONSE))
                .isPresent();
        office.desk.reply(fresh.id(), LARS, "Klokka ti.");
        assertThat(office.sent()).extracting(OutboundMessage::to).containsExactly(OLA);
    }

    @Test
    void both_tickets_tell_of_the_split_and_nobody_is_written_to() {
        Ticket fresh = split(messages.get(2));

        assertThat(fresh.links()).containsExactly(new TicketLink(LinkKind.SPLIT_FROM, id));
        assertThat(office.state(id).ticket().links()).containsExactly(new TicketLink(LinkKind.SPLIT_INTO, fresh.id()));
        assertThat(office.events(id, TicketEvent.SplitOff.class))
                .containsExactly(new TicketEvent.SplitOff(
                        fresh.id(), fresh.number(), List.of(messages.get(2).id())));
        assertThat(office.sent()).isEmpty();
    }

    @Test
    void a_reply_that_goes_along_is_not_sent_again() {
        split(messages.get(0), messages.get(1));

        assertThat(office.sent()).isEmpty();
    }

    @Test
    void what_cannot_be_split_off_is_refused_and_no_ticket_is_opened() {
        assertThatThrownBy(() -> split(messages.get(3)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("split.messages");
        assertThatThrownBy(() -> split()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> office.desk.split(id, List.of(new MessageId(UUID.randomUUID())), "Start", LARS))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("no message of the ticket");
        assertThat(office.allTickets()).hasSize(1);
    }

    @Test
    void who_asks_in_the_new_ticket_is_not_whose_machine_answered_by_itself() {
        office.desk.receive(TestDesk.mail("3", KARI)
                .references(List.of("<1@kunde.example>"))
                .nature(new MessageNature.AutomaticReply("is away"))
                .text("Jeg er på ferie.")
                .build());
        office.desk.receive(TestDesk.mail("4", OLA)
                .references(List.of("<1@kunde.example>"))
                .text("Og hvor er målet?")
                .build());
        List<Message> all = office.desk.messages(id, 0, 10);

        Ticket fresh = split(all.get(4), all.get(5));

        assertThat(all.get(4).role()).isEqualTo(MessageRole.AUTOMATIC);
        assertThat(Actor.customer(fresh.requester())).isEqualTo(all.get(5).by());
    }
}
