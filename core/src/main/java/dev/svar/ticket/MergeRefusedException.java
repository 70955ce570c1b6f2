package dev.svar.ticket;

import dev.svar.error.SvarException;

/** A merge, or the undoing of one, that the rules do not allow. Nothing was changed. */
public final class MergeRefusedException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final TicketNumber ticket;
    private final TicketNumber other;
    private final Reason reason;

    /** Why it was refused. */
    public enum Reason {
        /** A ticket cannot be merged into itself. */
        ITSELF("they are the same ticket"),
        /** The ticket was merged before. */
        MERGED_ALREADY("it was merged before, undo that first"),
        /** The other ticket was itself merged into one. */
        OTHER_IS_MERGED("the other was itself merged, take the one that it was merged into"),
        /** The other ticket is closed. */
        OTHER_IS_CLOSED("the other is closed, reopen it or choose another"),
        /** The other ticket is marked as spam and this one is not. */
        OTHER_IS_SPAM("the other is marked as spam, take that mark away first"),
        /** Together too many tickets would have been merged into one. */
        TOO_MANY("more than " + Absorbed.MAX_MERGED + " tickets would be merged into one"),
        /** Some people belong to the merged ticket only and nobody said that they may see the other. */
        OTHER_PEOPLE("people of it would see what is written in the other, merge with sharing if they may"),
        /** There is no such merge to undo. */
        NOT_MERGED("it was not merged into that ticket"),
        /** The ticket that took it up was merged later. */
        MERGED_ON("that ticket was merged itself, undo that first");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * A refused merge.
     *
     * @param ticket the ticket to be merged or given back
     * @param other the other
     * @param reason why
     */
    public MergeRefusedException(TicketNumber ticket, TicketNumber other, Reason reason) {
        super(ticket + " and " + other + ": " + reason.words);
        this.ticket = ticket;
        this.other = other;
        this.reason = reason;
    }

    /** {@return the number of the ticket to be merged or given back} */
    public TicketNumber ticket() {
        return ticket;
    }

    /** {@return the number of the other} */
    public TicketNumber other() {
        return other;
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }
}
