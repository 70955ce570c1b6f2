package dev.svar.jdbc;

import dev.svar.ticket.TicketEvent;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How events of one kind are written and read, and the name that stays when the class is renamed. */
record EventKind<E extends TicketEvent>(
        String name, Class<E> type, BiConsumer<E, JsonObject> writer, Function<JsonObject, E> reader) {
    JsonObject write(TicketEvent event) {
        JsonObject json = JsonObject.empty().put("type", name);
        writer.accept(type.cast(event), json);
        return json;
    }
}
