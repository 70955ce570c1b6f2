package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.message.Message;
import dev.svar.sla.SlaClock;
import dev.svar.store.Including;
import dev.svar.store.TextScope;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;

/** Tickets and queries of few different values, so that they meet. */
final class RandomTickets {
    private static final List<String> WORDS = List.of(
            "betaling",
            "Betalt",
            "BETAL",
            "kort",
            "kortet",
            "Ærlig",
            "STRASSE",
            "ﬁnne",
            "é",
            "2026",
            "日本語",
            "日本",
            "本語",
            "𐌰𐌱",
            "!");
    private static final List<Status> STATUSES = List.of(
            Status.NEW,
            Status.OPEN,
            new Status("hos Ola", StatusCategory.OPEN),
            Status.PENDING,
            Status.ON_HOLD,
            Status.SOLVED,
            Status.CLOSED,
            Status.MERGED);
    private static final List<FieldValue> VALUES =
            List.of(FieldValue.of("1"), FieldValue.of(1), FieldValue.of(true), FieldValue.choice("1"));
    private static final int SECONDS = 6;

    private final Random random;

    RandomTickets(long seed) {
        this.random = new Random(seed);
    }

    /** Sets every part that can change anew. */
    void change(SketchedTicket ticket) {
        ticket.subject = text(4);
        ticket.status = any(STATUSES);
        ticket.priority = any(List.of(Priority.values()));
        ticket.assignee = maybe(agent());
        ticket.team = maybe(new TeamId("team" + random.nextInt(3)));
        ticket.category = maybe("category" + random.nextInt(3));
        ticket.tags = someOf(3, i -> tag());
        ticket.fields = random.nextBoolean() ? Map.of() : Map.of(key(), any(VALUES));
        ticket.spam = random.nextInt(6) == 0;
        ticket.snoozedUntil = random.nextInt(4) == 0 ? Optional.of(NOW) : Optional.empty();
        ticket.updatedAt = instant();
        ticket.clocks = random.nextInt(3) == 0
                ? List.of()
                : List.of(SketchedTicket.clock(
                        SlaTarget.RESOLUTION, any(List.of(SlaClock.State.values())), instant(), Set.of()));
    }

    private String text(int most) {
        return String.join(" ", someOf(most, i -> any(WORDS))) + ".";
    }

    /** What somebody says now and then about a ticket as it is. */
    Optional<Message> message(SketchedTicket ticket, Samples samples) {
        Ticket now = ticket.state().ticket();
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(samples.message(
                        now.id(), now.version(), any(List.of(MessageRole.values())), text(6), Optional.empty()));
    }

    /** Sets what never changes as well. */
    SketchedTicket open(SketchedTicket ticket) {
        change(ticket);
        ticket.requester = contact();
        ticket.organization = maybe(organization());
        ticket.openedAt = instant();
        return ticket;
    }

    /** Asks for two things or so. */
    TicketQuery query() {
        TicketQuery.Builder query =
                TicketQuery.builder().spam(any(List.of(Including.values()))).limit(1 + random.nextInt(9));
        for (int i = random.nextInt(4); i > 0; i--) {
            ask(query);
        }
        TicketSort sort = any(List.of(TicketSort.values()));
        return (random.nextBoolean() ? query.ascending(sort) : query.descending(sort)).build();
    }

    private void ask(TicketQuery.Builder query) {
        switch (random.nextInt(18)) {
            case 0, 1 -> query.statuses(atLeastOne(3, i -> any(STATUSES).category()));
            case 2 -> query.labels(atLeastOne(2, i -> any(STATUSES).label()));
            case 3 -> query.assignee(agent());
            case 4 -> query.unassigned();
            case 5 -> query.team(new TeamId("team" + random.nextInt(3)));
            case 6 -> query.withoutTeam();
            case 7 -> query.requesters(atLeastOne(3, i -> contact()));
            case 8 -> query.organization(organization());
            case 9 -> query.category("category" + random.nextInt(3));
            case 10 -> query.uncategorized();
            case 11 -> query.tags(atLeastOne(2, i -> tag()));
            case 12 -> query.priorities(atLeastOne(2, i -> any(List.of(Priority.values()))));
            case 13 -> query.field(key(), any(VALUES));
            case 14 -> query.text(words());
            case 15 -> query.text(words(), any(List.of(TextScope.values())));
            case 16 -> query.snoozed(any(List.of(Including.values())));
            default -> askForTime(query);
        }
    }

    private String words() {
        return String.join(" ", atLeastOne(3, i -> any(WORDS.subList(0, WORDS.size() - 1))));
    }

    private void askForTime(TicketQuery.Builder query) {
        switch (random.nextInt(3)) {
            case 0 -> query.dueBefore(instant());
            case 1 -> query.updatedSince(instant());
            default -> query.openedSince(instant());
        }
    }

    private <T> Set<T> atLeastOne(int most, IntFunction<T> value) {
        Set<T> some = new HashSet<>(someOf(most - 1, value));
        some.add(value.apply(most));
        return some;
    }

    private <T> Set<T> someOf(int most, IntFunction<T> value) {
        Set<T> some = new HashSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(value.apply(i));
        }
        return some;
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private AgentId agent() {
        return new AgentId("agent" + random.nextInt(3));
    }

    private ContactId contact() {
        return new ContactId(new UUID(1, random.nextInt(5)));
    }

    private OrganizationId organization() {
        return new OrganizationId(new UUID(2, random.nextInt(3)));
    }

    private Tag tag() {
        return new Tag("tag" + random.nextInt(3));
    }

    private FieldKey key() {
        return new FieldKey("field" + random.nextInt(2));
    }

    private Instant instant() {
        return NOW.plusSeconds(random.nextInt(SECONDS));
    }
}
