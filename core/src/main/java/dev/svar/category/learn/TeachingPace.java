package dev.svar.category.learn;

import dev.svar.contact.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much one person may teach in a time, so that nobody turns a model around alone. Not safe for use by several threads. */
public final class TeachingPace {
    private static final int MOST_PEOPLE = 10_000;

    private final int most;
    private final Duration within;
    private final Map<Actor, Deque<Instant>> taught = new LinkedHashMap<>();

    /**
     * A pace at which nobody has taught anything yet.
     *
     * @param most how many decisions of a person count
     * @param within in which time, up to the decision
     */
    public TeachingPace(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    /**
     * Counts a decision, if it may count. Rules are the host's own and teach as much as they want.
     *
     * @param who who decided
     * @param now when; what is told out of order counts as if it had happened in this order
     * @return whether it may count
     */
    public boolean allows(Actor who, Instant now) {
        if (who instanceof Actor.Rule) {
            return true;
        }
        Deque<Instant> times = taught.computeIfAbsent(who, w -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(within))) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        if (taught.size() > MOST_PEOPLE) {
            taught.remove(taught.keySet().iterator().next());
        }
        return true;
    }
}
