package dev.svar.store;

import dev.svar.delivery.DeliveryId;
import dev.svar.sla.SlaLevel;
import dev.svar.sla.SlaTimer;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketId;

/** Names a piece of due work. There is at most one piece of work with a name at any time. */
public sealed interface WorkKey {
    /**
     * Hand a delivery over.
     *
     * @param delivery which
     */
    record HandOver(DeliveryId delivery) implements WorkKey {}

    /**
     * Look at a clock that should have reached a level.
     *
     * @param ticket whose clock
     * @param target which clock
     * @param cycle its cycle
     * @param level the level
     */
    record ReachLevel(TicketId ticket, SlaTarget target, int cycle, SlaLevel level) implements WorkKey {
        /**
         * The work of a timer.
         *
         * @param ticket whose clock
         * @param timer the timer
         * @return its name
         */
        public static ReachLevel of(TicketId ticket, SlaTimer timer) {
            return new ReachLevel(ticket, timer.target(), timer.cycle(), timer.level());
        }
    }
}
