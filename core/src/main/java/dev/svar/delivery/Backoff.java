package dev.svar.delivery;

import java.time.Duration;

/**
 * Pauses between tries: twice as long each time up to a longest one, spread by up to {@value #SPREAD_PERCENT} % so that many
 * that failed together do not come back together. Pure: the spread follows from a seed, so it is the same on every node.
 *
 * @param first the pause after the first try
 * @param longest the longest pause, without its spread
 */
public record Backoff(Duration first, Duration longest) {
    /** By how much a pause is made longer at most, in percent of it. */
    public static final int SPREAD_PERCENT = 20;

    private static final int MAX_DOUBLINGS = 20;

    /**
     * The pause after a number of tries.
     *
     * @param tries how many were made, from 1
     * @param seed what the spread follows from
     * @return the pause
     */
    public Duration after(int tries, long seed) {
        Duration doubled = first.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MAX_DOUBLINGS));
        Duration pause = doubled.compareTo(longest) > 0 ? longest : doubled;
        int percent = (int) Math.floorMod(seed + tries, SPREAD_PERCENT + 1L);
        return pause.plus(pause.multipliedBy(percent).dividedBy(100));
    }
}
