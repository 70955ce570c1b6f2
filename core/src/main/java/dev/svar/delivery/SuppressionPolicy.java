package dev.svar.delivery;

import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryReport.Kind;
import dev.svar.delivery.Suppression.Cause;
import dev.svar.error.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When an address is no longer written to, and for how long. Pure. Immutable. */
public final class SuppressionPolicy {
    private final int bounces;
    private final Duration within;
    private final Map<Cause, Duration> lasting;
    private final Set<String> exempt;

    private SuppressionPolicy(int bounces, Duration within, Map<Cause, Duration> lasting, Set<String> exempt) {
        this.bounces = bounces;
        this.within = within;
        this.lasting = Map.copyOf(lasting);
        this.exempt = Set.copyOf(exempt);
    }

    /**
     * After a hard bounce for 90 days, after three soft bounces within seven days for 14 days, after a complaint for ever; no
     * kind is exempt.
     *
     * @return that policy
     */
    public static SuppressionPolicy standard() {
        Map<Cause, Duration> lasting =
                Map.of(Cause.HARD_BOUNCE, Duration.ofDays(90), Cause.SOFT_BOUNCES, Duration.ofDays(14));
        return new SuppressionPolicy(3, Duration.ofDays(7), lasting, Set.of());
    }

    /**
     * Sets after how many soft bounces an address is not written to.
     *
     * @param number how many, from 1 to {@value Suppression#MAX_SOFT_BOUNCES}
     * @param span within how long
     * @return such a policy
     */
    public SuppressionPolicy softBounces(int number, Duration span) {
        int checked = (int) Check.range("suppression.softBounces", number, 1, Suppression.MAX_SOFT_BOUNCES);
        return new SuppressionPolicy(checked, Check.positive("suppression.within", span), lasting, exempt);
    }

    /**
     * Sets for how long an address is not written to.
     *
     * @param cause after what
     * @param span how long, or empty for ever
     * @return such a policy
     */
    public SuppressionPolicy lasting(Cause cause, Optional<Duration> span) {
        Map<Cause, Duration> other = new EnumMap<>(Cause.class);
        other.putAll(lasting);
        other.remove(cause);
        span.ifPresent(duration -> other.put(cause, Check.positive("suppression.lasting", duration)));
        return new SuppressionPolicy(bounces, within, other, exempt);
    }

    /**
     * Names kinds of deliveries that are sent all the same, for example an answer that somebody waits for.
     *
     * @param kinds their names, beside those named before
     * @return such a policy
     */
    public SuppressionPolicy exempting(String... kinds) {
        Set<String> all = new HashSet<>(exempt);
        all.addAll(List.of(kinds));
        return new SuppressionPolicy(bounces, within, lasting, all);
    }

    /**
     * Whether a delivery is sent whatever is known against its recipient's address.
     *
     * @param kind its kind
     * @return true if the kind is exempt
     */
    public boolean exempts(String kind) {
        return exempt.contains(kind);
    }

    /**
     * What is known against an address after a report.
     *
     * @param known what was known before
     * @param delivery the delivery that the report is about
     * @param report the report
     * @param now when
     * @return what is known then; empty if nothing is new: the message arrived, or what was known lasts longer
     */
    public Optional<Suppression> after(
            Optional<Suppression> known, Delivery delivery, DeliveryReport report, Instant now) {
        if (report.kind() == Kind.DELIVERED) {
            return Optional.empty();
        }
        Suppression fresh = report.kind() == Kind.SOFT_BOUNCE
                ? afterSoftBounce(known, delivery, report, now)
                : new Suppression(
                        delivery.tenant(),
                        delivery.message().to(),
                        report.kind() == Kind.HARD_BOUNCE ? Cause.HARD_BOUNCE : Cause.COMPLAINT,
                        said(report),
                        List.of(),
                        now,
                        end(report.kind() == Kind.HARD_BOUNCE ? Cause.HARD_BOUNCE : Cause.COMPLAINT, now),
                        Optional.of(delivery.id()),
                        next(known));
        return known.filter(k -> k.holds(now) && !endsEarlier(k, fresh)).isPresent()
                ? Optional.empty()
                : Optional.of(fresh);
    }

    /**
     * What a person says against an address.
     *
     * @param known what was known before
     * @param tenant whose
     * @param address which
     * @param said why, for people to read
     * @param now when
     * @return what is known then; it lasts as {@link #lasting} says of {@link Cause#MANUAL}, for ever when not set
     */
    public Suppression manual(Optional<Suppression> known, TenantId tenant, Address address, String said, Instant now) {
        return new Suppression(
                tenant,
                address,
                Cause.MANUAL,
                said,
                List.of(),
                now,
                end(Cause.MANUAL, now),
                Optional.empty(),
                next(known));
    }

    private Suppression afterSoftBounce(
            Optional<Suppression> known, Delivery delivery, DeliveryReport report, Instant now) {
        List<Instant> times = new ArrayList<>(known.map(Suppression::softBounces).orElse(List.of()).stream()
                .filter(at -> at.isAfter(now.minus(within)))
                .toList());
        times.add(now);
        boolean enough = times.size() >= bounces;
        return new Suppression(
                delivery.tenant(),
                delivery.message().to(),
                Cause.SOFT_BOUNCES,
                said(report),
                times.subList(Math.max(0, times.size() - bounces), times.size()),
                now,
                enough ? end(Cause.SOFT_BOUNCES, now) : Optional.of(now),
                Optional.of(delivery.id()),
                next(known));
    }

    private Optional<Instant> end(Cause cause, Instant now) {
        return Optional.ofNullable(lasting.get(cause)).map(now::plus);
    }

    private static boolean endsEarlier(Suppression known, Suppression fresh) {
        return known.until()
                .map(end -> fresh.until().map(end::isBefore).orElse(true))
                .orElse(false);
    }

    private static long next(Optional<Suppression> known) {
        return known.map(Suppression::version).orElse(0L) + 1;
    }

    private static String said(DeliveryReport report) {
        return (report.code() + " " + report.said()).strip();
    }
}
