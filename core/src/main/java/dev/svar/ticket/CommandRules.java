package dev.svar.ticket;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketCommand.AddAutomaticMessage;
import dev.svar.ticket.TicketCommand.AddCustomerMessage;
import dev.svar.ticket.TicketCommand.AddNote;
import dev.svar.ticket.TicketCommand.AnnounceDelay;
import dev.svar.ticket.TicketCommand.Assign;
import dev.svar.ticket.TicketCommand.AssignTeam;
import dev.svar.ticket.TicketCommand.BreachSla;
import dev.svar.ticket.TicketCommand.Categorize;
import dev.svar.ticket.TicketCommand.ChangeParticipants;
import dev.svar.ticket.TicketCommand.ChangePriority;
import dev.svar.ticket.TicketCommand.ChangeStatus;
import dev.svar.ticket.TicketCommand.ChangeTags;
import dev.svar.ticket.TicketCommand.ChangeWatchers;
import dev.svar.ticket.TicketCommand.ClearSpam;
import dev.svar.ticket.TicketCommand.EditSubject;
import dev.svar.ticket.TicketCommand.EscalateSla;
import dev.svar.ticket.TicketCommand.MarkSpam;
import dev.svar.ticket.TicketCommand.Rate;
import dev.svar.ticket.TicketCommand.RecordFollowUp;
import dev.svar.ticket.TicketCommand.RecordReactionFailure;
import dev.svar.ticket.TicketCommand.RecordRedaction;
import dev.svar.ticket.TicketCommand.RecordTime;
import dev.svar.ticket.TicketCommand.RefuseMessage;
import dev.svar.ticket.TicketCommand.RemindOfRating;
import dev.svar.ticket.TicketCommand.Reply;
import dev.svar.ticket.TicketCommand.ReportDeliveryFailure;
import dev.svar.ticket.TicketCommand.ReviewSla;
import dev.svar.ticket.TicketCommand.RevokeLinks;
import dev.svar.ticket.TicketCommand.SetField;
import dev.svar.ticket.TicketCommand.Snooze;
import dev.svar.ticket.TicketCommand.TakeSilenceStep;
import dev.svar.ticket.TicketCommand.Wake;
import dev.svar.ticket.TicketCommand.WarnOfSla;
import dev.svar.ticket.TicketEvent.Assigned;
import dev.svar.ticket.TicketEvent.Categorized;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.DeliveryFailed;
import dev.svar.ticket.TicketEvent.FieldChanged;
import dev.svar.ticket.TicketEvent.Linked;
import dev.svar.ticket.TicketEvent.LinksRevoked;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.MessageRedacted;
import dev.svar.ticket.TicketEvent.MessageRefused;
import dev.svar.ticket.TicketEvent.ParticipantsChanged;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.ReactionsFailed;
import dev.svar.ticket.TicketEvent.SatisfactionRated;
import dev.svar.ticket.TicketEvent.SatisfactionReminded;
import dev.svar.ticket.TicketEvent.SilenceStepTaken;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaEscalated;
import dev.svar.ticket.TicketEvent.SlaReviewed;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.Snoozed;
import dev.svar.ticket.TicketEvent.SpamCleared;
import dev.svar.ticket.TicketEvent.SpamMarked;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.SubjectEdited;
import dev.svar.ticket.TicketEvent.TagsChanged;
import dev.svar.ticket.TicketEvent.TeamAssigned;
import dev.svar.ticket.TicketEvent.TimeRecorded;
import dev.svar.ticket.TicketEvent.WatchersChanged;
import dev.svar.ticket.TicketEvent.Woken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What comes of a command to one ticket. */
final class CommandRules {
    /** How far ahead a ticket can be put aside. */
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(3660);

    private final TicketRules rules;

    CommandRules(TicketRules rules) {
        this.rules = rules;
    }

    List<TicketEvent> events(Ticket ticket, TicketCommand command, Instant now) {
        if (command instanceof AddCustomerMessage c) {
            return customerMessage(ticket, c);
        } else if (command instanceof AddAutomaticMessage c) {
            return List.of(new MessageAdded(c.message(), MessageRole.AUTOMATIC));
        } else if (command instanceof Reply c) {
            return reply(ticket, c);
        } else if (command instanceof AddNote c) {
            return List.of(new MessageAdded(c.message(), MessageRole.NOTE));
        } else if (command instanceof ChangeStatus c) {
            return changeStatus(ticket, c.status(), c.resolution());
        } else if (command instanceof Assign c) {
            return unless(
                    ticket.assignee().equals(c.assignee()), new Assigned(ticket.assignee(), c.assignee(), c.reasons()));
        } else if (command instanceof AssignTeam c) {
            return unless(ticket.team().equals(c.team()), new TeamAssigned(ticket.team(), c.team()));
        } else if (command instanceof ChangePriority c) {
            return unless(
                    ticket.priority() == c.priority(),
                    new PriorityChanged(ticket.priority(), c.priority(), c.reasons()));
        } else if (command instanceof Categorize c) {
            return unless(
                    ticket.category().equals(Optional.of(c.category())),
                    new Categorized(ticket.category(), c.category(), c.reasons()));
        } else if (command instanceof EditSubject c) {
            return unless(ticket.subject().equals(c.subject()), new SubjectEdited(ticket.subject(), c.subject()));
        } else if (command instanceof ChangeTags c) {
            return changeTags(ticket, c);
        } else if (command instanceof ChangeParticipants c) {
            return changeParticipants(ticket, c);
        } else if (command instanceof ChangeWatchers c) {
            return changeWatchers(ticket, c);
        } else if (command instanceof SetField c) {
            return setField(ticket, c);
        } else if (command instanceof Snooze c) {
            return snooze(ticket, c.until(), now);
        } else if (command instanceof Wake) {
            return unless(ticket.snoozedUntil().isEmpty(), new Woken());
        } else if (command instanceof MarkSpam) {
            return unless(ticket.spam(), new SpamMarked());
        } else if (command instanceof ClearSpam) {
            return unless(!ticket.spam(), new SpamCleared());
        }
        return recorded(ticket, command);
    }

