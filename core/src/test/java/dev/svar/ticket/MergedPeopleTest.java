package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.ContactId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who takes part in a ticket through merges, and for how long. */
final class MergedPeopleTest {
    private static final TicketPairCommand MERGE = new TicketPairCommand.Merge(AGENT, true);
    private static final TicketPairCommand UNDO = new TicketPairCommand.UndoMerge(AGENT);
    private static final ContactId PER = People.numbered(1);

    private final Drawer drawer = new Drawer(TicketRules.standard());
    private final TicketId into = drawer.opened(KARI);

    private Set<ContactId> people() {
        return drawer.ticket(into).participants();
    }

    private void changes(Set<ContactId> add, Set<ContactId> remove) {
        drawer.does(into, new TicketCommand.ChangeParticipants(AGENT, add, remove));
    }

    @Test
    void requester_and_participants_join_and_leave_with_the_merge() {
        TicketId source = drawer.opened(OLA, KARI, PER);
        drawer.does(source, into, MERGE);
        assertThat(people()).containsExactlyInAnyOrder(OLA, PER);
        drawer.does(source, into, UNDO);

        assertThat(people()).isEmpty();
    }

    @Test
    void who_joined_through_two_merges_leaves_with_the_last() {
        TicketId first = drawer.opened(OLA);
        TicketId second = drawer.opened(PER, OLA);
        drawer.does(first, into, MERGE);
        drawer.does(second, into, MERGE);

        drawer.does(first, into, UNDO);
        assertThat(people()).containsExactlyInAnyOrder(OLA, PER);
        drawer.does(first, into, MERGE);
        drawer.does(second, into, UNDO);
        assertThat(people()).containsExactly(OLA);
        drawer.does(first, into, UNDO);
        assertThat(people()).isEmpty();
    }

    @Test
    void who_belonged_to_it_before_stays() {
        changes(Set.of(OLA), Set.of());
        TicketId source = drawer.opened(OLA, PER);
        drawer.does(source, into, MERGE);
        drawer.does(source, into, UNDO);

        assertThat(people()).containsExactly(OLA);
    }

    @Test
    void who_was_sent_away_and_asked_back_stays_after_the_merge() {
        TicketId source = drawer.opened(OLA, PER);
        drawer.does(source, into, MERGE);
        changes(Set.of(), Set.of(OLA));
        assertThat(people()).containsExactly(PER);
        changes(Set.of(OLA), Set.of());
        drawer.does(source, into, UNDO);

        assertThat(people()).containsExactly(OLA);
    }

    @Test
    void people_come_along_a_chain_and_go_with_the_link_that_brought_them() {
        TicketId middle = drawer.opened(PER);
        TicketId first = drawer.opened(OLA);
        drawer.does(first, middle, MERGE);
        drawer.does(middle, into, MERGE);
        assertThat(people()).containsExactlyInAnyOrder(OLA, PER);
        drawer.does(middle, into, UNDO);

        assertThat(people()).isEmpty();
        assertThat(drawer.ticket(middle).participants()).containsExactly(OLA);
    }
}
