package dev.svar;

import dev.svar.contact.ContactId;
import dev.svar.knowledge.Phrasing;
import dev.svar.message.Message;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that are taken out of a message are taken out of what was learned from it as well. */
final class RedactedWords {
    private static final Pattern SPACE = Pattern.compile("\\s+");

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
     * is never learned; and what the message itself became or came from, for that may hold a part of a passage.
     *
     * @param ticket as it is before the redaction
     */
    Runnable forgetting(Ticket ticket, Message message, Set<String> passages) {
        if (passages.isEmpty()) {
            return () -> {};
        }
        Traces traces = tickets.traces(ticket);
        Set<String> all = passages.stream()
                .flatMap(passage -> Stream.of(passage, traces.cutFrom(passage)))
                .map(RedactedWords::plain)
                .filter(passage -> !passage.isEmpty())
                .collect(Collectors.toSet());
        Predicate<String> holds = text -> all.stream().anyMatch(plain(text)::contains);
        boolean asks = message.role() == MessageRole.CUSTOMER;
        String taught = plain(TicketArticles.cut(phrasings.words(ticket), Phrasing.MAX_WORDS));
        Set<ContactId> people = new HashSet<>(survivors.ids(ticket.requester()));
        ticket.participants().forEach(person -> people.addAll(survivors.ids(person)));
        return () -> deflection.forget(
                people,
                question -> holds.test(question.words())
                        || (asks && question.ticket().equals(Optional.of(ticket.id()))),
                words -> holds.test(words) || (asks && plain(words).equals(taught)));
    }

    private static String plain(String text) {
        return SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
