package dev.svar.sla;

import dev.svar.ticket.SlaTarget;
import java.time.Instant;

/**
 * When a level of a running clock will be reached if nothing happens before.
 *
 * @param target which promise
 * @param cycle its cycle, from 1
 * @param level which point
 * @param at when
 */
public record SlaTimer(SlaTarget target, int cycle, SlaLevel level, Instant at) {}
