package dev.svar.ticket;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody wants done with a ticket. {@link TicketLifecycle} decides what comes of it. */
public sealed interface TicketCommand {
    /** The most characters a subject may have. */
    int MAX_SUBJECT_LENGTH = 500;

    /** The most participants beside the requester. */
    int MAX_PARTICIPANTS = 100;

    /** The most agents who watch a ticket. */
    int MAX_WATCHERS = 100;

    /** The most tags of a ticket. */
    int MAX_TAGS = 100;

    /** The most time that can be recorded at once. */
    Duration MAX_TIME = Duration.ofDays(31);

    /** The most characters a category may have. */
    int MAX_CATEGORY_LENGTH = 100;

    /** The most reasons kept for a category. */
    int MAX_REASONS = 20;

    /** The most characters kept of what a channel said, and of a reason for a category or a priority. */
    int MAX_SAID_LENGTH = 500;

    private static String cut(String said) {
        return said.substring(0, Math.min(said.length(), MAX_SAID_LENGTH));
    }

    /**
     * Who wants it.
     *
     * @return the actor
     */
    Actor by();

    /**
     * Through which channel the wish came.
     *
     * @return {@link Channel#HOST} unless the command says otherwise
     */
    default Channel via() {
        return Channel.HOST;
    }

    /**
     * Opens a ticket.
     *
     * @param by who opens it: the customer, an agent on their behalf, or a rule of the host
     * @param number its number, fresh from the store
     * @param subject its subject, one line of at most {@value TicketCommand#MAX_SUBJECT_LENGTH} characters
     * @param requester who asks
     * @param participants who else may follow and answer on the customer's side; the requester is left out
     * @param priority how urgent
     * @param channel how it came
     * @param language the customer's language, if known
     * @param answerable whether the requester may be sent automatic mail about it
     * @param message the customer's message
     * @param organization the requester's organization, if known
     * @param context what the host knows about it, each name once; at most {@value ContextFact#MAX_FACTS}
     * @param fields values of the host's custom fields
     * @param origin the ticket that it {@link LinkKind#FOLLOWS}, if any
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
            MessageId message,
            Optional<OrganizationId> organization,
            List<ContextFact> context,
            Map<FieldKey, FieldValue> fields,
            Optional<TicketLink> origin)
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
         * @param organization the requester's organization, if known
         * @param context what the host knows about it, each name once; at most {@value ContextFact#MAX_FACTS}
         * @param fields values of the host's custom fields
         * @param origin the ticket that it follows, if any
         */
        public Open {
            Check.line("subject", subject, MAX_SUBJECT_LENGTH);
            participants = Set.copyOf(Check.size("participants", participants, MAX_PARTICIPANTS));
            context = List.copyOf(Check.size("context", context, ContextFact.MAX_FACTS));
            if (context.stream().map(ContextFact::name).distinct().count() < context.size()) {
                throw new InvalidValueException("context", "has a name twice, each fact needs one of its own");
            }
            fields = Map.copyOf(fields);
            if (origin.filter(link -> link.kind() != LinkKind.FOLLOWS).isPresent()) {
                throw new InvalidValueException(
                        "origin", "must be a link of kind FOLLOWS, link other tickets afterwards");
            }
        }

        /**
         * Opens a ticket that nothing but the message is known about.
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
        public Open(
                Actor by,
                TicketNumber number,
                String subject,
                ContactId requester,
                Set<ContactId> participants,
                Priority priority,
                Channel channel,
                Optional<Locale> language,
                boolean answerable,
                MessageId message) {
            this(
                    by,
                    number,
                    subject,
                    requester,
                    participants,
                    priority,
                    channel,
                    language,
                    answerable,
                    message,
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    Optional.empty());
        }

        @Override
        public Channel via() {
            return channel;
        }
    }

    /**
     * Adds a message from the customer's side. A ticket that waits for somebody is the desk's turn then, unless the host's
     * table does not let it; then it stays where it is.
     *
     * @param by who wrote it
     * @param message the message
     * @param via through which channel it came
     * @param reopens whether a ticket that was solved or closed opens again; if not, the message only joins it
     */
    record AddCustomerMessage(Actor by, MessageId message, Channel via, boolean reopens) implements TicketCommand {
        /**
         * Adds a message that came by mail and reopens the ticket.
         *
         * @param by who wrote it
         * @param message the message
         */
        public AddCustomerMessage(Actor by, MessageId message) {
            this(by, message, Channel.MAIL, true);
        }
    }

