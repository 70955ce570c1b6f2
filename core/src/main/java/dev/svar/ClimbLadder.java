package dev.svar;

import dev.svar.sla.SlaAction;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaStep;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent.SlaEscalated;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Does what the step of a ladder says that a broken promise came to. Tickets are opened by {@link LadderTickets}. */
final class ClimbLadder implements Reaction {
    private final SlaPolicies policies;

    ClimbLadder(SlaPolicies policies) {
        this.policies = policies;
    }

    @Override
    public List<Effect> to(Step step) {
        if (!(step.event().event() instanceof SlaEscalated e)) {
            return List.of();
        }
        return step.clocks().clock(e.target()).flatMap(clock -> step(policies, clock, e.target(), e.step())).stream()
                .flatMap(s -> s.actions().stream())
                .flatMap(action -> effect(action, e))
                .toList();
    }

    /** A step of the ladder of a clock; the host may have shortened the ladder since. */
    static Optional<SlaStep> step(SlaPolicies policies, SlaClock clock, SlaTarget target, int step) {
        return policies.of(clock).ladder(target).stream().skip(step - 1L).findFirst();
    }

    private static Stream<Effect> effect(SlaAction action, SlaEscalated event) {
        if (action instanceof SlaAction.Notify a) {
            return Stream.of(new Effect.NotifyAgent(
                    a.agent(),
                    "sla_breach",
                    NoticeReason.Known.ESCALATION,
                    NotifyPeople.sla(event.target(), event.due())));
        } else if (action instanceof SlaAction.AssignTo a) {
            return follow(new TicketCommand.Assign(SlaAction.LADDER, Optional.of(a.agent())));
        } else if (action instanceof SlaAction.GiveToTeam a) {
            return follow(new TicketCommand.AssignTeam(SlaAction.LADDER, Optional.of(a.team())));
        } else if (action instanceof SlaAction.RaisePriority a) {
            return follow(new TicketCommand.ChangePriority(SlaAction.LADDER, a.to()));
        } else if (action instanceof SlaAction.AddTag a) {
            return follow(new TicketCommand.ChangeTags(SlaAction.LADDER, Set.of(a.tag()), Set.of()));
        }
        return Stream.empty();
    }

    /** Steps that are due together were all wished for before the first of them was done. */
    static boolean stillWanted(TicketCommand command, Ticket ticket) {
        if (!command.by().equals(SlaAction.LADDER)) {
            return true;
        } else if (command instanceof TicketCommand.ChangePriority raise) {
            return ticket.priority().compareTo(raise.priority()) < 0;
        }
        return !(command instanceof TicketCommand.ChangeTags) || ticket.tags().size() < TicketCommand.MAX_TAGS;
    }

    private static Stream<Effect> follow(TicketCommand command) {
        return Stream.of(new Effect.Follow(command));
    }
}
