package dev.svar.ticket;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
    private final Set<AgentId> watchers;
    private final Optional<TeamId> team;
    private final Optional<OrganizationId> organization;
    private final SortedMap<FieldKey, FieldValue> fields;
    private final List<ContextFact> context;
    private final SortedSet<TicketLink> links;
    private final Optional<Resolution> resolution;
    private final Optional<Instant> settledAt;
    private final Optional<Instant> snoozedUntil;
    private final boolean spam;
    private final Silence silence;
    private final Satisfaction satisfaction;
    private final Optional<MergeRecord> merge;
    private final List<Absorbed> absorbed;
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
        this.tags = b.tags;
        this.timeSpent = b.timeSpent;
        this.watchers = Set.copyOf(b.watchers);
        this.team = b.team;
        this.organization = b.organization;
        this.fields = b.fields;
        this.context = List.copyOf(b.context);
        this.links = b.links;
        this.resolution = b.resolution;
        this.settledAt = b.settledAt;
        this.snoozedUntil = b.snoozedUntil;
        this.spam = b.spam;
        this.silence = b.silence;
        this.satisfaction = b.satisfaction;
        this.merge = b.merge;
        this.absorbed = List.copyOf(b.absorbed);
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

    /** {@return the agents who watch it, beside the assignee} */
    public Set<AgentId> watchers() {
        return watchers;
    }

    /** {@return which team looks after it, if any} */
    public Optional<TeamId> team() {
        return team;
    }

    /** {@return the requester's organization when it was opened, if known} */
    public Optional<OrganizationId> organization() {
        return organization;
    }

    /** {@return the values of the host's custom fields, those that have one} */
    public SortedMap<FieldKey, FieldValue> fields() {
        return fields;
    }

    /** {@return what the host knew about it when it was opened} */
    public List<ContextFact> context() {
        return context;
    }

    /** {@return its links to other tickets, in order} */
    public SortedSet<TicketLink> links() {
        return links;
    }

    /** {@return how it was solved, if it is and somebody said so} */
    public Optional<Resolution> resolution() {
        return resolution;
    }

    /** {@return when it was solved, or closed without being solved before; empty while it is neither} */
    public Optional<Instant> settledAt() {
        return settledAt;
    }

    /** {@return until when it is put aside, if it is} */
    public Optional<Instant> snoozedUntil() {
        return snoozedUntil;
    }

    /** {@return whether somebody marked it as spam} */
    public boolean spam() {
        return spam;
    }

    /** {@return how long the customer has been silent} */
    public Silence silence() {
        return silence;
    }

    /** {@return what the customer said of the help} */
    public Satisfaction satisfaction() {
        return satisfaction;
    }

    /** {@return where it was merged into, if it was} */
    public Optional<MergeRecord> merge() {
        return merge;
    }

    /** {@return the tickets that were merged into it, in that order} */
    public List<Absorbed> absorbed() {
        return absorbed;
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

    /** {@return all tickets that were merged into it, also through others} */
    public Set<TicketId> merged() {
        Set<TicketId> all = new HashSet<>();
        absorbed.forEach(a -> all.addAll(a.merged()));
        return all;
    }

    /** {@return everybody on the customer's side: the requester and the participants} */
    public Set<ContactId> people() {
        Set<ContactId> all = new HashSet<>(participants);
        all.add(requester);
        return all;
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
                && watchers.equals(t.watchers)
                && team.equals(t.team)
                && organization.equals(t.organization)
                && fields.equals(t.fields)
                && context.equals(t.context)
                && links.equals(t.links)
                && resolution.equals(t.resolution)
                && settledAt.equals(t.settledAt)
                && snoozedUntil.equals(t.snoozedUntil)
                && spam == t.spam
                && silence.equals(t.silence)
                && satisfaction.equals(t.satisfaction)
                && merge.equals(t.merge)
                && absorbed.equals(t.absorbed)
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
        private SortedSet<Tag> tags = Collections.emptySortedSet();
        private Duration timeSpent = Duration.ZERO;
        private Set<AgentId> watchers = Set.of();
        private Optional<TeamId> team = Optional.empty();
        private Optional<OrganizationId> organization = Optional.empty();
        private SortedMap<FieldKey, FieldValue> fields = Collections.emptySortedMap();
        private List<ContextFact> context = List.of();
        private SortedSet<TicketLink> links = Collections.emptySortedSet();
        private Optional<Resolution> resolution = Optional.empty();
        private Optional<Instant> settledAt = Optional.empty();
        private Optional<Instant> snoozedUntil = Optional.empty();
        private boolean spam;
        private Silence silence;
        private Satisfaction satisfaction = Satisfaction.NONE;
        private Optional<MergeRecord> merge = Optional.empty();
        private List<Absorbed> absorbed = List.of();
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
            this.silence = Silence.first(openedAt);
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
            this.watchers = t.watchers;
            this.team = t.team;
            this.organization = t.organization;
            this.fields = t.fields;
            this.context = t.context;
            this.links = t.links;
            this.resolution = t.resolution;
            this.settledAt = t.settledAt;
            this.snoozedUntil = t.snoozedUntil;
            this.spam = t.spam;
            this.silence = t.silence;
            this.satisfaction = t.satisfaction;
            this.merge = t.merge;
            this.absorbed = t.absorbed;
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
            this.tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
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
         * Sets which agents watch it.
         *
         * @param watchers the agents, none when not set
         * @return this
         */
        public Builder watchers(Set<AgentId> watchers) {
            this.watchers = watchers;
            return this;
        }

        /**
         * Sets which team looks after it.
         *
         * @param team the team, if any
         * @return this
         */
        public Builder team(Optional<TeamId> team) {
            this.team = team;
            return this;
        }

        /**
         * Sets the requester's organization.
         *
         * @param organization the organization, if known
         * @return this
         */
        public Builder organization(Optional<OrganizationId> organization) {
            this.organization = organization;
            return this;
        }

        /**
         * Sets the values of the host's custom fields.
         *
         * @param fields the values, none when not set
         * @return this
         */
        public Builder fields(Map<FieldKey, FieldValue> fields) {
            this.fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
            return this;
        }

        /**
         * Sets what the host knew about it when it was opened.
         *
         * @param context the facts, none when not set
         * @return this
         */
        public Builder context(List<ContextFact> context) {
            this.context = context;
            return this;
        }

        /**
         * Sets its links to other tickets.
         *
         * @param links the links, none when not set
         * @return this
         */
        public Builder links(Set<TicketLink> links) {
            this.links = Collections.unmodifiableSortedSet(new TreeSet<>(links));
            return this;
        }

        /**
         * Sets how it was solved.
         *
         * @param resolution how, if it is solved and somebody said so
         * @return this
         */
        public Builder resolution(Optional<Resolution> resolution) {
            this.resolution = resolution;
            return this;
        }

        /**
         * Sets since when it is solved or closed.
         *
         * @param settledAt the instant, if it is
         * @return this
         */
        public Builder settledAt(Optional<Instant> settledAt) {
            this.settledAt = settledAt;
            return this;
        }

        /**
         * Sets until when it is put aside.
         *
         * @param snoozedUntil the instant, if it is
         * @return this
         */
        public Builder snoozedUntil(Optional<Instant> snoozedUntil) {
            this.snoozedUntil = snoozedUntil;
            return this;
        }

        /**
         * Sets whether it is spam.
         *
         * @param spam false when not set
         * @return this
         */
        public Builder spam(boolean spam) {
            this.spam = spam;
            return this;
        }

        /**
         * Sets what the customer said of the help.
         *
         * @param satisfaction {@link Satisfaction#NONE} when not set
         * @return this
         */
        public Builder satisfaction(Satisfaction satisfaction) {
            this.satisfaction = satisfaction;
            return this;
        }

        /**
         * Sets how long the customer has been silent.
         *
         * @param silence since the opening when not set
         * @return this
         */
        public Builder silence(Silence silence) {
            this.silence = silence;
            return this;
        }

        /**
         * Sets where it was merged into.
         *
         * @param merge the merge, if there was one
         * @return this
         */
        public Builder merge(Optional<MergeRecord> merge) {
            this.merge = merge;
            return this;
        }

        /**
         * Sets which tickets were merged into it.
         *
         * @param absorbed the tickets, none when not set
         * @return this
         */
        public Builder absorbed(List<Absorbed> absorbed) {
            this.absorbed = absorbed;
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
