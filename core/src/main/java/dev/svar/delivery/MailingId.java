package dev.svar.delivery;

import java.util.UUID;

/**
 * The id of a mailing within a tenant: of something that is told to many, apart from any ticket.
 *
 * @param value the id
 */
public record MailingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
