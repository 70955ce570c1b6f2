package dev.svar;

import dev.svar.contact.ContactId;
import dev.svar.knowledge.Phrasing;
import dev.svar.message.Message;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Words that are taken out of a message are taken out of what was learned from it as well. */
final class RedactedWords {
    private final Deflection deflection;
    private final LearnPhrasings phrasings;
    private final TicketArticles tickets;
    private final Survivors survivors;

    RedactedWords(DeskSetup setup, LearnPhrasings phrasings) {
        this.deflection = new Deflection(setup);
        this.phrasings = phrasings;
        this.tickets = new TicketArticles(setup);
        this.survivors = new Survivors(setup);
    }

    /**
     * Forgets, of the people of the ticket, the questions and phrasings in which a passage stands, as it is or without what
     * is never learned, and the phrasings of nobody in which a longer one stands; and what the message itself became or came
     * from, for that may hold a part of a passage.
     *
     * @param ticket as it is before the redaction
     */
    Runnable forgetting(Ticket ticket, Message message, Set<String> passages) {
        if (passages.isEmpty()) {
            return () -> {};
        }
        RedactedPassages redacted = new RedactedPassages(passages, tickets.traces(ticket));
        boolean asks = message.role() == MessageRole.CUSTOMER;
        String taught = RedactedPassages.plain(TicketArticles.cut(phrasings.words(ticket), Phrasing.MAX_WORDS));
        Predicate<Phrasing> became =
                words -> asks && RedactedPassages.plain(words.words()).equals(taught);
        Set<ContactId> people = new HashSet<>(survivors.ids(ticket.requester()));
        ticket.participants().forEach(person -> people.addAll(survivors.ids(person)));
        return () -> deflection.forget(
                people,
                question -> redacted.standIn(question.words())
                        || (asks && question.ticket().equals(Optional.of(ticket.id()))),
                words -> redacted.standIn(words.words()) || became.test(words),
                words -> redacted.tellIn(words.words()) || became.test(words));
    }
}
