package dev.svar.ticket;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened to a ticket. The list of a ticket's events is its audit trail; {@link RecordedEvent} says when
 * and by whom.
 */
public sealed interface TicketEvent {
    /**
     * The ticket came into being.
     *
     * @param number its number
     * @param subject its subject, one line
     * @param requester who asks
     * @param participants who else may follow and answer on the customer's side, without the requester
     * @param priority how urgent
     * @param channel how it came
     * @param language the customer's language, if known
     * @param answerable whether the requester may be sent automatic mail about it (RFC 3834)
     * @param organization the requester's organization, if known
     * @param context what the host knows about it
     * @param fields values of the host's custom fields
     * @param status the status it begins in
     * @param origin the ticket that it follows or was split from, if any
     */
    record Opened(
            TicketNumber number,
            String subject,
            ContactId requester,
            Set<ContactId> participants,
            Priority priority,
            Channel channel,
            Optional<Locale> language,
            boolean answerable,
            Optional<OrganizationId> organization,
            List<ContextFact> context,
            Map<FieldKey, FieldValue> fields,
            Status status,
            Optional<TicketLink> origin)
            implements TicketEvent {
        /**
         * Copies.
         *
         * @param number its number
         * @param subject its subject, one line
         * @param requester who asks
         * @param participants who else may follow and answer on the customer's side, without the requester
         * @param priority how urgent
         * @param channel how it came
         * @param language the customer's language, if known
         * @param answerable whether the requester may be sent automatic mail about it (RFC 3834)
         * @param organization the requester's organization, if known
         * @param context what the host knows about it
         * @param fields values of the host's custom fields
         * @param status the status it begins in
         * @param origin the ticket that it follows or was split from, if any
         */
        public Opened {
            participants = Set.copyOf(participants);
            context = List.copyOf(context);
            fields = Map.copyOf(fields);
        }
    }

    /**
     * A message joined the ticket.
     *
     * @param message which
     * @param role what it is to the ticket
     */
    record MessageAdded(MessageId message, MessageRole role) implements TicketEvent {}

    /**
     * The status changed.
     *
     * @param from the status before
     * @param to the status after
     * @param resolution how it was solved, if somebody said so
     */
    record StatusChanged(Status from, Status to, Optional<Resolution> resolution) implements TicketEvent {
        /**
         * The status changed and nobody said how it was solved.
         *
         * @param from the status before
         * @param to the status after
         */
        public StatusChanged(Status from, Status to) {
            this(from, to, Optional.empty());
        }
    }

    /**
     * The ticket was assigned or unassigned.
     *
     * @param from the assignee before
     * @param to the assignee after
     * @param reasons why, for people to read
     */
    record Assigned(Optional<AgentId> from, Optional<AgentId> to, List<String> reasons) implements TicketEvent {
        /**
         * Copies.
         *
         * @param from the assignee before
         * @param to the assignee after
         * @param reasons why, for people to read
         */
        public Assigned {
            reasons = List.copyOf(reasons);
        }

        /**
         * Nobody said why.
         *
         * @param from the assignee before
         * @param to the assignee after
         */
        public Assigned(Optional<AgentId> from, Optional<AgentId> to) {
            this(from, to, List.of());
        }
    }

    /**
     * The priority changed.
     *
     * @param from the priority before
     * @param to the priority after
     * @param reasons what spoke for it, for people to read; empty if nobody said
     */
    record PriorityChanged(Priority from, Priority to, List<String> reasons) implements TicketEvent {
        /**
         * Copies.
         *
         * @param from the priority before
         * @param to the priority after
         * @param reasons what spoke for it, for people to read
         */
        public PriorityChanged {
            reasons = List.copyOf(reasons);
        }

        /**
         * Nobody said why.
         *
         * @param from the priority before
         * @param to the priority after
         */
        public PriorityChanged(Priority from, Priority to) {
            this(from, to, List.of());
        }
    }

