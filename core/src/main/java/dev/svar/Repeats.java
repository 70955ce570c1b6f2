package dev.svar;

import dev.svar.LoopCaps.Cap;
import dev.svar.contact.Contact;
import dev.svar.message.InboundMessage;
import dev.svar.message.Message;
import dev.svar.store.Including;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells machines that say the same again and again, whatever their headers say: a person may ask twice, who opens one ticket
 * after the other with the very same words is a machine.
 */
final class Repeats {
    private final DeskSetup setup;

    Repeats(DeskSetup setup) {
        this.setup = setup;
    }

    /**
     * What was said too often.
     *
     * @param latest the latest ticket that says it
     * @param reason why the message is not taken for a person's
     */
    record Repeat(TicketState latest, String reason) {}

    Optional<Repeat> of(InboundMessage message, Contact sender, Instant now) {
        List<Cap> caps = setup.answers().caps().sameWords();
        Optional<Duration> longest = LoopCaps.longest(caps);
        if (longest.isEmpty()) {
            return Optional.empty();
        }
        String said = text(message);
        List<TicketState> same = latest(sender, now.minus(longest.get())).stream()
                .filter(state -> state.ticket().subject().equals(Intake.subject(message))
                        && opening(state).filter(said::equals).isPresent())
                .toList();
        List<Instant> opened = same.stream().map(s -> s.ticket().openedAt()).toList();
        return caps.stream()
                .filter(cap -> cap.isReached(opened, now))
                .findFirst()
                .map(cap -> new Repeat(same.get(0), cap.excess("messages of its sender say the same")));
    }

    private String text(InboundMessage message) {
        return setup.tokens()
                .map(tokens -> tokens.redacted(message.visibleText(), setup.tenant()))
                .orElse(message.visibleText());
    }

    private List<TicketState> latest(Contact sender, Instant since) {
        TicketQuery query = TicketQuery.builder()
                .requesters(Set.of(sender.id()))
                .openedSince(since)
                .spam(Including.WITH)
                .descending(TicketSort.OPENED)
                .limit(LoopCaps.MAX_OF_SENDER)
                .build();
        return setup.store().tickets(setup.tenant(), query).items();
    }

    /** What the ticket was opened with, unless so much was written since that nobody takes it for a repetition. */
    private Optional<String> opening(TicketState state) {
        return setup
                .store()
                .latestMessages(setup.tenant(), state.ticket().id(), Set.of(MessageRole.CUSTOMER), 1)
                .stream()
                .findFirst()
                .map(Message::visibleText);
    }
}
