package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.Rating;
import dev.svar.ticket.RatingRefusedException;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.time.Instant;
import java.util.Optional;

/** Shows the bearers of rating links the question and takes their answers. */
final class Ratings {
    private final DeskSetup setup;
    private final Desk desk;
    private final Bearers bearers;

    Ratings(DeskSetup setup, Desk desk) {
        this.setup = setup;
        this.desk = desk;
        this.bearers = new Bearers(setup);
    }

    Optional<RatingQuestion> question(String token) {
        Instant now = setup.now();
        return bearers.find(token, AccessRight.RATE, now)
                .map(bearer -> bearer.state().ticket())
                .map(t -> new RatingQuestion(
                        t.number(),
                        t.subject(),
                        t.settledAt().isPresent() && !isTooLate(t, now),
                        t.satisfaction().answer()));
    }

    Optional<Satisfaction.Answer> rate(String token, Rating rating, String comment, Optional<Resolution> how) {
        Instant now = setup.now();
        return bearers.find(token, AccessRight.RATE, now).flatMap(bearer -> {
            Ticket ticket = bearer.state().ticket();
            if (isTooLate(ticket, now)) {
                throw new RatingRefusedException(ticket.number(), RatingRefusedException.Reason.TOO_LATE);
            }
            TicketCommand.Rate command = new TicketCommand.Rate(Actor.customer(bearer.person()), rating, comment, how);
            return desk.execute(ticket.id(), command).satisfaction().answer();
        });
    }

    private boolean isTooLate(Ticket ticket, Instant now) {
        return setup.satisfaction()
                .flatMap(policy -> ticket.settledAt().map(at -> at.plus(policy.open())))
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }
}