    /**
     * The ticket was put into a category.
     *
     * @param from the category before
     * @param to the category after
     * @param reasons what spoke for it, for people to read
     */
    record Categorized(Optional<String> from, String to, List<String> reasons) implements TicketEvent {
        /**
         * Copies.
         *
         * @param from the category before
         * @param to the category after
         * @param reasons what spoke for it, for people to read
         */
        public Categorized {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The subject was edited.
     *
     * @param from the subject before
     * @param to the subject after
     */
    record SubjectEdited(String from, String to) implements TicketEvent {}

    /**
     * Tags were added or removed.
     *
     * @param added the tags that it did not have before
     * @param removed the tags that it has no more
     */
    record TagsChanged(Set<Tag> added, Set<Tag> removed) implements TicketEvent {
        /**
         * Copies.
         *
         * @param added the tags that it did not have before
         * @param removed the tags that it has no more
         */
        public TagsChanged {
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
        }
    }

    /**
     * Somebody joined or left on the customer's side.
     *
     * @param added who may follow and answer from now on
     * @param removed who may no more
     */
    record ParticipantsChanged(Set<ContactId> added, Set<ContactId> removed) implements TicketEvent {
        /**
         * Copies.
         *
         * @param added who may follow and answer from now on
         * @param removed who may no more
         */
        public ParticipantsChanged {
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
        }
    }

    /**
     * Agents began or ceased to watch it.
     *
     * @param added who watches from now on
     * @param removed who does no more
     */
    record WatchersChanged(Set<AgentId> added, Set<AgentId> removed) implements TicketEvent {
        /**
         * Copies.
         *
         * @param added who watches from now on
         * @param removed who does no more
         */
        public WatchersChanged {
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
        }
    }

    /**
     * Somebody worked on it.
     *
     * @param spent how long
     */
    record TimeRecorded(Duration spent) implements TicketEvent {}

    /**
     * A promise came near its end.
     *
     * @param target which promise
     * @param cycle its cycle, from 1
     * @param step which warning, from 1
     * @param due when it breaks
     */
    record SlaWarned(SlaTarget target, int cycle, int step, Instant due) implements TicketEvent {}

    /**
     * A promise will probably break and the customer is told so, with a new time.
     *
     * @param target which promise
     * @param cycle its cycle, from 1
     * @param due when it breaks
     * @param newDue the time that the customer is told
     */
    record DelayAnnounced(SlaTarget target, int cycle, Instant due, Instant newDue) implements TicketEvent {}

    /**
     * A promise broke.
     *
     * @param target which promise
     * @param cycle its cycle, from 1
     * @param due when it broke
     * @param allowed the business time that was promised
     */
    record SlaBreached(SlaTarget target, int cycle, Instant due, Duration allowed) implements TicketEvent {}

    /**
     * A promise that is broken came to a step of its ladder; what the step does follows on this.
     *
     * @param target which promise
     * @param cycle its cycle, from 1
     * @param step which step, from 1
     * @param due when the promise broke
     */
    record SlaEscalated(SlaTarget target, int cycle, int step, Instant due) implements TicketEvent {}

    /** Its promises became what the policies in force say, which are others than when they were made. */
    record SlaReviewed() implements TicketEvent {}

    /**
     * What came due was recorded, but nothing that reacts to it was done.
     *
     * @param endless whether reactions set each other off without end; if not, one of them failed
     */
    record ReactionsFailed(boolean endless) implements TicketEvent {}

    /**
     * A message to somebody did not reach them, so a person should look.
     *
     * @param recipient the address that failed
     * @param status the enhanced status code (RFC 3463) or another code of the channel, possibly empty
     * @param reason what the channel said
     */
    record DeliveryFailed(Address recipient, String status, String reason) implements TicketEvent {}

    /**
     * All follow-up links and reply addresses given out so far stopped working.
     *
     * @param generation the generation of links that works from now on
     */
    record LinksRevoked(int generation) implements TicketEvent {}

    /**
     * The ticket was given to a team or taken from one.
     *
     * @param from the team before
     * @param to the team after
     */
    record TeamAssigned(Optional<TeamId> from, Optional<TeamId> to) implements TicketEvent {}

    /**
     * A custom field changed.
     *
     * @param key which
     * @param from the value before, if it had one
     * @param to the value after, if it has one
     */
    record FieldChanged(FieldKey key, Optional<FieldValue> from, Optional<FieldValue> to) implements TicketEvent {}

    /**
     * It was put aside.
     *
     * @param until when it comes back
     */
    record Snoozed(Instant until) implements TicketEvent {}

    /** It came back after it was put aside. */
    record Woken() implements TicketEvent {}

    /** It was marked as spam. */
    record SpamMarked() implements TicketEvent {}

    /** It is no spam after all. */
    record SpamCleared() implements TicketEvent {}

    /**
     * Something was blotted out in a message for good.
     *
     * @param message in which
     * @param passages how many passages
     * @param files how many files were taken away
     */
    record MessageRedacted(MessageId message, int passages, int files) implements TicketEvent {}

    /**
     * The customer was silent for so long that something was done about it.
     *
     * @param round which silence
     * @param step what was done
     */
    record SilenceStepTaken(int round, SilenceStep step) implements TicketEvent {}

    /**
     * A customer said how the help was. It takes the place of what was said before.
     *
     * @param rating good or bad
     * @param comment in their own words, possibly empty
     * @param how whether it was a solution or a workaround, if they said so
     */
    record SatisfactionRated(Rating rating, String comment, Optional<Resolution> how) implements TicketEvent {}

    /** The customer was asked again how the help was. */
    record SatisfactionReminded() implements TicketEvent {}

    /** A message was not taken, since the ticket is done and takes no more. */
    record MessageRefused() implements TicketEvent {}

    /**
     * It was taken up in another ticket. Its messages stay with it.
     *
     * @param into which took it up
     * @param number the number of that
     */
    record MergedInto(TicketId into, TicketNumber number) implements TicketEvent {}

    /**
     * It took up another ticket.
     *
     * @param source which
     * @param number the number of that
     * @param merged the other with all that were merged into it before
     * @param joined who of the other takes part in this one through the merge
     * @param awaitsAnswer whether the other waited for an answer of the desk
     * @param waiting how long, if an answer was promised there
     */
    record TookOver(
            TicketId source,
            TicketNumber number,
            Set<TicketId> merged,
            Set<ContactId> joined,
            boolean awaitsAnswer,
            Optional<Waiting> waiting)
            implements TicketEvent {
        /**
         * Copies.
         *
         * @param source which
         * @param number the number of that
         * @param merged the other with all that were merged into it before
         * @param joined who of the other takes part in this one through the merge
         * @param awaitsAnswer whether the other waited for an answer of the desk
         * @param waiting how long, if an answer was promised there
         */
        public TookOver {
            merged = Set.copyOf(merged);
            joined = Set.copyOf(joined);
        }
    }

    /**
     * Its merge was undone: it stands for itself again.
     *
     * @param from the ticket that had taken it up
     * @param number the number of that
     */
    record Unmerged(TicketId from, TicketNumber number) implements TicketEvent {}

    /**
     * A merge was undone: it gave back what it had taken up.
     *
     * @param source which
     * @param number the number of that
     * @param merged the other with all that were merged into it before
     * @param left who takes part in this one no more
     */
    record GaveBack(TicketId source, TicketNumber number, Set<TicketId> merged, Set<ContactId> left)
            implements TicketEvent {
        /**
         * Copies.
         *
         * @param source which
         * @param number the number of that
         * @param merged the other with all that were merged into it before
         * @param left who takes part in this one no more
         */
        public GaveBack {
            merged = Set.copyOf(merged);
            left = Set.copyOf(left);
        }
    }

    /**
     * It was linked to another ticket.
     *
     * @param kind what it is to the other
     * @param other which
     * @param number the number of that
     */
    record Linked(LinkKind kind, TicketId other, TicketNumber number) implements TicketEvent {}

    /**
     * A link was taken away.
     *
     * @param kind what it was to the other
     * @param other which
     * @param number the number of that
     */
    record Unlinked(LinkKind kind, TicketId other, TicketNumber number) implements TicketEvent {}

    /**
     * Some of its messages were copied into a new ticket.
     *
     * @param into the new ticket
     * @param number the number of that
     * @param messages which of its messages, in order
     */
    record SplitOff(TicketId into, TicketNumber number, List<MessageId> messages) implements TicketEvent {
        /**
         * Copies.
         *
         * @param into the new ticket
         * @param number the number of that
         * @param messages which of its messages, in order
         */
        public SplitOff {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A message of another ticket was copied into it.
     *
     * @param message the copy
     * @param role what it is to the ticket
     * @param from the ticket that the original belongs to
     * @param original the message there
     */
    record MessageCopied(MessageId message, MessageRole role, TicketId from, MessageId original)
            implements TicketEvent {}
}
