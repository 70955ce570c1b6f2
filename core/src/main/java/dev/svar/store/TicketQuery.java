package dev.svar.store;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Which tickets are wanted, in which order, and which page of them. A ticket must match everything that was asked for; spam is
 * left out unless it was asked for.
 *
 * <p>Pages are stable while tickets change: a ticket that stays as it is comes exactly once, one that changes between two
 * pages may come twice or not at all. Immutable.
 */
public final class TicketQuery {
    /** The most tickets on a page when the host does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** The most status labels. */
    public static final int MAX_LABELS = 100;

    /** The most requesters. */
    public static final int MAX_REQUESTERS = 100;

    /** The most tags. */
    public static final int MAX_TAGS = 20;

    /** The most custom fields. */
    public static final int MAX_FIELDS = 20;

    /** The most words to look for. */
    public static final int MAX_WORDS = 10;

    /** The earliest instant that can be asked about. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** The latest instant that can be asked about. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final Set<StatusCategory> statuses;
    private final Set<String> labels;
    private final Wanted<AgentId> assignee;
    private final Wanted<TeamId> team;
    private final Set<ContactId> requesters;
    private final Optional<OrganizationId> organization;
    private final Wanted<String> category;
    private final Set<Tag> tags;
    private final Set<Priority> priorities;
    private final Map<FieldKey, FieldValue> fields;
    private final Optional<Instant> dueBefore;
    private final Optional<Instant> updatedSince;
    private final Optional<Instant> openedSince;
    private final SortedSet<String> words;
    private final TextScope textScope;
    private final Including spam;
    private final Including snoozed;
    private final TicketSort sort;
    private final boolean descending;
    private final int limit;
    private final Optional<TicketPlace> after;

    private TicketQuery(Builder b, Optional<TicketPlace> after) {
        this.statuses = b.statuses;
        this.labels = b.labels;
        this.assignee = b.assignee;
        this.team = b.team;
        this.requesters = b.requesters;
        this.organization = b.organization;
        this.category = b.category;
        this.tags = b.tags;
        this.priorities = b.priorities;
        this.fields = Map.copyOf(b.fields);
        this.dueBefore = b.dueBefore;
        this.updatedSince = b.updatedSince;
        this.openedSince = b.openedSince;
        this.words = b.words;
        this.textScope = b.textScope;
        this.spam = b.spam;
        this.snoozed = b.snoozed;
        this.sort = b.sort;
        this.descending = b.descending;
        this.limit = b.limit;
        this.after = after;
    }

    /** {@return a builder of the query for all tickets but spam, in order of their numbers} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * All tickets, spam too, in order of their numbers.
     *
     * @param limit the most tickets on the page
     * @return the query for the first page
     */
    public static TicketQuery all(int limit) {
        return builder().spam(Including.WITH).limit(limit).build();
    }

    /**
     * The same query for the page that begins at a cursor.
     *
     * @param next the cursor: {@link Page#next()} of the page before
     * @return the query
     * @throws InvalidValueException if no page of this query gave the cursor
     */
    public TicketQuery from(String next) {
        return new TicketQuery(toBuilder(), Optional.of(TicketCursor.read(this, next)));
    }

    private Builder toBuilder() {
        Builder b = new Builder();
        b.statuses = statuses;
        b.labels = labels;
        b.assignee = assignee;
        b.team = team;
        b.requesters = requesters;
        b.organization = organization;
        b.category = category;
        b.tags = tags;
        b.priorities = priorities;
        b.fields.putAll(fields);
        b.dueBefore = dueBefore;
        b.updatedSince = updatedSince;
        b.openedSince = openedSince;
        b.words = words;
        b.textScope = textScope;
        b.spam = spam;
        b.snoozed = snoozed;
        b.sort = sort;
        b.descending = descending;
        b.limit = limit;
        return b;
    }

    /**
     * Whether a ticket is asked for, on whatever page.
     *
     * @param state the ticket
     * @param messages all of its messages, looked at only if everything else matches and the subject lacks a word
     * @return true if it is
     */
    public boolean matches(TicketState state, Iterable<Message> messages) {
        return TicketMatch.test(this, state, messages);
    }

