package dev.svar;

import dev.svar.announcement.Mailing;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryReport;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.DeliveryChange;
import dev.svar.store.StoreException;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands deliveries to their transports. The state is committed before and after: a delivery found claimed by an earlier,
 * interrupted hand-over becomes uncertain and is never sent again blindly.
 */
final class HandOvers {
    private static final Logger LOG = LoggerFactory.getLogger(HandOvers.class);

    /** What somebody who does not know what came of a hand-over makes of it. */
    private static final Set<DeliveryState> STILL_OPEN =
            EnumSet.of(DeliveryState.CLAIMED, DeliveryState.UNCERTAIN, DeliveryState.PLANNED);

    private static final String TOO_LATE =
            "waited " + Delivery.LIFETIME.toDays() + " days for a channel that is out of reach: ";

    private final DeskSetup setup;
    private final ChangeWriter writer;
    private final SuppressionList suppressions;
    private final MailingGate gate;
    private final Digests digests;
    private final LastLook lastLook;

    HandOvers(DeskSetup setup, ChangeWriter writer) {
        this.setup = setup;
        this.writer = writer;
        this.suppressions = new SuppressionList(setup);
        this.gate = new MailingGate(setup);
        this.digests = new Digests(setup);
        this.lastLook = new LastLook(setup);
    }

    /** A message that was given to its transport, and what is to be committed of it. */
    record Sent(Claim claim, Delivery claimed, Delivery after, Instant next) {
        WorkResult result() {
            return after.state().waiting() ? new WorkResult.PutOff(claim, next) : new WorkResult.Done(claim);
        }

        /** Whether nothing follows from it for its ticket. */
        boolean isPlain() {
            return after.state() == DeliveryState.ACCEPTED || after.state().waiting();
        }
    }

    void handOver(Claim claim, Instant now) {
        send(claim, now).ifPresent(this::finish);
    }

    /** Sends a message, unless it is not there to be sent any more; then that is all. */
    Optional<Sent> send(Claim claim, Instant now) {
        return Attempts.untilDecided("handing over", () -> sendOnce(claim, now));
    }

    /** Empty if its ticket changed just when it was to be told that the delivery is held back. */
    private Optional<Optional<Sent>> sendOnce(Claim claim, Instant now) {
        Optional<Delivery> found = find(claim);
        Optional<Changes> heldBack = found.filter(delivery -> delivery.state().waiting())
                .flatMap(delivery -> heldBack(delivery, claim, now));
        if (heldBack.isPresent()) {
            return setup.store().commit(heldBack.get()) == CommitResult.STALE
                    ? Optional.empty()
                    : Optional.of(Optional.empty());
        } else if (found.isPresent() && found.get().state().waiting()) {
            Delivery claimed = found.get().claimed(now);
            if (setup.store().commit(begin(found.get(), claimed, claim, now).build()) == CommitResult.COMMITTED) {
                return Optional.of(Optional.of(sent(claimed, claim)));
            }
            LOG.debug("delivery {} is dealt with by somebody else", claimed.id());
        } else if (found.isPresent() && found.get().state() == DeliveryState.CLAIMED) {
            Delivery uncertain = found.get().uncertain("the hand-over was interrupted", now);
            Delivery decided = setup.deliveryRules().decided(uncertain, now);
            finish(new Sent(claim, found.get(), decided, decided.nextAttemptAt()));
        } else {
            setup.store()
                    .commit(Changes.builder(setup.tenant())
                            .workResult(new WorkResult.Done(claim))
                            .build());
        }
        return Optional.of(Optional.empty());
    }

    /** What becomes of a delivery that must not be handed over, now or at all. */
    private Optional<Changes> heldBack(Delivery waiting, Claim claim, Instant now) {
        Optional<Mailing> mailing = gate.mailing(waiting);
        return mailing.flatMap(of -> gate.heldBack(of, waiting, claim, now))
                .or(() -> lastLook.refused(waiting, now)
                        .map(kept -> recording(waiting.state(), kept, Optional.of(new WorkResult.Done(claim)), now)))
                .or(() -> tooLate(waiting, claim, now))
                .or(() -> digests.joined(waiting, claim, now))
                .or(() -> mailing.flatMap(of -> gate.waitsUntil(of, waiting, now))
                        .or(() -> setup.throughput().paces().waitsUntil(waiting, now))
                        .map(until -> putOff(claim, until)));
    }

