package dev.svar;

import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleText;
import dev.svar.message.Message;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Makes articles of the answers that solved tickets. */
final class TicketArticles {
    private final DeskSetup setup;
    private final Survivors survivors;

    TicketArticles(DeskSetup setup) {
        this.setup = setup;
        this.survivors = new Survivors(setup);
    }

    /** A draft that is not stored yet. */
    Article draft(TicketId id, String section, AgentId by, Instant now) {
        Ticket ticket = setup.store()
                .ticket(setup.tenant(), id)
                .map(TicketState::ticket)
                .orElseThrow(() -> new UnknownTicketException(id.toString()));
        if (ticket.settledAt().isEmpty()) {
            throw new InvalidValueException("ticket", "is not solved, its answer is not known yet");
        }
        Message answer = setup.store().latestMessages(setup.tenant(), id, Set.of(MessageRole.REPLY), 1).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("ticket", "has no reply that could be an article"));
        Traces traces = traces(ticket);
        String answered = cut(answer.visibleText(), ArticleText.MAX_BODY);
        String body = cut(traces.removedFrom(answered).strip(), ArticleText.MAX_BODY);
        String title = cut(traces.removedFrom(ticket.subject()).strip(), ArticleText.MAX_TITLE);
        Locale language = setup.languages().detect(body).or(ticket::language).orElse(Locale.ENGLISH);
        return Article.draft(
                        new ArticleId(setup.ids().get()),
                        setup.tenant(),
                        section,
                        ArticleText.of(language, title, body),
                        by,
                        now)
                .from(id);
    }

    /** What tells whom a ticket is about. */
    Traces traces(Ticket ticket) {
        return new Traces(setup, people(ticket), Set.of(ticket.number().toString()));
    }

    /** Everybody on the customer's side, under all names that they had. */
    private List<Contact> people(Ticket ticket) {
        return Stream.concat(Stream.of(ticket.requester()), ticket.participants().stream())
                .flatMap(id -> survivors.ids(id).stream())
                .distinct()
                .flatMap((ContactId id) -> survivors.unresolved(id).stream())
                .toList();
    }

    /** The beginning of a text, which ends with a whole character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
