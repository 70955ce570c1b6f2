package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.assignment.AgentProfile;
import dev.svar.assignment.AssignmentAnswer;
import dev.svar.assignment.AssignmentStrategy;
import dev.svar.assignment.Roster;
import dev.svar.assignment.Team;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.message.Disposition;
import dev.svar.sla.BusinessCalendar;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Whom the desk gives a ticket that nobody works on. */
final class DeskAssignmentTest {
    private static final TeamId SUPPORT = new TeamId("support");

    private final TestDesk office = new TestDesk();
    private final Set<AgentId> there = ConcurrentHashMap.newKeySet();

    private HelpDesk desk(AssignmentStrategy strategy) {
        return desk(strategy, Team.of(SUPPORT, "Support", LARS, BERIT));
    }

    private HelpDesk desk(AssignmentStrategy strategy, Team team) {
        there.addAll(List.of(LARS, BERIT));
        Roster roster =
                Roster.of(List.of(team), List.of(AgentProfile.of(LARS).withCapacity(2), AgentProfile.of(BERIT)));
        return office.builder(office.mail)
                .assignment(strategy, roster, there::contains)
                .build();
    }

    private static Ticket open(HelpDesk desk, Address from) {
        return desk.open(
                NewTicket.builder(from, "Betaling", "Jeg får ikke betalt.").build());
    }

    @Test
    void the_agent_who_served_the_customer_last_gets_the_next_ticket_in_the_same_commit() {
        HelpDesk desk = desk(AssignmentStrategy.sticky().orElse(AssignmentStrategy.roundRobin()));
        Ticket first = open(desk, KARI);
        AgentId served = first.assignee().orElseThrow();
        open(desk, OLA);
        open(desk, OLA);

        Ticket again = open(desk, KARI);

        assertThat(again.assignee()).contains(served);
        assertThat(again.team()).contains(SUPPORT);
        RecordedEvent assigned = desk.history(again.id(), 0, 100).stream()
                .filter(e -> e.event() instanceof TicketEvent.Assigned)
                .findFirst()
                .orElseThrow();
        assertThat(assigned.by()).isEqualTo(Actor.rule("assignment"));
        assertThat(((TicketEvent.Assigned) assigned.event()).reasons()).isNotEmpty();
    }

    @Test
    void mail_is_assigned_like_tickets_of_the_host() {
        HelpDesk desk = desk(AssignmentStrategy.roundRobin());

        var taken = desk.receive(TestDesk.mail("1", KARI).build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(office.state(taken.receipt().ticket().orElseThrow()).ticket().assignee())
                .isPresent();
    }

    @Test
    void turns_go_round_and_pass_over_who_is_not_there() {
        HelpDesk desk = desk(AssignmentStrategy.roundRobin());
        List<AgentId> both = List.of(
                open(desk, KARI).assignee().orElseThrow(),
                open(desk, KARI).assignee().orElseThrow());
        there.remove(LARS);

        assertThat(both).containsExactlyInAnyOrder(LARS, BERIT);
        assertThat(open(desk, KARI).assignee()).contains(BERIT);
        assertThat(open(desk, KARI).assignee()).contains(BERIT);
    }

    @Test
    void nobody_gets_more_than_the_own_capacity_and_solving_makes_room() {
        HelpDesk desk = desk(AssignmentStrategy.leastLoaded());
        there.remove(BERIT);
        Ticket one = open(desk, KARI);
        open(desk, KARI);

        Ticket waiting = open(desk, KARI);
        assertThat(waiting.assignee()).isEmpty();
        assertThat(desk.offerBacklog(10)).isEmpty();
        desk.solve(one.id(), LARS);

        assertThat(desk.offerBacklog(10)).extracting(Ticket::id).containsExactly(waiting.id());
        assertThat(office.fresh(waiting).assignee()).contains(LARS);
    }

    @Test
    void the_backlog_is_offered_the_oldest_first_when_somebody_comes() {
        HelpDesk desk = desk(AssignmentStrategy.leastLoaded());
        there.clear();
        List<Ticket> waiting = List.of(open(desk, KARI), open(desk, OLA), open(desk, KARI));
        assertThat(waiting).allSatisfy(t -> assertThat(t.assignee()).isEmpty());

        there.add(LARS);
        List<Ticket> given = desk.offerBacklog(10);

        assertThat(given)
                .extracting(Ticket::id)
                .containsExactly(waiting.get(0).id(), waiting.get(1).id());
    }

    @Test
    void a_ticket_that_comes_at_night_is_given_when_the_team_opens() {
        Team daytime =
                Team.of(SUPPORT, "Support", LARS, BERIT).withHours(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")));
        HelpDesk desk = desk(AssignmentStrategy.roundRobin(), daytime);
        office.time.set(Instant.parse("2026-12-01T22:00:00Z"));
        Ticket ticket = open(desk, KARI);
        assertThat(ticket.assignee()).isEmpty();

        office.time.runUntil(desk, Instant.parse("2026-12-02T07:59:59Z"));
        assertThat(office.fresh(ticket).assignee()).isEmpty();
        office.time.runUntil(desk, Instant.parse("2026-12-02T08:00:00Z"));

        assertThat(office.fresh(ticket).assignee()).isPresent();
    }

    @Test
    void whoever_takes_a_ticket_by_hand_keeps_it() {
        HelpDesk desk = desk(AssignmentStrategy.roundRobin());
        there.clear();
        Ticket ticket = open(desk, KARI);
        desk.execute(ticket.id(), new TicketCommand.Assign(AGENT, Optional.of(new AgentId("host"))));
        there.addAll(List.of(LARS, BERIT));

        assertThat(desk.offerBacklog(10)).isEmpty();
        assertThat(office.fresh(ticket).assignee()).contains(new AgentId("host"));
    }

    @Test
    void a_strategy_that_fails_leaves_the_ticket_in_the_backlog() {
        HelpDesk desk = desk(question -> {
            throw new IllegalStateException("no idea");
        });

        assertThat(open(desk, KARI).assignee()).isEmpty();
    }

    @Test
    void a_strategy_that_wants_to_be_asked_again_at_once_does_not_keep_the_desk_busy() {
        HelpDesk desk =
                desk(question -> AssignmentAnswer.nobody(Optional.of(question.now()), List.of("nobody can say")));
        for (int i = 0; i < 40; i++) {
            open(desk, KARI);
        }
        office.time.advance(Duration.ofMinutes(5));
        desk.runDue(1000);

        assertThat(desk.runDue(1000).done()).isZero();
    }

    @Test
    void a_ticket_that_cannot_be_assigned_keeps_no_other_in_the_backlog() {
        HelpDesk nobody = desk(question -> AssignmentAnswer.nobody(Optional.empty(), List.of("nobody is there")));
        Ticket first = open(nobody, KARI);
        Ticket second = open(nobody, OLA);
        HelpDesk desk = office.builder(office.mail)
                .assignment(
                        AssignmentStrategy.roundRobin(),
                        Roster.of(List.of(Team.of(SUPPORT, "Support", LARS)), List.of(AgentProfile.of(LARS))),
                        there::contains)
                .reaction(step -> {
                    if (step.after().id().equals(first.id())) {
                        throw new IllegalStateException("a bug of the host");
                    }
                    return List.of();
                })
                .build();

        assertThat(desk.offerBacklog(10)).extracting(Ticket::id).containsExactly(second.id());
    }
}
