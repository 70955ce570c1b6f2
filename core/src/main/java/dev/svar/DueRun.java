package dev.svar;

import java.time.Instant;
import java.util.Optional;

/**
 * What one call of {@link HelpDesk#runDue} did.
 *
 * @param done how many pieces of work were dealt with, those that failed included
 * @param failed how many of them failed
 * @param dead how many of these failed for the last time; {@link HelpDesk#deadWork} lists them
 * @param next when to call next, possibly already past if more is due; empty if nothing waits that this desk can do
 */
public record DueRun(int done, int failed, int dead, Optional<Instant> next) {}
