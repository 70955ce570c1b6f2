package dev.svar;

import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Commits what a cascade came to. */
final class Commits {
    private final DeskSetup setup;
    private final ChangeWriter writer;

    Commits(DeskSetup setup, ChangeWriter writer) {
        this.setup = setup;
        this.writer = writer;
    }

    /** The ticket as it stands; to be decided on. */
    TicketState required(TicketId ticket) {
        return setup.store()
                .ticket(setup.tenant(), ticket)
                .orElseThrow(() -> new UnknownTicketException(ticket.toString()));
    }

    /** One of the tickets afterwards; empty if the race was lost. */
    Optional<Ticket> commit(Cascade cascade, TicketId wanted, People people, Instant now) {
        return commit(cascade, wanted, people, Changes.builder(setup.tenant()), now);
    }

    /** A ticket with all its timers scheduled anew and nothing changed; empty if the race was lost. */
    Optional<Ticket> rescheduled(TicketState state) {
        Ticket ticket = state.ticket();
        Changes.Builder changes = Changes.builder(setup.tenant()).unchanged(ticket.id(), ticket.version());
        setup.timers().of(state).forEach((key, at) -> changes.schedule(new Work(key, at)));
        return setup.store().commit(changes.build()) == CommitResult.COMMITTED ? Optional.of(ticket) : Optional.empty();
    }

    /** The same with more in the changes than the cascade leads to. */
    Optional<Ticket> commit(Cascade cascade, TicketId wanted, People people, Changes.Builder changes, Instant now) {
        Outcome outcome = cascade.outcome();
        if (outcome.steps().isEmpty()) {
            return Optional.of(outcome.after(wanted).ticket());
        }
        Map<TicketId, TicketState> after = writer.write(changes, outcome, people, now);
        people.fresh().forEach(changes::newContact);
        return setup.store().commit(changes.build()) == CommitResult.COMMITTED
                ? Optional.ofNullable(after.get(wanted)).map(TicketState::ticket)
                : Optional.empty();
    }
}
