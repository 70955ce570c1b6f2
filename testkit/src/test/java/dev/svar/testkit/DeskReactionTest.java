package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.Effect;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Reaction;
import dev.svar.ReactionLimitException;
import dev.svar.Step;
import dev.svar.contact.Actor;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TransitionRefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeskReactionTest {
    private static final Actor RULE = Actor.rule("host");

    private final TestDesk office = new TestDesk();

    private HelpDesk desk(Reaction reaction) {
        return office.builder(office.mail).reaction(reaction).build();
    }

    private static NewTicket question() {
        return NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt med kortet mitt.")
                .build();
    }

    private static List<Effect> endless(Step step) {
        Priority other = step.after().priority() == Priority.LOW ? Priority.HIGH : Priority.LOW;
        return step.event().event() instanceof TicketEvent.Assigned
                ? List.of()
                : List.of(new Effect.Follow(new TicketCommand.ChangePriority(RULE, other)));
    }

    @Test
    void a_reactions_commands_are_followed_in_the_same_commit() {
        HelpDesk desk =
                desk(step -> step.event().event() instanceof TicketEvent.Categorized c && c.to().equals("payment")
                        ? List.of(
                                new Effect.Follow(new TicketCommand.ChangePriority(RULE, Priority.URGENT)),
                                new Effect.Follow(new TicketCommand.Assign(RULE, Optional.of(LARS))))
                        : List.of());
        Ticket ticket = desk.open(question());

        assertThat(ticket.priority()).isEqualTo(Priority.URGENT);
        assertThat(ticket.assignee()).contains(LARS);
        assertThat(desk.history(ticket.id(), 0, 10))
                .extracting(e -> e.event().getClass().getSimpleName())
                .containsExactly("Opened", "MessageAdded", "Categorized", "PriorityChanged", "Assigned");
        assertThat(desk.history(ticket.id(), 3, 10))
                .extracting(RecordedEvent::by)
                .containsOnly(RULE);
    }

    @Test
    void a_reaction_sees_every_event_with_what_was_before_and_after() {
        List<Step> steps = new ArrayList<>();
        HelpDesk desk = desk(step -> {
            steps.add(step);
            return List.of();
        });
        desk.reply(desk.open(question()).id(), LARS, "Prøv igjen");

        assertThat(steps)
                .extracting(s -> s.event().event().getClass().getSimpleName())
                .containsExactly("Opened", "MessageAdded", "Categorized", "MessageAdded", "StatusChanged");
        assertThat(steps.get(0).before()).isEmpty();
        assertThat(steps.get(1).message().orElseThrow().visibleText()).contains("kortet");
        assertThat(steps.get(4).before().orElseThrow().status()).isEqualTo(Status.NEW);
        assertThat(steps.get(4).after().status()).isEqualTo(Status.PENDING);
        assertThat(steps.get(4).clocks().all()).isNotEmpty();
    }

    @Test
    void a_reaction_tells_people_with_facts_of_its_own() {
        TemplateCatalog templates = TemplateCatalog.shipped()
                .with(new Template("escalated", Locale.ENGLISH, "{{ ticket.id }} {{ why }}", "{{ why }} / {{ who }}"));
        HelpDesk desk = office.builder(office.mail)
                .templates(templates)
                .reaction(step -> step.event().event() instanceof TicketEvent.Categorized
                        ? List.of(
                                new Effect.NotifyAgent(BERIT, "escalated", "leads", Map.of("why", Value.of("money"))),
                                new Effect.NotifyCustomer(
                                        step.after().requester(),
                                        "escalated",
                                        "asked",
                                        true,
                                        Map.of("why", Value.of("penger"))))
                        : List.of())
                .build();
        desk.open(question());

        assertThat(office.sent())
                .extracting(m -> m.to().localPart() + ": " + m.subject() + " | " + m.text())
                .contains("berit: SUP-1 money | money / ", "kari: SUP-1 penger | penger / ");
    }

    @Test
    void reactions_without_an_end_are_refused_and_nothing_is_stored() {
        HelpDesk desk = desk(DeskReactionTest::endless);

        assertThatThrownBy(() -> desk.open(question()))
                .isInstanceOf(ReactionLimitException.class)
                .hasMessageContaining("100");
        InboundMessage mail = TestDesk.mail("1", KARI).build();
        assertThat(desk.receive(mail).receipt().disposition()).isEqualTo(Disposition.QUARANTINED);
        assertThat(office.allTickets()).isEmpty();
        assertThat(office.store.contactAt(TENANT, KARI)).isEmpty();
        assertThat(office.desk.runDue(10).done()).isZero();
    }

    @Test
    void an_endless_reaction_leaves_an_existing_ticket_as_it_was() {
        Ticket ticket = office.opened();
        HelpDesk desk = desk(DeskReactionTest::endless);

        assertThatThrownBy(() -> desk.reply(ticket.id(), LARS, "Hei")).isInstanceOf(ReactionLimitException.class);
        assertThat(office.fresh(ticket)).isEqualTo(ticket);
        assertThat(office.desk.messages(ticket.id(), 0, 10)).hasSize(1);
        assertThat(office.kinds(ticket.id())).containsExactly("acknowledged");
        assertThat(desk.assign(ticket.id(), LARS, LARS).assignee()).contains(LARS);
    }

    @Test
    void a_reaction_that_wants_what_is_not_allowed_undoes_everything() {
        HelpDesk desk = desk(step -> step.event().event() instanceof TicketEvent.Categorized
                ? List.of(new Effect.Follow(
                        new TicketCommand.ChangeStatus(RULE, new Status("merged", StatusCategory.MERGED))))
                : List.of());

        assertThatThrownBy(() -> desk.open(question())).isInstanceOf(TransitionRefusedException.class);
        assertThat(office.allTickets()).isEmpty();
    }

    @Test
    void what_is_due_is_recorded_once_also_if_a_reaction_to_it_fails() {
        HelpDesk desk = desk(step -> {
            if (step.event().event() instanceof TicketEvent.SlaWarned) {
                throw new IllegalStateException("the host's rule fails");
            }
            return List.of();
        });
        Ticket ticket = desk.open(question());

        office.time.runUntil(desk, Instant.parse("2026-12-01T15:00:00Z"));

        assertThat(office.events(ticket.id(), TicketEvent.SlaWarned.class)).hasSize(1);
    }
}
