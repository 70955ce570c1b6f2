package dev.svar.store;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: questions for which articles were suggested, and what came of them. Changed by {@link DeskStore#commit} only. */
public interface Suggestions {
    /**
     * Finds a question.
     *
     * @param tenant whose
     * @param id its id
     * @return the question and what came of it
     */
    Optional<Suggestion> suggestion(TenantId tenant, SuggestionId id);

    /**
     * Lists the questions of a time.
     *
     * @param tenant whose
     * @param from only those that were asked then or later
     * @param to only those that were asked before
     * @param after the last one of the page before
     * @param limit the most
     * @return the questions in the order of when they were asked, then of their ids' text
     */
    List<Suggestion> suggestions(TenantId tenant, Instant from, Instant to, Optional<Suggestion> after, int limit);

    /**
     * Finds questions that somebody asked.
     *
     * @param tenant whose
     * @param by who asked
     * @param limit the most
     * @return some of them, in no order
     */
    List<Suggestion> suggestionsBy(TenantId tenant, ContactId by, int limit);

    /**
     * Drops questions that are too old to be kept, at once, beside all commits. Whoever changes one at the same time finds that
     * there is none, or it stays.
     *
     * @param tenant whose
     * @param before only those that were asked before
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}; the oldest go first
     * @return how many were dropped; fewer than the limit if there are no more
     * @throws dev.svar.error.InvalidValueException if the limit is another number
     */
    int dropSuggestions(TenantId tenant, Instant before, int limit);
}
