package dev.svar.mail;

import dev.svar.ContentionException;
import dev.svar.error.SvarException;
import dev.svar.message.Disposition;
import dev.svar.store.StoreException;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what waits in a mailbox, one message after the other: first the desk commits it, then the ledger moves on, then it is
 * acknowledged on the server. A message that fails holds up those behind it until it has failed too often; then it is set
 * aside.
 */
final class FetchLoop {
    private static final Logger LOG = LoggerFactory.getLogger(FetchLoop.class);

    private final String name;
    private final String mailbox;
    private final MailIntake intake;
    private final FetchLedger ledger;

    FetchLoop(MailInbox inbox, MailIntake intake, FetchLedger ledger) {
        this.name = inbox.toString();
        this.mailbox = inbox.id();
        this.intake = intake;
        this.ledger = ledger;
    }

    <M> FetchRun run(OpenMailbox<M> box, FetchTurn turn, int limit, BooleanSupplier stopped) throws MessagingException {
        MailRow<M> waiting = box.waiting(turn);
        int taken = 0;
        int setAside = 0;
        while (taken < limit && waiting.hasNext() && !stopped.getAsBoolean() && turn.renew()) {
            Waiting<M> next = waiting.next();
            boolean mayHaveFailed = taken == 0 || turn.isAfterADeath() || !box.keepsOrder();
            Tries before = mayHaveFailed ? turn.tries(next.id()) : Tries.NONE;
            int despair = ledger.despair(before);
            Fate fate = despair > 0 ? setAside(box, turn, next, before, despair) : take(box, turn, next, before);
            if (!box.taken(turn, next, fate)) {
                break;
            }
            ledger.lastError(mailbox, Optional.empty());
            if (turn.isAfterADeath() || !before.equals(Tries.NONE)) {
                turn.tried(next.id(), Tries.NONE);
            }
            taken++;
            setAside += despair > 0 ? 1 : 0;
            acknowledge(box, next, fate);
        }
        boolean more = waiting.hasNext();
        if (!more) {
            turn.survive();
        }
        return new FetchRun(false, taken, setAside, more);
    }

    private <M> Fate take(OpenMailbox<M> box, FetchTurn turn, Waiting<M> next, Tries before) throws MessagingException {
        Tries now = afraid(turn, next, before);
        Optional<RawMail> mail = load(box::load, turn, next, before);
        try {
            return mail.map(intake::take)
                            .filter(taken -> taken.receipt().disposition() == Disposition.QUARANTINED)
                            .isPresent()
                    ? Fate.QUARANTINED
                    : Fate.TAKEN;
        } catch (RuntimeException | Error e) {
            if (!passes(e)) {
                ledger.lastError(mailbox, Optional.of(words(e)));
                turn.tried(next.id(), before.take());
                LOG.warn("{} of {} failed for the {}. time", next.label(), name, before.takes() + 1, e);
            } else if (!now.equals(before)) {
                turn.tried(next.id(), before);
            }
            throw e;
        }
    }

    /** After a death the try is counted before it begins: whatever ends the process leaves no other trace. */
    private static Tries afraid(FetchTurn turn, Waiting<?> next, Tries before) {
        Tries now = turn.isAfterADeath() ? before.take() : before;
        if (turn.isAfterADeath()) {
            turn.tried(next.id(), now);
        }
        return now;
    }

    @FunctionalInterface
    private interface Loading<M> {
        Optional<RawMail> load(Waiting<M> next) throws MessagingException;
    }

    private <M> Optional<RawMail> load(Loading<M> loading, FetchTurn turn, Waiting<M> next, Tries before)
            throws MessagingException {
        try {
            return loading.load(next);
        } catch (MessagingException e) {
            ledger.lastError(mailbox, Optional.of(SmtpOutcome.words(e)));
            turn.tried(next.id(), before.load());
            throw e;
        }
    }

    private <M> Fate setAside(OpenMailbox<M> box, FetchTurn turn, Waiting<M> next, Tries before, int despair)
            throws MessagingException {
        afraid(turn, next, before);
        String reason = ledger.lastError(mailbox)
                .map(error -> "could not be taken: " + error)
                .orElse("could not be taken, perhaps it ended the process");
        Optional<RawMail> mail = switch (despair) {
            case 1 -> load(box::load, turn, next, before);
            case 2 -> load(box::loadHeader, turn, next, before);
            default -> Optional.of(note(next));
        };
        try {
            mail.ifPresent(raw -> intake.quarantine(raw, reason));
        } catch (RuntimeException e) {
            // A store that takes no bytes is no fault of this message: all wait until somebody mends it.
            turn.tried(next.id(), before);
            throw e;
        }
        LOG.warn("{} of {} is set aside, it {}", next.label(), name, reason);
        return despair == 1 ? Fate.QUARANTINED : Fate.PASSED_OVER;
    }

    private RawMail note(Waiting<?> next) {
        byte[] note = ("X-Not-Fetched: " + next.id() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        return new RawMail(name + ", " + next.label(), note, note.length + 1L);
    }

    /** What was taken stays taken, so this must not hold up the next. */
    private <M> void acknowledge(OpenMailbox<M> box, Waiting<M> next, Fate fate) {
        try {
            box.acknowledge(next, fate);
        } catch (MessagingException e) {
            LOG.warn("{} of {} was taken but not acknowledged: {}", next.label(), name, SmtpOutcome.words(e));
        }
    }

    private static boolean passes(Throwable e) {
        return e instanceof ContentionException || (e instanceof StoreException store && store.retryable());
    }

    /** Of what is not our own only the kind: its text may hold the customer's. */
    private static String words(Throwable e) {
        return e instanceof SvarException
                ? String.valueOf(e.getMessage())
                : e.getClass().getName();
    }
}
