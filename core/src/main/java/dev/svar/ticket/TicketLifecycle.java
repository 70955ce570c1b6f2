package dev.svar.ticket;

import dev.svar.contact.Actor;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.ticket.TicketCommand.AddAutomaticMessage;
import dev.svar.ticket.TicketCommand.AddCustomerMessage;
import dev.svar.ticket.TicketCommand.AddNote;
import dev.svar.ticket.TicketCommand.AnnounceDelay;
import dev.svar.ticket.TicketCommand.Assign;
import dev.svar.ticket.TicketCommand.BreachSla;
import dev.svar.ticket.TicketCommand.Categorize;
import dev.svar.ticket.TicketCommand.ChangeParticipants;
import dev.svar.ticket.TicketCommand.ChangePriority;
import dev.svar.ticket.TicketCommand.ChangeStatus;
import dev.svar.ticket.TicketCommand.ChangeTags;
import dev.svar.ticket.TicketCommand.EditSubject;
import dev.svar.ticket.TicketCommand.Open;
import dev.svar.ticket.TicketCommand.RecordTime;
import dev.svar.ticket.TicketCommand.Reply;
import dev.svar.ticket.TicketCommand.ReportDeliveryFailure;
import dev.svar.ticket.TicketCommand.RevokeLinks;
import dev.svar.ticket.TicketCommand.WarnOfSla;
import dev.svar.ticket.TicketEvent.Assigned;
import dev.svar.ticket.TicketEvent.Categorized;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.DeliveryFailed;
import dev.svar.ticket.TicketEvent.LinksRevoked;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.ParticipantsChanged;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.SubjectEdited;
import dev.svar.ticket.TicketEvent.TagsChanged;
import dev.svar.ticket.TicketEvent.TimeRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a ticket's life: which events a command leads to, and what a ticket is after an event. Pure: no I/O, no
 * clock, no randomness; the same arguments give the same answer. Safe for use by any number of threads.
 */
public final class TicketLifecycle {
    private TicketLifecycle() {}

    /**
     * Decides what comes of opening a ticket.
     *
     * @param id the id it shall have
     * @param command the wish
     * @param now when
     * @return the events, in order; never empty
     */
    public static List<RecordedEvent> open(TicketId id, Open command, Instant now) {
        List<TicketEvent> events = List.of(
                new Opened(
                        command.number(),
                        command.subject(),
                        command.requester(),
                        command.participants(),
                        command.priority(),
                        command.channel(),
                        command.language(),
                        command.answerable()),
                new MessageAdded(command.message(), MessageRole.CUSTOMER));
        return record(id, 0, command.by(), events, now);
    }

    /**
     * Decides what comes of a command.
     *
     * @param ticket the ticket as it stands
     * @param command the wish, not {@link Open}
     * @param now when
     * @return the events, in order; empty if everything is already as wished
     * @throws TransitionRefusedException if the ticket's status does not allow it
     * @throws IllegalArgumentException if the command is {@link Open}: the ticket is open already
     */
    public static List<RecordedEvent> decide(Ticket ticket, TicketCommand command, Instant now) {
        return record(ticket.id(), ticket.version(), command.by(), events(ticket, command), now);
    }

    private static List<RecordedEvent> record(
            TicketId id, long version, Actor by, List<TicketEvent> events, Instant now) {
        List<RecordedEvent> recorded = new ArrayList<>(events.size());
        for (TicketEvent event : events) {
            recorded.add(new RecordedEvent(id, version + recorded.size() + 1, now, by, event));
        }
        return List.copyOf(recorded);
    }

    private static List<TicketEvent> events(Ticket ticket, TicketCommand command) {
        if (command instanceof AddCustomerMessage c) {
            return customerMessage(ticket, c);
        } else if (command instanceof AddAutomaticMessage c) {
            return List.of(new MessageAdded(c.message(), MessageRole.AUTOMATIC));
        } else if (command instanceof Reply c) {
            return reply(ticket, c);
        } else if (command instanceof AddNote c) {
            return List.of(new MessageAdded(c.message(), MessageRole.NOTE));
        } else if (command instanceof ChangeStatus c) {
            return changeStatus(ticket, c.status());
        } else if (command instanceof Assign c) {
            return ticket.assignee().equals(c.assignee())
                    ? List.of()
                    : List.of(new Assigned(ticket.assignee(), c.assignee()));
        } else if (command instanceof ChangePriority c) {
            return ticket.priority() == c.priority()
                    ? List.of()
                    : List.of(new PriorityChanged(ticket.priority(), c.priority()));
        } else if (command instanceof Categorize c) {
            return ticket.category().equals(Optional.of(c.category()))
                    ? List.of()
                    : List.of(new Categorized(ticket.category(), c.category(), c.reasons()));
        } else if (command instanceof EditSubject c) {
            return ticket.subject().equals(c.subject())
                    ? List.of()
                    : List.of(new SubjectEdited(ticket.subject(), c.subject()));
        } else if (command instanceof ChangeTags c) {
            return changeTags(ticket, c);
        } else if (command instanceof ChangeParticipants c) {
            return changeParticipants(ticket, c);
        } else if (command instanceof RecordTime c) {
            return List.of(new TimeRecorded(c.spent()));
        } else if (command instanceof WarnOfSla c) {
            return List.of(new SlaWarned(c.target(), c.cycle(), c.due()));
        } else if (command instanceof AnnounceDelay c) {
            return List.of(new DelayAnnounced(c.target(), c.cycle(), c.due(), c.newDue()));
        } else if (command instanceof BreachSla c) {
            return List.of(new SlaBreached(c.target(), c.cycle(), c.due(), c.allowed()));
        } else if (command instanceof ReportDeliveryFailure c) {
            return List.of(new DeliveryFailed(c.recipient(), c.status(), c.reason()));
        } else if (command instanceof RevokeLinks) {
            return List.of(new LinksRevoked(ticket.linkGeneration() + 1));
        }
        throw new IllegalArgumentException(ticket.number() + " is open already");
    }

