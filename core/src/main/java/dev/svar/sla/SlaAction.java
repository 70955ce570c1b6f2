package dev.svar.sla;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import java.util.Optional;

/** What a step of a ladder does with a ticket whose promise is broken. The host's own reactions follow on its event. */
public sealed interface SlaAction {
    /** By whom the ladder does what it does, in the history of tickets. */
    Actor LADDER = Actor.rule("sla escalation");

    /**
     * Tells an agent.
     *
     * @param agent whom
     */
    record Notify(AgentId agent) implements SlaAction {}

    /**
     * Assigns the ticket.
     *
     * @param agent to whom
     */
    record AssignTo(AgentId agent) implements SlaAction {}

    /**
     * Gives the ticket to a team. The assignee stays.
     *
     * @param team to which
     */
    record GiveToTeam(TeamId team) implements SlaAction {}

    /**
     * Raises the priority; one that is as high or higher stays.
     *
     * @param to how urgent it is at least
     */
    record RaisePriority(Priority to) implements SlaAction {}

    /**
     * Adds a tag.
     *
     * @param tag which
     */
    record AddTag(Tag tag) implements SlaAction {}

    /**
     * Opens another ticket, a child of this one, in which somebody inside asks a team for help. Nothing of the customer's
     * words is in it and the customer does not belong to it. A ticket that is a child of another one opens none.
     *
     * @param requester who asks in it: an address of the host's own people
     * @param subject its subject, one line of at most {@value TicketCommand#MAX_SUBJECT_LENGTH} characters
     * @param text what it says, at most {@value #MAX_TEXT_LENGTH} characters
     * @param team the team that it is given to, if any
     */
    record OpenTicket(Address requester, String subject, String text, Optional<TeamId> team) implements SlaAction {
        /** The most characters of the text. */
        public static final int MAX_TEXT_LENGTH = 10_000;

        /**
         * Checks.
         *
         * @param requester who asks in it
         * @param subject its subject
         * @param text what it says
         * @param team the team that it is given to, if any
         */
        public OpenTicket {
            Check.line("sla.openTicket.subject", subject, TicketCommand.MAX_SUBJECT_LENGTH);
            Check.text("sla.openTicket.text", text, MAX_TEXT_LENGTH);
        }
    }
}
