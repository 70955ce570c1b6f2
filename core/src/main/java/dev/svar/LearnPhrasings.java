package dev.svar;

import dev.svar.knowledge.ArticleId;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Learns from solved tickets in which an agent linked an article: so the customer asked for what it answers. */
final class LearnPhrasings {
    /** How many replies are looked at for links, the latest ones. */
    private static final int MAX_REPLIES = 20;

    /** Among so many messages is the customer's first one. */
    private static final int FIRST_MESSAGES = 10;

    /** How many characters of a question are looked at; fewer are kept. */
    private static final int MAX_READ = 10_000;

    private final DeskSetup setup;
    private final ArticleLinks links;
    private final Deflection deflection;
    private final TicketArticles tickets;

    LearnPhrasings(DeskSetup setup, ArticleLinks links) {
        this.setup = setup;
        this.links = links;
        this.deflection = new Deflection(setup);
        this.tickets = new TicketArticles(setup);
    }

    void learn(WorkKey.LearnPhrasing key, Claim claim, Instant now) {
        Attempts.untilDecided("learning from a solved ticket", () -> {
            Changes.Builder changes = Changes.builder(setup.tenant()).workResult(new WorkResult.Done(claim));
            setup.store()
                    .ticket(setup.tenant(), key.ticket())
                    .map(TicketState::ticket)
                    .filter(ticket -> ticket.settledAt().isPresent())
                    .ifPresent(ticket -> learn(changes, ticket, now));
            CommitResult result = setup.store().commit(changes.build());
            return result == CommitResult.STALE ? Optional.empty() : Optional.of(result);
        });
    }

    private void learn(Changes.Builder changes, Ticket ticket, Instant now) {
        Set<ArticleId> linked = new LinkedHashSet<>();
        setup.store()
                .latestMessages(setup.tenant(), ticket.id(), Set.of(MessageRole.REPLY), MAX_REPLIES)
                .forEach(reply -> linked.addAll(links.in(reply.visibleText())));
        if (linked.isEmpty()) {
            return;
        }
        String words = words(ticket);
        linked.forEach(article ->
                deflection.learn(changes, article, words, ticket.language(), Optional.of(ticket.requester()), now));
        changes.unchanged(ticket.id(), ticket.version()); // what is redacted at the same time must not be learned
    }

    /** What a ticket teaches, as it stands. */
    String words(Ticket ticket) {
        Optional<String> first = setup.store().messages(setup.tenant(), ticket.id(), 0, FIRST_MESSAGES).stream()
                .filter(message -> message.role() == MessageRole.CUSTOMER)
                .map(Message::visibleText)
                .findFirst();
        String asked = TicketArticles.cut(ticket.subject() + "\n" + first.orElse(""), MAX_READ);
        return tickets.traces(ticket).cutFrom(asked);
    }
}