    /** While its channel is out of reach nothing waits for longer than it would be tried. */
    private Optional<Changes> tooLate(Delivery waiting, Claim claim, Instant now) {
        return setup.throughput()
                .outages()
                .of(waiting.message().to().channel())
                .filter(outage -> waiting.isTooOld(now)
                        || !since(claim, outage).plus(Delivery.LIFETIME).isAfter(now))
                .map(outage -> waiting.failed(outage.code(), TOO_LATE + outage.reason(), now))
                .map(failed -> recording(waiting.state(), failed, Optional.of(new WorkResult.Done(claim)), now));
    }

    /** Since when it waits for its channel: what waited for the desk does not count. */
    private static Instant since(Claim claim, Outage outage) {
        Instant due = claim.work().dueAt();
        return due.isAfter(outage.since()) ? due : outage.since();
    }

    private Changes putOff(Claim claim, Instant until) {
        return Changes.builder(setup.tenant())
                .workResult(new WorkResult.PutOff(claim, until))
                .build();
    }

    /**
     * Sends a message after the outcome of another one was committed together with the beginning of this one.
     *
     * @return empty if that was not possible, and nothing was sent
     */
    Optional<Sent> sendAfter(Sent other, Claim claim, Instant now) {
        if (!other.isPlain()) {
            return Optional.empty();
        }
        Optional<Delivery> claimed = beginWith(other, claim, now);
        return claimed.map(delivery -> sent(delivery, claim));
    }

    private Optional<Delivery> beginWith(Sent other, Claim claim, Instant now) {
        try {
            Optional<Delivery> found = find(claim)
                    .filter(delivery -> delivery.state().waiting()
                            && heldBack(delivery, claim, now).isEmpty());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Delivery claimed = found.get().claimed(now);
            Changes both = begin(found.get(), claimed, claim, now)
                    .addAll(recording(DeliveryState.CLAIMED, other.after(), Optional.of(other.result()), now))
                    .build();
            return setup.store().commit(both) == CommitResult.COMMITTED ? Optional.of(claimed) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.debug("two deliveries are committed one by one", e);
            return Optional.empty();
        }
    }

    private Optional<Delivery> find(Claim claim) {
        DeliveryId id = ((WorkKey.HandOver) claim.work().key()).delivery();
        return setup.store().delivery(setup.tenant(), id);
    }

    private Changes.Builder begin(Delivery waiting, Delivery claimed, Claim claim, Instant now) {
        return Changes.builder(setup.tenant())
                .delivery(new DeliveryChange(waiting.state(), claimed))
                .workResult(new WorkResult.Underway(claim, now.plus(DueWork.LEASE)));
    }

    private Sent sent(Delivery claimed, Claim claim) {
        setup.throughput().mailings().left(claimed.id());
        Transport transport = Optional.ofNullable(
                        setup.transports().get(claimed.message().to().channel()))
                .orElseThrow();
        SendOutcome outcome = send(transport, claimed.message());
        Instant now = setup.now();
        setup.throughput().outages().told(transport.channel(), outcome, now);
        Delivery after = after(claimed, claim, outcome, now);
        Delivery decided =
                after.state() == DeliveryState.UNCERTAIN ? setup.deliveryRules().decided(after, now) : after;
        return new Sent(claim, claimed, decided, next(decided, outcome, now));
    }

    /** Not before the other side wants it, if that is not too long, nor before somebody looks whether it is back. */
    private Instant next(Delivery after, SendOutcome outcome, Instant now) {
        Instant byPauses = after.nextAttemptAt();
        if (outcome instanceof SendOutcome.Deferred deferred && deferred.pause().isPresent()) {
            Instant asked = deferred.pause().get().end(now);
            Instant latest = now.plus(Delivery.LONGEST_PAUSE);
            Instant notBefore = asked.isAfter(latest) ? latest : asked;
            return notBefore.isAfter(byPauses) ? notBefore : byPauses;
        }
        Channel channel = after.message().to().channel();
        return outcome instanceof SendOutcome.Unavailable ? setup.throughput().opensAt(channel, now) : byPauses;
    }

    /** A transport that throws has broken its contract and says nothing about what the other side has. */
    private static SendOutcome send(Transport transport, OutboundMessage message) {
        try {
            return transport.send(message);
        } catch (RuntimeException e) {
            LOG.warn("the transport for {} threw instead of answering", transport.channel(), e);
            return new SendOutcome.Uncertain(
                    "the transport threw " + e.getClass().getName());
        }
    }

