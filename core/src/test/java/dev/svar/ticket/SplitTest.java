package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.ContactId;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketSplit.CopiedMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Some messages of a ticket become a ticket of their own. */
final class SplitTest {
    private static final FieldKey PLAN = new FieldKey("plan");
    private static final TicketNumber NUMBER = new TicketNumber("SUP", 77);

    private final Drawer drawer = new Drawer(TicketRules.builder()
            .field(CustomField.internal("plan", "Plan", FieldType.TEXT))
            .build());
    private final TicketId source = drawer.opened(OpenCommands.withFields(Map.of(PLAN, FieldValue.of("gold"))));
    private final TicketId fresh = new TicketId(new UUID(7, 2));

    private static CopiedMessage copy(int number, MessageRole role) {
        return new CopiedMessage(new MessageId(new UUID(1, number)), new MessageId(new UUID(2, number)), role);
    }

    private static TicketSplit split(ContactId requester, CopiedMessage... messages) {
        return new TicketSplit(AGENT, NUMBER, "Also the parking", requester, List.of(messages));
    }

    @Test
    void the_messages_are_copied_and_both_tickets_tell_of_each_other() {
        CopiedMessage asked = copy(1, MessageRole.CUSTOMER);
        CopiedMessage noted = copy(2, MessageRole.NOTE);
        List<TicketEvent> events = drawer.does(source, split(KARI, asked, noted));

        assertThat(events.subList(1, events.size()))
                .containsExactly(
                        new TicketEvent.MessageCopied(asked.copy(), MessageRole.CUSTOMER, source, asked.original()),
                        new TicketEvent.MessageCopied(noted.copy(), MessageRole.NOTE, source, noted.original()),
                        new TicketEvent.SplitOff(fresh, NUMBER, List.of(asked.original(), noted.original())),
                        new TicketEvent.Linked(LinkKind.SPLIT_INTO, fresh, NUMBER));
        assertThat(drawer.ticket(fresh).links()).containsExactly(new TicketLink(LinkKind.SPLIT_FROM, source));
        assertThat(drawer.ticket(source).links()).containsExactly(new TicketLink(LinkKind.SPLIT_INTO, fresh));
        assertThat(drawer.ticket(fresh).version()).isEqualTo(3);
    }

    @Test
    void the_same_persons_ticket_knows_what_the_source_knows() {
        drawer.becomes(source, Status.PENDING);
        drawer.does(source, split(KARI, copy(1, MessageRole.CUSTOMER)));
        Ticket ticket = drawer.ticket(fresh);

        assertThat(ticket.number()).isEqualTo(NUMBER);
        assertThat(ticket.subject()).isEqualTo("Also the parking");
        assertThat(ticket.status()).isEqualTo(Status.NEW);
        assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
        assertThat(ticket.language()).isEqualTo(drawer.ticket(source).language());
        assertThat(ticket.answerable()).isEqualTo(drawer.ticket(source).answerable());
        assertThat(ticket.fields()).containsEntry(PLAN, FieldValue.of("gold"));
        assertThat(drawer.ticket(source).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void another_persons_ticket_knows_nothing_about_the_first_one() {
        TicketId told = drawer.opened(OpenCommands.withFacts(
                List.of(new ContextFact("order.number", FieldValue.of("A-17"), Audience.PUBLIC))));
        TicketId third = new TicketId(new UUID(7, 3));
        drawer.does(told, new TicketCommand.SetField(AGENT, PLAN, Optional.of(FieldValue.of("gold"))));
        drawer.does(told, split(OLA, copy(1, MessageRole.CUSTOMER)));
        Ticket ticket = drawer.ticket(third);

        assertThat(ticket.requester()).isEqualTo(OLA);
        assertThat(ticket.involves(KARI)).isFalse();
        assertThat(ticket.context()).isEmpty();
        assertThat(ticket.fields()).isEmpty();
        assertThat(ticket.organization()).isEmpty();
    }

    @Test
    void a_split_begins_with_what_a_customer_wrote() {
        assertThatThrownBy(() -> split(KARI, copy(1, MessageRole.REPLY), copy(2, MessageRole.NOTE)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("split.messages holds none that a customer wrote");
        assertThatThrownBy(() -> split(KARI)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void each_message_is_copied_once() {
        CopiedMessage one = copy(1, MessageRole.CUSTOMER);
        CopiedMessage sameOriginal =
                new CopiedMessage(one.original(), new MessageId(new UUID(2, 9)), MessageRole.CUSTOMER);
        CopiedMessage sameCopy = new CopiedMessage(new MessageId(new UUID(1, 9)), one.copy(), MessageRole.CUSTOMER);

        for (CopiedMessage again : List.of(one, sameOriginal, sameCopy)) {
            assertThatThrownBy(() -> split(KARI, one, again))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("split.messages names a message twice, each can be copied once");
        }
    }

    @Test
    void splits_have_limits() {
        CopiedMessage[] many = IntStream.rangeClosed(0, TicketSplit.MAX_MESSAGES)
                .mapToObj(i -> copy(i, MessageRole.CUSTOMER))
                .toArray(CopiedMessage[]::new);

        assertThatThrownBy(() -> split(KARI, many))
                .hasMessage("split.messages holds 201 elements, at most 200 are allowed");
        assertThatThrownBy(() -> new TicketSplit(AGENT, NUMBER, " ", KARI, List.of(many[0])))
                .hasMessageStartingWith("subject is blank");
        for (int i = 0; i < TicketLink.MAX_LINKS; i++) {
            drawer.does(source, drawer.opened(KARI), new TicketPairCommand.Link(AGENT, LinkKind.RELATES_TO, Set.of()));
        }
        assertThatThrownBy(() -> drawer.does(source, split(KARI, many[0])))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("ticket.links of SUP-1042 are at the limit");
    }

    @Test
    void a_merged_ticket_is_not_split() {
        drawer.does(source, drawer.opened(KARI), new TicketPairCommand.Merge(AGENT, false));

        assertThatThrownBy(() -> drawer.does(source, split(KARI, copy(1, MessageRole.CUSTOMER))))
                .isInstanceOf(TransitionRefusedException.class);
    }
}
