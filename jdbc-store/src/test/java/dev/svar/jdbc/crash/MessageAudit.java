package dev.svar.jdbc.crash;

import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.MessageCopied;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Each event that adds a message has its message, at its sequence, and there is no other message. */
final class MessageAudit implements Audit {
    private record Entry(long sequence, UUID id, String role) {}

    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        Map<UUID, List<Row>> messages = new HashMap<>(books.rowsByTicket("message"));
        books.files().forEach((id, file) -> {
            Set<Entry> stored = new HashSet<>();
            Optional.ofNullable(messages.remove(id.value())).orElse(List.of()).forEach(row -> {
                Entry entry = new Entry(row.number("sequence"), row.id("id"), row.text("role"));
                if (!stored.add(entry)) {
                    report.accept("ticket " + id + " has the message " + entry + " twice");
                }
            });
            Set<Entry> announced = new HashSet<>();
            file.events().forEach(event -> announced(event).ifPresent(announced::add));
            for (Entry entry : announced) {
                if (!stored.remove(entry)) {
                    report.accept("ticket " + id + " has no message " + entry);
                }
            }
            stored.forEach(entry -> report.accept("ticket " + id + " has no event of message " + entry));
            if (file.messages().size() != announced.size()) {
                report.accept("the store gives " + file.messages().size() + " messages of ticket " + id + " of "
                        + announced.size());
            }
        });
        messages.keySet().forEach(id -> report.accept("messages of a ticket that is not there: " + id));
    }

    private static Optional<Entry> announced(RecordedEvent event) {
        if (event.event() instanceof MessageAdded e) {
            return Optional.of(entry(event, e.message().value(), e.role()));
        } else if (event.event() instanceof MessageCopied e) {
            return Optional.of(entry(event, e.message().value(), e.role()));
        }
        return Optional.empty();
    }

    private static Entry entry(RecordedEvent event, UUID message, MessageRole role) {
        return new Entry(event.sequence(), message, role.name());
    }
}
