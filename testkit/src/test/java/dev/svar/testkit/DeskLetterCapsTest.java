package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.AutomaticLetters;
import dev.svar.HelpDesk;
import dev.svar.LetterCaps;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Too many automatic letters are not sent, and the ledger says so. */
final class DeskLetterCapsTest {
    private final TestDesk office = new TestDesk();

    private void solveAndReopen(HelpDesk desk, Ticket ticket, int times) {
        for (int i = 0; i < times; i++) {
            desk.solve(ticket.id(), LARS);
            desk.execute(ticket.id(), new TicketCommand.ChangeStatus(TestDesk.AGENT, Status.OPEN));
        }
    }

    private List<Delivery> suppressed(Ticket ticket) {
        return office.desk.deliveries(ticket.id(), 1000).stream()
                .filter(d -> d.state() == DeliveryState.SUPPRESSED)
                .toList();
    }

    @Test
    void a_customer_gets_five_automatic_letters_about_a_ticket_in_a_day_and_the_ledger_keeps_the_others() {
        Ticket ticket = office.opened();
        Ticket other = office.opened();
        solveAndReopen(office.desk, ticket, 7);

        assertThat(office.sent())
                .filteredOn(letter -> letter.to().equals(KARI))
                .as("one of each acknowledgement, four of seven that it is solved")
                .hasSize(6);
        assertThat(suppressed(ticket))
                .hasSize(3)
                .allSatisfy(d -> assertThat(d.detail()).contains("more than 5", "PT24H"));
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class))
                .as("what is left out on purpose is no loss")
                .isEmpty();

        office.desk.reply(ticket.id(), LARS, "Hei");
        assertThat(office.sent())
                .as("what a person writes is sent all the same")
                .hasSize(1);
        solveAndReopen(office.desk, other, 1);
        assertThat(office.sent()).as("another ticket").hasSize(1);

        office.time.advance(Duration.ofHours(25));
        solveAndReopen(office.desk, ticket, 1);
        assertThat(office.desk.deliveries(ticket.id(), 1))
                .as("a day later")
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.kind()).isEqualTo("solved");
                    assertThat(d.state()).isEqualTo(DeliveryState.PLANNED);
                });
    }

    @Test
    void an_agent_gets_no_more_than_their_cap_but_hears_of_every_broken_promise() {
        HelpDesk desk = office.builder(office.mail)
                .letterCaps(new LetterCaps(1, 2, Duration.ofDays(30), 1_000, Duration.ofMinutes(10)))
                .build();
        Ticket ticket = desk.open(
                NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.").build());
        for (int i = 0; i < 4; i++) {
            desk.assign(ticket.id(), LARS, BERIT);
            desk.execute(ticket.id(), new TicketCommand.Assign(TestDesk.AGENT, Optional.empty()));
        }
        desk.assign(ticket.id(), LARS, BERIT);
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(8)));

        assertThat(desk.deliveries(ticket.id(), 1000))
                .filteredOn(d -> d.message().to().localPart().equals("berit"))
                .filteredOn(d -> d.state() == DeliveryState.ACCEPTED)
                .extracting(Delivery::kind)
                .containsExactly("assigned", "assigned", "sla_breach", "sla_breach");
    }

    @Test
    void a_desk_with_far_too_many_automatic_letters_stops_them_until_somebody_says_go_on() {
        HelpDesk desk = office.builder(office.mail)
                .letterCaps(LetterCaps.STANDARD.ofDesk(10, Duration.ofMinutes(10)))
                .build();
        for (int i = 0; i < 10; i++) {
            office.time.advance(Duration.ofMinutes(2));
            open(desk, i);
        }
        assertThat(desk.automaticLetters().stoppedAt())
                .as("ten in twenty minutes")
                .isEmpty();
        for (int i = 10; i < 30; i++) {
            open(desk, i);
        }
        desk.runDue(1000);

        AutomaticLetters stopped = desk.automaticLetters();
        assertThat(stopped.stoppedAt()).contains(office.time.instant());
        assertThat(stopped.lately()).isEqualTo(10);
        assertThat(desk.on(office.store).automaticLetters()).as("the same desk").isEqualTo(stopped);
        assertThat(office.mail.offered()).hasSize(15);
        Ticket last = office.allTickets().get(29).ticket();
        assertThat(suppressed(last))
                .singleElement()
                .satisfies(d -> assertThat(d.detail()).contains("stopped"));
        desk.reply(last.id(), LARS, "Hei");
        desk.runDue(1000);
        assertThat(office.mail.offered()).as("a person's letter").hasSize(16);

        office.time.advance(Duration.ofDays(1));
        open(desk, 30);
        assertThat(desk.automaticLetters().stoppedAt())
                .as("time alone heals nothing")
                .isPresent();
        assertThat(desk.resumeAutomaticLetters()).isTrue();
        assertThat(desk.resumeAutomaticLetters()).isFalse();
        assertThat(desk.deliveries(open(desk, 31).id(), 1))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.PLANNED);
    }

    private static Ticket open(HelpDesk desk, int number) {
        return desk.open(NewTicket.builder(Address.mail("kunde" + number + "@kunde.example"), "Betaling", "Hei")
                .build());
    }
}
