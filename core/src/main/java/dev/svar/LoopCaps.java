package dev.svar;

import dev.svar.error.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where loops end that no header ends, because machines that answer everything left out or lost what they should say of
 * themselves. An automatic answer is what a mail itself causes at once: an acknowledgement or the notice that a message was
 * refused. One too many is not sent but stands in the ledger as {@code SUPPRESSED}, with the reason; the mail is taken all
 * the same. Each list holds shorter windows and longer ones, and all of them count. An empty list is no limit.
 *
 * @param toSender how often one sender's mail is acknowledged. Every ticket counts that he opened by mail, acknowledged or
 *     not, so that a machine that does not stop gets nothing more; counted in the store, over all nodes
 * @param toDomain how many answers go to the addresses of one domain, as counted by each node for itself
 * @param ofMailbox how many answers the desk's mailbox gives, as counted by each node for itself
 * @param sameWords how many tickets one sender opens with the same subject and text; the next such mail is taken for a
 *     machine's and attached to the latest of them. Counted in the store, over all nodes
 */
public record LoopCaps(List<Cap> toSender, List<Cap> toDomain, List<Cap> ofMailbox, List<Cap> sameWords) {
    /** The most windows in one list. */
    public static final int MAX_WINDOWS = 5;

    /** The most that one sender can be limited to: so many of his latest tickets are looked at. */
    public static final int MAX_OF_SENDER = 50;

    /**
     * A sender is acknowledged once in an hour, 4 times in 24 hours and 10 times in 7 days; a domain is answered 60 times in 10
     * minutes and 300 times in an hour; the mailbox answers 500 times in 10 minutes and 2,000 times in an hour; the same words
     * open 10 tickets in an hour.
     */
    public static final LoopCaps STANDARD = new LoopCaps(
            List.of(new Cap(1, Duration.ofHours(1)), new Cap(4, Duration.ofHours(24)), new Cap(10, Duration.ofDays(7))),
            List.of(new Cap(60, Duration.ofMinutes(10)), new Cap(300, Duration.ofHours(1))),
            List.of(new Cap(500, Duration.ofMinutes(10)), new Cap(2_000, Duration.ofHours(1))),
            List.of(new Cap(10, Duration.ofHours(1))));

    /**
     * Checks and copies.
     *
     * @param toSender how often one sender's mail is acknowledged
     * @param toDomain how many answers go to the addresses of one domain
     * @param ofMailbox how many answers the desk's mailbox gives
     * @param sameWords how many tickets one sender opens with the same subject and text
     */
    public LoopCaps {
        toSender = List.copyOf(Check.size("toSender", toSender, MAX_WINDOWS));
        toDomain = List.copyOf(Check.size("toDomain", toDomain, MAX_WINDOWS));
        ofMailbox = List.copyOf(Check.size("ofMailbox", ofMailbox, MAX_WINDOWS));
        sameWords = List.copyOf(Check.size("sameWords", sameWords, MAX_WINDOWS));
        toSender.forEach(cap -> Check.range("toSender", cap.most(), 1, MAX_OF_SENDER));
        sameWords.forEach(cap -> Check.range("sameWords", cap.most(), 1, MAX_OF_SENDER));
    }

    /**
     * The same with other limits for a sender.
     *
     * @param caps how often one sender's mail is acknowledged; none is no limit
     * @return the caps
     */
    public LoopCaps toSender(List<Cap> caps) {
        return new LoopCaps(caps, toDomain, ofMailbox, sameWords);
    }

    /**
     * The same with other limits for a domain.
     *
     * @param caps how many answers go to the addresses of one domain; none is no limit
     * @return the caps
     */
    public LoopCaps toDomain(List<Cap> caps) {
        return new LoopCaps(toSender, caps, ofMailbox, sameWords);
    }

    /**
     * The same with other limits for the mailbox.
     *
     * @param caps how many answers the desk's mailbox gives; none is no limit
     * @return the caps
     */
    public LoopCaps ofMailbox(List<Cap> caps) {
        return new LoopCaps(toSender, toDomain, caps, sameWords);
    }

    /**
     * The same with other limits for what is said again.
     *
     * @param caps how many tickets one sender opens with the same subject and text; none is no limit
     * @return the caps
     */
    public LoopCaps sameWords(List<Cap> caps) {
        return new LoopCaps(toSender, toDomain, ofMailbox, caps);
    }

    static Optional<Duration> longest(List<Cap> caps) {
        return caps.stream().map(Cap::window).max(Comparator.naturalOrder());
    }

    /**
     * So many in such a time.
     *
     * @param most the most answers, 1 to {@value #MAX_MOST}
     * @param window in which time
     */
    public record Cap(int most, Duration window) {
        /** The most that can be allowed. */
        public static final int MAX_MOST = 1_000_000;

        /**
         * Checks both.
         *
         * @param most the most answers
         * @param window in which time
         */
        public Cap {
            Check.range("cap.most", most, 1, MAX_MOST);
            Check.positive("cap.window", window);
        }

        /** Whether so many of these instants lie within the window. */
        boolean isReached(List<Instant> latest, Instant now) {
            return latest.stream().filter(at -> at.isAfter(now.minus(window))).count() >= most;
        }

        String excess(String what) {
            return "more than " + most + " " + what + " in " + window;
        }
    }
}
