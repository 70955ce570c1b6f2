package dev.svar.ticket;

import java.util.UUID;

/**
 * The id of a ticket within a tenant. People see the {@link TicketNumber} instead.
 *
 * @param value the id
 */
public record TicketId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
