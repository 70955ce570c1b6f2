package dev.svar;

import dev.svar.insight.DeskTrends;
import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import java.util.List;

/** A listener whose counts are stored in the commit that records that it was told, and so exactly once. */
record Counting(DeskTrends trends) implements DeskListener {
    /** Its name in the store. */
    static final String NAME = "svar.trends";

    @Override
    public void told(TicketState ticket, List<RecordedEvent> events) {
        // What it counts is asked for when the record is committed.
    }
}
