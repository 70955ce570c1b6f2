package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.SIV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.Effect;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.TeamId;
import dev.svar.sla.SlaAction;
import dev.svar.sla.SlaPolicy;
import dev.svar.sla.SlaPromise;
import dev.svar.store.TicketState;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Four hours for an answer, from ten in the morning; at the breach, an hour and two hours after it something is done. */
final class DeskLadderTest {
    private static final TeamId DEVELOPERS = new TeamId("developers");
    private static final Address DUTY = Address.mail("duty@paamelding.example");
    private static final Instant BREACH = Instant.parse("2026-12-01T13:00:00Z");

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = desk(
                    new SlaAction.AssignTo(BERIT),
                    new SlaAction.RaisePriority(Priority.HIGH),
                    new SlaAction.AddTag(new Tag("late")),
                    new SlaAction.Notify(SIV))
            .build();

    private HelpDesk.Builder desk(SlaAction... atTheBreach) {
        return office.builder(office.mail)
                .sla(SlaPolicy.builder(TestDesk.POLICY.calendar())
                        .promise(
                                SlaTarget.FIRST_RESPONSE,
                                SlaPromise.builder()
                                        .time(Duration.ofHours(4))
                                        .escalate(Duration.ZERO, atTheBreach)
                                        .escalate(Duration.ofHours(1), new SlaAction.GiveToTeam(DEVELOPERS))
                                        .escalate(Duration.ofHours(2))
                                        .build())
                        .build());
    }

