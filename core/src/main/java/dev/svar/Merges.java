package dev.svar;

import dev.svar.store.TicketState;
import dev.svar.ticket.Absorbed;
import dev.svar.ticket.MergeRecord;
import java.util.Optional;

/** Finds the ticket that goes on for one that was merged. */
final class Merges {
    private final DeskSetup setup;

    Merges(DeskSetup setup) {
        this.setup = setup;
    }

    /** The ticket itself, or the one that it was merged into, directly or through others. */
    TicketState living(TicketState state) {
        TicketState now = state;
        for (int i = 0; i <= Absorbed.MAX_MERGED; i++) {
            Optional<MergeRecord> merge = now.ticket().merge();
            if (merge.isEmpty()) {
                return now;
            }
            now = setup.store()
                    .ticket(setup.tenant(), merge.get().into())
                    .orElseThrow(() -> new IllegalStateException("merged into a ticket that is not there"));
        }
        throw new IllegalStateException(state.ticket().number() + " was merged in a ring");
    }
}
