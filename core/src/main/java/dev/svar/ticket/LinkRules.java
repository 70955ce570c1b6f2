package dev.svar.ticket;

import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.LinkRefusedException.Reason;
import dev.svar.ticket.TicketEvent.Linked;
import dev.svar.ticket.TicketEvent.Unlinked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When tickets may be linked, and what comes of it. */
final class LinkRules {
    private LinkRules() {}

    static List<RecordedEvent> link(Ticket ticket, Ticket other, TicketPairCommand.Link command, Instant now) {
        LinkKind kind = command.kind();
        refusal(ticket, other, command).ifPresent(reason -> {
            throw new LinkRefusedException(ticket.number(), other.number(), kind, reason);
        });
        if (ticket.links().contains(new TicketLink(kind, other.id()))) {
            return List.of();
        }
        checkSize(ticket, new TicketLink(kind, other.id()));
        checkSize(other, new TicketLink(kind.inverse(), ticket.id()));
        return new EventRecorder(command.by(), Channel.HOST, now)
                .after(ticket, List.of(new Linked(kind, other.id(), other.number())))
                .after(other, List.of(new Linked(kind.inverse(), ticket.id(), ticket.number())))
                .recorded();
    }

    private static Optional<Reason> refusal(Ticket ticket, Ticket other, TicketPairCommand.Link command) {
        if (ticket.id().equals(other.id())) {
            return Optional.of(Reason.ITSELF);
        } else if (!command.kind().chosenByPeople()) {
            return Optional.of(Reason.NOT_CHOSEN_BY_PEOPLE);
        } else if (command.kind().acyclic() && leadsBack(ticket, other, command)) {
            return Optional.of(Reason.CIRCLE);
        } else if ((command.kind() == LinkKind.CHILD_OF && hasOtherParent(ticket, other))
                || (command.kind() == LinkKind.PARENT_OF && hasOtherParent(other, ticket))) {
            return Optional.of(Reason.SECOND_PARENT);
        }
        return Optional.empty();
    }

    private static boolean leadsBack(Ticket ticket, Ticket other, TicketPairCommand.Link command) {
        return command.beyond().contains(ticket.id())
                || other.links().contains(new TicketLink(command.kind(), ticket.id()));
    }

    private static boolean hasOtherParent(Ticket child, Ticket parent) {
        return child.links().stream()
                .anyMatch(link ->
                        link.kind() == LinkKind.CHILD_OF && !link.ticket().equals(parent.id()));
    }

    static void checkSize(Ticket ticket, TicketLink more) {
        if (hasNoRoom(ticket) && !ticket.links().contains(more)) {
            throw new InvalidValueException(
                    "ticket.links",
                    "of " + ticket.number() + " are at the limit of " + TicketLink.MAX_LINKS + ", unlink some first");
        }
    }

    static boolean hasNoRoom(Ticket ticket) {
        return ticket.links().size() >= TicketLink.MAX_LINKS;
    }

    static List<RecordedEvent> unlink(Ticket ticket, Ticket other, TicketPairCommand.Unlink command, Instant now) {
        LinkKind kind = command.kind();
        if (!kind.chosenByPeople()) {
            throw new LinkRefusedException(ticket.number(), other.number(), kind, Reason.NOT_CHOSEN_BY_PEOPLE);
        }
        if (!ticket.links().contains(new TicketLink(kind, other.id()))) {
            return List.of();
        }
        return new EventRecorder(command.by(), Channel.HOST, now)
                .after(ticket, List.of(new Unlinked(kind, other.id(), other.number())))
                .after(other, List.of(new Unlinked(kind.inverse(), ticket.id(), ticket.number())))
                .recorded();
    }
}