    private static List<TicketEvent> customerMessage(Ticket ticket, AddCustomerMessage command) {
        StatusTransitions.requireOpenForMessages(ticket);
        List<TicketEvent> events = new ArrayList<>();
        events.add(new MessageAdded(command.message(), MessageRole.CUSTOMER));
        StatusCategory category = ticket.status().category();
        if (category != StatusCategory.NEW && category != StatusCategory.OPEN) {
            events.addAll(changeStatus(ticket, Status.OPEN));
        }
        return events;
    }

    private static List<TicketEvent> reply(Ticket ticket, Reply command) {
        StatusTransitions.requireOpenForMessages(ticket);
        List<TicketEvent> events = new ArrayList<>();
        events.add(new MessageAdded(command.message(), MessageRole.REPLY));
        events.addAll(changeStatus(ticket, command.then()));
        return events;
    }

    private static List<TicketEvent> changeTags(Ticket ticket, ChangeTags command) {
        Set<Tag> added = without(without(command.add(), ticket.tags()), command.remove());
        Set<Tag> removed = both(command.remove(), ticket.tags());
        Check.size("ticket.tags", changed(ticket.tags(), added, removed), TicketCommand.MAX_TAGS);
        return added.isEmpty() && removed.isEmpty() ? List.of() : List.of(new TagsChanged(added, removed));
    }

    private static List<TicketEvent> changeParticipants(Ticket ticket, ChangeParticipants command) {
        Set<ContactId> added = without(without(command.add(), ticket.participants()), command.remove());
        added.remove(ticket.requester());
        Set<ContactId> removed = both(command.remove(), ticket.participants());
        Check.size(
                "ticket.participants", changed(ticket.participants(), added, removed), TicketCommand.MAX_PARTICIPANTS);
        return added.isEmpty() && removed.isEmpty() ? List.of() : List.of(new ParticipantsChanged(added, removed));
    }

    private static <T> Set<T> without(Set<T> some, Set<T> others) {
        Set<T> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        Set<T> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    private static <T> Set<T> changed(Set<T> before, Set<T> added, Set<T> removed) {
        Set<T> after = without(before, removed);
        after.addAll(added);
        return after;
    }

    private static List<TicketEvent> changeStatus(Ticket ticket, Status to) {
        if (ticket.status().equals(to)) {
            return List.of();
        }
        StatusTransitions.require(ticket, to.category());
        return List.of(new StatusChanged(ticket.status(), to));
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
        if (!(first.event() instanceof Opened e)) {
            throw new IllegalArgumentException("a ticket begins with Opened, not with " + first.event());
        }
        return Ticket.builder(first.ticket(), tenant, e.number(), e.requester(), e.channel(), first.at())
                .subject(e.subject())
                .participants(e.participants())
                .priority(e.priority())
                .language(e.language())
                .answerable(e.answerable())
                .version(first.sequence(), first.at())
                .build();
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
        if (!recorded.ticket().equals(ticket.id()) || recorded.sequence() != ticket.version() + 1) {
            throw new IllegalArgumentException(recorded + " does not follow " + ticket);
        }
        Ticket.Builder after = ticket.toBuilder().version(recorded.sequence(), recorded.at());
        TicketEvent event = recorded.event();
        if (event instanceof StatusChanged e) {
            after.status(e.to());
        } else if (event instanceof Assigned e) {
            after.assignee(e.to());
        } else if (event instanceof PriorityChanged e) {
            after.priority(e.to());
        } else if (event instanceof Categorized e) {
            after.category(Optional.of(e.to()));
        } else if (event instanceof SubjectEdited e) {
            after.subject(e.to());
        } else if (event instanceof TagsChanged e) {
            after.tags(changed(ticket.tags(), e.added(), e.removed()));
        } else if (event instanceof ParticipantsChanged e) {
            after.participants(changed(ticket.participants(), e.added(), e.removed()));
        } else if (event instanceof TimeRecorded e) {
            after.timeSpent(ticket.timeSpent().plus(e.spent()));
        } else if (event instanceof LinksRevoked e) {
            after.linkGeneration(e.generation());
        }
        return after.build();
    }
}
