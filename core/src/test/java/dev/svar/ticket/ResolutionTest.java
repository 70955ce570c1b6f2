package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a ticket was solved, and since when it is. */
final class ResolutionTest {
    private final Drawer drawer = new Drawer(TicketRules.builder()
            .require(StatusCategory.SOLVED, Requirement.RESOLUTION)
            .require(StatusCategory.CLOSED, Requirement.RESOLUTION)
            .build());
    private final TicketId id = drawer.opened(KARI);

    private List<TicketEvent> becomes(Status status, Resolution resolution) {
        return drawer.does(id, new TicketCommand.ChangeStatus(AGENT, status, Optional.of(resolution)));
    }

    @Test
    void the_resolution_stays_from_solved_to_closed() {
        becomes(Status.SOLVED, Resolution.WORKAROUND);
        Instant solved = drawer.now();
        drawer.later(Duration.ofDays(1));
        drawer.becomes(id, Status.CLOSED);

        assertThat(drawer.ticket(id).resolution()).contains(Resolution.WORKAROUND);
        assertThat(drawer.ticket(id).settledAt()).contains(solved);
    }

    @Test
    void a_ticket_that_opens_again_is_not_solved_in_any_way_and_is_asked_anew() {
        becomes(Status.SOLVED, Resolution.SOLVED);
        drawer.customerWrites(id);

        assertThat(drawer.ticket(id).resolution()).isEmpty();
        assertThat(drawer.ticket(id).settledAt()).isEmpty();
        assertThatThrownBy(() -> drawer.becomes(id, Status.SOLVED)).isInstanceOf(RequirementsMissingException.class);
        drawer.later(Duration.ofHours(1));
        becomes(Status.SOLVED, Resolution.WONT_FIX);
        assertThat(drawer.ticket(id).settledAt()).contains(drawer.now());
    }

    @Test
    void a_solved_ticket_can_be_told_to_be_solved_in_another_way() {
        becomes(Status.SOLVED, Resolution.SOLVED);

        assertThat(becomes(Status.SOLVED, Resolution.SOLVED)).isEmpty();
        assertThat(becomes(Status.SOLVED, Resolution.DUPLICATE)).hasSize(1);
        assertThat(drawer.ticket(id).resolution()).contains(Resolution.DUPLICATE);
        assertThat(drawer.becomes(id, Status.SOLVED)).isEmpty();
    }

    @Test
    void what_is_not_done_has_no_resolution_in_its_history_either() {
        assertThat(becomes(Status.OPEN, Resolution.SOLVED))
                .containsExactly(new TicketEvent.StatusChanged(Status.NEW, Status.OPEN));
        assertThat(becomes(Status.OPEN, Resolution.SOLVED)).isEmpty();
    }

    @Test
    void the_close_after_silence_needs_no_resolution() {
        drawer.becomes(id, Status.PENDING);
        int round = drawer.ticket(id).silence().round();
        drawer.does(id, new TicketCommand.TakeSilenceStep(AGENT, round, SilenceStep.CLOSE));

        assertThat(drawer.ticket(id).status()).isEqualTo(Status.CLOSED);
        assertThat(drawer.ticket(id).resolution()).isEmpty();
        assertThat(drawer.ticket(id).settledAt()).contains(drawer.now());
    }
}
