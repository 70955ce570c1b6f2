package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.ticket.LinkKind;
import dev.svar.ticket.LinkRefusedException;
import dev.svar.ticket.LinkRefusedException.Reason;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeskLinkTest {
    private final TestDesk office = new TestDesk();
    private final Ticket a = office.opened();
    private final Ticket b = office.opened();
    private final Ticket c = office.opened();
    private final Ticket d = office.opened();

    private void link(Ticket ticket, LinkKind kind, Ticket other) {
        office.desk.link(ticket.id(), kind, other.id(), LARS);
    }

    private void refused(Ticket ticket, LinkKind kind, Ticket other, Reason reason) {
        assertThatThrownBy(() -> link(ticket, kind, other)).isInstanceOfSatisfying(LinkRefusedException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.ticket()).isEqualTo(ticket.number());
            assertThat(e.other()).isEqualTo(other.number());
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkKind.class,
            names = {"RELATES_TO", "DUPLICATES", "DUPLICATED_BY", "CAUSES", "CAUSED_BY", "PARENT_OF", "CHILD_OF"})
    void both_tickets_know_of_a_link_and_of_its_end(LinkKind kind) {
        link(a, kind, b);
        link(a, kind, b);

        assertThat(office.fresh(a).links()).containsExactly(new TicketLink(kind, b.id()));
        assertThat(office.fresh(b).links()).containsExactly(new TicketLink(kind.inverse(), a.id()));
        assertThat(office.events(b.id(), TicketEvent.Linked.class))
                .containsExactly(new TicketEvent.Linked(kind.inverse(), a.id(), a.number()));
        office.desk.unlink(b.id(), kind.inverse(), a.id(), LARS);
        assertThat(office.fresh(a).links()).isEmpty();
        assertThat(office.fresh(b).links()).isEmpty();
    }

    @Test
    void circles_are_refused_however_long_they_are() {
        link(a, LinkKind.PARENT_OF, b);
        link(b, LinkKind.PARENT_OF, c);
        link(d, LinkKind.CHILD_OF, c);

        refused(a, LinkKind.PARENT_OF, a, Reason.ITSELF);
        refused(b, LinkKind.PARENT_OF, a, Reason.CIRCLE);
        refused(d, LinkKind.PARENT_OF, a, Reason.CIRCLE);
        refused(a, LinkKind.CHILD_OF, d, Reason.CIRCLE);
        link(d, LinkKind.RELATES_TO, a);
        link(d, LinkKind.CAUSES, a);
        refused(a, LinkKind.CAUSES, d, Reason.CIRCLE);
    }

    @Test
    void a_child_has_one_parent() {
        link(a, LinkKind.PARENT_OF, b);

        refused(c, LinkKind.PARENT_OF, b, Reason.SECOND_PARENT);
        refused(b, LinkKind.CHILD_OF, c, Reason.SECOND_PARENT);
        office.desk.unlink(a.id(), LinkKind.PARENT_OF, b.id(), LARS);
        link(c, LinkKind.PARENT_OF, b);
    }

    @Test
    void links_that_tell_what_happened_are_not_made_by_hand() {
        refused(a, LinkKind.FOLLOWS, b, Reason.NOT_CHOSEN_BY_PEOPLE);
        assertThatThrownBy(() -> office.desk.unlink(a.id(), LinkKind.SPLIT_FROM, b.id(), LARS))
                .isInstanceOf(LinkRefusedException.class);
    }

    @Test
    void links_made_at_the_same_instant_close_no_circle() throws Exception {
        for (int round = 0; round < 20; round++) {
            Ticket w = office.opened();
            Ticket x = office.opened();
            Ticket y = office.opened();
            Ticket z = office.opened();
            link(w, LinkKind.CAUSES, x);
            link(y, LinkKind.CAUSES, z);

            List<Boolean> made = Race.of(2, i -> {
                try {
                    if (i == 0) {
                        link(x, LinkKind.CAUSES, y);
                    } else {
                        link(z, LinkKind.CAUSES, w);
                    }
                    return true;
                } catch (LinkRefusedException e) {
                    return false;
                }
            });

            assertThat(made).containsExactlyInAnyOrder(true, false);
            assertThat(leadsTo(w.id(), w.id())).isFalse();
        }
    }

    private boolean leadsTo(TicketId from, TicketId to) {
        Set<TicketId> seen = new HashSet<>();
        List<TicketId> waiting = new ArrayList<>(List.of(from));
        while (!waiting.isEmpty()) {
            for (TicketLink link : office.state(waiting.remove(0)).ticket().links()) {
                if (link.kind() == LinkKind.CAUSES && seen.add(link.ticket())) {
                    waiting.add(link.ticket());
                }
            }
        }
        return seen.contains(to);
    }
}
