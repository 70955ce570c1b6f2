package dev.svar.knowledge;

import java.util.UUID;

/**
 * The id of a question for which articles were suggested, within a tenant.
 *
 * @param value the id
 */
public record SuggestionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
