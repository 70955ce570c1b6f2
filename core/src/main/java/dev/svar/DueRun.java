package dev.svar;

import java.time.Instant;
import java.util.Optional;

/**
 * What one call of {@link HelpDesk#runDue} did.
 *
 * @param done how many pieces of work were dealt with
 * @param failed how many of them failed and were put off
 * @param next when to call next, possibly already past if more is due; empty if no work is waiting
 */
public record DueRun(int done, int failed, Optional<Instant> next) {}
