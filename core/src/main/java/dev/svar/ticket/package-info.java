/**
 * The ticket and its pure rules: commands in, events out, no store, no clock. {@link dev.svar.ticket.TicketLifecycle} is
 * usable alone.
 */
@NullMarked
package dev.svar.ticket;

import org.jspecify.annotations.NullMarked;
