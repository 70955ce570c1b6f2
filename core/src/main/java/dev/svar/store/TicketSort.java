package dev.svar.store;

import dev.svar.ticket.Priority;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;

/** By what tickets are sorted; those that are equal in it, by their numbers. */
public enum TicketSort {
    /** By their numbers. */
    NUMBER,
    /** By their {@link TicketState#due() deadlines}; those that have none come last, in both directions. */
    DUE,
    /** By when they were updated. */
    UPDATED,
    /** By when they were opened. */
    OPENED,
    /** By their priorities; ascending begins with the most urgent. */
    PRIORITY;

    /** The sort key of all tickets when only their numbers count. */
    private static final long NO_MATTER = 0;

    /**
     * The place of a priority, from 0 for the most urgent one.
     *
     * @param priority which
     * @return its place
     */
    public static int place(Priority priority) {
        return Priority.values().length - 1 - priority.ordinal();
    }

    /**
     * The place of a ticket in this order.
     *
     * @param state the ticket
     * @return its place
     */
    public TicketPlace place(TicketState state) {
        Ticket ticket = state.ticket();
        return new TicketPlace(
                switch (this) {
                    case NUMBER -> Optional.of(NO_MATTER);
                    case DUE -> state.due().map(TicketSort::micros);
                    case UPDATED -> Optional.of(micros(ticket.updatedAt()));
                    case OPENED -> Optional.of(micros(ticket.openedAt()));
                    case PRIORITY -> Optional.of((long) place(ticket.priority()));
                },
                ticket.number().value());
    }

    /** What every store keeps of an instant. */
    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000L);
    }
}
