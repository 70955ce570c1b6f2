package dev.svar;

import dev.svar.delivery.Delivery;
import dev.svar.delivery.Resend;
import dev.svar.delivery.SuppressionPolicy;
import dev.svar.delivery.UncertainPolicy;
import java.time.Instant;
import java.util.Map;

/** What the host has decided about deliveries. */
record DeliveryRules(
        SuppressionPolicy suppression, UncertainPolicy uncertain, Map<String, UncertainPolicy> uncertainByKind) {

    /** What becomes of a delivery of which nobody knows whether it was taken: it stays so, or is planned once more. */
    Delivery decided(Delivery uncertain, Instant now) {
        boolean again = of(uncertain.kind()) == UncertainPolicy.RESEND
                && !uncertain.resentByPolicy()
                && uncertain.resends().size() < Delivery.MAX_RESENDS;
        return again ? uncertain.resent(Resend.BY_POLICY, now) : uncertain;
    }

    /** Whether a ticket is told that somebody did not get something, or perhaps did not. */
    boolean tells(Delivery delivery) {
        return switch (delivery.state()) {
            case FAILED, BOUNCED -> true;
            case UNCERTAIN -> of(delivery.kind()) != UncertainPolicy.HOLD;
            case SUPPRESSED -> !delivery.message().automatic();
            case PLANNED, CLAIMED, ACCEPTED, DEFERRED, DELIVERED, JOINED -> false;
        };
    }

    private UncertainPolicy of(String kind) {
        return uncertainByKind.getOrDefault(kind, uncertain);
    }
}