    /** {@return the order in which the tickets are wanted} */
    public Comparator<TicketState> order() {
        return Comparator.comparing(sort::place, TicketPlace.order(descending));
    }

    /**
     * Whether a ticket's place is on this page or on a later one.
     *
     * @param state the ticket
     * @return true if it comes after the place where the page begins
     */
    public boolean isAhead(TicketState state) {
        return after.map(last -> TicketPlace.order(descending).compare(sort.place(state), last) > 0)
                .orElse(true);
    }

    /**
     * The page, for stores.
     *
     * @param found the tickets that match and are ahead, in order, of which there may be one more than the limit
     * @return the page; it has a next one if there was one more
     */
    public Page<TicketState> page(List<TicketState> found) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<TicketState> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(TicketCursor.write(this, sort.place(items.get(limit - 1)))));
    }

    /** {@return the status categories wanted, at least one} */
    public Set<StatusCategory> statuses() {
        return statuses;
    }

    /** {@return the status labels wanted; none means any} */
    public Set<String> labels() {
        return labels;
    }

    /** {@return the assignee wanted} */
    public Wanted<AgentId> assignee() {
        return assignee;
    }

    /** {@return the team wanted} */
    public Wanted<TeamId> team() {
        return team;
    }

    /** {@return the requesters wanted; none means any} */
    public Set<ContactId> requesters() {
        return requesters;
    }

    /** {@return the organization wanted, if one is} */
    public Optional<OrganizationId> organization() {
        return organization;
    }

    /** {@return the category wanted} */
    public Wanted<String> category() {
        return category;
    }

    /** {@return the tags that a ticket must have, all of them} */
    public Set<Tag> tags() {
        return tags;
    }

    /** {@return the priorities wanted; none means any} */
    public Set<Priority> priorities() {
        return priorities;
    }

    /** {@return the custom fields that a ticket must have, with these values} */
    public Map<FieldKey, FieldValue> fields() {
        return fields;
    }

    /** {@return before when a ticket must be {@link TicketState#due() due}} */
    public Optional<Instant> dueBefore() {
        return dueBefore;
    }

    /** {@return since when a ticket must have been updated} */
    public Optional<Instant> updatedSince() {
        return updatedSince;
    }

    /** {@return since when a ticket must have been opened} */
    public Optional<Instant> openedSince() {
        return openedSince;
    }

    /** {@return the words that a ticket must have, all of them, as {@link SearchWords#asked} gives them} */
    public SortedSet<String> words() {
        return words;
    }

    /** {@return where the words are looked for} */
    public TextScope textScope() {
        return textScope;
    }

    /** {@return whether spam is wanted} */
    public Including spam() {
        return spam;
    }

    /** {@return whether tickets that are put aside are wanted} */
    public Including snoozed() {
        return snoozed;
    }

    /** {@return what they are sorted by} */
    public TicketSort sort() {
        return sort;
    }

    /** {@return whether the order is the other way round} */
    public boolean descending() {
        return descending;
    }

    /** {@return the most tickets on the page} */
    public int limit() {
        return limit;
    }

    /** {@return the place after which the page begins; empty for the first page} */
    public Optional<TicketPlace> after() {
        return after;
    }

    /** Collects what is asked for; each part is checked at once. Not safe for use by several threads. */
    public static final class Builder {
        private Set<StatusCategory> statuses = Set.copyOf(EnumSet.allOf(StatusCategory.class));
        private Set<String> labels = Set.of();
        private Wanted<AgentId> assignee = new Wanted.Anything<>();
        private Wanted<TeamId> team = new Wanted.Anything<>();
        private Set<ContactId> requesters = Set.of();
        private Optional<OrganizationId> organization = Optional.empty();
        private Wanted<String> category = new Wanted.Anything<>();
        private Set<Tag> tags = Set.of();
        private Set<Priority> priorities = Set.of();
        private final Map<FieldKey, FieldValue> fields = new HashMap<>();
        private Optional<Instant> dueBefore = Optional.empty();
        private Optional<Instant> updatedSince = Optional.empty();
        private Optional<Instant> openedSince = Optional.empty();
        private SortedSet<String> words = Collections.emptySortedSet();
        private TextScope textScope = TextScope.ALL;
        private Including spam = Including.WITHOUT;
        private Including snoozed = Including.WITH;
        private TicketSort sort = TicketSort.NUMBER;
        private boolean descending;
        private int limit = DEFAULT_LIMIT;

        private Builder() {}

        /**
         * Asks for status categories.
         *
         * @param anyOf the categories, at least one
         * @return this
         */
        public Builder statuses(Set<StatusCategory> anyOf) {
            this.statuses = Set.copyOf(some("query.statuses", anyOf, StatusCategory.values().length));
            return this;
        }

        /**
         * Asks for status labels.
         *
         * @param anyOf the labels as they are written, at least one and at most {@value TicketQuery#MAX_LABELS}
         * @return this
         */
        public Builder labels(Set<String> anyOf) {
            some("query.labels", anyOf, MAX_LABELS)
                    .forEach(label -> Check.line("query.labels", label, Status.MAX_LENGTH));
            this.labels = Set.copyOf(anyOf);
            return this;
        }

        /**
         * Asks for tickets of an agent.
         *
         * @param agent who works on them
         * @return this
         */
        public Builder assignee(AgentId agent) {
            this.assignee = new Wanted.Exactly<>(agent);
            return this;
        }

        /**
         * Asks for tickets that nobody works on.
         *
         * @return this
         */
        public Builder unassigned() {
            this.assignee = new Wanted.Nothing<>();
            return this;
        }

        /**
         * Asks for tickets of a team.
         *
         * @param which the team
         * @return this
         */
        public Builder team(TeamId which) {
            this.team = new Wanted.Exactly<>(which);
            return this;
        }

        /**
         * Asks for tickets that no team looks after.
         *
         * @return this
         */
        public Builder withoutTeam() {
            this.team = new Wanted.Nothing<>();
            return this;
        }

        /**
         * Asks for tickets of a person, who may have several contact ids.
         *
         * @param anyOf the ids, at least one and at most {@value TicketQuery#MAX_REQUESTERS}
         * @return this
         */
        public Builder requesters(Set<ContactId> anyOf) {
            this.requesters = Set.copyOf(some("query.requesters", anyOf, MAX_REQUESTERS));
            return this;
        }

        /**
         * Asks for tickets of an organization.
         *
         * @param which the organization
         * @return this
         */
        public Builder organization(OrganizationId which) {
            this.organization = Optional.of(which);
            return this;
        }

        /**
         * Asks for a category.
         *
         * @param which one line of at most {@value TicketCommand#MAX_CATEGORY_LENGTH} characters
         * @return this
         */
        public Builder category(String which) {
            this.category =
                    new Wanted.Exactly<>(Check.line("query.category", which, TicketCommand.MAX_CATEGORY_LENGTH));
            return this;
        }

        /**
         * Asks for tickets that are in no category.
         *
         * @return this
         */
        public Builder uncategorized() {
            this.category = new Wanted.Nothing<>();
            return this;
        }

        /**
         * Asks for tags.
         *
         * @param allOf tags that a ticket must have, at least one and at most {@value TicketQuery#MAX_TAGS}
         * @return this
         */
        public Builder tags(Set<Tag> allOf) {
            this.tags = Set.copyOf(some("query.tags", allOf, MAX_TAGS));
            return this;
        }

        /**
         * Asks for priorities.
         *
         * @param anyOf the priorities, at least one
         * @return this
         */
        public Builder priorities(Set<Priority> anyOf) {
            this.priorities = Set.copyOf(some("query.priorities", anyOf, Priority.values().length));
            return this;
        }

        /**
         * Asks for the value of a custom field; of several fields, at most {@value TicketQuery#MAX_FIELDS}, all must match.
         *
         * @param key which field
         * @param value the value that it must have
         * @return this
         */
        public Builder field(FieldKey key, FieldValue value) {
            fields.put(key, value);
            Check.size("query.fields", fields.keySet(), MAX_FIELDS);
            return this;
        }

        /**
         * Asks for tickets that are {@link TicketState#due() due} before an instant.
         *
         * @param instant from {@link TicketQuery#EARLIEST} to {@link TicketQuery#LATEST}
         * @return this
         */
        public Builder dueBefore(Instant instant) {
            this.dueBefore = Optional.of(within("query.dueBefore", instant));
            return this;
        }

        /**
         * Asks for tickets that were updated at an instant or later.
         *
         * @param instant from {@link TicketQuery#EARLIEST} to {@link TicketQuery#LATEST}
         * @return this
         */
        public Builder updatedSince(Instant instant) {
            this.updatedSince = Optional.of(within("query.updatedSince", instant));
            return this;
        }

        /**
         * Asks for tickets that were opened at an instant or later.
         *
         * @param instant from {@link TicketQuery#EARLIEST} to {@link TicketQuery#LATEST}
         * @return this
         */
        public Builder openedSince(Instant instant) {
            this.openedSince = Optional.of(within("query.openedSince", instant));
            return this;
        }

        /**
         * Asks for words, wherever they are: in the subject or in the visible text of any message, internal notes too. For
         * agents; what a customer may search is {@link #text(String, TextScope)} with {@link TextScope#PUBLIC}.
         *
         * @param text as for {@link #text(String, TextScope)}
         * @return this
         */
        public Builder text(String text) {
            return text(text, TextScope.ALL);
        }

        /**
         * Asks for words: each must be the beginning of a word of the subject or of the visible text of a message, not all
         * of them in the same one. Letter case and punctuation do not matter, accents do; of a long text the first
         * {@value SearchWords#MAX_WORDS} words count: see {@link SearchWords}. Messages are found by the ticket that they
         * belong to, also after it was merged into another.
         *
         * @param text at least one and at most {@value TicketQuery#MAX_WORDS} words, in at most
         *     {@value TicketCommand#MAX_SUBJECT_LENGTH} characters
         * @param scope where they are looked for
         * @return this
         */
        public Builder text(String text, TextScope scope) {
            SortedSet<String> asked =
                    SearchWords.asked(Check.length("query.text", text, TicketCommand.MAX_SUBJECT_LENGTH));
            this.words = some("query.text", asked, MAX_WORDS);
            this.textScope = scope;
            return this;
        }

        /**
         * Says whether spam is wanted.
         *
         * @param which {@link Including#WITHOUT} when not set
         * @return this
         */
        public Builder spam(Including which) {
            this.spam = which;
            return this;
        }

        /**
         * Says whether tickets that are put aside are wanted.
         *
         * @param which {@link Including#WITH} when not set
         * @return this
         */
        public Builder snoozed(Including which) {
            this.snoozed = which;
            return this;
        }

        /**
         * Sorts.
         *
         * @param by what they are sorted by, {@link TicketSort#NUMBER} when not set
         * @return this
         */
        public Builder ascending(TicketSort by) {
            this.sort = by;
            this.descending = false;
            return this;
        }

        /**
         * Sorts the other way round.
         *
         * @param by what they are sorted by
         * @return this
         */
        public Builder descending(TicketSort by) {
            this.sort = by;
            this.descending = true;
            return this;
        }

        /**
         * Limits the page.
         *
         * @param most the most tickets on it, 1 to {@value Page#MAX_LIMIT}, {@value TicketQuery#DEFAULT_LIMIT} when not set
         * @return this
         */
        public Builder limit(int most) {
            this.limit = (int) Check.range("query.limit", most, 1, Page.MAX_LIMIT);
            return this;
        }

        /** {@return the query for the first page} */
        public TicketQuery build() {
            return new TicketQuery(this, Optional.empty());
        }

        /** Whoever asks for any of nothing has lost something on the way: finding everything would be the wrong answer. */
        private static <C extends Collection<?>> C some(String field, C values, int most) {
            if (values.isEmpty()) {
                throw new InvalidValueException(field, "is empty, at least one is needed");
            }
            return Check.size(field, values, most);
        }

        private static Instant within(String field, Instant instant) {
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new InvalidValueException(
                        field, "is " + instant + ", it must be from " + EARLIEST + " to " + LATEST);
            }
            return instant.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
