package dev.svar.store;

import java.time.Instant;

/**
 * Work that one node may do for a while.
 *
 * @param work the work
 * @param fence the fencing token: a number that no other claim of this work has; a commit whose claim was taken over,
 *     rescheduled or cancelled is refused by it
 * @param attempt how often it was claimed since it was scheduled, this time included
 * @param leaseUntil until when nobody else can claim it
 */
public record Claim(Work work, long fence, int attempt, Instant leaseUntil) {}
