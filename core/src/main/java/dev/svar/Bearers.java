package dev.svar;

import dev.svar.contact.ContactId;
import dev.svar.store.TicketState;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.TicketTokens;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds out which ticket a token opens, and for whom it was issued. */
final class Bearers {
    private final DeskSetup setup;
    private final Merges merges;
    private final Survivors survivors;

    Bearers(DeskSetup setup) {
        this.setup = setup;
        this.merges = new Merges(setup);
        this.survivors = new Survivors(setup);
    }

    /** A ticket that a token opens: the one that goes on, if its own was merged. */
    record Bearer(TicketState state, ContactId person) {}

    Optional<Bearer> find(String token, AccessRight right, Instant now) {
        if (setup.tokens().isEmpty()) {
            return Optional.empty();
        }
        TicketTokens tokens = setup.tokens().get();
        OptionalLong number = tokens.claimedNumber(token);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return setup.store()
                .ticketByNumber(setup.tenant(), number.getAsLong())
                .flatMap(state -> tokens.bearer(token, state.ticket(), right, now)
                        .map(person -> new Bearer(merges.living(state), person)))
                .filter(this::belongs);
    }

    /** Who was taken off the ticket that goes on gets there by no ticket that was merged into it. */
    private boolean belongs(Bearer bearer) {
        return survivors.ids(bearer.person()).stream().anyMatch(bearer.state().ticket()::involves);
    }
}
