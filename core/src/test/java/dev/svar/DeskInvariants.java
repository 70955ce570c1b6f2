package dev.svar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.ContactId;
import dev.svar.sla.SlaClock;
import dev.svar.store.TicketState;
import dev.svar.ticket.Absorbed;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for every ticket, whatever happened to it. */
final class DeskInvariants {
    private final RandomDesk desk;

    DeskInvariants(RandomDesk desk) {
        this.desk = desk;
    }

    void check(TicketId id) {
        TicketState state = desk.state(id);
        history(state.ticket());
        people(state.ticket());
        status(state.ticket());
        merges(state.ticket());
        links(state.ticket());
        clocks(state);
    }

    private void history(Ticket ticket) {
        List<RecordedEvent> history = desk.histories().get(ticket.id());
        RecordedEvent last = history.get(history.size() - 1);
        assertThat(ticket.version()).as("version").isEqualTo(history.size()).isEqualTo(last.sequence());
        assertThat(ticket.updatedAt()).as("updated").isEqualTo(last.at());
    }

    private void people(Ticket ticket) {
        assertThat(ticket.participants())
                .as("participants")
                .doesNotContain(ticket.requester())
                .hasSizeLessThanOrEqualTo(TicketCommand.MAX_PARTICIPANTS);
        Set<ContactId> expected = new HashSet<>(desk.ownPeople(ticket.id()));
        ticket.absorbed().forEach(a -> expected.addAll(a.joined()));
        assertThat(ticket.participants()).as("own people and those of merges").isEqualTo(expected);
    }

    private void status(Ticket ticket) {
        StatusCategory category = ticket.merge()
                .map(m -> m.before().category())
                .orElse(ticket.status().category());
        boolean settled = category == StatusCategory.SOLVED || category == StatusCategory.CLOSED;
        assertThat(ticket.settledAt().isPresent()).as("settled").isEqualTo(settled);
        if (settled) {
            assertThat(ticket.snoozedUntil()).as("snooze").isEmpty();
        } else {
            assertThat(ticket.resolution()).as("resolution").isEmpty();
        }
        assertThat(ticket.tags().size()).as("tags").isLessThanOrEqualTo(TicketCommand.MAX_TAGS);
    }

    private void merges(Ticket ticket) {
        assertThat(ticket.status().category() == StatusCategory.MERGED)
                .as("merged")
                .isEqualTo(ticket.merge().isPresent());
        ticket.merge().ifPresent(merge -> {
            Set<TicketId> all = ticket.merged();
            all.add(ticket.id());
            assertThat(desk.ticket(merge.into()).absorbed())
                    .as("taken up")
                    .filteredOn(a -> a.source().equals(ticket.id()))
                    .singleElement()
                    .satisfies(a -> assertThat(a.merged()).isEqualTo(all));
        });
        for (Absorbed absorbed : ticket.absorbed()) {
            assertThat(desk.ticket(absorbed.source()).merge())
                    .as("source")
                    .hasValueSatisfying(m -> assertThat(m.into()).isEqualTo(ticket.id()));
        }
        assertThat(ticket.merged()).as("all merged into it").isEqualTo(mergedInto(ticket.id()));
        assertThat(ticket.merged()).as("ring").doesNotContain(ticket.id());
    }

    private Set<TicketId> mergedInto(TicketId id) {
        Set<TicketId> all = new HashSet<>();
        desk.states().values().stream()
                .map(TicketState::ticket)
                .filter(t -> t.merge().filter(m -> m.into().equals(id)).isPresent())
                .forEach(t -> {
                    all.add(t.id());
                    all.addAll(mergedInto(t.id()));
                });
        return all;
    }

    private void links(Ticket ticket) {
        for (TicketLink link : ticket.links()) {
            assertThat(desk.ticket(link.ticket()).links())
                    .as("the other side of " + link)
                    .contains(new TicketLink(link.kind().inverse(), ticket.id()));
        }
        assertThat(ticket.links())
                .as("parents")
                .filteredOn(l -> l.kind() == LinkKind.CHILD_OF)
                .hasSizeLessThanOrEqualTo(1);
        for (LinkKind kind : LinkKind.values()) {
            if (kind.acyclic()) {
                assertThat(beyond(ticket.id(), kind)).as("circle of " + kind).doesNotContain(ticket.id());
            }
        }
    }

    /** All tickets that one leads to by links of a kind; itself only in a circle. */
    Set<TicketId> beyond(TicketId start, LinkKind kind) {
        Set<TicketId> all = new HashSet<>();
        Deque<TicketId> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            desk.ticket(waiting.remove()).links().stream()
                    .filter(l -> l.kind() == kind)
                    .map(TicketLink::ticket)
                    .filter(all::add)
                    .forEach(waiting::add);
        }
        return all;
    }

    private void clocks(TicketState state) {
        Ticket ticket = state.ticket();
        StatusCategory category = ticket.status().category();
        List<SlaClock> open =
                state.clocks().all().stream().filter(SlaClock::open).toList();
        if (category == StatusCategory.SOLVED || category == StatusCategory.CLOSED) {
            assertThat(open).as("clocks of what is done").isEmpty();
        } else if (category == StatusCategory.MERGED || category == StatusCategory.PENDING_CUSTOMER || ticket.spam()) {
            assertThat(open).as("held clocks").allMatch(c -> c.state() == SlaClock.State.PAUSED);
        } else {
            assertThat(open).as("clocks").allMatch(c -> c.state() == SlaClock.State.RUNNING);
            assertThat(open).as("clocks").anyMatch(c -> c.target() == SlaTarget.RESOLUTION);
        }
        assertThat(open)
                .as("promised answers")
                .filteredOn(c -> c.target() != SlaTarget.RESOLUTION)
                .hasSizeLessThanOrEqualTo(1);
        if (ticket.spam() || category == StatusCategory.MERGED) {
            assertThat(RandomDesk.SILENCE.next(ticket)).as("silence").isEmpty();
        }
    }

    /** What the end of a merge must give back. */
    void restored(Ticket before, Ticket after) {
        assertThat(after.status()).as("status after the merge").isEqualTo(before.status());
        assertThat(after.settledAt()).isEqualTo(before.settledAt());
        assertThat(after.resolution()).isEqualTo(before.resolution());
        assertThat(after.merged()).as("merged into it").isEqualTo(before.merged());
        assertThat(after.merge()).as("merge record").isEmpty();
    }

    void same(TicketState refolded, TicketState state) {
        assertThat(refolded).as("the fold of the whole history").isEqualTo(state);
    }
}
