package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.BulkResult;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.UnknownTicketException;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Requirement;
import dev.svar.ticket.RequirementsMissingException;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketRules;
import dev.svar.ticket.TransitionRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the host knows and asks for: facts, custom fields, requirements, many tickets at once. */
final class DeskFactsTest {
    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = office.builder(office.mail)
            .rules(TicketRules.builder()
                    .field(CustomField.choice("plan", "Plan", "free", "gold"))
                    .field(CustomField.internal("seats", "Seats", FieldType.NUMBER))
                    .require(StatusCategory.SOLVED, Requirement.RESOLUTION, Requirement.field(new FieldKey("plan")))
                    .build())
            .build();

    private NewTicket.Builder question() {
        return NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.");
    }

    private Ticket fresh(Ticket ticket) {
        return office.fresh(ticket);
    }

    @Test
    void facts_of_the_host_are_kept_with_the_ticket_and_secrets_among_them_are_not() {
        Ticket ticket = desk.open(question()
                .fact("order.number", FieldValue.of("A-17"), Audience.PUBLIC)
                .fact("card.number", FieldValue.of("4111111111111111"), Audience.INTERNAL)
                .fact("session_token", FieldValue.of("abc"), Audience.INTERNAL)
                .build());

        assertThat(fresh(ticket).context())
                .containsExactly(
                        new ContextFact("order.number", FieldValue.of("A-17"), Audience.PUBLIC),
                        new ContextFact("card.number", FieldValue.of("****1111"), Audience.INTERNAL));
    }

    @Test
    void an_agent_opens_on_a_customers_behalf_and_the_customer_is_told() {
        Ticket ticket = desk.open(question().openedBy(LARS).build());

        assertThat(desk.history(ticket.id(), 0, 1).get(0).by()).isEqualTo(AGENT);
        assertThat(office.kinds(ticket.id())).containsExactly("acknowledged");
        assertThat(desk.follow(TestDesk.followToken(office.sent().get(0)))
                        .orElseThrow()
                        .messages())
                .singleElement()
                .satisfies(entry -> assertThat(entry.byDesk()).isFalse());
    }

    @Test
    void a_field_that_the_desk_does_not_have_opens_no_ticket() {
        assertThatThrownBy(() -> desk.open(
                        question().field("color", FieldValue.of("red")).build()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("field.color")
                .hasMessageContaining("plan");
        assertThatThrownBy(() -> desk.open(
                        question().field("plan", FieldValue.choice("silver")).build()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("free");
        assertThat(office.allTickets()).isEmpty();
    }

    @Test
    void a_ticket_is_solved_only_with_what_the_rules_ask_for_and_all_that_lacks_is_named() {
        Ticket ticket = desk.open(question().build());

        assertThatThrownBy(() -> desk.solve(ticket.id(), LARS))
                .isInstanceOfSatisfying(
                        RequirementsMissingException.class,
                        e -> assertThat(e.missing()).containsExactly("resolution", "field.plan"));
        desk.execute(
                ticket.id(),
                new TicketCommand.SetField(AGENT, new FieldKey("plan"), Optional.of(FieldValue.choice("gold"))));
        Ticket solved = desk.solve(ticket.id(), LARS, "Prøv nå.", Resolution.WORKAROUND);

        assertThat(solved.status()).isEqualTo(Status.SOLVED);
        assertThat(solved.resolution()).contains(Resolution.WORKAROUND);
    }

    @Test
    void one_command_on_many_tickets_tells_of_each_what_became_of_it() {
        Ticket one = office.opened();
        Ticket closed = office.opened();
        office.desk.execute(closed.id(), new TicketCommand.ChangeStatus(AGENT, Status.CLOSED));
        TicketId unknown = new TicketId(UUID.randomUUID());

        List<BulkResult> results = office.desk.executeAll(
                List.of(one.id(), closed.id(), unknown, one.id()),
                new TicketCommand.ChangeStatus(AGENT, Status.SOLVED));

        assertThat(results).extracting(BulkResult::ticket).containsExactly(one.id(), closed.id(), unknown);
        assertThat(results.get(0).after()).contains(office.fresh(one));
        assertThat(results.get(1).failure()).containsInstanceOf(TransitionRefusedException.class);
        assertThat(results.get(2).failure()).containsInstanceOf(UnknownTicketException.class);
        assertThat(office.fresh(one).status()).isEqualTo(Status.SOLVED);
    }
}
