package dev.svar;

import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingProgress;
import dev.svar.announcement.MailingState;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.MailingChange;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans mailings, batch by batch: each is one commit of deliveries, of the place where the next one begins and of the work
 * that plans it. The ids of deliveries follow from the mailing and the address, so nobody is planned twice, in whatever
 * spelling and however often a batch is begun again.
 */
final class MailingPlans {
    /** The most recipients that one commit plans. */
    static final int BATCH = 500;

    /** How far ahead of the hand-overs a mailing is planned, so that a pause or an end leaves little that waits. */
    static final Duration AHEAD = Duration.ofMinutes(2);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DeskSetup setup;
    private final MailingBatches batches;
    private final MailingLetters letters;

    MailingPlans(DeskSetup setup) {
        this.setup = setup;
        this.batches = new MailingBatches(setup);
        this.letters = new MailingLetters(setup);
    }

    void plan(WorkKey.PlanMailing key, Claim claim, Instant now) {
        Attempts.untilDecided("planning a mailing", () -> {
            Changes.Builder changes = Changes.builder(setup.tenant());
            setup.store()
                    .mailing(setup.tenant(), key.mailing())
                    .filter(mailing -> mailing.state() == MailingState.SENDING)
                    .ifPresentOrElse(
                            mailing -> planned(mailing, claim, changes, now),
                            () -> changes.workResult(new WorkResult.Done(claim)));
            CommitResult result = setup.store().commit(changes.build());
            return result == CommitResult.STALE ? Optional.empty() : Optional.of(result);
        });
    }

    /** One that was planned to its end before it was paused has nothing more to plan. */
    private void planned(Mailing mailing, Claim claim, Changes.Builder changes, Instant now) {
        if (mailing.progress().ended()) {
            changes.mailing(new MailingChange(mailing.version(), mailing.planned(mailing.progress(), now)));
            changes.workResult(new WorkResult.Done(claim));
        } else {
            batch(mailing, claim, changes, now);
        }
    }

    private void batch(Mailing mailing, Claim claim, Changes.Builder changes, Instant now) {
        int perMinute = mailing.order().perMinute();
        int limit = (int) Math.min(BATCH, perMinute * AHEAD.toMinutes());
        MailingBatches.Batch batch = batches.next(mailing, limit);
        Map<DeliveryId, MailingBatches.Reader> fresh = fresh(mailing, batch.readers());
        Duration step = MINUTE.dividedBy(perMinute);
        long place = mailing.progress().planned();
        Instant slot = later(mailing.progress().nextSlot(), now);
        for (Map.Entry<DeliveryId, MailingBatches.Reader> one : fresh.entrySet()) {
            MailingBatches.Reader reader = one.getValue();
            Delivery delivery =
                    letters.write(mailing, one.getKey(), reader.person(), reader.at(), reader.reason(), now);
            changes.newDelivery(delivery);
            if (delivery.state().waiting()) {
                Channel channel = delivery.message().to().channel();
                Instant due = reader.wish().dueOfMany(channel, slot, step.multipliedBy(place));
                changes.schedule(new Work(WorkKey.HandOver.of(delivery), micros(due)));
                slot = slot.plus(step);
                place++;
            }
        }
        MailingProgress before = mailing.progress();
        MailingProgress after = new MailingProgress(
                batch.next().or(before::cursor),
                batch.next().isEmpty(),
                before.planned() + fresh.size(),
                before.repeated() + batch.readers().size() - fresh.size(),
                before.unreachable() + batch.unreachable(),
                micros(slot));
        changes.mailing(new MailingChange(mailing.version(), mailing.planned(after, now)));
        changes.workResult(
                after.ended()
                        ? new WorkResult.Done(claim)
                        : new WorkResult.PutOff(claim, later(after.nextSlot().minus(AHEAD.dividedBy(2)), now)));
    }

    /** Those who have no delivery of this mailing yet, each once, in order. */
    private Map<DeliveryId, MailingBatches.Reader> fresh(Mailing mailing, List<MailingBatches.Reader> readers) {
        Map<DeliveryId, MailingBatches.Reader> fresh = new LinkedHashMap<>();
        readers.forEach(
                reader -> fresh.putIfAbsent(mailing.deliveryTo(reader.at().value()), reader));
        if (!fresh.isEmpty()) {
            Set<DeliveryId> known = setup.store().knownDeliveries(setup.tenant(), Set.copyOf(fresh.keySet()));
            fresh.keySet().removeAll(new ArrayList<>(known));
        }
        return fresh;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Stores keep microseconds. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
