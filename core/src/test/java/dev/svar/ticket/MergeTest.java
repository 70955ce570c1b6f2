package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.MergeRefusedException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One ticket goes on for two. */
final class MergeTest {
    private static final TicketPairCommand MERGE = new TicketPairCommand.Merge(AGENT, false);

    private final Drawer drawer = new Drawer(TicketRules.standard());
    private final TicketId source = drawer.opened(KARI);
    private final TicketId into = drawer.opened(KARI);

    private void refused(TicketId ticket, TicketId other, TicketPairCommand command, Reason reason) {
        assertThatThrownBy(() -> drawer.does(ticket, other, command))
                .isInstanceOfSatisfying(MergeRefusedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.ticket()).isEqualTo(drawer.ticket(ticket).number());
                    assertThat(e.other()).isEqualTo(drawer.ticket(other).number());
                });
    }

    @Test
    void both_sides_record_the_merge() {
        assertThat(drawer.does(source, into, MERGE))
                .containsExactly(
                        new TicketEvent.MergedInto(into, new TicketNumber("SUP", 2)),
                        new TicketEvent.StatusChanged(Status.NEW, Status.MERGED),
                        new TicketEvent.TookOver(
                                source, new TicketNumber("SUP", 1), Set.of(source), Set.of(), true, Optional.empty()));
        assertThat(drawer.ticket(source).merge()).contains(new MergeRecord(into, Status.NEW));
        assertThat(drawer.ticket(source).status()).isEqualTo(Status.MERGED);
        assertThat(drawer.ticket(into).absorbed()).containsExactly(new Absorbed(source, Set.of(source), Set.of()));
        assertThat(drawer.ticket(into).status()).isEqualTo(Status.NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, SOLVED, OPEN",
        "OPEN, PENDING_CUSTOMER, OPEN",
        "OPEN, PENDING_INTERNAL, OPEN",
        "OPEN, NEW, NEW",
        "NEW, OPEN, OPEN",
        "PENDING_INTERNAL, SOLVED, OPEN",
        "PENDING_INTERNAL, PENDING_CUSTOMER, OPEN",
        "PENDING_INTERNAL, PENDING_INTERNAL, PENDING_INTERNAL",
        "PENDING_CUSTOMER, SOLVED, SOLVED",
        "SOLVED, PENDING_CUSTOMER, PENDING_CUSTOMER",
        "CLOSED, SOLVED, SOLVED",
    })
    void a_merge_does_not_hide_that_somebody_waits(StatusCategory one, StatusCategory other, StatusCategory after) {
        drawer.becomes(source, new Status("one", one));
        drawer.becomes(into, new Status("other", other));
        drawer.does(source, into, MERGE);

        assertThat(drawer.ticket(into).status().category()).isEqualTo(after);
    }

    @Test
    void an_unanswered_ticket_wakes_the_one_that_it_is_merged_into() {
        drawer.does(into, new TicketCommand.Snooze(AGENT, drawer.now().plus(Duration.ofDays(90))));
        drawer.does(source, into, MERGE);

        assertThat(drawer.ticket(into).snoozedUntil()).isEmpty();
    }

    @Test
    void a_merge_that_would_open_a_ticket_against_the_table_is_refused() {
        Drawer narrow = new Drawer(TicketRules.builder()
                .forbid(StatusCategory.SOLVED, StatusCategory.OPEN)
                .build());
        TicketId waiting = narrow.opened(KARI);
        TicketId solved = narrow.opened(KARI);
        narrow.becomes(solved, Status.SOLVED);

        assertThatThrownBy(() -> narrow.does(waiting, solved, MERGE))
                .isInstanceOfSatisfying(TransitionRefusedException.class, e -> {
                    assertThat(e.ticket()).hasToString("SUP-2");
                    assertThat(e.from()).isEqualTo(StatusCategory.SOLVED);
                });
        narrow.becomes(waiting, Status.SOLVED);
        narrow.does(waiting, solved, MERGE);
        assertThat(narrow.ticket(solved).status()).isEqualTo(Status.SOLVED);
    }

    @Test
    void a_ticket_is_not_merged_into_itself_twice_or_in_a_ring() {
        TicketId third = drawer.opened(KARI);
        refused(source, source, MERGE, Reason.ITSELF);
        drawer.does(source, into, MERGE);

        refused(source, into, MERGE, Reason.MERGED_ALREADY);
        refused(source, third, MERGE, Reason.MERGED_ALREADY);
        refused(into, source, MERGE, Reason.OTHER_IS_MERGED);
        drawer.does(into, third, MERGE);
        refused(third, into, MERGE, Reason.OTHER_IS_MERGED);
        refused(third, source, MERGE, Reason.OTHER_IS_MERGED);
        assertThat(drawer.ticket(third).merged()).containsExactlyInAnyOrder(source, into);
    }

    @Test
    void a_closed_ticket_takes_up_none_but_can_be_taken_up() {
        drawer.becomes(into, Status.CLOSED);

        refused(source, into, MERGE, Reason.OTHER_IS_CLOSED);
        drawer.does(into, source, MERGE);
        assertThat(drawer.ticket(source).merged()).containsExactly(into);
    }

    @Test
    void nobody_is_buried_in_spam() {
        drawer.does(into, new TicketCommand.MarkSpam(AGENT));

        refused(source, into, MERGE, Reason.OTHER_IS_SPAM);
        drawer.does(source, new TicketCommand.MarkSpam(AGENT));
        drawer.does(source, into, MERGE);
        assertThat(drawer.ticket(into).merged()).containsExactly(source);
    }

    @Test
    void spam_opens_nothing() {
        drawer.becomes(into, Status.SOLVED);
        drawer.does(source, new TicketCommand.MarkSpam(AGENT));
        drawer.does(source, into, MERGE);

        assertThat(drawer.ticket(into).status()).isEqualTo(Status.SOLVED);
    }

    @Test
    void people_of_the_one_see_the_other_only_if_somebody_says_so() {
        TicketId olas = drawer.opened(OLA);

        refused(olas, into, MERGE, Reason.OTHER_PEOPLE);
        drawer.does(olas, into, new TicketPairCommand.Merge(AGENT, true));
        assertThat(drawer.ticket(into).participants()).containsExactly(OLA);
    }

    @Test
    void a_bounded_number_of_tickets_is_merged_into_one() {
        List<TicketId> many = new ArrayList<>(List.of(source));
        while (many.size() <= Absorbed.MAX_MERGED) {
            many.add(drawer.opened(KARI));
        }
        many.subList(0, Absorbed.MAX_MERGED).forEach(id -> drawer.does(id, into, MERGE));
        TicketId last = many.get(Absorbed.MAX_MERGED);

        refused(last, into, MERGE, Reason.TOO_MANY);
        refused(into, last, MERGE, Reason.TOO_MANY);
    }

    @Test
    void a_merge_that_brings_too_many_people_together_is_refused() {
        TicketId crowd = drawer.opened(People.numbered(1000), People.many(1001, TicketCommand.MAX_PARTICIPANTS));

        assertThatThrownBy(() -> drawer.does(crowd, into, new TicketPairCommand.Merge(AGENT, true)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("ticket.participants holds 101 elements, at most 100 are allowed");
    }

    @Test
    void tickets_of_two_tenants_have_nothing_to_do_with_each_other() {
        Ticket own = drawer.ticket(source);
        Ticket foreign = Ticket.builder(into, TenantId.DEFAULT, own.number(), KARI, own.channel(), drawer.now())
                .build();

        assertThatThrownBy(() -> TicketLifecycle.standard().decide(own, foreign, MERGE, drawer.now()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("other belongs to another tenant, both tickets must be of the same");
    }
}
