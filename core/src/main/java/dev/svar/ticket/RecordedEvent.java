package dev.svar.ticket;

import dev.svar.contact.Actor;
import dev.svar.contact.Channel;
import java.time.Instant;

/**
 * An event in its place in a ticket's history.
 *
 * @param ticket the ticket
 * @param sequence the place, from 1 without gaps; the ticket's version after it
 * @param at when, not before the event before it
 * @param by who did it: a customer, an agent, or the rule that led to it
 * @param via through which channel the wish came; {@link Channel#HOST} for agents in the host's screens and for rules
 * @param event what happened
 */
public record RecordedEvent(TicketId ticket, long sequence, Instant at, Actor by, Channel via, TicketEvent event) {}
