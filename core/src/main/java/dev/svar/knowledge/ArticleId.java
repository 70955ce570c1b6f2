package dev.svar.knowledge;

import java.util.UUID;

/**
 * The id of an article within a tenant.
 *
 * @param value the id
 */
public record ArticleId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
