package dev.svar;

import dev.svar.announcement.Mailing;
import dev.svar.delivery.Delivery;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.DeliveryChange;
import dev.svar.store.MailingChange;
import dev.svar.store.WorkResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Keeps mailings to their pace, over all nodes together and whatever made many of their letters due at once: a pause, an outage, a
 * server that wants to be left alone, a night, a list of addresses that is sent to again. A letter leaves only when its work is due
 * for the place that it has in the line of its mailing. It is planned with one; whoever comes without, or too late for it, gets
 * another at the end. The place of a letter and the end of the line are in the store and change in one commit, so no two letters
 * get the same.
 */
final class MailingLines {
    /** How much later than the place that it was planned for a letter may leave, so that one that is a moment late keeps it. */
    static final Duration SLACK = Duration.ofSeconds(10);

    /** How much later than another place, so that all leave also where due work is done once a minute. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A letter whose work is claimed. */
    record Claimed(Claim claim, Delivery letter) {
        /** Whether it is this letter's turn, which is not long past. */
        boolean hasTurn(Instant now) {
            Instant due = claim.work().dueAt();
            Duration late = letter.updatedAt().equals(letter.plannedAt()) ? SLACK : PATIENCE;
            return letter.place().filter(due::equals).isPresent()
                    && !due.plus(late).isBefore(now);
        }

        /** Its turn comes then, whatever became of its old place. */
        void putOff(Instant turn, Changes.Builder changes, Instant now) {
            Instant place = turn.truncatedTo(ChronoUnit.MICROS);
            changes.delivery(new DeliveryChange(letter.state(), letter.placed(place, now)))
                    .workResult(new WorkResult.PutOff(claim, place));
        }
    }

    private MailingLines() {}

    /** Gives letters of one mailing the next places, now or later. */
    static Changes places(Mailing mailing, List<Claimed> letters, Instant now) {
        Changes.Builder changes = Changes.builder(mailing.tenant());
        Duration step = MINUTE.dividedBy(mailing.order().perMinute());
        Instant end = mailing.progress().nextSlot();
        Instant next = end.isAfter(now) ? end : now;
        for (Claimed letter : letters) {
            letter.putOff(next, changes, now);
            next = next.plus(step);
        }
        Mailing after = mailing.placedUntil(next.truncatedTo(ChronoUnit.MICROS), now);
        return changes.mailing(new MailingChange(mailing.version(), after)).build();
    }
}
