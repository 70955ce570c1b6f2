package dev.svar;

import dev.svar.ticket.Ticket;
import java.util.Optional;

/**
 * A ticket that is like another, or like what somebody is about to write.
 *
 * @param ticket the ticket as it stands
 * @param likeness how much it has of the other, weighed by how rare that is among all tickets, from 0 to 1
 * @param duplicate why it may be about the very same; never for one that is closed, since nothing is merged into it
 */
public record SimilarTicket(Ticket ticket, double likeness, Optional<DuplicateSign> duplicate) {}
