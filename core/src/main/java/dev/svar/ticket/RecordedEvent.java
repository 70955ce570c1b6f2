package dev.svar.ticket;

import dev.svar.contact.Actor;
import java.time.Instant;

/**
 * An event in its place in a ticket's history.
 *
 * @param ticket the ticket
 * @param sequence the place, from 1 without gaps; the ticket's version after it
 * @param at when
 * @param by who did it
 * @param event what happened
 */
public record RecordedEvent(TicketId ticket, long sequence, Instant at, Actor by, TicketEvent event) {}
