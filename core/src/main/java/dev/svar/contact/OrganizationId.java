package dev.svar.contact;

import java.util.UUID;

/**
 * The id of an organization within a tenant.
 *
 * @param value the id
 */
public record OrganizationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
