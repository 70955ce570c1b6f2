package dev.svar.ticket;

/**
 * What a merged ticket remembers, so that the merge can be undone.
 *
 * @param into the ticket that took it up
 * @param before its status until then
 */
public record MergeRecord(TicketId into, Status before) {}
