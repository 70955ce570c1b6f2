package dev.svar.ticket;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody wants done with a ticket. {@link TicketLifecycle} decides what comes of it. */
public sealed interface TicketCommand {
    /** The most characters a subject may have. */
    int MAX_SUBJECT_LENGTH = 500;

    /** The most participants beside the requester. */
    int MAX_PARTICIPANTS = 100;

    /** The most tags of a ticket. */
    int MAX_TAGS = 100;

    /** The most time that can be recorded at once. */
    Duration MAX_TIME = Duration.ofDays(31);

    /** The most characters a category may have. */
    int MAX_CATEGORY_LENGTH = 100;

    /** The most reasons kept for a category. */
    int MAX_REASONS = 20;

    /** The most characters kept of what a channel said. */
    int MAX_SAID_LENGTH = 500;

    /**
     * Who wants it.
     *
     * @return the actor
     */
    Actor by();

    /**
     * Opens a ticket.
     *
     * @param by who opens it
     * @param number its number, fresh from the store
     * @param subject its subject, one line of at most {@value TicketCommand#MAX_SUBJECT_LENGTH} characters
     * @param requester who asks
     * @param participants who else may follow and answer on the customer's side
     * @param priority how urgent
     * @param channel how it came
     * @param language the customer's language, if known
     * @param answerable whether the requester may be sent automatic mail about it
     * @param message the customer's message
     */
    record Open(
            Actor by,
            TicketNumber number,
            String subject,
            ContactId requester,
            Set<ContactId> participants,
            Priority priority,
            Channel channel,
            Optional<Locale> language,
            boolean answerable,
            MessageId message)
            implements TicketCommand {
        /**
         * Checks and copies.
         *
         * @param by who opens it
         * @param number its number, fresh from the store
         * @param subject its subject, one line of at most {@value TicketCommand#MAX_SUBJECT_LENGTH} characters
         * @param requester who asks
         * @param participants who else may follow and answer on the customer's side
         * @param priority how urgent
         * @param channel how it came
         * @param language the customer's language, if known
         * @param answerable whether the requester may be sent automatic mail about it
         * @param message the customer's message
         */
        public Open {
            Check.line("subject", subject, MAX_SUBJECT_LENGTH);
            participants = Set.copyOf(Check.size("participants", participants, MAX_PARTICIPANTS));
        }
    }

    /**
     * A person on the customer's side wrote again: the desk's turn, and a solved ticket opens again.
     *
     * @param by who wrote
     * @param message the message
     */
    record AddCustomerMessage(Actor by, MessageId message) implements TicketCommand {}

    /**
     * A machine on the customer's side wrote: kept, and nothing else changes.
     *
     * @param by on whose behalf the machine wrote
     * @param message the message
     */
    record AddAutomaticMessage(Actor by, MessageId message) implements TicketCommand {}

    /**
     * An agent answers the customer.
     *
     * @param by who answers
     * @param message the message
     * @param then the status afterwards
     */
    record Reply(Actor by, MessageId message, Status then) implements TicketCommand {}

    /**
     * An agent writes for colleagues.
     *
     * @param by who writes
     * @param message the message
     */
    record AddNote(Actor by, MessageId message) implements TicketCommand {}

    /**
     * Changes the status.
     *
     * @param by who wants it
     * @param status the status wanted
     */
    record ChangeStatus(Actor by, Status status) implements TicketCommand {}

    /**
     * Assigns or unassigns.
     *
     * @param by who wants it
     * @param assignee the agent, or empty for nobody
     */
    record Assign(Actor by, Optional<AgentId> assignee) implements TicketCommand {}

    /**
     * Changes the priority.
     *
     * @param by who wants it
     * @param priority the priority wanted
     */
    record ChangePriority(Actor by, Priority priority) implements TicketCommand {}

    /**
     * Puts the ticket into a category.
     *
     * @param by who wants it
     * @param category the category, one line of at most {@value TicketCommand#MAX_CATEGORY_LENGTH} characters
     * @param reasons what speaks for it, at most {@value TicketCommand#MAX_REASONS}
     */
    record Categorize(Actor by, String category, List<String> reasons) implements TicketCommand {
        /**
         * Checks and copies.
         *
         * @param by who wants it
         * @param category the category, one line of at most {@value TicketCommand#MAX_CATEGORY_LENGTH} characters
         * @param reasons what speaks for it
         */
        public Categorize {
            Check.line("category", category, MAX_CATEGORY_LENGTH);
            reasons = List.copyOf(Check.size("category.reasons", reasons, MAX_REASONS));
        }
    }

