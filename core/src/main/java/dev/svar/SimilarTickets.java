package dev.svar;

import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import dev.svar.knowledge.SimilarText;
import dev.svar.knowledge.SimilarTexts;
import dev.svar.knowledge.TextIndex;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds tickets that are like another, or like what is being written, by their subjects and first messages: how it was solved
 * the last time, and what is the same thing twice. Spam and what was merged into others is not found, and whatever the index
 * still holds, only what the store says counts. Of a desk without an index nothing is found. Safe for use by any number of threads.
 */
public final class SimilarTickets {
    /** The most tickets that can be asked for. */
    public static final int MAX_LIMIT = 50;

    /** The most characters of a subject or a text that are read. */
    public static final int MAX_READ = SimilarTexts.MAX_READ;

    /** How far apart tickets may have been opened that are the same thing twice. */
    public static final Duration WINDOW = Duration.ofDays(14);

    /** Tickets that have less of what was asked have nothing to do with it. */
    public static final double LEAST_LIKENESS = 0.1;

    /**
     * How much of a ticket another one of the same person must have. Of questions that ask for the same in other words four in five
     * are so much alike, of those that ask for something else one in thirty.
     */
    public static final double SAME_PERSON_LIKENESS = 0.2;

    /** How many words of both must be the same, of all that one of them has, so that they say almost the same. */
    public static final double SAME_WORDS = 0.8;

    /** What has less of the other cannot say almost the same. */
    private static final double WORTH_READING = 0.5;

    private static final Comparator<SimilarTicket> DUPLICATES_FIRST = Comparator.comparing(
                    (SimilarTicket similar) -> similar.duplicate().isEmpty())
            .thenComparing(Comparator.comparingDouble(SimilarTicket::likeness).reversed())
            .thenComparing(similar -> similar.ticket().number().value());

    private final DeskSetup setup;
    private final TicketFeed feed;
    private final CustomerViews customers;
    private final TicketWords words;
    private final Survivors survivors;
    private final Merges merges;

    SimilarTickets(DeskSetup setup, TicketFeed feed, CustomerViews customers) {
        this.setup = setup;
        this.feed = feed;
        this.customers = customers;
        this.words = new TicketWords(setup);
        this.survivors = new Survivors(setup);
        this.merges = new Merges(setup);
    }

    /**
     * Finds tickets that are like one.
     *
     * @param ticket which
     * @param maySee which tickets whoever asks may see; the others are passed over. Never a customer: they are shown
     *     {@link #ownOf}
     * @param limit the most, 1 to {@value #MAX_LIMIT}
     * @return of the {@value SimilarTexts#MAX_LIMIT} likest of the desk and those that the same person opened lately: first what
     *     may be the very same thing, then the others, each the likest first; none below {@link #LEAST_LIKENESS}
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.knowledge.SearchIndexException if the index cannot be read now
     */
    public List<SimilarTicket> to(TicketId ticket, Predicate<Ticket> maySee, int limit) {
        int most = checked(limit);
        TicketState state = setup.store()
                .ticket(setup.tenant(), ticket)
                .orElseThrow(() -> new UnknownTicketException(ticket.toString()));
        Ticket asked = state.ticket();
        Set<TicketId> itself =
                new HashSet<>(List.of(asked.id(), merges.living(state).ticket().id()));
        Asked question = new Asked(cut(words.of(asked)), survivors.ids(asked.requester()), asked.openedAt(), itself);
        return found(question, maySee, most);
    }

    /**
     * Finds tickets that may be about the very thing that one is about, to be merged with it.
     *
     * @param ticket which
     * @param maySee which tickets whoever asks may see
     * @return those of {@link #to} that have a {@link SimilarTicket#duplicate}; at most {@value #MAX_LIMIT}
     * @throws UnknownTicketException if there is no such ticket
     * @throws dev.svar.knowledge.SearchIndexException if the index cannot be read now
     */
    public List<SimilarTicket> duplicatesOf(TicketId ticket, Predicate<Ticket> maySee) {
        return to(ticket, maySee, MAX_LIMIT).stream()
                .filter(similar -> similar.duplicate().isPresent())
                .toList();
    }

    /**
     * Finds tickets that are like what an agent is about to open for a customer, who is perhaps on the telephone.
     *
     * @param subject the subject so far, of any length
     * @param text what they say so far, of any length
     * @param requester for whom, if the agent knows
     * @param maySee which tickets the agent may see
     * @param limit the most, 1 to {@value #MAX_LIMIT}
     * @return the tickets, as {@link #to} finds and orders them
     * @throws dev.svar.knowledge.SearchIndexException if the index cannot be read now
     */
    public List<SimilarTicket> toDraft(
            String subject, String text, Optional<ContactId> requester, Predicate<Ticket> maySee, int limit) {
        int most = checked(limit);
        Asked question = new Asked(
                cut(TicketWords.together(cut(subject), cut(text))),
                requester.map(survivors::ids).orElse(Set.of()),
                setup.now(),
                Set.of());
        return found(question, maySee, most);
    }

