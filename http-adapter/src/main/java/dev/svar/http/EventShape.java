package dev.svar.http;

import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.MessageCopied;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * How webhooks tell of one kind of event.
 *
 * @param type its name in webhooks
 * @param event the kind of event
 * @param when which events of the kind it is for
 * @param fields what is said about it
 * @param <E> the kind of event
 */
record EventShape<E extends TicketEvent>(String type, Class<E> event, Predicate<E> when, List<EventField<E>> fields) {
    /** The text of a message, in the events that bring one. */
    static final String TEXT = "text";

    /** Whether that text was too long and is cut. */
    static final String CUT = "cut";

    @SafeVarargs
    @SuppressWarnings("varargs") // the fields are only read
    static <E extends TicketEvent> EventShape<E> of(String type, Class<E> event, EventField<E>... fields) {
        return new EventShape<>(type, event, e -> true, Arrays.stream(fields).toList());
    }

    EventShape<E> when(Predicate<E> only) {
        return new EventShape<>(type, event, only, fields);
    }

    boolean fits(TicketEvent told) {
        return event.isInstance(told) && when.test(event.cast(told));
    }

    /** Whether its events bring a message. */
    boolean bringsMessage() {
        return event == MessageAdded.class || event == MessageCopied.class;
    }

    /** Gives each field that the event has and its value. */
    void write(TicketEvent told, BiConsumer<EventField<E>, Object> to) {
        for (EventField<E> field : fields) {
            Optional<?> value = field.value().apply(event.cast(told));
            value.ifPresent(v -> to.accept(field, v));
        }
    }
}
