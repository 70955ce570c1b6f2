package dev.svar.testkit;

import static dev.svar.testkit.Failing.assertFails;
import static dev.svar.testkit.SvarAssertions.assertThat;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Actor;
import dev.svar.delivery.DeliveryState;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Assertions about a ticket hold when they should, and else say the whole fact. */
final class TicketAssertTest {
    private final TestDesk office = new TestDesk();
    private final Ticket ticket = office.opened();

    private TicketAssert it() {
        return assertThat(office.desk).ticket(ticket.id());
    }

    private void tagged(String... tags) {
        Set<Tag> added = Set.of(tags).stream().map(Tag::new).collect(Collectors.toSet());
        office.desk.execute(ticket.id(), new TicketCommand.ChangeTags(Actor.agent(LARS), added, Set.of()));
    }

    private String history() {
        return office.desk.history(ticket.id(), 0, 100).stream()
                .map(e -> "\n  " + e.sequence() + ". " + e.event() + " by " + by(e) + " at 2026-12-01T09:00:00Z")
                .collect(Collectors.joining());
    }

    private static String by(RecordedEvent event) {
        if (event.by() instanceof Actor.Customer) {
            return "a customer";
        }
        return event.by() instanceof Actor.DeskAgent ? "agent lars" : "rule categorizer";
    }

    @Test
    void a_ticket_is_found_by_its_number_in_any_letter_case() {
        assertThat(office.desk).ticket("sup-1").hasSubject("Betaling");
    }

    @Test
    void a_number_that_no_ticket_has() {
        assertFails(() -> assertThat(office.desk).ticket("SUP-9"), """
                Expected the desk to have the ticket SUP-9
                but its tickets are:
                  SUP-1 (status new, version 3) "Betaling"
                """);
        assertFails(() -> assertThat(new TestDesk().desk).ticket("SUP-9"), """
                Expected the desk to have the ticket SUP-9
                but it has no ticket
                """);
    }

    @Test
    void an_id_that_no_ticket_has() {
        TicketId unknown = new TicketId(new UUID(0, 17));

        assertFails(() -> assertThat(office.desk).ticket(unknown), """
                Expected the desk to have the ticket with the id 00000000-0000-0000-0000-000000000011
                but its tickets are:
                  SUP-1 (status new, version 3) "Betaling"
                """);
    }

    @Test
    void only_so_many_tickets_are_listed() {
        for (int i = 0; i < 20; i++) {
            office.opened();
        }

        assertThatThrownBy(() -> assertThat(office.desk).ticket("SUP-90"))
                .hasMessageContaining("SUP-20 (")
                .hasMessageNotContaining("SUP-21 (")
                .hasMessageEndingWith("\n  …");
    }

    @Test
    void what_the_test_says_comes_first() {
        assertFails(
                () -> assertThat(office.desk).as("100 % sure").ticket("SUP-1").isAssignedTo(LARS),
                "[100 % sure] Expected SUP-1 (status new, version 3)\nto be assigned to lars\nbut it is assigned to nobody");
    }

    @Test
    void status() {
        it().hasStatus(Status.NEW).hasStatus(StatusCategory.NEW);

        assertFails(() -> it().hasStatus(Status.SOLVED), """
                Expected SUP-1 (status new, version 3)
                to have the status solved (SOLVED)
                but its status is new (NEW)
                """);
        assertFails(() -> it().hasStatus(StatusCategory.PENDING_CUSTOMER), """
                Expected SUP-1 (status new, version 3)
                to have a status of PENDING_CUSTOMER
                but its status is new (NEW)
                """);
    }

    @Test
    void assignee() {
        it().isUnassigned();
        assertFails(() -> it().isAssignedTo(LARS), """
                Expected SUP-1 (status new, version 3)
                to be assigned to lars
                but it is assigned to nobody
                """);

        office.desk.assign(ticket.id(), LARS, BERIT);
        it().isAssignedTo(BERIT);
        assertFails(() -> it().isAssignedTo(LARS), """
                Expected SUP-1 (status new, version 4)
                to be assigned to lars
                but it is assigned to berit
                """);
        assertFails(() -> it().isUnassigned(), """
                Expected SUP-1 (status new, version 4)
                to be assigned to nobody
                but it is assigned to berit
                """);
    }

    @Test
    void category() {
        it().hasCategory("payment");

        assertFails(() -> it().hasCategory("start list"), """
                Expected SUP-1 (status new, version 3)
                to be in the category "start list"
                but it is in the category "payment"
                """);
        assertFails(() -> it().hasNoCategory(), """
                Expected SUP-1 (status new, version 3)
                to be in no category
                but it is in the category "payment"
                """);
    }

    @Test
    void no_category() {
        office.desk.receive(CustomerMail.from("kari@kunde.example")
                .to(TestDesk.MAILBOX)
                .text("Hei")
                .build());

        assertThat(office.desk).ticket("SUP-2").hasNoCategory();
        assertFails(() -> assertThat(office.desk).ticket("SUP-2").hasCategory("payment"), """
                Expected SUP-2 (status new, version 2)
                to be in the category "payment"
                but it is in no category
                """);
    }