    /** Nobody is there to give what people are asked for before they close a ticket. */
    private List<TicketEvent> silenceStep(Ticket ticket, TakeSilenceStep command) {
        if (ticket.silence().round() != command.round()) {
            return List.of();
        }
        TicketEvent taken = new SilenceStepTaken(command.round(), command.step());
        boolean closes = command.step() == SilenceStep.CLOSE
                && rules.allowed(ticket.status().category()).contains(StatusCategory.CLOSED);
        return closes
                ? List.of(taken, new StatusChanged(ticket.status(), rules.label(Status.CLOSED), ticket.resolution()))
                : List.of(taken);
    }

    /** Commands that record what somebody or something found out; there is nothing to decide about them. */
    private List<TicketEvent> recorded(Ticket ticket, TicketCommand command) {
        if (command instanceof RecordTime c) {
            return List.of(new TimeRecorded(c.spent()));
        } else if (command instanceof RecordRedaction c) {
            return List.of(new MessageRedacted(c.message(), c.passages(), c.files()));
        } else if (command instanceof TakeSilenceStep c) {
            return silenceStep(ticket, c);
        } else if (command instanceof Rate c) {
            return rate(ticket, c);
        } else if (command instanceof RemindOfRating) {
            return unless(
                    ticket.satisfaction().reminded()
                            || ticket.satisfaction().answer().isPresent(),
                    new SatisfactionReminded());
        } else if (command instanceof RefuseMessage) {
            return List.of(new MessageRefused());
        } else if (command instanceof RecordFollowUp c) {
            // The customer's message is worth more than the way back to what it opened.
            boolean skipped = LinkRules.hasNoRoom(ticket)
                    || ticket.links().contains(new TicketLink(LinkKind.FOLLOWED_BY, c.follower()));
            return unless(skipped, new Linked(LinkKind.FOLLOWED_BY, c.follower(), c.number()));
        } else if (command instanceof WarnOfSla c) {
            return List.of(new SlaWarned(c.target(), c.cycle(), c.step(), c.due()));
        } else if (command instanceof AnnounceDelay c) {
            return List.of(new DelayAnnounced(c.target(), c.cycle(), c.due(), c.newDue()));
        } else if (command instanceof BreachSla c) {
            return List.of(new SlaBreached(c.target(), c.cycle(), c.due(), c.allowed()));
        } else if (command instanceof EscalateSla c) {
            return List.of(new SlaEscalated(c.target(), c.cycle(), c.step(), c.due()));
        } else if (command instanceof ReviewSla) {
            return List.of(new SlaReviewed());
        } else if (command instanceof RecordReactionFailure c) {
            return List.of(new ReactionsFailed(c.endless()));
        } else if (command instanceof ReportDeliveryFailure c) {
            return List.of(new DeliveryFailed(c.recipient(), c.status(), c.reason()));
        } else if (command instanceof RevokeLinks) {
            return List.of(new LinksRevoked(ticket.linkGeneration() + 1));
        }
        throw new IllegalArgumentException(ticket.number() + " is open already");
    }

    private static List<TicketEvent> rate(Ticket ticket, Rate command) {
        if (ticket.settledAt().isEmpty()) {
            throw new RatingRefusedException(ticket.number(), RatingRefusedException.Reason.NOT_DONE);
        }
        boolean said = ticket.satisfaction()
                .answer()
                .filter(a -> a.rating() == command.rating()
                        && a.comment().equals(command.comment())
                        && a.how().equals(command.how()))
                .isPresent();
        return unless(said, new SatisfactionRated(command.rating(), command.comment(), command.how()));
    }

    private static List<TicketEvent> unless(boolean asWished, TicketEvent event) {
        return asWished ? List.of() : List.of(event);
    }