    private static Ticket opened(HelpDesk desk) {
        return desk.open(
                NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.").build());
    }

    @Test
    void promises_that_break_together_do_not_lower_what_one_of_them_has_raised() {
        SlaPolicy.Builder policy = SlaPolicy.builder(TestDesk.POLICY.calendar());
        Map.of(SlaTarget.FIRST_RESPONSE, Priority.URGENT, SlaTarget.RESOLUTION, Priority.HIGH)
                .forEach((target, priority) -> policy.promise(
                        target,
                        SlaPromise.builder()
                                .time(Duration.ofHours(4))
                                .escalate(Duration.ZERO, new SlaAction.RaisePriority(priority))
                                .build()));
        HelpDesk both = office.builder(office.mail).sla(policy.build()).build();
        Ticket ticket = opened(both);

        office.time.runUntil(both, BREACH);

        assertThat(office.fresh(ticket).priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void each_step_is_taken_once_in_its_time_and_does_what_it_says() {
        Ticket ticket = opened(desk);
        office.time.runUntil(desk, BREACH);

        Ticket broken = office.fresh(ticket);
        assertThat(broken.assignee()).contains(BERIT);
        assertThat(broken.priority()).isEqualTo(Priority.HIGH);
        assertThat(broken.tags()).containsExactly(new Tag("late"));
        assertThat(broken.team()).isEmpty();
        assertThat(desk.deliveries(ticket.id(), 100))
                .filteredOn(d -> d.message().to().localPart().equals("siv"))
                .extracting(d -> d.kind() + ": " + d.reason())
                .containsExactly("sla_breach: Du får dette fordi du følger opp det som er lovet i SUP-1.");

        office.time.runUntil(desk, Instant.parse("2026-12-31T00:00:00Z"));
        assertThat(office.fresh(ticket).team()).contains(DEVELOPERS);
        assertThat(office.events(ticket.id(), TicketEvent.SlaEscalated.class))
                .extracting(TicketEvent.SlaEscalated::step)
                .containsExactly(1, 2, 3);
        assertThat(desk.runDue(100).next()).isEmpty();
    }

    @Test
    void a_step_lowers_no_priority() {
        Ticket ticket = opened(desk);
        desk.execute(ticket.id(), new TicketCommand.ChangePriority(AGENT, Priority.URGENT));
        office.time.runUntil(desk, BREACH);

        assertThat(office.fresh(ticket).priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void who_answers_after_the_first_step_ends_the_climb_also_of_a_step_that_is_due() {
        Ticket ticket = opened(desk);
        office.time.runUntil(desk, BREACH);
        office.time.advance(Duration.ofHours(3));
        desk.reply(ticket.id(), BERIT, "Prøv igjen");
        office.time.runUntil(desk, Instant.parse("2026-12-31T00:00:00Z"));

        assertThat(office.events(ticket.id(), TicketEvent.SlaEscalated.class)).hasSize(1);
        assertThat(office.fresh(ticket).team()).isEmpty();
    }

    @Test
    void a_snoozed_ticket_is_not_escalated_until_it_comes_back() {
        Ticket ticket = opened(desk);
        Instant back = Instant.parse("2026-12-03T09:00:00Z");
        desk.execute(ticket.id(), new TicketCommand.Snooze(AGENT, back));
        office.time.runUntil(desk, back.minusSeconds(1));

        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);
        assertThat(office.events(ticket.id(), TicketEvent.DelayAnnounced.class)).hasSize(1);
        assertThat(office.events(ticket.id(), TicketEvent.SlaWarned.class)).isEmpty();
        assertThat(office.fresh(ticket).assignee()).isEmpty();
        office.time.runUntil(desk, back);
        assertThat(office.events(ticket.id(), TicketEvent.SlaEscalated.class)).hasSize(3);
        assertThat(office.events(ticket.id(), TicketEvent.SlaWarned.class)).isEmpty();
    }

    @Test
    void a_step_opens_a_child_for_another_team_once_and_tells_the_customer_nothing() {
        HelpDesk opening = desk(new SlaAction.OpenTicket(
                        DUTY, "A promise is broken", "Please help the help desk.", Optional.of(DEVELOPERS)))
                .build();
        Ticket ticket = opened(opening);
        office.time.runUntil(opening, Instant.parse("2027-03-01T00:00:00Z"));

        List<TicketState> all = office.allTickets();
        assertThat(all).hasSize(2);
        Ticket child = all.stream()
                .map(TicketState::ticket)
                .filter(t -> !t.id().equals(ticket.id()))
                .findFirst()
                .orElseThrow();
        assertThat(child.subject()).isEqualTo("A promise is broken");
        assertThat(child.team()).contains(DEVELOPERS);
        assertThat(child.links()).containsExactly(new TicketLink(LinkKind.CHILD_OF, ticket.id()));
        assertThat(office.fresh(ticket).links()).containsExactly(new TicketLink(LinkKind.PARENT_OF, child.id()));
        assertThat(opening.requester(child).orElseThrow().addresses()).containsExactly(DUTY);
        assertThat(child.involves(ticket.requester())).isFalse();
        assertThat(opening.messages(child.id(), 0, 10))
                .singleElement()
                .satisfies(m -> assertThat(m.role()).isEqualTo(MessageRole.CUSTOMER))
                .satisfies(m -> assertThat(m.visibleText()).isEqualTo("Please help the help desk."));
        assertThat(office.mail.offered()).noneMatch(m -> m.to().equals(DUTY));
        assertThat(office.events(child.id(), TicketEvent.SlaEscalated.class))
                .as("the child's own promise is broken, too, and opens nothing")
                .hasSize(3);
    }

    @Test
    void rules_that_set_each_other_off_without_end_stop_and_the_ticket_tells_of_it() {
        HelpDesk endless = desk(new SlaAction.AddTag(new Tag("late")))
                .reaction(step -> step.event().event() instanceof TicketEvent.TagsChanged changed
                        ? List.of(new Effect.Follow(new TicketCommand.ChangeTags(
                                Actor.rule("ping pong"), changed.removed(), changed.added())))
                        : List.of())
                .build();
        Ticket ticket = opened(endless);
        office.time.runUntil(endless, BREACH);

        assertThat(office.events(ticket.id(), TicketEvent.ReactionsFailed.class))
                .containsExactly(new TicketEvent.ReactionsFailed(true));
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);
        assertThat(office.events(ticket.id(), TicketEvent.SlaEscalated.class)).hasSize(1);
        assertThat(office.fresh(ticket).tags()).isEmpty();
        office.time.runUntil(endless, BREACH.plusSeconds(60));
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);
    }

    @Test
    void a_reaction_that_fails_keeps_nothing_from_being_recorded_and_the_ticket_tells_of_it() {
        HelpDesk failing = desk(new SlaAction.AssignTo(BERIT))
                .reaction(step -> {
                    if (step.event().event() instanceof TicketEvent.SlaBreached) {
                        throw new IllegalStateException("the host's rule is broken");
                    }
                    return List.of();
                })
                .build();
        Ticket ticket = opened(failing);
        office.time.runUntil(failing, BREACH);

        assertThat(office.events(ticket.id(), TicketEvent.ReactionsFailed.class))
                .containsExactly(new TicketEvent.ReactionsFailed(false));
        assertThat(office.events(ticket.id(), TicketEvent.SlaBreached.class)).hasSize(1);
    }

    @Test
    void what_only_the_desk_can_find_out_is_taken_from_nobody() {
        Ticket ticket = opened(desk);

        assertThat(desk.executeAll(
                        Set.of(ticket.id()),
                        new TicketCommand.EscalateSla(AGENT, SlaTarget.FIRST_RESPONSE, 1, 1, BREACH)))
                .allSatisfy(result -> assertThat(result.failure()).isPresent());
        assertThat(desk.executeAll(Set.of(ticket.id()), new TicketCommand.RecordReactionFailure(AGENT, true)))
                .allSatisfy(result -> assertThat(result.failure()).isPresent());
    }
}
