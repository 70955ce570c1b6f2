package dev.svar.ticket;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketCommand.Open;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.Opened;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of a ticket's life: which events a command leads to, and what a ticket is after an event. Pure: no I/O, no
 * clock, no randomness; the same arguments give the same answer. Immutable, safe for use by any number of threads.
 */
public final class TicketLifecycle {
    private static final TicketLifecycle STANDARD = new TicketLifecycle(TicketRules.standard());

    private final TicketRules rules;
    private final CommandRules commands;

    private TicketLifecycle(TicketRules rules) {
        this.rules = rules;
        this.commands = new CommandRules(rules);
    }

    /** {@return the lifecycle of {@link TicketRules#standard()}} */
    public static TicketLifecycle standard() {
        return STANDARD;
    }

    /**
     * The lifecycle that follows a host's rules.
     *
     * @param rules the rules
     * @return the lifecycle
     */
    public static TicketLifecycle of(TicketRules rules) {
        return new TicketLifecycle(rules);
    }

    /** {@return the rules that it follows} */
    public TicketRules rules() {
        return rules;
    }

    /**
     * Decides what comes of opening a ticket.
     *
     * @param id the id it shall have
     * @param command the wish
     * @param now when
     * @return the events, in order; never empty
     * @throws dev.svar.error.InvalidValueException if a custom field is none or has a value that it cannot have
     */
    public List<RecordedEvent> open(TicketId id, Open command, Instant now) {
        command.fields().forEach(rules::check);
        Set<ContactId> others = new HashSet<>(command.participants());
        others.remove(command.requester());
        Opened opened = new Opened(
                command.number(),
                command.subject(),
                command.requester(),
                others,
                command.priority(),
                command.channel(),
                command.language(),
                command.answerable(),
                command.organization(),
                command.context(),
                command.fields(),
                rules.label(Status.NEW),
                command.origin());
        return new EventRecorder(command.by(), command.via(), now)
                .after(id, 0, List.of(opened, new MessageAdded(command.message(), MessageRole.CUSTOMER)))
                .recorded();
    }

    /**
     * Decides what comes of a command.
     *
     * @param ticket the ticket as it stands
     * @param command the wish, not {@link Open}
     * @param now when
     * @return the events, in order; empty if everything is already as wished
     * @throws TransitionRefusedException if the ticket's status does not allow it
     * @throws RequirementsMissingException if the status asks for more than the ticket has
     * @throws dev.svar.error.InvalidValueException if a value is none that the ticket can have
     * @throws IllegalArgumentException if the command is {@link Open}: the ticket is open already
     */
    public List<RecordedEvent> decide(Ticket ticket, TicketCommand command, Instant now) {
        Instant at = notBefore(ticket, now);
        return new EventRecorder(command.by(), command.via(), at)
                .after(ticket, commands.events(ticket, command, at))
                .recorded();
    }

    /**
     * Decides what comes of a command that concerns two tickets.
     *
     * @param ticket the ticket that the command is said of, as it stands
     * @param other the other ticket of the same tenant, as it stands
     * @param command the wish
     * @param now when
     * @return the events of both tickets, in order for each; empty if everything is already as wished
     * @throws MergeRefusedException if it is a merge, or the end of one, that is not allowed
     * @throws TransitionRefusedException if the other would have to open for a merge and its status does not allow it
     * @throws LinkRefusedException if it is a link that is not allowed
     * @throws dev.svar.error.InvalidValueException if one of them would have too many links or participants, or they belong
     *     to different tenants
     */
    public List<RecordedEvent> decide(Ticket ticket, Ticket other, TicketPairCommand command, Instant now) {
        if (!ticket.tenant().equals(other.tenant())) {
            throw new InvalidValueException("other", "belongs to another tenant, both tickets must be of the same");
        }
        Instant at = notBefore(other, notBefore(ticket, now));
        if (command instanceof TicketPairCommand.Merge c) {
            return MergeRules.merge(ticket, other, c, rules, at);
        } else if (command instanceof TicketPairCommand.UndoMerge c) {
            return MergeRules.undo(ticket, other, c, at);
        } else if (command instanceof TicketPairCommand.Link c) {
            return LinkRules.link(ticket, other, c, at);
        }
        return LinkRules.unlink(ticket, other, (TicketPairCommand.Unlink) command, at);
    }

    /** The time of a ticket does not go back where the clock of one node is behind that of another. */
    private static Instant notBefore(Ticket ticket, Instant now) {
        return now.isBefore(ticket.updatedAt()) ? ticket.updatedAt() : now;
    }

    /**
     * Decides what comes of splitting messages off a ticket.
     *
     * @param source the ticket as it stands
     * @param fresh the id that the new ticket shall have
     * @param split the wish
     * @param now when
     * @return the events of the new ticket, then those of the source
     * @throws TransitionRefusedException if the ticket was merged into another
     */
    public List<RecordedEvent> split(Ticket source, TicketId fresh, TicketSplit split, Instant now) {
        return SplitRules.split(source, fresh, split, rules, notBefore(source, now));
    }

    /**
     * What a ticket is after its first event.
     *
     * @param tenant whose ticket it is
     * @param first the recorded event, an {@link Opened}
     * @return the new ticket
     * @throws IllegalArgumentException if the event is another one
     */
    public static Ticket first(TenantId tenant, RecordedEvent first) {
        return EventFold.first(tenant, first);
    }

    /**
     * What a ticket is after a further event.
     *
     * @param ticket the ticket before
     * @param recorded the event that follows the ticket's version
     * @return the ticket after
     * @throws IllegalArgumentException if the event belongs elsewhere
     */
    public static Ticket apply(Ticket ticket, RecordedEvent recorded) {
        return EventFold.apply(ticket, recorded);
    }
}
