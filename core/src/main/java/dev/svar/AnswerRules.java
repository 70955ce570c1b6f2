package dev.svar;

import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.store.Including;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says whether a mail is answered automatically once more, by how often that was done lately and by nothing the mail says. */
final class AnswerRules {
    /** Not all of a sender's latest tickets came by mail. */
    private static final int LATEST = 2 * LoopCaps.MAX_OF_SENDER;

    private final DeskSetup setup;
    private final People people;
    private final Instant now;

    AnswerRules(DeskSetup setup, People people, Instant now) {
        this.setup = setup;
        this.people = people;
        this.now = now;
    }

    /** Why this letter is one answer too many; empty if it is none or may be sent. */
    Optional<String> refusal(Delivery planned, Ticket ticket) {
        Optional<NotificationKind> kind = NotificationKind.of(planned.kind())
                .filter(NotificationKind::receipt)
                .filter(k -> planned.message().to().channel().equals(Channel.MAIL));
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        boolean opened = kind.get() == NotificationKind.ACKNOWLEDGED;
        if (opened && !ticket.channel().equals(Channel.MAIL)) {
            return Optional.empty();
        }
        return (opened ? ofSender(ticket) : Optional.<String>empty())
                .or(() -> setup.answers().refusal(planned.message().to().domain(), now));
    }

    private Optional<String> ofSender(Ticket ticket) {
        List<LoopCaps.Cap> caps = setup.answers().caps().toSender();
        Optional<Duration> longest = LoopCaps.longest(caps);
        boolean stranger =
                people.find(ticket.requester()).filter(people::isFresh).isPresent();
        if (longest.isEmpty() || stranger) {
            return Optional.empty();
        }
        List<Instant> opened = opened(ticket, now.minus(longest.get()));
        return caps.stream()
                .filter(cap -> cap.isReached(opened, now))
                .findFirst()
                .map(cap -> cap.excess("automatic answers to this sender"));
    }

    private List<Instant> opened(Ticket ticket, Instant since) {
        TicketQuery query = TicketQuery.builder()
                .requesters(Set.of(ticket.requester()))
                .openedSince(since)
                .spam(Including.WITH)
                .descending(TicketSort.OPENED)
                .limit(LATEST)
                .build();
        return setup.store().tickets(setup.tenant(), query).items().stream()
                .map(TicketState::ticket)
                .filter(other ->
                        !other.id().equals(ticket.id()) && other.channel().equals(Channel.MAIL))
                .map(Ticket::openedAt)
                .toList();
    }
}
