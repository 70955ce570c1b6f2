package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.Channel;
import dev.svar.message.Message;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.Optional;

/** Something in a ticket's timeline, as agents may see it: its events, with their messages where they brought one. */
public sealed interface TimelineEntry {
    /** {@return the number of the ticket that it belongs to: the ticket itself or one that was merged into it} */
    TicketNumber number();

    /** {@return the event that it tells of} */
    RecordedEvent event();

    /** {@return the name of the person who did it, or who wrote the message; empty if it is not known or was a rule} */
    String who();

    /** {@return what happened, in one line of the wanted language, without anybody's address} */
    String line();

    /** {@return when it happened; for a message that was copied from another ticket, when it was} */
    default Instant at() {
        return event().at();
    }

    /** {@return through which channel the wish came} */
    default Channel channel() {
        return event().via();
    }

    /** {@return the name of the rule that led to it, if it was one} */
    default Optional<String> rule() {
        return event().by() instanceof Actor.Rule rule ? Optional.of(rule.name()) : Optional.empty();
    }

    /**
     * A message.
     *
     * @param number the number of the ticket that it belongs to
     * @param event the event that added it
     * @param who the name of who wrote it, possibly empty
     * @param line what happened, in one line
     * @param message the message
     */
    record MessageEntry(TicketNumber number, RecordedEvent event, String who, String line, Message message)
            implements TimelineEntry {}

    /**
     * Anything else that happened.
     *
     * @param number the number of the ticket that it belongs to
     * @param event the event
     * @param who the name of the person who did it, possibly empty
     * @param line what happened, in one line
     */
    record EventEntry(TicketNumber number, RecordedEvent event, String who, String line) implements TimelineEntry {}
}
