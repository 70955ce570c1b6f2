package dev.svar;

import dev.svar.announcement.MailingState;
import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryKey;
import dev.svar.delivery.DeliveryReport;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.Suppression;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeliveryChange;
import dev.svar.store.StoreException;
import dev.svar.store.SuppressionChange;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes of deliveries after their hand-over: what channels report of them and what people decide about them. */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final DeskSetup setup;
    private final ChangeWriter writer;
    private final SuppressionList suppressions;

    Ledger(DeskSetup setup, ChangeWriter writer) {
        this.setup = setup;
        this.writer = writer;
        this.suppressions = new SuppressionList(setup);
    }

    /** The delivery as it stands after the report; empty if the desk has none of that name. */
    Optional<Delivery> reported(DeliveryKey key, DeliveryReport report) {
        return Attempts.untilDecided("taking a report", () -> {
            Optional<Delivery> found = find(key);
            return found.isEmpty() ? Optional.of(found) : taken(found.get(), report, setup.now());
        });
    }

    private Optional<Optional<Delivery>> taken(Delivery before, DeliveryReport report, Instant now) {
        Optional<Delivery> after = before.reported(report, now);
        boolean complaint = report.kind() == DeliveryReport.Kind.COMPLAINT && before.attempts() > 0;
        if (after.isEmpty() && !complaint) {
            return Optional.of(Optional.of(before));
        }
        Changes.Builder changes = Changes.builder(setup.tenant());
        suppressions.after(before, report, now).ifPresent(changes::suppression);
        after.ifPresent(d -> changes.delivery(new DeliveryChange(before.state(), d)));
        after.filter(setup.deliveryRules()::tells).ifPresent(lost -> tell(changes, lost, now));
        return setup.store().commit(changes.build()) == CommitResult.COMMITTED
                ? Optional.of(Optional.of(after.orElse(before)))
                : Optional.empty();
    }

    /** What became of a delivery is recorded even if host code that reacts to it fails. */
    private void tell(Changes.Builder changes, Delivery lost, Instant now) {
        Changes.Builder told = Changes.builder(setup.tenant());
        try {
            writer.tellLoss(told, lost, () -> setup.cascade(now), new People(setup), now);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a reaction to the loss of delivery {} failed", lost.id(), e);
            told = Changes.builder(setup.tenant());
            writer.tellLoss(told, lost, () -> setup.quietCascade(now), new People(setup), now);
        }
        changes.addAll(told.build());
    }

    private Optional<Delivery> find(DeliveryKey key) {
        if (key instanceof DeliveryKey.ById byId) {
            return setup.store().delivery(setup.tenant(), byId.id());
        } else if (key instanceof DeliveryKey.ByMessageId byMessage) {
            return setup.store().deliveryOf(setup.tenant(), byMessage.messageId());
        }
        DeliveryKey.ByReference by = (DeliveryKey.ByReference) key;
        return setup.store().deliveryByReference(setup.tenant(), by.channel(), by.reference());
    }

    ResendAnswer resend(DeliveryId id, String why) {
        return Attempts.untilDecided("sending again", () -> resendOnce(id, why, setup.now()));
    }

    private Optional<ResendAnswer> resendOnce(DeliveryId id, String why, Instant now) {
        Optional<Delivery> found = setup.store().delivery(setup.tenant(), id);
        if (found.isEmpty()) {
            return Optional.of(ResendAnswer.UNKNOWN);
        }
        Delivery before = found.get();
        if (before.state().waiting() || before.state() == DeliveryState.CLAIMED) {
            return Optional.of(ResendAnswer.UNDERWAY);
        } else if (before.state() == DeliveryState.ACCEPTED
                || before.state() == DeliveryState.DELIVERED
                || before.state() == DeliveryState.JOINED) {
            return Optional.of(ResendAnswer.TAKEN);
        } else if (before.state() == DeliveryState.FAILED
                && before.attempts() == 0
                && before.resends().isEmpty()) {
            return Optional.of(ResendAnswer.NEVER_WRITTEN);
        } else if (before.resends().size() >= Delivery.MAX_RESENDS) {
            return Optional.of(ResendAnswer.TOO_OFTEN);
        } else if (isCancelled(before) || suppressions.against(before, now).isPresent()) {
            return Optional.of(ResendAnswer.SUPPRESSED);
        }
        Delivery again = before.resent(why, now);
        CommitResult committed = setup.store()
                .commit(Changes.builder(setup.tenant())
                        .delivery(new DeliveryChange(before.state(), again))
                        .schedule(new Work(WorkKey.HandOver.of(again), now))
                        .build());
        return committed == CommitResult.COMMITTED ? Optional.of(ResendAnswer.RESENT) : Optional.empty();
    }

    private boolean isCancelled(Delivery delivery) {
        return delivery.mailing()
                .flatMap(mailing -> setup.store().mailing(setup.tenant(), mailing))
                .filter(mailing -> mailing.state() == MailingState.CANCELLED)
                .isPresent();
    }

    ResendPage resend(MailingId mailing, Set<DeliveryState> states, Optional<DeliveryId> after, int limit, String why) {
        List<Delivery> page = setup.store().deliveries(setup.tenant(), mailing, states, after, limit);
        Map<ResendAnswer, Integer> answers = new EnumMap<>(ResendAnswer.class);
        page.forEach(delivery -> answers.merge(resend(delivery.id(), why), 1, Integer::sum));
        return new ResendPage(
                answers,
                page.size() < limit
                        ? Optional.empty()
                        : Optional.of(page.get(page.size() - 1).id()));
    }

    Suppression suppress(Address address, String said) {
        return Attempts.untilDecided("suppressing an address", () -> {
            Suppression after = setup.deliveryRules()
                    .suppression()
                    .manual(suppressions.known(address), setup.tenant(), address, said, setup.now());
            return commit(SuppressionChange.to(after)) ? Optional.of(after) : Optional.empty();
        });
    }

    boolean unsuppress(Address address) {
        return Attempts.untilDecided("suppressing an address no more", () -> {
            Optional<Suppression> known = suppressions.known(address);
            return known.isEmpty() || commit(SuppressionChange.removing(known.get()))
                    ? Optional.of(known.isPresent())
                    : Optional.empty();
        });
    }

    private boolean commit(SuppressionChange change) {
        return setup.store()
                        .commit(Changes.builder(setup.tenant())
                                .suppression(change)
                                .build())
                == CommitResult.COMMITTED;
    }
}
