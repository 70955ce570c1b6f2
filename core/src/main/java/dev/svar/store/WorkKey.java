package dev.svar.store;

import dev.svar.announcement.IncidentId;
import dev.svar.announcement.Mailing;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.MailingId;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.SlaLevel;
import dev.svar.sla.SlaTimer;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketId;

/** Names a piece of due work. There is at most one piece of work with a name at any time. */
public sealed interface WorkKey {
    /** {@return where it waits} */
    WorkLane lane();

    /** {@return the name as a text of at most 400 characters that {@link #parse} understands, for stores and for people} */
    default String text() {
        return WorkKeyText.write(this);
    }

    /**
     * Reads a name.
     *
     * @param text what {@link #text} gave
     * @return the name
     * @throws InvalidValueException if it is none that this version knows
     */
    static WorkKey parse(String text) {
        return WorkKeyText.read(text);
    }

    /** Work on one ticket that needs nothing but the store. */
    sealed interface OfTicket extends WorkKey {
        /** {@return which ticket} */
        TicketId ticket();

        @Override
        default WorkLane lane() {
            return WorkLane.TICKETS;
        }
    }

    /** Look at a ticket that may have waited long enough for something. */
    sealed interface TicketTimer extends OfTicket {}

    /**
     * Hand a delivery over.
     *
     * @param delivery which
     * @param channel by which kind of transport
     */
    record HandOver(DeliveryId delivery, Channel channel) implements WorkKey {
        /**
         * The work of a delivery.
         *
         * @param delivery the delivery
         * @return its name
         */
        public static HandOver of(Delivery delivery) {
            return new HandOver(delivery.id(), delivery.message().to().channel());
        }

        @Override
        public WorkLane lane() {
            return WorkLane.handOver(channel);
        }
    }

    /**
     * Look at a clock that should have reached a level.
     *
     * @param ticket whose clock
     * @param target which clock
     * @param cycle its cycle
     * @param level the level
     */
    record ReachLevel(TicketId ticket, SlaTarget target, int cycle, SlaLevel level) implements TicketTimer {
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

    /**
     * Take the next step for a customer who may still be silent.
     *
     * @param ticket in which ticket
     * @param round which silence
     * @param steps how many steps were taken in it
     */
    record EndSilence(TicketId ticket, int round, int steps) implements TicketTimer {}

    /**
     * Bring back a ticket that was put aside.
     *
     * @param ticket which
     */
    record Wake(TicketId ticket) implements TicketTimer {}

    /**
     * Ask a customer again how the help was, if they said nothing yet.
     *
     * @param ticket in which ticket
     */
    record RemindOfRating(TicketId ticket) implements TicketTimer {}

    /**
     * Offer a ticket that nobody works on to somebody who may be there by now.
     *
     * @param ticket which
     */
    record Offer(TicketId ticket) implements OfTicket {}

    /**
     * Learn from a solved ticket how customers ask for the articles that were linked in it.
     *
     * @param ticket which
     */
    record LearnPhrasing(TicketId ticket) implements OfTicket {}

    /**
     * Plan the next deliveries of a mailing.
     *
     * @param mailing which
     * @param channel on which channel it goes: whoever hands them over plans them, and not faster than that
     */
    record PlanMailing(MailingId mailing, Channel channel) implements WorkKey {
        /**
         * The work of a mailing.
         *
         * @param mailing the mailing
         * @return its name
         */
        public static PlanMailing of(Mailing mailing) {
            return new PlanMailing(mailing.id(), mailing.order().channel());
        }

        @Override
        public WorkLane lane() {
            return WorkLane.handOver(channel);
        }
    }

    /**
     * Solve tickets of an incident that is over.
     *
     * @param incident which
     */
    record SolveIncident(IncidentId incident) implements WorkKey {
        @Override
        public WorkLane lane() {
            return WorkLane.TICKETS;
        }
    }

    /**
     * Tell a listener what happened to a ticket.
     *
     * @param listener its name
     * @param ticket which ticket
     */
    record Tell(String listener, TicketId ticket) implements WorkKey {
        /**
         * Checks the name.
         *
         * @param listener its name
         * @param ticket which ticket
         */
        public Tell {
            Cursor.checkedName(listener);
        }

        @Override
        public WorkLane lane() {
            return WorkLane.tell(listener);
        }
    }

    /**
     * Fetch what waits in a mailbox. It is never done: whoever holds the claim is the one who fetches, on whatever node.
     *
     * @param mailbox the mailbox's name, as that of a listener
     */
    record Fetch(String mailbox) implements WorkKey {
        /**
         * Checks the name.
         *
         * @param mailbox the mailbox's name
         */
        public Fetch {
            Cursor.checkedName(mailbox);
        }

        @Override
        public WorkLane lane() {
            return WorkLane.fetch(mailbox);
        }
    }
}
