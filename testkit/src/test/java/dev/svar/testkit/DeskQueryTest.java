package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.contact.AgentId;
import dev.svar.error.InvalidValueException;
import dev.svar.store.Including;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeskQueryTest {
    private static final AgentId LARS = new AgentId("lars");

    private final TestDesk test = new TestDesk();
    private final HelpDesk desk = test.desk;

    @Test
    void the_queues_of_a_desk_are_counted_in_their_order() {
        Ticket first = test.opened();
        test.opened();
        desk.assign(first.id(), LARS, LARS);
        Map<String, TicketQuery> queues = new LinkedHashMap<>();
        queues.put("unassigned", TicketQuery.builder().unassigned().build());
        queues.put("mine", TicketQuery.builder().assignee(LARS).build());
        queues.put(
                "solved",
                TicketQuery.builder()
                        .statuses(EnumSet.of(StatusCategory.SOLVED))
                        .build());

        assertThat(desk.counts(queues))
                .containsExactly(Map.entry("unassigned", 1L), Map.entry("mine", 1L), Map.entry("solved", 0L));
        assertThat(desk.count(TicketQuery.all(1))).isEqualTo(2);
    }

    @Test
    void too_many_queues_at_once_are_refused() {
        Map<String, TicketQuery> queues = new HashMap<>();
        for (int i = 0; i <= HelpDesk.MAX_QUEUES; i++) {
            queues.put("queue" + i, TicketQuery.all(1));
        }

        assertThatThrownBy(() -> desk.counts(queues))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("queues holds 101");
    }

    @Test
    void a_queue_shows_what_is_due_first_and_what_a_subject_says() {
        Ticket first = test.opened();
        TicketQuery queue = TicketQuery.builder()
                .text("bet")
                .spam(Including.WITHOUT)
                .ascending(TicketSort.DUE)
                .build();

        assertThat(desk.tickets(queue).items())
                .extracting(state -> state.ticket().id())
                .containsExactly(first.id());
        assertThat(desk.tickets(queue).items().get(0).due()).isPresent();
    }

    @Test
    void what_a_merged_ticket_says_is_found_as_its_own() {
        Ticket first = test.opened();
        Ticket second = test.opened();
        desk.note(first.id(), LARS, "Ring banken");
        desk.merge(first.id(), second.id(), LARS);
        TicketQuery query = TicketQuery.builder().text("banken").build();

        assertThat(desk.tickets(query).items())
                .extracting(state -> state.ticket().id())
                .containsExactly(first.id());
    }
}
