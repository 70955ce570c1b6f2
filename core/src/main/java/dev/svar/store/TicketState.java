package dev.svar.store;

import dev.svar.sla.SlaClocks;
import dev.svar.ticket.Ticket;

/**
 * A ticket with its clocks: what one version of it is.
 *
 * @param ticket the ticket
 * @param clocks its clocks
 */
public record TicketState(Ticket ticket, SlaClocks clocks) {}
