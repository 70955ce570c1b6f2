package dev.svar.ticket;

import static dev.svar.ticket.StatusCategory.CLOSED;
import static dev.svar.ticket.StatusCategory.MERGED;
import static dev.svar.ticket.StatusCategory.OPEN;
import static dev.svar.ticket.StatusCategory.PENDING_CUSTOMER;
import static dev.svar.ticket.StatusCategory.PENDING_INTERNAL;
import static dev.svar.ticket.StatusCategory.SOLVED;
import static dev.svar.ticket.Tickets.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import org.junit.jupiter.api.Test;

/** A host narrows and extends the table of transitions. */
final class HostTableTest {
    @Test
    void what_the_host_forbids_is_refused_and_the_refusal_names_what_is_left() {
        Drawer drawer = new Drawer(
                TicketRules.builder().forbid(OPEN, CLOSED, PENDING_INTERNAL).build());
        TicketId id = drawer.opened(KARI);
        drawer.becomes(id, Status.OPEN);

        assertThatThrownBy(() -> drawer.becomes(id, Status.CLOSED))
                .isInstanceOfSatisfying(TransitionRefusedException.class, e -> {
                    assertThat(e.from()).isEqualTo(OPEN);
                    assertThat(e.to()).isEqualTo(CLOSED);
                    assertThat(e.allowed()).containsExactly(PENDING_CUSTOMER, SOLVED);
                })
                .hasMessage("SUP-1 cannot go from OPEN to CLOSED, allowed: [PENDING_CUSTOMER, SOLVED]");
        drawer.becomes(id, Status.SOLVED);
        drawer.becomes(id, Status.CLOSED);
        assertThat(drawer.ticket(id).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void a_closed_ticket_reopens_where_the_host_allows_it() {
        Drawer drawer = new Drawer(TicketRules.builder().allow(CLOSED, OPEN).build());
        TicketId id = drawer.opened(KARI);
        drawer.becomes(id, Status.CLOSED);

        drawer.customerWrites(id);
        assertThat(drawer.ticket(id).status()).isEqualTo(Status.OPEN);

        drawer.becomes(id, Status.CLOSED);
        drawer.becomes(id, Status.OPEN);
        assertThat(drawer.ticket(id).settledAt()).isEmpty();
    }

    @Test
    void a_builder_changes_no_rules_but_its_own() {
        TicketRules.Builder builder = TicketRules.builder().allow(CLOSED, OPEN);
        TicketRules built = builder.build();
        builder.forbid(CLOSED, OPEN);

        assertThat(built.allowed(CLOSED)).containsExactly(OPEN);
        assertThat(TicketRules.standard().allowed(CLOSED)).isEmpty();
        assertThatThrownBy(() -> built.allowed(OPEN).add(MERGED)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void only_merges_lead_to_merged_and_back() {
        assertThatThrownBy(() -> TicketRules.builder().allow(OPEN, MERGED))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("rules.transition concerns MERGED, only merges can");
        assertThatThrownBy(() -> TicketRules.builder().allow(MERGED, OPEN)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> TicketRules.builder().require(MERGED, Requirement.CATEGORY))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_customers_message_joins_a_ticket_that_the_host_keeps_pending() {
        Drawer drawer =
                new Drawer(TicketRules.builder().forbid(PENDING_INTERNAL, OPEN).build());
        TicketId id = drawer.opened(KARI);
        drawer.becomes(id, Status.ON_HOLD);

        assertThat(drawer.customerWrites(id))
                .containsExactly(new TicketEvent.MessageAdded(Tickets.MESSAGE, MessageRole.CUSTOMER));
        assertThat(drawer.ticket(id).status()).isEqualTo(Status.ON_HOLD);
    }

    @Test
    void a_message_that_is_to_reopen_a_solved_ticket_is_refused_where_that_is_forbidden() {
        Drawer drawer = new Drawer(TicketRules.builder().forbid(SOLVED, OPEN).build());
        TicketId id = drawer.opened(KARI);
        drawer.becomes(id, Status.SOLVED);

        assertThatThrownBy(() -> drawer.customerWrites(id))
                .isInstanceOfSatisfying(TransitionRefusedException.class, e -> {
                    assertThat(e.to()).isEqualTo(OPEN);
                    assertThat(e.allowed()).containsExactly(PENDING_CUSTOMER, PENDING_INTERNAL, CLOSED);
                });
    }
}
