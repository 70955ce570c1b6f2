package dev.svar;

import dev.svar.message.Message;
import dev.svar.sla.SlaClocks;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import java.util.Optional;

/**
 * One event of a ticket with what was before and after it: what reactions get to see.
 *
 * @param before the ticket before, or empty for its first event
 * @param after the ticket after
 * @param clocks its clocks after
 * @param event the event
 * @param message the message that the event added, if it added one
 */
public record Step(
        Optional<Ticket> before, Ticket after, SlaClocks clocks, RecordedEvent event, Optional<Message> message) {}
