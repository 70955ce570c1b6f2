package dev.svar;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the automatic letters of a desk when there are far too many: two machines that answer each other, or a rule gone
 * wrong. Counts what is planned on this node, also for commits that are lost to others and decided again.
 */
final class LetterBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(LetterBreaker.class);

    private final LetterCaps caps;
    private final Deque<Instant> lately = new ArrayDeque<>();
    private Optional<Instant> stoppedAt = Optional.empty();

    LetterBreaker(LetterCaps caps) {
        this.caps = caps;
    }

    /** Whether one more may be planned. */
    synchronized boolean lets(Instant now) {
        if (stoppedAt.isPresent()) {
            return false;
        }
        forget(now);
        if (lately.size() >= caps.ofDesk()) {
            stoppedAt = Optional.of(now);
            LOG.warn(
                    "more than {} automatic letters in {}: they are stopped until HelpDesk.resumeAutomaticLetters",
                    caps.ofDesk(),
                    caps.deskWindow());
            return false;
        }
        lately.add(now);
        return true;
    }

    private void forget(Instant now) {
        Instant since = now.minus(caps.deskWindow());
        while (!lately.isEmpty() && !lately.peek().isAfter(since)) {
            lately.remove();
        }
    }

    synchronized AutomaticLetters state(Instant now) {
        forget(now);
        return new AutomaticLetters(stoppedAt, lately.size());
    }

    synchronized boolean resume() {
        boolean stopped = stoppedAt.isPresent();
        stoppedAt = Optional.empty();
        lately.clear();
        return stopped;
    }
}
