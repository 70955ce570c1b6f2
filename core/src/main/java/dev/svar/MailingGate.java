package dev.svar;

import dev.svar.announcement.Mailing;
import dev.svar.delivery.Delivery;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.DeliveryChange;
import dev.svar.store.WorkResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds back deliveries of mailings that stand still or are over. */
final class MailingGate {
    /** After which pause a delivery of a mailing that stands still is looked at again. */
    static final Duration LOOK = Duration.ofMinutes(5);

    private final DeskSetup setup;

    MailingGate(DeskSetup setup) {
        this.setup = setup;
    }

    Optional<Mailing> mailing(Delivery delivery) {
        return delivery.mailing().flatMap(id -> setup.store().mailing(setup.tenant(), id));
    }

    /** What becomes of a delivery that may not be handed over, which is no try; empty if it may be. */
    Optional<Changes> heldBack(Mailing mailing, Delivery waiting, Claim claim, Instant now) {
        return switch (mailing.state()) {
            case PAUSED ->
                Optional.of(Changes.builder(setup.tenant())
                        .workResult(new WorkResult.PutOff(claim, now.plus(LOOK)))
                        .build());
            case CANCELLED ->
                Optional.of(Changes.builder(setup.tenant())
                        .delivery(new DeliveryChange(
                                waiting.state(), waiting.suppressed("the mailing was cancelled", now)))
                        .workResult(new WorkResult.Done(claim))
                        .build());
            case DRAFT, SENDING, DONE -> Optional.<Changes>empty();
        };
    }

    /** Until when a delivery must wait for the pace of its mailing; empty if it may leave now. */
    Optional<Instant> waitsUntil(Mailing mailing, Delivery waiting, Instant now) {
        return setup.throughput()
                .mailings()
                .waitsUntil(waiting, mailing.id(), mailing.order().perMinute(), now);
    }
}