    /**
     * Finds the tickets of a customer that are like what they are about to write, to be shown before they send it: perhaps they
     * asked already.
     *
     * @param customer who writes
     * @param text what they wrote so far, of any length
     * @param limit the most, 1 to {@value #MAX_LIMIT}
     * @return their own tickets as they see them, of the latest {@value SimilarTexts#MAX_LIMIT} that they opened, the likest first;
     *     none that is less alike than {@link #SAME_PERSON_LIKENESS}
     * @throws dev.svar.knowledge.SearchIndexException if the index cannot be read now
     */
    public List<CustomerView> ownOf(ContactId customer, String text, int limit) {
        int most = checked(limit);
        TicketQuery own = latestOf(survivors.ids(customer)).build();
        return setup.knowledge().tickets().map(index -> compared(index, cut(text), own)).orElse(List.of()).stream()
                .filter(similar -> similar.likeness() >= SAME_PERSON_LIKENESS)
                .flatMap(similar -> id(similar).flatMap(id -> customers.view(id, customer)).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    /**
     * Brings the desk's own index of tickets up to date: {@link HelpDesk#runDue} does so each time, so this is for a first index of
     * many tickets, and for tests. Each node has an index of its own and looks at the same tickets, so there is nothing to claim.
     *
     * @param limit how many tickets to look at, from 1; some more are
     * @return how many were taken in or dropped
     * @throws dev.svar.knowledge.SearchIndexException if the index cannot be written now
     */
    public int index(int limit) {
        return feed.run((int) Check.range("limit", limit, 1, Integer.MAX_VALUE));
    }

    /**
     * Builds the index anew from all tickets, in this thread. Meanwhile questions are answered from the index as it was.
     *
     * @throws dev.svar.knowledge.SearchIndexException if it cannot be written; it stays as it was
     */
    public void rebuild() {
        feed.rebuild();
    }

    /** What tickets are compared with: no ticket of these ids is what is looked for. */
    private record Asked(String text, Set<ContactId> people, Instant at, Set<TicketId> itself) {}

    private List<SimilarTicket> found(Asked asked, Predicate<Ticket> maySee, int limit) {
        Optional<TextIndex> index = setup.knowledge().tickets();
        if (index.isEmpty()) {
            return List.of();
        }
        Map<TicketId, Double> likeness = new HashMap<>();
        index.get()
                .like(setup.tenant(), asked.text(), SimilarTexts.MAX_LIMIT)
                .forEach(similar -> id(similar).ifPresent(id -> likeness.put(id, similar.likeness())));
        ofSamePeople(index.get(), asked)
                .forEach(similar -> id(similar).ifPresent(id -> likeness.put(id, similar.likeness())));
        likeness.keySet().removeAll(asked.itself());
        return byId(likeness.keySet()).stream()
                .map(TicketState::ticket)
                .filter(ticket -> TicketWords.areCompared(ticket) && maySee.test(ticket))
                .map(ticket -> ofSamePerson(asked, ticket, likeness.getOrDefault(ticket.id(), 0.0)))
                .filter(similar -> similar.likeness() >= LEAST_LIKENESS)
                .map(similar -> similar.duplicate().isPresent() ? similar : withSameWords(asked, similar))
                .sorted(DUPLICATES_FIRST)
                .limit(limit)
                .toList();
    }

    private List<SimilarText> ofSamePeople(TextIndex index, Asked asked) {
        if (asked.people().isEmpty()) {
            return List.of();
        }
        TicketQuery lately =
                latestOf(asked.people()).openedSince(asked.at().minus(WINDOW)).build();
        return compared(index, asked.text(), lately);
    }

    private List<SimilarText> compared(TextIndex index, String text, TicketQuery query) {
        Set<String> ids = setup.store().tickets(setup.tenant(), query).items().stream()
                .map(state -> state.ticket().id().toString())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? List.of() : index.like(setup.tenant(), text, ids);
    }

    private static TicketQuery.Builder latestOf(Set<ContactId> people) {
        Set<ContactId> some = people.stream().limit(TicketQuery.MAX_REQUESTERS).collect(Collectors.toSet());
        return TicketQuery.builder()
                .requesters(some)
                .descending(TicketSort.OPENED)
                .limit(SimilarTexts.MAX_LIMIT);
    }

    private Collection<TicketState> byId(Set<TicketId> ids) {
        return setup.store().ticketsById(setup.tenant(), ids).values();
    }

    private static SimilarTicket ofSamePerson(Asked asked, Ticket ticket, double likeness) {
        boolean twice = mayBeTheSame(asked, ticket)
                && asked.people().contains(ticket.requester())
                && likeness >= SAME_PERSON_LIKENESS;
        return new SimilarTicket(
                ticket, likeness, twice ? Optional.of(DuplicateSign.SAME_REQUESTER) : Optional.empty());
    }

    private SimilarTicket withSameWords(Asked asked, SimilarTicket similar) {
        Ticket ticket = similar.ticket();
        boolean same = mayBeTheSame(asked, ticket)
                && similar.likeness() >= WORTH_READING
                && SameWords.share(asked.text(), cut(words.of(ticket))) >= SAME_WORDS;
        return same ? new SimilarTicket(ticket, similar.likeness(), Optional.of(DuplicateSign.SAME_WORDS)) : similar;
    }

    private static boolean mayBeTheSame(Asked asked, Ticket ticket) {
        return ticket.status().category() != StatusCategory.CLOSED
                && Duration.between(asked.at(), ticket.openedAt()).abs().compareTo(WINDOW) <= 0;
    }

    /** The index may be another desk's. */
    private static Optional<TicketId> id(SimilarText similar) {
        try {
            return Optional.of(new TicketId(UUID.fromString(similar.id())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return TicketArticles.cut(text, MAX_READ);
    }

    private static int checked(int limit) {
        return (int) Check.range("limit", limit, 1, MAX_LIMIT);
    }
}
