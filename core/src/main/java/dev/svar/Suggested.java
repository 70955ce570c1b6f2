package dev.svar;

import dev.svar.announcement.Incident;
import dev.svar.knowledge.SuggestionId;
import java.util.List;

/**
 * What to show somebody who is about to ask.
 *
 * @param id the question, for all that comes of it: what is opened, what answers it, {@link NewTicket.Builder#suggestion}
 * @param articles the articles that may answer it, the likeliest first; none rather than such as do not
 * @param incidents what is broken for many and may be what they ask about, the latest first
 */
public record Suggested(SuggestionId id, List<SuggestedArticle> articles, List<Incident> incidents) {
    /** The most incidents. */
    public static final int MAX_INCIDENTS = 3;

    /**
     * Copies.
     *
     * @param id the question
     * @param articles the articles that may answer it, the likeliest first
     * @param incidents what is broken for many and may be what they ask about
     */
    public Suggested {
        articles = List.copyOf(articles);
        incidents = List.copyOf(incidents);
    }
}
