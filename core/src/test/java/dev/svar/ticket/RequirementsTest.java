package dev.svar.ticket;

import static dev.svar.ticket.StatusCategory.CLOSED;
import static dev.svar.ticket.StatusCategory.OPEN;
import static dev.svar.ticket.StatusCategory.SOLVED;
import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.AgentId;
import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a ticket must have before people bring it into a status. */
final class RequirementsTest {
    private static final FieldKey CAUSE = new FieldKey("cause");

    private final Drawer drawer = new Drawer(TicketRules.builder()
            .field(CustomField.internal("cause", "Cause", FieldType.TEXT))
            .require(
                    SOLVED,
                    Requirement.RESOLUTION,
                    Requirement.field(CAUSE),
                    Requirement.CATEGORY,
                    Requirement.ASSIGNEE)
            .require(OPEN, Requirement.ASSIGNEE)
            .build());
    private final TicketId id = drawer.opened(KARI);

    @Test
    void all_that_is_missing_is_named_at_once() {
        assertThatThrownBy(() -> drawer.becomes(id, Status.SOLVED))
                .isInstanceOfSatisfying(RequirementsMissingException.class, e -> {
                    assertThat(e.ticket()).hasToString("SUP-1");
                    assertThat(e.to()).isEqualTo(SOLVED);
                    assertThat(e.missing()).containsExactly("resolution", "field.cause", "category", "assignee");
                })
                .hasMessage("SUP-1 cannot become SOLVED without resolution, field.cause, category, assignee");
    }

    @Test
    void what_is_there_is_asked_for_no_more() {
        fill();
        drawer.does(id, new TicketCommand.Assign(AGENT, Optional.empty()));

        assertThatThrownBy(() -> drawer.becomes(id, Status.SOLVED))
                .isInstanceOfSatisfying(
                        RequirementsMissingException.class,
                        e -> assertThat(e.missing()).containsExactly("resolution", "assignee"));
    }

    @Test
    void a_reply_that_solves_gives_the_resolution_or_adds_nothing() {
        fill();
        long version = drawer.ticket(id).version();

        assertThatThrownBy(() -> drawer.does(id, new TicketCommand.Reply(AGENT, MESSAGE, Status.SOLVED)))
                .isInstanceOf(RequirementsMissingException.class);
        assertThat(drawer.ticket(id).version()).isEqualTo(version);
        drawer.does(id, new TicketCommand.Reply(AGENT, MESSAGE, Status.SOLVED, Optional.of(Resolution.WORKAROUND)));
        assertThat(drawer.ticket(id).resolution()).contains(Resolution.WORKAROUND);
    }

    @Test
    void other_statuses_ask_for_nothing() {
        drawer.becomes(id, Status.PENDING);
        drawer.becomes(id, Status.CLOSED);

        assertThat(drawer.ticket(id).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void a_customers_message_is_taken_whatever_people_are_asked_for() {
        drawer.becomes(id, Status.PENDING);
        drawer.customerWrites(id);

        assertThat(drawer.ticket(id).status()).isEqualTo(Status.OPEN);
        assertThat(drawer.ticket(id).assignee()).isEmpty();
    }

    @Test
    void requirements_that_could_never_be_met_are_refused() {
        assertThatThrownBy(() -> TicketRules.builder()
                        .require(SOLVED, Requirement.field(CAUSE))
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("rules.required names the field cause, which is not there");
        assertThatThrownBy(() -> TicketRules.builder().require(OPEN, Requirement.RESOLUTION))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("rules.required asks for a resolution in OPEN, only SOLVED and CLOSED have one");
        assertThatThrownBy(() -> new Requirement("priority")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Requirement("field.No Key")).isInstanceOf(InvalidValueException.class);
        assertThat(TicketRules.builder()
                        .require(CLOSED, Requirement.RESOLUTION)
                        .build()
                        .required(CLOSED))
                .containsExactly(Requirement.RESOLUTION);
    }

    private void fill() {
        drawer.does(id, new TicketCommand.Assign(AGENT, Optional.of(new AgentId("lars"))));
        drawer.does(id, new TicketCommand.Categorize(AGENT, "payment", List.of()));
        drawer.does(id, new TicketCommand.SetField(AGENT, CAUSE, Optional.of(FieldValue.of("expired card"))));
    }
}
