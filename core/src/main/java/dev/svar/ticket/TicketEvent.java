package dev.svar.ticket;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
     */
    record Opened(
            TicketNumber number,
            String subject,
            ContactId requester,
            Set<ContactId> participants,
            Priority priority,
            Channel channel,
            Optional<Locale> language,
            boolean answerable)
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
         */
        public Opened {
            participants = Set.copyOf(participants);
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
     */
    record StatusChanged(Status from, Status to) implements TicketEvent {}

    /**
     * The ticket was assigned or unassigned.
     *
     * @param from the assignee before
     * @param to the assignee after
     */
    record Assigned(Optional<AgentId> from, Optional<AgentId> to) implements TicketEvent {}

    /**
     * The priority changed.
     *
     * @param from the priority before
     * @param to the priority after
     */
    record PriorityChanged(Priority from, Priority to) implements TicketEvent {}

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
     * @param due when it breaks
     */
    record SlaWarned(SlaTarget target, int cycle, Instant due) implements TicketEvent {}

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
}
