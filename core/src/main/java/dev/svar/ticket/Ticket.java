package dev.svar.ticket;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A ticket as it stands after the latest of its events. Immutable. Messages and history are kept beside it, so its size
 * does not grow with its age.
 */
public final class Ticket {
    private final TicketId id;
    private final TenantId tenant;
    private final TicketNumber number;
    private final String subject;
    private final ContactId requester;
    private final Set<ContactId> participants;
    private final Status status;
    private final Priority priority;
    private final Channel channel;
    private final Optional<Locale> language;
    private final Optional<String> category;
    private final Optional<AgentId> assignee;
    private final SortedSet<Tag> tags;
    private final Duration timeSpent;
    private final boolean answerable;
    private final int linkGeneration;
    private final Instant openedAt;
    private final Instant updatedAt;
    private final long version;

    private Ticket(Builder b) {
        this.id = b.id;
        this.tenant = b.tenant;
        this.number = b.number;
        this.subject = b.subject;
        this.requester = b.requester;
        this.participants = Set.copyOf(b.participants);
        this.status = b.status;
        this.priority = b.priority;
        this.channel = b.channel;
        this.language = b.language;
        this.category = b.category;
        this.assignee = b.assignee;
        this.tags = Collections.unmodifiableSortedSet(new TreeSet<>(b.tags));
        this.timeSpent = b.timeSpent;
        this.answerable = b.answerable;
        this.linkGeneration = b.linkGeneration;
        this.openedAt = b.openedAt;
        this.updatedAt = b.updatedAt;
        this.version = b.version;
    }

