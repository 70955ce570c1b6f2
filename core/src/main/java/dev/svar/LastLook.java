package dev.svar;

import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.store.Readers;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether a letter that has waited may still go to its address and is still wanted there: one look-up before it is handed over. */
final class LastLook {
    private final DeskSetup setup;
    private final SuppressionList suppressions;
    private final Subscriptions subscriptions;

    LastLook(DeskSetup setup) {
        this.setup = setup;
        this.suppressions = new SuppressionList(setup);
        this.subscriptions = new Subscriptions(setup);
    }

    /** The delivery, suppressed, if it must not be handed over any more. */
    Optional<Delivery> refused(Delivery waiting, Instant now) {
        Address to = waiting.message().to();
        Set<Address> at = suppressions.isAsked(waiting, now) ? Set.of(to) : Set.of();
        Set<NotifiedPerson> reader = subscriptions.isAsked(waiting, now) ? Set.of(NotifiedPerson.of(to)) : Set.of();
        if (at.isEmpty() && reader.isEmpty()) {
            return Optional.empty();
        }
        Readers known = setup.store().readers(setup.tenant(), reader, at);
        return suppressions
                .refused(waiting, known.suppressions(), now)
                .or(() -> subscriptions.refused(waiting, known.preferences(), now));
    }
}
