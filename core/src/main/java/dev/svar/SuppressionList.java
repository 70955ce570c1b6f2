package dev.svar;

import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryReport;
import dev.svar.delivery.Suppression;
import dev.svar.store.SuppressionChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is not to be written to: asked when a delivery is planned, and again before it is handed over. */
final class SuppressionList {
    /** For how long the answer when a delivery was planned is good for its first hand-over. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private final DeskSetup setup;

    SuppressionList(DeskSetup setup) {
        this.setup = setup;
    }

    /** The letters, those of them suppressed whose recipient is not to be written to, as far as is known of them. */
    List<Letter> applied(List<Letter> written, Map<Address, Suppression> known, Instant now) {
        return written.stream()
                .map(letter -> new Letter(against(letter.delivery(), known, now), letter.due()))
                .toList();
    }

    private Delivery against(Delivery planned, Map<Address, Suppression> known, Instant now) {
        return Optional.ofNullable(known.get(planned.message().to()))
                .filter(s -> isMeant(planned) && s.holds(now))
                .map(s -> planned.suppressed(s.reason(), now))
                .orElse(planned);
    }

    /** Letters about tickets were asked for when they were planned, those of a mailing only at their hand-over. */
    boolean isAsked(Delivery waiting, Instant now) {
        boolean fresh = waiting.mailing().isEmpty()
                && waiting.attempts() == 0
                && waiting.plannedAt().plus(FRESH).isAfter(now);
        return !fresh && isMeant(waiting);
    }

    /** The delivery, suppressed, if by what is known it must not be handed over any more. */
    Optional<Delivery> refused(Delivery waiting, Map<Address, Suppression> known, Instant now) {
        return Optional.ofNullable(known.get(waiting.message().to()))
                .filter(s -> s.holds(now))
                .map(s -> waiting.suppressed(s.reason(), now));
    }

    /** What keeps a delivery from being sent. */
    Optional<Suppression> against(Delivery delivery, Instant now) {
        return setup.deliveryRules().suppression().exempts(delivery.kind())
                ? Optional.empty()
                : known(delivery.message().to()).filter(s -> s.holds(now));
    }

    /** What is known against an address after a report, to be committed with what the report makes of the delivery. */
    Optional<SuppressionChange> after(Delivery delivery, DeliveryReport report, Instant now) {
        return report.kind() == DeliveryReport.Kind.DELIVERED
                ? Optional.empty()
                : setup.deliveryRules()
                        .suppression()
                        .after(known(delivery.message().to()), delivery, report, now)
                        .map(SuppressionChange::to);
    }

    Optional<Suppression> known(Address address) {
        return Optional.ofNullable(
                setup.store().suppressions(setup.tenant(), Set.of(address)).get(address));
    }

    private boolean isMeant(Delivery delivery) {
        return delivery.state().waiting()
                && !setup.deliveryRules().suppression().exempts(delivery.kind());
    }
}
