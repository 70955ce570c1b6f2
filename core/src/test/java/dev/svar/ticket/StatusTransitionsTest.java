package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.CUSTOMER;
import static dev.svar.ticket.Tickets.MESSAGE;
import static dev.svar.ticket.Tickets.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StatusTransitionsTest {
    @ParameterizedTest
    @CsvSource({
        "NEW, OPEN PENDING_CUSTOMER PENDING_INTERNAL SOLVED CLOSED",
        "OPEN, PENDING_CUSTOMER PENDING_INTERNAL SOLVED CLOSED",
        "PENDING_CUSTOMER, OPEN PENDING_INTERNAL SOLVED CLOSED",
        "PENDING_INTERNAL, OPEN PENDING_CUSTOMER SOLVED CLOSED",
        "SOLVED, OPEN PENDING_CUSTOMER PENDING_INTERNAL CLOSED",
        "CLOSED, ''",
        "MERGED, ''",
    })
    void a_row_of_the_table_holds_for_status_changes_and_for_replies(StatusCategory from, String row) {
        Set<StatusCategory> allowed = EnumSet.noneOf(StatusCategory.class);
        Arrays.stream(row.split(" "))
                .filter(name -> !name.isEmpty())
                .map(StatusCategory::valueOf)
                .forEach(allowed::add);
        Ticket ticket = Tickets.in(new Status("here", from));
        for (StatusCategory to : StatusCategory.values()) {
            Status wanted = new Status("there", to);
            TicketCommand change = new TicketCommand.ChangeStatus(AGENT, wanted);
            if (to == from || allowed.contains(to)) {
                assertThat(TicketLifecycle.standard().decide(ticket, change, NOW))
                        .extracting(RecordedEvent::event)
                        .containsExactly(new TicketEvent.StatusChanged(ticket.status(), wanted));
            } else {
                refused(ticket, change, from, to, allowed);
                if (!allowed.isEmpty()) {
                    refused(ticket, new TicketCommand.Reply(AGENT, MESSAGE, wanted), from, to, allowed);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StatusCategory.class,
            names = {"CLOSED", "MERGED"})
    void what_is_done_takes_no_messages(StatusCategory from) {
        Ticket ticket = Tickets.in(new Status("done", from));

        refused(ticket, new TicketCommand.AddCustomerMessage(CUSTOMER, MESSAGE), from, StatusCategory.OPEN, Set.of());
        refused(ticket, new TicketCommand.Reply(AGENT, MESSAGE, ticket.status()), from, StatusCategory.OPEN, Set.of());
    }

    private static void refused(
            Ticket ticket, TicketCommand command, StatusCategory from, StatusCategory to, Set<StatusCategory> allowed) {
        assertThatThrownBy(() -> TicketLifecycle.standard().decide(ticket, command, NOW))
                .isInstanceOfSatisfying(TransitionRefusedException.class, e -> {
                    assertThat(e.ticket()).isEqualTo(ticket.number());
                    assertThat(e.from()).isEqualTo(from);
                    assertThat(e.to()).isEqualTo(to);
                    assertThat(e.allowed()).isEqualTo(allowed);
                })
                .hasMessage("SUP-1042 cannot go from " + from + " to " + to
                        + (from == StatusCategory.MERGED
                                ? ", it goes on in the ticket that it was merged into"
                                : ", allowed: " + allowed));
    }
}
