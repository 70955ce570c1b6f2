package dev.svar.jdbc;

import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;

/** A command to a ticket as whoever gave it saw it: when it was given, when the answer came, and which. */
record Call(TicketCommand command, long invoked, long returned, Result result) {
    sealed interface Result {}

    /** The ticket after the command, which may have changed nothing. */
    record Done(Ticket after) implements Result {}

    /** The rules did not allow it. */
    record Refused(String why) implements Result {
        static Refused of(RuntimeException e) {
            return new Refused(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** Others were always faster; nothing happened. */
    record GaveUp() implements Result {}

    boolean isBefore(Call other) {
        return returned < other.invoked;
    }

    @Override
    public String toString() {
        return command.getClass().getSimpleName() + " by " + command.by() + " -> " + result;
    }
}