    /**
     * Edits the subject.
     *
     * @param by who wants it
     * @param subject one line of at most {@value TicketCommand#MAX_SUBJECT_LENGTH} characters
     */
    record EditSubject(Actor by, String subject) implements TicketCommand {
        /**
         * Checks the subject.
         *
         * @param by who wants it
         * @param subject the new subject
         */
        public EditSubject {
            Check.line("subject", subject, MAX_SUBJECT_LENGTH);
        }
    }

    /**
     * Adds and removes tags; a tag that is in both is removed.
     *
     * @param by who wants it
     * @param add tags that it shall have, at most {@value TicketCommand#MAX_TAGS}
     * @param remove tags that it shall not have, at most {@value TicketCommand#MAX_TAGS}
     */
    record ChangeTags(Actor by, Set<Tag> add, Set<Tag> remove) implements TicketCommand {
        /**
         * Checks and copies.
         *
         * @param by who wants it
         * @param add tags that it shall have
         * @param remove tags that it shall not have
         */
        public ChangeTags {
            add = Set.copyOf(Check.size("tags.add", add, MAX_TAGS));
            remove = Set.copyOf(Check.size("tags.remove", remove, MAX_TAGS));
        }
    }

    /**
     * Adds and removes people on the customer's side; who is in both is removed. The requester belongs to it anyway.
     *
     * @param by who wants it
     * @param add who may follow and answer, at most {@value TicketCommand#MAX_PARTICIPANTS}
     * @param remove who may no more, at most {@value TicketCommand#MAX_PARTICIPANTS}
     */
    record ChangeParticipants(Actor by, Set<ContactId> add, Set<ContactId> remove) implements TicketCommand {
        /**
         * Checks and copies.
         *
         * @param by who wants it
         * @param add who may follow and answer
         * @param remove who may no more
         */
        public ChangeParticipants {
            add = Set.copyOf(Check.size("participants.add", add, MAX_PARTICIPANTS));
            remove = Set.copyOf(Check.size("participants.remove", remove, MAX_PARTICIPANTS));
        }
    }

    /**
     * Records time that somebody worked on it.
     *
     * @param by who worked
     * @param spent how long, longer than zero and at most 31 days
     */
    record RecordTime(Actor by, Duration spent) implements TicketCommand {
        /**
         * Checks the time.
         *
         * @param by who worked
         * @param spent how long
         */
        public RecordTime {
            if (Check.positive("spent", spent).compareTo(MAX_TIME) > 0) {
                throw new InvalidValueException(
                        "spent", "is " + spent + ", at most " + MAX_TIME + " are allowed at once");
            }
        }
    }

    /**
     * Records that a promise came near its end.
     *
     * @param by the rule that watches
     * @param target which promise
     * @param cycle its cycle
     * @param due when it breaks
     */
    record WarnOfSla(Actor by, SlaTarget target, int cycle, Instant due) implements TicketCommand {}

    /**
     * Tells the customer that a promise will probably break.
     *
     * @param by the rule that watches
     * @param target which promise
     * @param cycle its cycle
     * @param due when it breaks
     * @param newDue the new honest time
     */
    record AnnounceDelay(Actor by, SlaTarget target, int cycle, Instant due, Instant newDue) implements TicketCommand {}

    /**
     * Records that a promise broke.
     *
     * @param by the rule that watches
     * @param target which promise
     * @param cycle its cycle
     * @param due when it broke
     * @param allowed the business time that was promised
     */
    record BreachSla(Actor by, SlaTarget target, int cycle, Instant due, Duration allowed) implements TicketCommand {}

    /**
     * Records that a message did not reach somebody.
     *
     * @param by who reports it
     * @param recipient the address that failed
     * @param status the channel's code, possibly empty
     * @param reason what the channel said
     */
    record ReportDeliveryFailure(Actor by, Address recipient, String status, String reason) implements TicketCommand {
        /**
         * Cuts what a channel said to {@value TicketCommand#MAX_SAID_LENGTH} characters.
         *
         * @param by who reports it
         * @param recipient the address that failed
         * @param status the channel's code, possibly empty
         * @param reason what the channel said
         */
        public ReportDeliveryFailure {
            status = status.substring(0, Math.min(status.length(), MAX_SAID_LENGTH));
            reason = reason.substring(0, Math.min(reason.length(), MAX_SAID_LENGTH));
        }
    }

    /**
     * Stops every follow-up link and reply address given out so far.
     *
     * @param by who wants it
     */
    record RevokeLinks(Actor by) implements TicketCommand {}
}
