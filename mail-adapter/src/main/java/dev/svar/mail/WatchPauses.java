package dev.svar.mail;

import dev.svar.error.SvarException;
import dev.svar.store.StoreException;
import java.time.Duration;
import java.util.SplittableRandom;

/** How long a watcher leaves a mailbox alone. */
final class WatchPauses {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FIRST_FOR_A_PERSON = Duration.ofMinutes(1);
    private static final Duration LONGEST_FOR_A_PERSON = Duration.ofMinutes(30);
    private static final int MAX_DOUBLINGS = 20;

    private WatchPauses() {}

    /**
     * Doubling with each failure in a row, and up to a half shorter, so that not all come back at once. What a person must
     * mend is tried rarely: servers lock out who tries a wrong password often.
     */
    static Duration afterFailure(Throwable error, int inARow, SplittableRandom random) {
        boolean passes = passes(error);
        Duration first = passes ? FIRST : FIRST_FOR_A_PERSON;
        Duration longest = passes ? LONGEST : LONGEST_FOR_A_PERSON;
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(inARow - 1, 0), MAX_DOUBLINGS));
        return shortened(pause.compareTo(longest) > 0 ? longest : pause, 0.5, random);
    }

    /** Up to a quarter shorter. */
    static Duration poll(Duration pause, SplittableRandom random) {
        return shortened(pause, 0.25, random);
    }

    private static Duration shortened(Duration pause, double most, SplittableRandom random) {
        return Duration.ofNanos((long) (pause.toNanos() * (1 - most * random.nextDouble())));
    }

    /** What is no error of ours to tell may pass too: a message that fails is set aside after some tries. */
    private static boolean passes(Throwable error) {
        if (error instanceof MailboxException mailbox) {
            return mailbox.retryable();
        }
        return !(error instanceof SvarException) || error instanceof StoreException;
    }
}
