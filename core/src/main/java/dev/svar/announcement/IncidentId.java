package dev.svar.announcement;

import java.util.UUID;

/**
 * The id of an incident within a tenant.
 *
 * @param value the id
 */
public record IncidentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