    private List<TicketEvent> customerMessage(Ticket ticket, AddCustomerMessage command) {
        StatusCategory category = ticket.status().category();
        boolean settled = EventFold.isSettled(category);
        boolean opens =
                category != StatusCategory.NEW && category != StatusCategory.OPEN && (!settled || command.reopens());
        boolean mayOpen = rules.allowed(category).contains(StatusCategory.OPEN);
        if (category == StatusCategory.MERGED || (settled && opens && !mayOpen)) {
            throw new TransitionRefusedException(
                    ticket.number(), category, StatusCategory.OPEN, rules.allowed(category));
        }
        List<TicketEvent> events = new ArrayList<>();
        events.add(new MessageAdded(command.message(), MessageRole.CUSTOMER));
        if (ticket.snoozedUntil().isPresent()) {
            events.add(new Woken());
        }
        // What the host asks of agents, and a table that keeps it pending, are no reason not to take a message.
        if (opens && mayOpen) {
            events.add(new StatusChanged(ticket.status(), rules.label(Status.OPEN)));
        }
        return events;
    }

    private List<TicketEvent> reply(Ticket ticket, Reply command) {
        requireOpenForMessages(ticket);
        if (ticket.spam()) {
            throw new InvalidValueException(
                    "reply", "is to a ticket that is marked as spam and would be sent to nobody, clear the mark first");
        }
        List<TicketEvent> events = new ArrayList<>();
        events.add(new MessageAdded(command.message(), MessageRole.REPLY));
        events.addAll(changeStatus(ticket, command.then(), command.resolution()));
        return events;
    }

    private void requireOpenForMessages(Ticket ticket) {
        StatusCategory from = ticket.status().category();
        if (rules.allowed(from).isEmpty()) {
            throw new TransitionRefusedException(ticket.number(), from, StatusCategory.OPEN, Set.of());
        }
    }

    private List<TicketEvent> changeStatus(Ticket ticket, Status to, Optional<Resolution> said) {
        // What is not done was not solved in any way.
        Optional<Resolution> resolution = EventFold.isSettled(to.category()) ? said : Optional.empty();
        boolean tellsMore = resolution.isPresent() && !resolution.equals(ticket.resolution());
        if (ticket.status().equals(to) && !tellsMore) {
            return List.of();
        }
        rules.check(ticket, to, resolution.or(ticket::resolution));
        return List.of(new StatusChanged(ticket.status(), to, resolution));
    }

    private List<TicketEvent> setField(Ticket ticket, SetField command) {
        command.value()
                .ifPresentOrElse(value -> rules.check(command.key(), value), () -> requireKnown(ticket, command));
        Optional<FieldValue> before = Optional.ofNullable(ticket.fields().get(command.key()));
        return unless(before.equals(command.value()), new FieldChanged(command.key(), before, command.value()));
    }

    /** A field that the host has dropped can still be cleared where it has a value. */
    private void requireKnown(Ticket ticket, SetField command) {
        if (rules.field(command.key()).isEmpty() && !ticket.fields().containsKey(command.key())) {
            throw new InvalidValueException(
                    "field." + command.key(), "is no field of this desk and has no value that could be cleared");
        }
    }

    private static List<TicketEvent> snooze(Ticket ticket, Instant until, Instant now) {
        StatusCategory category = ticket.status().category();
        if (category == StatusCategory.SOLVED
                || category == StatusCategory.CLOSED
                || category == StatusCategory.MERGED) {
            throw new InvalidValueException("snooze", "is for tickets that are open, this one is " + category);
        } else if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw new InvalidValueException(
                    "snooze.until", "must be after now and at most " + LONGEST_SNOOZE.toDays() + " days ahead");
        }
        return unless(ticket.snoozedUntil().equals(Optional.of(until)), new Snoozed(until));
    }

    private static List<TicketEvent> changeTags(Ticket ticket, ChangeTags command) {
        Set<Tag> added = without(without(command.add(), ticket.tags()), command.remove());
        Set<Tag> removed = both(command.remove(), ticket.tags());
        Check.size("ticket.tags", changed(ticket.tags(), added, removed), TicketCommand.MAX_TAGS);
        return unless(added.isEmpty() && removed.isEmpty(), new TagsChanged(added, removed));
    }

    private static List<TicketEvent> changeParticipants(Ticket ticket, ChangeParticipants command) {
        Set<ContactId> added = without(without(command.add(), ticket.participants()), command.remove());
        added.remove(ticket.requester());
        Set<ContactId> removed = both(command.remove(), ticket.participants());
        Check.size(
                "ticket.participants", changed(ticket.participants(), added, removed), TicketCommand.MAX_PARTICIPANTS);
        return unless(added.isEmpty() && removed.isEmpty(), new ParticipantsChanged(added, removed));
    }

    private static List<TicketEvent> changeWatchers(Ticket ticket, ChangeWatchers command) {
        Set<AgentId> added = without(without(command.add(), ticket.watchers()), command.remove());
        Set<AgentId> removed = both(command.remove(), ticket.watchers());
        Check.size("ticket.watchers", changed(ticket.watchers(), added, removed), TicketCommand.MAX_WATCHERS);
        return unless(added.isEmpty() && removed.isEmpty(), new WatchersChanged(added, removed));
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

    static <T> Set<T> changed(Set<T> before, Set<T> added, Set<T> removed) {
        Set<T> after = without(before, removed);
        after.addAll(added);
        return after;
    }
}