    /**
     * A machine on the customer's side wrote: kept, and nothing else changes.
     *
     * @param by on whose behalf the machine wrote
     * @param message the message
     */
    record AddAutomaticMessage(Actor by, MessageId message) implements TicketCommand {
        @Override
        public Channel via() {
            return Channel.MAIL;
        }
    }

    /**
     * Answers the customer. Refused while the ticket is marked as spam, since nothing would be sent.
     *
     * @param by who answers
     * @param message the answer
     * @param then the status afterwards
     * @param resolution how it was solved, if it was
     */
    record Reply(Actor by, MessageId message, Status then, Optional<Resolution> resolution) implements TicketCommand {
        /**
         * Answers without saying how it was solved.
         *
         * @param by who answers
         * @param message the answer
         * @param then the status afterwards
         */
        public Reply(Actor by, MessageId message, Status then) {
            this(by, message, then, Optional.empty());
        }
    }

    /**
     * An agent writes for colleagues.
     *
     * @param by who writes
     * @param message the message
     */
    record AddNote(Actor by, MessageId message) implements TicketCommand {}

    /**
     * Changes the status: solves, closes, reopens, waits.
     *
     * @param by who changes it
     * @param status the status afterwards
     * @param resolution how it was solved, if it was; kept when it is solved or closed
     */
    record ChangeStatus(Actor by, Status status, Optional<Resolution> resolution) implements TicketCommand {
        /**
         * Changes the status without saying how it was solved.
         *
         * @param by who changes it
         * @param status the status afterwards
         */
        public ChangeStatus(Actor by, Status status) {
            this(by, status, Optional.empty());
        }
    }

    /**
     * Gives the ticket to an agent, or takes it from whoever has it. The team stays.
     *
     * @param by who does
     * @param assignee to whom, or nobody
     * @param reasons why, for people to read; at most {@value TicketCommand#MAX_REASONS}
     */
    record Assign(Actor by, Optional<AgentId> assignee, List<String> reasons) implements TicketCommand {
        /**
         * Checks and copies.
         *
         * @param by who does
         * @param assignee to whom, or nobody
         * @param reasons why, for people to read
         */
        public Assign {
            reasons = List.copyOf(Check.size("assign.reasons", reasons, MAX_REASONS));
        }

        /**
         * Gives no reason.
         *
         * @param by who does
         * @param assignee to whom, or nobody
         */
        public Assign(Actor by, Optional<AgentId> assignee) {
            this(by, assignee, List.of());
        }
    }

    /**
     * Changes the priority.
     *
     * @param by who wants it
     * @param priority the priority wanted
     * @param reasons what speaks for it, at most {@value TicketCommand#MAX_REASONS}, each cut to
     *     {@value TicketCommand#MAX_SAID_LENGTH} characters
     */
    record ChangePriority(Actor by, Priority priority, List<String> reasons) implements TicketCommand {
        /**
         * Checks and copies.
         *
         * @param by who wants it
         * @param priority the priority wanted
         * @param reasons what speaks for it
         */
        public ChangePriority {
            reasons = Check.size("priority.reasons", reasons, MAX_REASONS).stream()
                    .map(TicketCommand::cut)
                    .toList();
        }

        /**
         * Nobody says why.
         *
         * @param by who wants it
         * @param priority the priority wanted
         */
        public ChangePriority(Actor by, Priority priority) {
            this(by, priority, List.of());
        }
    }

    /**
     * Puts the ticket into a category.
     *
     * @param by who wants it
     * @param category the category, one line of at most {@value TicketCommand#MAX_CATEGORY_LENGTH} characters
     * @param reasons what speaks for it, at most {@value TicketCommand#MAX_REASONS}, each cut to
     *     {@value TicketCommand#MAX_SAID_LENGTH} characters
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
            reasons = Check.size("category.reasons", reasons, MAX_REASONS).stream()
                    .map(TicketCommand::cut)
                    .toList();
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
     * Lets agents watch the ticket, or not any more: they are told what its assignee is told.
     *
     * @param by who does
     * @param add who shall watch
     * @param remove who shall not
     */
    record ChangeWatchers(Actor by, Set<AgentId> add, Set<AgentId> remove) implements TicketCommand {
        /**
         * Checks and copies.
         *
         * @param by who does
         * @param add who shall watch
         * @param remove who shall not
         */
        public ChangeWatchers {
            add = Set.copyOf(Check.size("watchers.add", add, MAX_WATCHERS));
            remove = Set.copyOf(Check.size("watchers.remove", remove, MAX_WATCHERS));
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
     * @param step which warning, from 1
     * @param due when it breaks
     */
    record WarnOfSla(Actor by, SlaTarget target, int cycle, int step, Instant due) implements TicketCommand {}

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
     * Records that a broken promise came to a step of its ladder.
     *
     * @param by the rule that watches
     * @param target which promise
     * @param cycle its cycle
     * @param step which step, from 1
     * @param due when it broke
     */
    record EscalateSla(Actor by, SlaTarget target, int cycle, int step, Instant due) implements TicketCommand {}

    /**
     * Has the promises of a ticket be what the policies in force say, after the host changed a policy or a calendar. The
     * façade does nothing if they are that already.
     *
     * @param by who wants it
     */
    record ReviewSla(Actor by) implements TicketCommand {}

    /**
     * Records that what came due led to nothing.
     *
     * @param by the rule that watches
     * @param endless whether reactions set each other off without end; if not, one of them failed
     */
    record RecordReactionFailure(Actor by, boolean endless) implements TicketCommand {}

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
            status = cut(status);
            reason = cut(reason);
        }
    }

