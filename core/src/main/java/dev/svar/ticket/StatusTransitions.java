package dev.svar.ticket;

import static dev.svar.ticket.StatusCategory.CLOSED;
import static dev.svar.ticket.StatusCategory.OPEN;
import static dev.svar.ticket.StatusCategory.PENDING_CUSTOMER;
import static dev.svar.ticket.StatusCategory.PENDING_INTERNAL;
import static dev.svar.ticket.StatusCategory.SOLVED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which status category may follow which. Moving to another label within a category is always allowed. */
final class StatusTransitions {
    private static final Map<StatusCategory, Set<StatusCategory>> ALLOWED = new EnumMap<>(Map.of(
            StatusCategory.NEW,
            EnumSet.of(OPEN, PENDING_CUSTOMER, PENDING_INTERNAL, SOLVED, CLOSED),
            OPEN,
            EnumSet.of(PENDING_CUSTOMER, PENDING_INTERNAL, SOLVED, CLOSED),
            PENDING_CUSTOMER,
            EnumSet.of(OPEN, PENDING_INTERNAL, SOLVED, CLOSED),
            PENDING_INTERNAL,
            EnumSet.of(OPEN, PENDING_CUSTOMER, SOLVED, CLOSED),
            SOLVED,
            EnumSet.of(OPEN, PENDING_CUSTOMER, PENDING_INTERNAL, CLOSED),
            CLOSED,
            EnumSet.noneOf(StatusCategory.class),
            StatusCategory.MERGED,
            EnumSet.noneOf(StatusCategory.class)));

    private StatusTransitions() {}

    static void require(Ticket ticket, StatusCategory to) {
        StatusCategory from = ticket.status().category();
        Set<StatusCategory> allowed = ALLOWED.getOrDefault(from, Set.of());
        if (from != to && !allowed.contains(to)) {
            throw new TransitionRefusedException(ticket.number(), from, to, allowed);
        }
    }

    static void requireOpenForMessages(Ticket ticket) {
        StatusCategory from = ticket.status().category();
        if (ALLOWED.getOrDefault(from, Set.of()).isEmpty()) {
            throw new TransitionRefusedException(ticket.number(), from, OPEN, Set.of());
        }
    }
}
