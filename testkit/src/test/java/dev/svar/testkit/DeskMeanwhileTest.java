package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Redaction;
import dev.svar.contact.ContactId;
import dev.svar.message.Message;
import dev.svar.ticket.MergeRefusedException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody else does between a look and the decision that rests on it. */
final class DeskMeanwhileTest {
    private static final String CARD = "4111 1111 1111 1111";

    private final Meanwhile store = new Meanwhile();
    private final TestDesk office = new TestDesk(store);

    private Ticket opened(String text) {
        return office.desk.open(NewTicket.builder(KARI, "Betaling", text).build());
    }

    @Test
    void who_joins_a_ticket_while_it_is_merged_gets_no_look_into_the_other() {
        Ticket into = opened("Hemmelig");
        Ticket source = opened("Samme sak");
        ContactId ola =
                office.desk.open(NewTicket.builder(OLA, "Hei", "Hei").build()).requester();
        store.afterTicket(
                source.id(),
                () -> office.desk.execute(
                        source.id(), new TicketCommand.ChangeParticipants(AGENT, Set.of(ola), Set.of())));

        assertThatThrownBy(() -> office.desk.merge(source.id(), into.id(), LARS))
                .isInstanceOf(MergeRefusedException.class)
                .extracting(e -> ((MergeRefusedException) e).reason())
                .isEqualTo(MergeRefusedException.Reason.OTHER_PEOPLE);
        assertThat(office.fresh(into).involves(ola)).isFalse();
    }

    @Test
    void what_is_redacted_while_it_is_split_off_is_redacted_in_the_copy() {
        Ticket source = opened("Kortet er " + CARD + ".");
        Message message = office.desk.messages(source.id(), 0, 10).get(0);
        store.afterMessage(() -> office.desk.redact(source.id(), message.id(), Redaction.of(CARD), LARS));

        Ticket fresh = office.desk.split(source.id(), List.of(message.id()), "Kort", LARS);

        assertThat(office.desk.messages(fresh.id(), 0, 10))
                .extracting(Message::visibleText)
                .containsExactly("Kortet er █████.");
    }

    @Test
    void a_listener_is_never_told_of_events_that_its_ticket_does_not_know_yet() {
        List<Long> ahead = new ArrayList<>();
        List<Long> told = new ArrayList<>();
        HelpDesk desk = office.builder(office.mail)
                .listener(
                        "report",
                        (state, events) -> events.forEach(event -> {
                            told.add(event.sequence());
                            ahead.add(Math.max(
                                    0, event.sequence() - state.ticket().version()));
                        }))
                .build();
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hei").build());
        store.beforeEvents(() -> desk.execute(ticket.id(), new TicketCommand.ChangePriority(AGENT, Priority.HIGH)));

        desk.runDue(100);

        assertThat(ahead).containsOnly(0L);
        assertThat(told).doesNotHaveDuplicates().hasSize((int)
                office.fresh(ticket).version());
    }
}
