package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.LinkRefusedException.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LinksTest {
    private final Drawer drawer = new Drawer(TicketRules.standard());
    private final TicketId a = drawer.opened(KARI);
    private final TicketId b = drawer.opened(KARI);
    private final TicketId c = drawer.opened(KARI);

    private List<TicketEvent> link(TicketId one, LinkKind kind, TicketId other, TicketId... beyond) {
        return drawer.does(one, other, new TicketPairCommand.Link(AGENT, kind, Set.of(beyond)));
    }

    private List<TicketEvent> unlink(TicketId one, LinkKind kind, TicketId other) {
        return drawer.does(one, other, new TicketPairCommand.Unlink(AGENT, kind));
    }

    private void refused(TicketId one, LinkKind kind, TicketId other, Reason reason, TicketId... beyond) {
        assertThatThrownBy(() -> link(one, kind, other, beyond))
                .isInstanceOfSatisfying(LinkRefusedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.ticket()).isEqualTo(drawer.ticket(one).number());
                    assertThat(e.other()).isEqualTo(drawer.ticket(other).number());
                })
                .hasMessageContaining(kind.name());
    }

    @ParameterizedTest
    @EnumSource(LinkKind.class)
    void a_link_stands_on_both_sides_or_cannot_be_made_by_people(LinkKind kind) {
        assertThat(kind.inverse().inverse()).isEqualTo(kind);
        assertThat(kind.inverse().chosenByPeople()).isEqualTo(kind.chosenByPeople());
        if (!kind.chosenByPeople()) {
            refused(a, kind, b, Reason.NOT_CHOSEN_BY_PEOPLE);
            assertThatThrownBy(() -> unlink(a, kind, b)).isInstanceOf(LinkRefusedException.class);
            return;
        }
        assertThat(link(a, kind, b))
                .containsExactly(
                        new TicketEvent.Linked(kind, b, new TicketNumber("SUP", 2)),
                        new TicketEvent.Linked(kind.inverse(), a, new TicketNumber("SUP", 1)));
        assertThat(drawer.ticket(a).links()).containsExactly(new TicketLink(kind, b));
        assertThat(drawer.ticket(b).links()).containsExactly(new TicketLink(kind.inverse(), a));
        assertThat(link(a, kind, b)).isEmpty();
        assertThat(link(b, kind.inverse(), a)).isEmpty();

        assertThat(unlink(b, kind.inverse(), a)).hasSize(2);
        assertThat(drawer.ticket(a).links()).isEmpty();
        assertThat(drawer.ticket(b).links()).isEmpty();
        assertThat(unlink(a, kind, b)).isEmpty();
    }

    @Test
    void a_ticket_is_not_linked_to_itself() {
        refused(a, LinkKind.RELATES_TO, a, Reason.ITSELF);
    }

    @Test
    void a_ticket_has_one_parent_from_whichever_side_it_is_linked() {
        link(a, LinkKind.PARENT_OF, b);

        refused(c, LinkKind.PARENT_OF, b, Reason.SECOND_PARENT);
        refused(b, LinkKind.CHILD_OF, c, Reason.SECOND_PARENT);
        assertThat(link(a, LinkKind.PARENT_OF, c)).hasSize(2);
        unlink(b, LinkKind.CHILD_OF, a);
        assertThat(link(c, LinkKind.PARENT_OF, b)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkKind.class,
            names = {"DUPLICATES", "DUPLICATED_BY", "CAUSES", "CAUSED_BY", "PARENT_OF", "CHILD_OF"})
    void no_circle_is_closed_near_or_far(LinkKind kind) {
        link(a, kind, b);

        refused(b, kind, a, Reason.CIRCLE);
        link(b, kind, c);
        refused(c, kind, a, Reason.CIRCLE, a, b, c);
    }

    @Test
    void what_only_relates_may_go_round() {
        link(a, LinkKind.RELATES_TO, b);
        link(b, LinkKind.RELATES_TO, c);

        assertThat(link(c, LinkKind.RELATES_TO, a, a, b, c)).hasSize(2);
        assertThat(link(a, LinkKind.DUPLICATES, b)).hasSize(2);
        assertThat(drawer.ticket(a).links()).hasSize(3);
    }

    @Test
    void a_ticket_has_a_bounded_number_of_links_and_the_error_names_the_full_one() {
        for (int i = 0; i < TicketLink.MAX_LINKS; i++) {
            link(b, LinkKind.RELATES_TO, drawer.opened(KARI));
        }

        for (TicketId[] pair : new TicketId[][] {{a, b}, {b, a}}) {
            assertThatThrownBy(() -> link(pair[0], LinkKind.RELATES_TO, pair[1]))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("ticket.links of SUP-2 are at the limit of 200, unlink some first");
        }
        assertThat(drawer.ticket(a).links()).isEmpty();
    }

    @Test
    void a_message_that_opened_another_ticket_is_linked_once_and_never_refused() {
        TicketCommand followUp = new TicketCommand.RecordFollowUp(Tickets.CUSTOMER, c, new TicketNumber("SUP", 3));
        assertThat(drawer.does(a, followUp))
                .containsExactly(new TicketEvent.Linked(LinkKind.FOLLOWED_BY, c, new TicketNumber("SUP", 3)));
        assertThat(drawer.does(a, followUp)).isEmpty();
        for (int i = 0; i < TicketLink.MAX_LINKS; i++) {
            link(b, LinkKind.RELATES_TO, drawer.opened(KARI));
        }

        assertThat(drawer.does(b, followUp)).isEmpty();
    }

    @Test
    void a_ticket_opens_as_the_follower_of_another_and_as_nothing_else() {
        TicketId follower = drawer.opened(OpenCommands.withOrigin(new TicketLink(LinkKind.FOLLOWS, a)));

        assertThat(drawer.ticket(follower).links()).containsExactly(new TicketLink(LinkKind.FOLLOWS, a));
        assertThatThrownBy(() -> OpenCommands.withOrigin(new TicketLink(LinkKind.CHILD_OF, a)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("origin ");
    }
}