    /**
     * Stops every follow-up link and reply address given out so far. The desk stops those of the tickets that were merged into
     * it, too.
     *
     * @param by who wants it
     */
    record RevokeLinks(Actor by) implements TicketCommand {}

    /**
     * Gives the ticket to a team, or takes it from its team. The assignee stays.
     *
     * @param by who does
     * @param team which team, or none
     */
    record AssignTeam(Actor by, Optional<TeamId> team) implements TicketCommand {}

    /**
     * Sets or clears a custom field.
     *
     * @param by who does
     * @param key which field, one that the desk has
     * @param value its value, or empty to clear it
     */
    record SetField(Actor by, FieldKey key, Optional<FieldValue> value) implements TicketCommand {}

    /**
     * Puts the ticket aside until a time; a customer's message brings it back at once. Its clocks run on, but agents are not
     * warned of them and no ladder is climbed meanwhile.
     *
     * @param by who does
     * @param until when it comes back; after now and at most ten years ahead
     */
    record Snooze(Actor by, Instant until) implements TicketCommand {
        /**
         * Cuts the time to microseconds, as all times of a ticket.
         *
         * @param by who does
         * @param until when it comes back
         */
        public Snooze {
            until = until.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * Brings a ticket back that was put aside.
     *
     * @param by who does
     */
    record Wake(Actor by) implements TicketCommand {}

    /**
     * Marks the ticket as spam: nothing is sent about it and its clocks stand still.
     *
     * @param by who does
     */
    record MarkSpam(Actor by) implements TicketCommand {}

    /**
     * Takes the mark of spam away; the clocks go on.
     *
     * @param by who does
     */
    record ClearSpam(Actor by) implements TicketCommand {}

    /**
     * Records that something was blotted out in a message. The façade blots it out; the command alone changes no message.
     *
     * @param by who did
     * @param message in which message
     * @param passages how many passages were blotted out
     * @param files how many files were taken away
     */
    record RecordRedaction(Actor by, MessageId message, int passages, int files) implements TicketCommand {}

    /**
     * Takes the next step of the plan for silent customers.
     *
     * @param by the rule
     * @param round which silence
     * @param step what is done
     */
    record TakeSilenceStep(Actor by, int round, SilenceStep step) implements TicketCommand {}

    /**
     * Says how the help was; takes the place of what was said before.
     *
     * @param by the customer
     * @param rating good or bad
     * @param comment in their own words, possibly empty; at most {@value Satisfaction#MAX_COMMENT_LENGTH} characters
     * @param how whether it was a solution or a workaround, if they say so
     */
    record Rate(Actor by, Rating rating, String comment, Optional<Resolution> how) implements TicketCommand {
        /**
         * Checks.
         *
         * @param by the customer
         * @param rating good or bad
         * @param comment in their own words, possibly empty
         * @param how whether it was a solution or a workaround, if they say so
         */
        public Rate {
            Satisfaction.checked(comment, how);
        }
    }

    /**
     * Records that the customer is asked again how the help was.
     *
     * @param by the rule
     */
    record RemindOfRating(Actor by) implements TicketCommand {}

    /**
     * Records that a message was not taken, since the ticket is done and takes no more.
     *
     * @param by whose message it was
     * @param via through which channel it came
     */
    record RefuseMessage(Actor by, Channel via) implements TicketCommand {}

    /**
     * Records that a message to the ticket, which is done, opened another one. Nothing comes of it if the ticket has
     * {@value TicketLink#MAX_LINKS} links already; the other's link to it tells it then.
     *
     * @param by whose message it was
     * @param follower the other ticket
     * @param number the number of that
     */
    record RecordFollowUp(Actor by, TicketId follower, TicketNumber number) implements TicketCommand {}
}
