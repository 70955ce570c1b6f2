package dev.svar.delivery;

import java.util.UUID;

/**
 * The id of a delivery within a tenant.
 *
 * @param value the id
 */
public record DeliveryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