    private Delivery after(Delivery claimed, Claim claim, SendOutcome outcome, Instant now) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return claimed.accepted(accepted.reference(), now);
        } else if (outcome instanceof SendOutcome.Deferred deferred) {
            return deferred.throttled()
                    ? claimed.postponed(deferred.code(), deferred.reason(), now, now)
                    : claimed.deferred(deferred.code(), deferred.reason(), now);
        } else if (outcome instanceof SendOutcome.Unavailable gone) {
            Instant since = setup.throughput()
                    .outages()
                    .of(claimed.message().to().channel())
                    .map(outage -> since(claim, outage))
                    .orElse(now);
            return claimed.postponed(gone.code(), gone.reason(), since, now);
        } else if (outcome instanceof SendOutcome.Failed failed) {
            return claimed.failed(failed.code(), failed.reason(), now);
        }
        return claimed.uncertain(((SendOutcome.Uncertain) outcome).reason(), now);
    }

    void finish(Sent sent) {
        Delivery after = sent.after();
        WorkResult result = sent.result();
        Instant now = after.updatedAt();
        Attempts.untilDecided("recording a delivery", () -> {
            CommitResult committed =
                    setup.store().commit(recording(DeliveryState.CLAIMED, after, Optional.of(result), now));
            if (committed == CommitResult.CLAIM_LOST) {
                return settle(sent, now);
            }
            boolean movedOn = committed == CommitResult.STALE && !stillClaimed(after.id());
            if (movedOn) {
                setup.store()
                        .commit(Changes.builder(setup.tenant())
                                .workResult(new WorkResult.Done(result.claim()))
                                .build());
            }
            return committed == CommitResult.STALE && !movedOn ? Optional.empty() : Optional.of(committed);
        });
    }

    /**
     * Somebody took the work over, since this hand-over lasted longer than its lease, and calls it interrupted, is about to, or
     * had it planned again since.
     * What came of it is known after all.
     */
    private Optional<CommitResult> settle(Sent sent, Instant now) {
        Delivery after = sent.after();
        Optional<Delivery> taken = setup.store()
                .delivery(setup.tenant(), after.id())
                .filter(d -> d.attempts() == sent.claimed().attempts() && STILL_OPEN.contains(d.state()));
        boolean known = after.state() != DeliveryState.UNCERTAIN && after.state() != DeliveryState.PLANNED;
        if (taken.isEmpty() || !known) {
            return Optional.of(CommitResult.CLAIM_LOST);
        }
        CommitResult committed =
                setup.store().commit(recording(taken.get().state(), after.knowing(taken.get()), Optional.empty(), now));
        return committed == CommitResult.STALE ? Optional.empty() : Optional.of(committed);
    }

    /** A bounce can arrive before the outcome of the hand-over is recorded; it knows more. */
    private boolean stillClaimed(DeliveryId id) {
        return setup.store()
                .delivery(setup.tenant(), id)
                .filter(d -> d.state() == DeliveryState.CLAIMED)
                .isPresent();
    }

    /** What became of a delivery is recorded even if host code that reacts to it fails. */
    private Changes recording(DeliveryState before, Delivery after, Optional<WorkResult> result, Instant now) {
        try {
            return recording(before, after, result, () -> setup.cascade(now), now);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a reaction to the loss of delivery {} failed", after.id(), e);
            return recording(before, after, result, () -> setup.quietCascade(now), now);
        }
    }

    private Changes recording(
            DeliveryState before,
            Delivery after,
            Optional<WorkResult> result,
            Supplier<Cascade> cascades,
            Instant now) {
        Changes.Builder changes = Changes.builder(setup.tenant()).delivery(new DeliveryChange(before, after));
        result.ifPresent(changes::workResult);
        if (result.isEmpty() && after.state().waiting()) {
            changes.schedule(new Work(WorkKey.HandOver.of(after), after.nextAttemptAt()));
        }
        if (after.state() == DeliveryState.FAILED) {
            DeliveryReport refused = DeliveryReport.bounced(after.code(), after.detail());
            if (refused.kind() == DeliveryReport.Kind.HARD_BOUNCE) {
                suppressions.after(after, refused, now).ifPresent(changes::suppression);
            }
        }
        if (setup.deliveryRules().tells(after)) {
            writer.tellLoss(changes, after, cascades, new People(setup), now);
        }
        return changes.build();
    }
}
