package dev.svar.ticket;

import java.util.UUID;

/**
 * The id of a message in a ticket. Not the Message-ID header of a mail.
 *
 * @param value the id
 */
public record MessageId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
