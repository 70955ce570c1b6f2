package dev.svar;

import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Which earlier letters about a ticket make a new one superfluous: some kinds, while they are not older than a time. */
record Repetition(Set<NotificationKind> kinds, Duration fresh) {
    private static final Duration EVER = Duration.ofDays(36_500);

    static Repetition of(NotificationKind kind) {
        return switch (kind) {
            // Machines that do not say so answer a refusal too.
            case MESSAGE_REFUSED -> new Repetition(Set.of(kind), Duration.ofDays(1));
            case WORKING_ON_IT -> new Repetition(Set.of(kind, NotificationKind.REPLIED), EVER);
            // Many hosts write an answer and set the status in two steps.
            case WAITING_FOR_YOU -> new Repetition(Set.of(kind, NotificationKind.REPLIED), Duration.ofHours(1));
            default -> new Repetition(Set.of(), Duration.ZERO);
        };
    }

    boolean isPossible() {
        return !kinds.isEmpty();
    }

    boolean isOf(Delivery earlier, Address to, Instant now) {
        return earlier.message().to().equals(to)
                && earlier.plannedAt().isAfter(now.minus(fresh))
                && NotificationKind.of(earlier.kind()).filter(kinds::contains).isPresent();
    }
}
