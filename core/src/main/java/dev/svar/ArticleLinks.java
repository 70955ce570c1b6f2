package dev.svar;

import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleText;
import dev.svar.store.TicketState;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to articles: how they are written into replies, and which ones a reply holds. */
final class ArticleLinks {
    private static final String ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";

    /** More links of a reply are not looked at. */
    private static final int MAX_LINKS = 20;

    private final DeskSetup setup;

    ArticleLinks(DeskSetup setup) {
        this.setup = setup;
    }

    String text(Article article, TicketId id) {
        Ticket ticket = setup.store()
                .ticket(setup.tenant(), id)
                .map(TicketState::ticket)
                .orElseThrow(() -> new UnknownTicketException(id.toString()));
        URI base = setup.knowledge()
                .links()
                .orElseThrow(() -> new InvalidValueException("articleLinks", "is not set, nobody could follow a link"));
        if (!KnowledgeBase.isFor(article, ArticleAudience.CUSTOMERS)) {
            throw new InvalidValueException("article", "is not one that customers can read");
        }
        ArticleText text = article.text(ticket.language().orElse(Locale.ENGLISH));
        return text.title() + "\n" + base + article.id();
    }

    /** The articles that a text links to. */
    Set<ArticleId> in(String text) {
        Set<ArticleId> found = new LinkedHashSet<>();
        setup.knowledge().links().ifPresent(base -> {
            Matcher link = Pattern.compile(Pattern.quote(base.toString()) + ID).matcher(text);
            while (link.find() && found.size() < MAX_LINKS) {
                found.add(new ArticleId(UUID.fromString(link.group(1))));
            }
        });
        return found;
    }

    /** A text as the source of a template that says just that. */
    static String liquid(String text) {
        return text.replace("{{", "{{ '{{' }}").replace("{%", "{{ '{%' }}");
    }
}
