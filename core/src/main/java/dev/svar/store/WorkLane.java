package dev.svar.store;

import dev.svar.contact.Channel;

/**
 * A line in which due work waits for those who can do it: a desk claims only from the lanes of what it is wired for, so
 * work that waits for another desk costs it nothing.
 *
 * @param name its name, at most {@value #MAX_LENGTH} characters
 */
public record WorkLane(String name) {
    /** The most characters of a name. */
    public static final int MAX_LENGTH = 80;

    /** Work whose effect is in the store alone: timers of tickets and what else every desk can do. */
    public static final WorkLane TICKETS = new WorkLane("tickets");

    /**
     * Hand-overs for desks that have a transport.
     *
     * @param channel its channel
     * @return the lane
     */
    public static WorkLane handOver(Channel channel) {
        return new WorkLane("hand-over/" + channel.name());
    }

    /**
     * News for desks that have a listener.
     *
     * @param listener its name
     * @return the lane
     */
    public static WorkLane tell(String listener) {
        return new WorkLane("tell/" + listener);
    }

    /**
     * The turn to fetch from a mailbox.
     *
     * @param mailbox its name
     * @return the lane
     */
    public static WorkLane fetch(String mailbox) {
        return new WorkLane("fetch/" + mailbox);
    }

    @Override
    public String toString() {
        return name;
    }
}
