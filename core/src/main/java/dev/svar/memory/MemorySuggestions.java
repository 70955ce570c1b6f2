package dev.svar.memory;

import dev.svar.contact.ContactId;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.store.SuggestionChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tenant's questions for which articles were suggested. Guarded by the tenant's lock. */
final class MemorySuggestions {
    private static final Comparator<Suggestion> BY_TIME = Comparator.comparing(Suggestion::askedAt)
            .thenComparing(suggestion -> suggestion.id().toString());

    private final Map<SuggestionId, Suggestion> suggestions = new HashMap<>();

    boolean isCurrent(SuggestionChange change) {
        long version = find(change.after().id()).map(Suggestion::version).orElse(0L);
        return version == change.expectedVersion();
    }

    void put(SuggestionChange change) {
        suggestions.put(change.after().id(), change.after());
    }

    Optional<Suggestion> find(SuggestionId id) {
        return Optional.ofNullable(suggestions.get(id));
    }

    List<Suggestion> list(Instant from, Instant to, Optional<Suggestion> after, int limit) {
        return suggestions.values().stream()
                .filter(asked ->
                        !asked.askedAt().isBefore(from) && asked.askedAt().isBefore(to))
                .filter(asked -> after.isEmpty() || BY_TIME.compare(asked, after.get()) > 0)
                .sorted(BY_TIME)
                .limit(limit)
                .toList();
    }

    int drop(Instant before, int limit) {
        List<Suggestion> old = list(Instant.MIN, before, Optional.empty(), limit);
        old.forEach(asked -> suggestions.remove(asked.id()));
        return old.size();
    }

    List<Suggestion> by(ContactId person, int limit) {
        return suggestions.values().stream()
                .filter(asked -> asked.by().filter(person::equals).isPresent())
                .limit(limit)
                .toList();
    }
}
