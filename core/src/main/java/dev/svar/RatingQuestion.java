package dev.svar;

import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.TicketNumber;
import java.util.Optional;

/**
 * What the page behind a rating link shows.
 *
 * @param ticket the number of the ticket
 * @param subject its subject
 * @param open whether an answer is taken now
 * @param answer what was said before, if something was
 */
public record RatingQuestion(TicketNumber ticket, String subject, boolean open, Optional<Satisfaction.Answer> answer) {}
