package dev.svar.contact;

import java.util.UUID;

/**
 * The id of a contact within a tenant.
 *
 * @param value the id
 */
public record ContactId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
