package dev.svar;

import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.sla.SlaAction;
import dev.svar.sla.SlaAction.OpenTicket;
import dev.svar.store.TicketState;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.TicketPairCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tickets that steps of a ladder open: children of the one whose promise is broken, which open none themselves. */
final class LadderTickets {
    private static final String NO_NAME = "";

    private final DeskSetup setup;
    private final Ticket parent;
    private final List<Opening> openings;

    private LadderTickets(DeskSetup setup, Ticket parent, List<Opening> openings) {
        this.setup = setup;
        this.parent = parent;
        this.openings = openings;
    }

    private record Opening(TicketId id, Draft message, OpenTicket action) {}

    /** What the steps among some commands open. */
    static LadderTickets of(DeskSetup setup, TicketState state, List<TicketCommand> commands) {
        Ticket ticket = state.ticket();
        boolean child = ticket.links().stream().anyMatch(link -> link.kind() == LinkKind.CHILD_OF);
        int room = child ? 0 : TicketLink.MAX_LINKS - ticket.links().size();
        return new LadderTickets(
                setup,
                ticket,
                commands.stream()
                        .flatMap(command -> actions(setup, state, command))
                        .limit(room)
                        .map(action -> new Opening(
                                new TicketId(setup.ids().get()),
                                Draft.ofText(new MessageId(setup.ids().get()), action.text()),
                                action))
                        .toList());
    }

    private static Stream<OpenTicket> actions(DeskSetup setup, TicketState state, TicketCommand command) {
        return command instanceof TicketCommand.EscalateSla e
                ? state
                        .clocks()
                        .clock(e.target())
                        .flatMap(clock -> ClimbLadder.step(setup.policies(), clock, e.target(), e.step()))
                        .stream()
                        .flatMap(step -> step.actions().stream())
                        .filter(OpenTicket.class::isInstance)
                        .map(OpenTicket.class::cast)
                : Stream.empty();
    }

    Draft[] drafts() {
        return openings.stream().map(Opening::message).toArray(Draft[]::new);
    }

    void open(Cascade cascade, People people) {
        for (Opening opening : openings) {
            Contact requester = people.at(opening.action().requester(), NO_NAME, Optional.empty());
            cascade.open(opening.id(), command(opening, requester));
            opening.action()
                    .team()
                    .ifPresent(team -> cascade.decide(
                            opening.id(), new TicketCommand.AssignTeam(SlaAction.LADDER, Optional.of(team))));
            cascade.decide(
                    parent.id(),
                    opening.id(),
                    new TicketPairCommand.Link(SlaAction.LADDER, LinkKind.PARENT_OF, Set.of()));
        }
    }

    /** Nobody waits for a letter about it: it is not answerable. */
    private TicketCommand.Open command(Opening opening, Contact requester) {
        return new TicketCommand.Open(
                SlaAction.LADDER,
                new TicketNumber(setup.numberPrefix(), setup.store().nextNumber(setup.tenant())),
                opening.action().subject(),
                requester.id(),
                Set.of(),
                parent.priority(),
                Channel.HOST,
                Optional.empty(),
                false,
                opening.message().id(),
                requester.organization(),
                List.of(),
                Map.of(),
                Optional.empty());
    }
}
