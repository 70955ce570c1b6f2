package dev.svar.ticket;

import java.time.Instant;

/**
 * How long the customer has been silent: what timed steps such as a reminder and an automatic close are counted from. A
 * silence begins when the ticket is opened, enters another status category, is found to be no spam, comes back after it was put
 * aside, or somebody writes in it; the customer's message ends it.
 *
 * @param round which of the ticket's silences, from 1
 * @param since when it began or when its latest step was taken
 * @param steps how many steps were taken in it
 */
public record Silence(int round, Instant since, int steps) {
    /** The silence of a ticket that was just opened. */
    static Silence first(Instant at) {
        return new Silence(1, at, 0);
    }

    Silence next(Instant at) {
        return new Silence(round + 1, at, 0);
    }

    Silence afterStep(Instant at) {
        return new Silence(round, at, steps + 1);
    }
}
