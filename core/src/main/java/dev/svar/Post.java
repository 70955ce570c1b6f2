package dev.svar;

import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The letters of one commit, beside those that their tickets had before: what is repeated, and what is too much. */
final class Post {
    private final DeskSetup setup;
    private final Outcome outcome;
    private final Instant now;
    private final AnswerRules answers;
    private final Map<TicketId, List<Delivery>> before = new HashMap<>();
    private final List<Letter> letters = new ArrayList<>();

    Post(DeskSetup setup, Outcome outcome, People people, Instant now) {
        this.setup = setup;
        this.outcome = outcome;
        this.now = now;
        this.answers = new AnswerRules(setup, people, now);
    }

    void add(Letter letter) {
        letters.add(letter);
    }

    List<Letter> letters() {
        return List.copyOf(letters);
    }

    /** Whether a letter would only repeat what this address was told about the ticket. */
    boolean repeats(String kind, Address to, Ticket ticket) {
        return NotificationKind.of(kind)
                .map(Repetition::of)
                .filter(repetition -> repetition.isPossible()
                        && before(ticket).stream().anyMatch(earlier -> repetition.isOf(earlier, to, now)))
                .isPresent();
    }

    /** The delivery as it is to be kept: suppressed if there are too many like it. */
    Delivery within(LetterCaps caps, Delivery planned, Ticket ticket, boolean toAgent) {
        if (!planned.message().automatic() || planned.state() != DeliveryState.PLANNED) {
            return planned;
        }
        int most = toAgent ? caps.toAgent() : caps.toCustomer();
        boolean urgent = planned.kind().equals(NotificationKind.SLA_BREACH.template());
        if (!urgent && lately(caps, planned, ticket) >= most) {
            return planned.suppressed(
                    "more than " + most + " automatic letters to this address about the ticket in "
                            + caps.ticketWindow(),
                    now);
        }
        Optional<String> refusal = answers.refusal(planned, ticket);
        if (refusal.isPresent()) {
            return planned.suppressed(refusal.get(), now);
        }
        return setup.breaker().lets(now)
                ? planned
                : planned.suppressed("automatic letters of the desk are stopped, there were too many", now);
    }

    private long lately(LetterCaps caps, Delivery planned, Ticket ticket) {
        Instant since = now.minus(caps.ticketWindow());
        return Stream.concat(before(ticket).stream(), letters.stream().map(Letter::delivery))
                .filter(d -> d.ticket().equals(planned.ticket())
                        && d.message().automatic()
                        && d.message().to().equals(planned.message().to())
                        && d.state() != DeliveryState.SUPPRESSED
                        && d.plannedAt().isAfter(since))
                .count();
    }

    /** The latest letters about a ticket; none about one that comes into being. */
    private List<Delivery> before(Ticket ticket) {
        return outcome.before().containsKey(ticket.id())
                ? before.computeIfAbsent(
                        ticket.id(), id -> setup.store().deliveries(setup.tenant(), id, LetterCaps.MAX_PER_TICKET))
                : List.of();
    }
}
