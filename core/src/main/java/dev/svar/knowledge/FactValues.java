package dev.svar.knowledge;

import dev.svar.error.Check;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks facts by name. */
final class FactValues {
    private FactValues() {}

    static Map<String, Set<String>> copyOf(String field, Map<String, Set<String>> facts) {
        Check.range(field, facts.size(), 0, SearchableArticle.MAX_LABELS);
        Map<String, Set<String>> copy = new TreeMap<>();
        facts.forEach((name, values) -> {
            Check.line(field, name, SearchableArticle.MAX_LABEL);
            Check.size(field, values, SearchableArticle.MAX_LABELS);
            values.forEach(value -> Check.line(field, value, SearchableArticle.MAX_LABEL));
            copy.put(name, Set.copyOf(values));
        });
        return Map.copyOf(copy);
    }
}
