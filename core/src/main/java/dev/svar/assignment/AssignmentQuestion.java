package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.TicketCommand;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who should get a ticket: what is known of the ticket, and the pool of people to choose from. At first the pool is the
 * team of the ticket, or all teams if it has none; a strategy may narrow it and ask another. Whoever is {@link #present}
 * is there and within working hours.
 *
 * <p>What host and store know is read when a strategy asks for it, and remembered for the question: ask a new one each
 * time. Safe for use by several threads.
 */
public final class AssignmentQuestion {
    private final Builder asked;
    private final Remembered known;
    private final Pool pool;

    private AssignmentQuestion(Builder asked, Remembered known, Pool pool) {
        this.asked = asked;
        this.known = known;
        this.pool = pool;
    }

    private AssignmentQuestion over(Pool other) {
        return new AssignmentQuestion(asked, known, other);
    }

    /**
     * Starts a question about a ticket of normal priority of which nothing else is known.
     *
     * @param roster the teams
     * @param presence who is there
     * @param facts what the store of the ticket's tenant knows
     * @param requester who asks for help
     * @param now when
     * @return a builder
     */
    public static Builder builder(
            Roster roster, Presence presence, AssignmentFacts facts, ContactId requester, Instant now) {
        return new Builder(roster, presence, facts, requester, now);
    }

    /** {@return the teams of the desk} */
    public Roster roster() {
        return asked.roster;
    }

    /** {@return who asks for help} */
    public ContactId requester() {
        return asked.requester;
    }

    /** {@return when it is asked} */
    public Instant now() {
        return asked.now;
    }

    /** {@return what the ticket is about, if known} */
    public Optional<String> category() {
        return asked.category;
    }

    /** {@return the customer's language, if known} */
    public Optional<Locale> language() {
        return asked.language;
    }

    /** {@return how urgent the ticket is} */
    public Priority priority() {
        return asked.priority;
    }

    /** {@return the team of the ticket, if it has one} */
    public Optional<TeamId> team() {
        return asked.team;
    }

    /** {@return the teams of the pool with a member who fits, open or not, in the order of the roster} */
    public List<Team> teams() {
        return pool.teams();
    }

    /** {@return those of {@link #teams} that work now} */
    public List<Team> openTeams() {
        return pool.openTeams();
    }

    /** {@return the earliest opening of those of {@link #teams} that do not work now} */
    public Optional<Instant> nextOpening() {
        return pool.nextOpening(team -> true);
    }

    /** {@return who fits, belongs to an open team and is available; in the order of teams and members, each once} */
    public List<AgentProfile> present() {
        return pool.present();
    }

    /**
     * Whether one agent is {@link #present}.
     *
     * @param agent the agent
     * @return true if the ticket can go to this agent now
     */
    public boolean isPresent(AgentId agent) {
        return pool.openTeamOf(agent).isPresent() && pool.available(agent);
    }

    /**
     * Who answered the customer last, on any ticket. May read from the store.
     *
     * @return the agent, in the pool or not; empty if nobody has yet
     */
    public Optional<AgentId> lastServedBy() {
        return known.lastServedBy(requester());
    }

    /**
     * How many open tickets agents have. May read from the store, once for all that are given.
     *
     * @param agents whose
     * @return the number for each of them
     */
    public Map<AgentId, Integer> openTickets(Collection<AgentProfile> agents) {
        return known.openTickets(agents.stream().map(AgentProfile::agent).collect(Collectors.toSet()));
    }

    /**
     * Whose turn it is. If there is anything to choose it draws a turn of the rotation that the strategy has over this
     * pool. Over many questions with the same candidates each gets as many turns as any other, or one more.
     *
     * @param strategy the name of the strategy, a word or a few
     * @param candidates who takes turns, in order; at least one
     * @return one of them
     * @throws InvalidValueException if there is none, or the name of the rotation would be longer than
     *     {@value AssignmentFacts#MAX_ROTATION_LENGTH} characters
     */
    public AgentProfile inTurn(String strategy, List<AgentProfile> candidates) {
        if (candidates.isEmpty()) {
            throw new InvalidValueException("candidates", "is empty, a turn needs at least one");
        }
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        String rotation = Check.line("rotation", strategy + " of " + pool, AssignmentFacts.MAX_ROTATION_LENGTH);
        return candidates.get(Math.floorMod(known.nextTurn(rotation), candidates.size()));
    }

    /**
     * The same question among those of a kind, who have rotations of their own.
     *
     * @param kind what they have in common, such as {@code speaks sv}; always the same words for the same kind, since they
     *     name the rotation
     * @param fit whether somebody is of that kind
     * @return a question
     */
    public AssignmentQuestion among(String kind, Predicate<AgentProfile> fit) {
        return over(pool.among(kind, fit));
    }

    /**
     * The same question as if some were not available. Rotations stay those of all.
     *
     * @param agents who gets nothing this time
     * @return a question
     */
    public AssignmentQuestion passingOver(Set<AgentId> agents) {
        return over(pool.passingOver(agents));
    }

    /**
     * The same question within one team.
     *
     * @param team which team
     * @return a question
     * @throws UnknownTeamException if the roster has no such team
     */
    public AssignmentQuestion within(TeamId team) {
        return over(pool.within(team));
    }

    /** {@return the same question over all teams, also if the ticket has one} */
    public AssignmentQuestion acrossTeams() {
        return over(pool.acrossTeams());
    }

    /**
     * The answer that an agent gets it. A ticket keeps the team that it has; otherwise it goes to the first open one of
     * the agent.
     *
     * @param agent one of {@link #present}
     * @param reasons why
     * @return the answer
     * @throws InvalidValueException if the agent is not present, or there is no reason
     */
    public AssignmentAnswer answer(AgentId agent, List<String> reasons) {
        Team open = pool.openTeamOf(agent)
                .filter(team -> pool.available(agent))
                .orElseThrow(() -> new InvalidValueException(
                        "answer.agent", "is " + agent + ", who is not present now (" + pool + ")"));
        return AssignmentAnswer.toAgent(agent, team().orElse(open.id()), reasons);
    }

    /** {@return the answer when nobody is present: why, and when the next team opens} */
    public AssignmentAnswer nobodyPresent() {
        Optional<Instant> opening = nextOpening();
        String reason;
        if (teams().isEmpty()) {
            reason = "nobody";
        } else if (openTeams().isEmpty()) {
            reason = opening.map(at -> "closed until " + at).orElse("closed for good");
        } else {
            reason = "0 of " + pool.onDuty().size() + " available";
        }
        return AssignmentAnswer.nobody(opening, List.of(pool + ": " + reason));
    }

    Pool pool() {
        return pool;
    }

    /** Collects what is known of a ticket. Not safe for use by several threads. */
    public static final class Builder {
        private final Roster roster;
        private final Presence presence;
        private final AssignmentFacts facts;
        private final ContactId requester;
        private final Instant now;
        private Optional<String> category = Optional.empty();
        private Optional<Locale> language = Optional.empty();
        private Priority priority = Priority.NORMAL;
        private Optional<TeamId> team = Optional.empty();

        private Builder(Roster roster, Presence presence, AssignmentFacts facts, ContactId requester, Instant now) {
            this.roster = roster;
            this.presence = presence;
            this.facts = facts;
            this.requester = requester;
            this.now = now;
        }

        private Builder(Builder other) {
            this(other.roster, other.presence, other.facts, other.requester, other.now);
            this.category = other.category;
            this.language = other.language;
            this.priority = other.priority;
            this.team = other.team;
        }

        /**
         * Sets what the ticket is about.
         *
         * @param category the category, if known; one line of at most {@value TicketCommand#MAX_CATEGORY_LENGTH} characters
         * @return this
         * @throws InvalidValueException if it is longer or not a line
         */
        public Builder category(Optional<String> category) {
            category.ifPresent(c -> Check.line("category", c, TicketCommand.MAX_CATEGORY_LENGTH));
            this.category = category;
            return this;
        }

        /**
         * Sets the customer's language.
         *
         * @param language the language, if known; a locale that names none counts as unknown
         * @return this
         */
        public Builder language(Optional<Locale> language) {
            this.language = language.filter(l -> !l.getLanguage().isEmpty());
            return this;
        }

        /**
         * Sets how urgent the ticket is.
         *
         * @param priority the priority, {@link Priority#NORMAL} when not set
         * @return this
         */
        public Builder priority(Priority priority) {
            this.priority = priority;
            return this;
        }

        /**
         * Sets the team of the ticket.
         *
         * @param team the team, if it has one
         * @return this
         * @throws UnknownTeamException if the roster has no such team
         */
        public Builder team(Optional<TeamId> team) {
            team.filter(id -> roster.team(id).isEmpty()).ifPresent(id -> {
                throw new UnknownTeamException(id);
            });
            this.team = team;
            return this;
        }

        /** {@return the question} */
        public AssignmentQuestion build() {
            Remembered known = new Remembered(presence, facts);
            Pool all = Pool.ofAllTeams(roster, known, now);
            return new AssignmentQuestion(
                    new Builder(this), known, team.map(all::within).orElse(all));
        }
    }
}