    /**
     * Starts a ticket from what never changes; for stores that read one back. Commands make tickets through
     * {@link TicketLifecycle}.
     *
     * @param id its id
     * @param tenant whose it is
     * @param number its number
     * @param requester who asks
     * @param channel how it came
     * @param openedAt when
     * @return a builder with the defaults of a new ticket
     */
    public static Builder builder(
            TicketId id, TenantId tenant, TicketNumber number, ContactId requester, Channel channel, Instant openedAt) {
        return new Builder(id, tenant, number, requester, channel, openedAt);
    }

    Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the id} */
    public TicketId id() {
        return id;
    }

    /** {@return whose ticket it is} */
    public TenantId tenant() {
        return tenant;
    }

    /** {@return the number that people see} */
    public TicketNumber number() {
        return number;
    }

    /** {@return the subject, one line} */
    public String subject() {
        return subject;
    }

    /** {@return who asks} */
    public ContactId requester() {
        return requester;
    }

    /** {@return who else may follow and answer on the customer's side, without the requester} */
    public Set<ContactId> participants() {
        return participants;
    }

    /** {@return the status} */
    public Status status() {
        return status;
    }

    /** {@return how urgent it is} */
    public Priority priority() {
        return priority;
    }

    /** {@return how it came} */
    public Channel channel() {
        return channel;
    }

    /** {@return the customer's language, if known} */
    public Optional<Locale> language() {
        return language;
    }

    /** {@return what it is about, once somebody or something has said so} */
    public Optional<String> category() {
        return category;
    }

    /** {@return who works on it, if anybody} */
    public Optional<AgentId> assignee() {
        return assignee;
    }

    /** {@return the words that people find it by, in order} */
    public SortedSet<Tag> tags() {
        return tags;
    }

    /** {@return how long people worked on it, as far as they recorded it} */
    public Duration timeSpent() {
        return timeSpent;
    }

    /** {@return whether the requester may be sent automatic mail about it} */
    public boolean answerable() {
        return answerable;
    }

    /** {@return the generation of follow-up links that works; from 0} */
    public int linkGeneration() {
        return linkGeneration;
    }

    /** {@return when it was opened} */
    public Instant openedAt() {
        return openedAt;
    }

    /** {@return when its latest event happened} */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** {@return the sequence of its latest event} */
    public long version() {
        return version;
    }

    /**
     * Whether somebody on the customer's side belongs to it.
     *
     * @param contact the somebody
     * @return true for the requester and the participants
     */
    public boolean involves(ContactId contact) {
        return requester.equals(contact) || participants.contains(contact);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Ticket t
                && id.equals(t.id)
                && tenant.equals(t.tenant)
                && number.equals(t.number)
                && subject.equals(t.subject)
                && requester.equals(t.requester)
                && participants.equals(t.participants)
                && status.equals(t.status)
                && priority == t.priority
                && channel.equals(t.channel)
                && language.equals(t.language)
                && category.equals(t.category)
                && assignee.equals(t.assignee)
                && tags.equals(t.tags)
                && timeSpent.equals(t.timeSpent)
                && answerable == t.answerable
                && linkGeneration == t.linkGeneration
                && openedAt.equals(t.openedAt)
                && updatedAt.equals(t.updatedAt)
                && version == t.version;
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + Long.hashCode(version);
    }

    @Override
    public String toString() {
        return number + " v" + version + " " + status + " " + priority;
    }

    /** Collects the parts of a ticket. Not safe for use by several threads. */
    public static final class Builder {
        private final TicketId id;
        private final TenantId tenant;
        private final TicketNumber number;
        private final ContactId requester;
        private final Channel channel;
        private final Instant openedAt;
        private String subject = "";
        private Set<ContactId> participants = Set.of();
        private Status status = Status.NEW;
        private Priority priority = Priority.NORMAL;
        private Optional<Locale> language = Optional.empty();
        private Optional<String> category = Optional.empty();
        private Optional<AgentId> assignee = Optional.empty();
        private Set<Tag> tags = Set.of();
        private Duration timeSpent = Duration.ZERO;
        private boolean answerable = true;
        private int linkGeneration;
        private Instant updatedAt;
        private long version;

        private Builder(
                TicketId id,
                TenantId tenant,
                TicketNumber number,
                ContactId requester,
                Channel channel,
                Instant openedAt) {
            this.id = id;
            this.tenant = tenant;
            this.number = number;
            this.requester = requester;
            this.channel = channel;
            this.openedAt = openedAt;
            this.updatedAt = openedAt;
        }

        private Builder(Ticket t) {
            this(t.id, t.tenant, t.number, t.requester, t.channel, t.openedAt);
            this.subject = t.subject;
            this.participants = t.participants;
            this.status = t.status;
            this.priority = t.priority;
            this.language = t.language;
            this.category = t.category;
            this.assignee = t.assignee;
            this.tags = t.tags;
            this.timeSpent = t.timeSpent;
            this.answerable = t.answerable;
            this.linkGeneration = t.linkGeneration;
            this.updatedAt = t.updatedAt;
            this.version = t.version;
        }

        /**
         * Sets the subject.
         *
         * @param subject one line
         * @return this
         */
        public Builder subject(String subject) {
            this.subject = subject;
            return this;
        }

        /**
         * Sets who else belongs to it on the customer's side.
         *
         * @param participants the contacts, without the requester
         * @return this
         */
        public Builder participants(Set<ContactId> participants) {
            this.participants = participants;
            return this;
        }

        /**
         * Sets the status.
         *
         * @param status the status, {@link Status#NEW} when not set
         * @return this
         */
        public Builder status(Status status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the priority.
         *
         * @param priority the priority, {@link Priority#NORMAL} when not set
         * @return this
         */
        public Builder priority(Priority priority) {
            this.priority = priority;
            return this;
        }

        /**
         * Sets the customer's language.
         *
         * @param language the language, if known
         * @return this
         */
        public Builder language(Optional<Locale> language) {
            this.language = language;
            return this;
        }

        /**
         * Sets what it is about.
         *
         * @param category the category, if known
         * @return this
         */
        public Builder category(Optional<String> category) {
            this.category = category;
            return this;
        }

        /**
         * Sets who works on it.
         *
         * @param assignee the agent, if any
         * @return this
         */
        public Builder assignee(Optional<AgentId> assignee) {
            this.assignee = assignee;
            return this;
        }

        /**
         * Sets the words that people find it by.
         *
         * @param tags the tags, none when not set
         * @return this
         */
        public Builder tags(Set<Tag> tags) {
            this.tags = tags;
            return this;
        }

        /**
         * Sets how long people worked on it.
         *
         * @param timeSpent nothing when not set
         * @return this
         */
        public Builder timeSpent(Duration timeSpent) {
            this.timeSpent = timeSpent;
            return this;
        }

        /**
         * Sets whether the requester may be sent automatic mail.
         *
         * @param answerable true when not set
         * @return this
         */
        public Builder answerable(boolean answerable) {
            this.answerable = answerable;
            return this;
        }

        /**
         * Sets the generation of follow-up links that works.
         *
         * @param linkGeneration the generation, 0 when not set
         * @return this
         */
        public Builder linkGeneration(int linkGeneration) {
            this.linkGeneration = linkGeneration;
            return this;
        }

        /**
         * Sets the latest event's place and time.
         *
         * @param version the sequence of the latest event
         * @param updatedAt when it happened
         * @return this
         */
        public Builder version(long version, Instant updatedAt) {
            this.version = version;
            this.updatedAt = updatedAt;
            return this;
        }

        /** {@return the ticket} */
        public Ticket build() {
            return new Ticket(this);
        }
    }
}
