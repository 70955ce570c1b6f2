package dev.svar.mail;

import dev.svar.ContentionException;
import dev.svar.error.SvarException;
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

    FetchRun run(OpenMailbox box, FetchTurn turn, int limit, BooleanSupplier stopped) throws MessagingException {
        MailRow waiting = box.waiting(turn);
        int taken = 0;
        int setAside = 0;
        while (taken < limit && waiting.hasNext() && !stopped.getAsBoolean() && turn.renew()) {
            Waiting next = waiting.next();
            // What failed before is the first, since it holds up the others.
            Tries before = taken == 0 || turn.isAfterADeath() ? turn.tries(next.id()) : new Tries(0, 0);
            boolean aside = ledger.isHopeless(before);
            boolean acknowledged = aside ? setAside(box, next, before) : take(box, turn, next, before);
            if (!box.taken(turn, next)) {
                break;
            }
            ledger.lastError(mailbox, Optional.empty());
            taken++;
            setAside += aside ? 1 : 0;
            if (acknowledged) {
                acknowledge(box, next);
            }
        }
        boolean more = waiting.hasNext();
        if (!more) {
            turn.survive();
        }
        return new FetchRun(false, taken, setAside, more);
    }

    private boolean take(OpenMailbox box, FetchTurn turn, Waiting next, Tries before) throws MessagingException {
        Tries now = before;
        if (turn.isAfterADeath()) {
            // Whatever ends the process will leave no other trace.
            now = before.take();
            turn.tried(next.id(), now);
        }
        Optional<RawMail> mail = load(box, turn, next, before);
        try {
            mail.ifPresent(intake::take);
            return true;
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

    private Optional<RawMail> load(OpenMailbox box, FetchTurn turn, Waiting next, Tries before)
            throws MessagingException {
        try {
            return box.load(next);
        } catch (MessagingException e) {
            ledger.lastError(mailbox, Optional.of(SmtpOutcome.words(e)));
            turn.tried(next.id(), before.load());
            throw e;
        }
    }

    /** Says whether it may be acknowledged: what the desk could not keep stays on the server. */
    private boolean setAside(OpenMailbox box, Waiting next, Tries tries) throws MessagingException {
        boolean loads = !ledger.hasFailedTheDesk(tries);
        String reason = ledger.lastError(mailbox)
                .map(error -> loads ? "the server did not give it out: " + error : "failed: " + error)
                .orElse(loads ? "the server did not give it out" : "ended the process that took it, each time");
        Optional<RawMail> mail = loads ? header(box, next) : box.load(next);
        try {
            mail.ifPresent(raw -> intake.quarantine(raw, reason));
            LOG.warn("{} of {} is set aside, it {}", next.label(), name, reason);
            return !loads;
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            LOG.warn("{} of {} is passed over, it {}; it stays on the server", next.label(), name, reason, e);
            return false;
        }
    }

    private Optional<RawMail> header(OpenMailbox box, Waiting next) {
        try {
            return box.loadHeader(next);
        } catch (MessagingException e) {
            byte[] note = ("X-Not-Fetched: " + next.id() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
            return Optional.of(new RawMail(name + ", " + next.label(), note, note.length + 1L));
        }
    }

    /** What was taken stays taken, so this must not hold up the next. */
    private void acknowledge(OpenMailbox box, Waiting next) {
        try {
            box.acknowledge(next);
        } catch (MessagingException e) {
            LOG.warn("{} of {} was taken but not acknowledged: {}", next.label(), name, SmtpOutcome.words(e));
        }
    }

    private static boolean passes(Throwable e) {
        return e instanceof ContentionException || (e instanceof StoreException store && store.retryable());
    }

    /** Of what is not our own only the kind: its text may hold the customer's. */
    private static String words(Throwable e) {
        return e instanceof SvarException ? String.valueOf(e.getMessage()) : e.getClass().getName();
    }
}
