package dev.svar.examples;

import static dev.svar.examples.Stage.KARI;
import static dev.svar.examples.Stage.LISE;
import static dev.svar.examples.Stage.OLA;
import static dev.svar.examples.Stage.PER;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.assignment.AgentProfile;
import dev.svar.assignment.AssignmentStrategy;
import dev.svar.assignment.Roster;
import dev.svar.assignment.Team;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.sla.BusinessCalendar;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent.Assigned;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Customers meet the agent they know, or the deputy, and at night the ticket waits for the team to open. */
public final class StickyAssignment {
    private StickyAssignment() {}

    /**
     * Prints who got the tickets of a few days, when and why.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        Set<AgentId> away = new HashSet<>(); // who is there is the host's to know
        Team shop = Team.of(new TeamId("shop"), "The shop", OLA, LISE).withHours(BusinessCalendar.standard(Stage.ZONE));
        HelpDesk desk = stage.desk()
                .assignment(
                        AssignmentStrategy.sticky().orElse(AssignmentStrategy.leastLoaded()),
                        Roster.of(List.of(shop), List.of(AgentProfile.of(OLA).withDeputy(LISE))),
                        agent -> !away.contains(agent))
                .build();

        asks(stage, desk, KARI, "2026-12-01T09:00:00Z");
        asks(stage, desk, PER, "2026-12-01T10:00:00Z");
        asks(stage, desk, KARI, "2026-12-02T09:00:00Z");
        away.add(OLA);
        asks(stage, desk, KARI, "2026-12-03T09:00:00Z");
        asks(stage, desk, PER, "2026-12-03T21:30:00Z"); // half past ten in the evening
        stage.time().runUntil(desk, Instant.parse("2026-12-04T12:00:00Z"));

        desk.tickets(TicketQuery.all(10)).items().forEach(state -> tellWhoGot(state.ticket(), desk, stage.story()));
        return desk;
    }

    private static void asks(Stage stage, HelpDesk desk, Address customer, String at) {
        stage.time().runUntil(desk, Instant.parse(at));
        desk.open(NewTicket.builder(customer, "A question", "Can you help me?").build());
    }

    private static void tellWhoGot(Ticket ticket, HelpDesk desk, Story story) {
        Address asker = desk.requester(ticket).orElseThrow().addresses().get(0);
        for (RecordedEvent recorded : desk.history(ticket.id(), 0, Page.MAX_LIMIT)) {
            if (recorded.event() instanceof Assigned event) {
                String who = event.to().orElseThrow() + " gets it " + Story.at(recorded.at());
                story.tell(
                        Story.at(ticket.openedAt()) + " " + asker.localPart() + " asks",
                        who + ", " + String.join(", ", event.reasons()));
            }
        }
    }
}