    @Test
    void tags() {
        assertFails(() -> it().hasTag("vip"), """
                Expected SUP-1 (status new, version 3)
                to have the tag "vip"
                but it has no tags
                """);

        tagged("vip", "vipps");
        it().hasTag("VIP").hasTag("vipps").doesNotHaveTag("kort");
        assertFails(() -> it().doesNotHaveTag("Vipps"), """
                Expected SUP-1 (status new, version 4)
                not to have the tag "Vipps"
                but its tags are:
                  vip
                  vipps
                """);
    }

    @Test
    void priority_and_subject() {
        it().hasPriority(Priority.NORMAL).hasSubject("Betaling");

        assertFails(() -> it().hasPriority(Priority.URGENT), """
                Expected SUP-1 (status new, version 3)
                to have the priority URGENT
                but its priority is NORMAL
                """);
        assertFails(() -> it().hasSubject("Betal"), """
                Expected SUP-1 (status new, version 3)
                to have the subject "Betal"
                but its subject is "Betaling"
                """);
    }

    @Test
    void messages() {
        it().customerWrote("får ikke betalt").wasNotAnswered();
        assertFails(() -> it().wasAnsweredWith("Prøv igjen"), """
                Expected SUP-1 (status new, version 3)
                to have been answered with something that contains "Prøv igjen"
                but its messages are:
                  2. CUSTOMER by a customer: "Jeg får ikke betalt med kortet mitt."
                """);

        office.desk.note(ticket.id(), LARS, "Kortet er utløpt");
        office.desk.reply(ticket.id(), LARS, "Hei,\nprøv igjen.");
        it().wasAnsweredWith("prøv igjen").hasNote("utløpt");
        String messages = """

                but its messages are:
                  2. CUSTOMER by a customer: "Jeg får ikke betalt med kortet mitt."
                  4. NOTE by agent lars: "Kortet er utløpt"
                  5. REPLY by agent lars: "Hei,\\nprøv igjen."
                """;
        String expected = "Expected SUP-1 (status pending, version 6)\n";
        assertFails(() -> it().wasNotAnswered(), expected + "not to have been answered" + messages);
        assertFails(
                () -> it().customerWrote("utløpt"),
                expected + "to have a customer's message that contains \"utløpt\"" + messages);
        assertFails(() -> it().hasNote("prøv"), expected + "to have a note that contains \"prøv\"" + messages);
    }

    @Test
    void a_long_text_is_cut_in_what_is_said() {
        office.desk.note(ticket.id(), LARS, "x".repeat(10_000));

        assertThatThrownBy(() -> it().hasNote("y")).hasMessageEndingWith("\"" + "x".repeat(500) + "…\"");
    }

    @Test
    void events() {
        office.desk.reply(ticket.id(), LARS, "Prøv igjen.");
        TicketEvent pending = new TicketEvent.StatusChanged(Status.NEW, Status.PENDING);
        it().hasEvent(pending)
                .hasEvent(TicketEvent.Opened.class)
                .hasNoEvent(TicketEvent.SlaBreached.class)
                .hasEventsInOrder(TicketEvent.Opened.class, TicketEvent.StatusChanged.class)
                .hasEventsInOrder(TicketEvent.MessageAdded.class, TicketEvent.MessageAdded.class);

        String expected = "Expected SUP-1 (status pending, version 5)\n";
        String history = "\nbut its history is:" + history();
        assertThat(history)
                .contains(
                        "\n  5. StatusChanged[from=new, to=pending, resolution=Optional.empty] by agent lars at 2026");
        assertFails(
                () -> it().hasEvent(new TicketEvent.Assigned(Optional.empty(), Optional.of(LARS))),
                expected + "to have the event Assigned[from=Optional.empty, to=Optional[lars], reasons=[]]" + history);
        assertFails(
                () -> it().hasEvent(TicketEvent.SlaWarned.class), expected + "to have an event SlaWarned" + history);
        assertFails(
                () -> it().hasNoEvent(TicketEvent.Categorized.class),
                expected + "to have no event Categorized" + history);
        assertFails(
                () -> it().hasEventsInOrder(TicketEvent.StatusChanged.class, TicketEvent.Opened.class),
                expected + "to have these events in this order: StatusChanged, Opened" + history);
    }

    @Test
    void a_long_history_is_looked_at_whole() {
        for (int i = 0; i < 1100; i++) {
            tagged("t" + i % 50 + "-" + i / 50);
            office.desk.execute(
                    ticket.id(),
                    new TicketCommand.ChangeTags(
                            Actor.agent(LARS), Set.of(), Set.of(new Tag("t" + i % 50 + "-" + i / 50))));
        }
        office.desk.assign(ticket.id(), LARS, BERIT);

        it().hasEvent(TicketEvent.Assigned.class);
    }

    @Test
    void deliveries() {
        office.mail.failTo(TestDesk.KARI, Failure.permanent("550", "no such user"));
        office.desk.runDue(10);
        it().hasDelivery("acknowledged", DeliveryState.FAILED).hasNoDelivery("replied");

        List<String> deliveries = List.of(
                "but its deliveries are:",
                "  acknowledged to kari@kunde.example FAILED after 1 attempts: 550 no such user");
        String expected = "Expected SUP-1 (status new, version 4)\n";
        assertFails(
                () -> it().hasDelivery("acknowledged", DeliveryState.ACCEPTED),
                expected + "to have a delivery acknowledged that is ACCEPTED\n" + String.join("\n", deliveries));
        assertFails(
                () -> it().hasNoDelivery("acknowledged"),
                expected + "to have no delivery acknowledged\n" + String.join("\n", deliveries));
    }
}
