package dev.svar.jdbc.crash;

import dev.svar.contact.Actor;
import dev.svar.message.Message;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was acknowledged is stored: the event of the version that was told, and one by whoever gave the command, or the
 * message that was written. Everybody gives one command and writes one message, so none of them may be there twice, whether
 * it was acknowledged or not.
 */
final class AcknowledgedAudit implements Audit {
    private record Deed(TicketId ticket, Actor by, Class<?> event) {}

    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        Map<Deed, Long> deeds = new HashMap<>();
        Map<String, TicketId> texts = new HashMap<>();
        books.files().forEach((id, file) -> {
            for (RecordedEvent event : file.events()) {
                Deed deed = new Deed(id, event.by(), event.event().getClass());
                if (event.by() instanceof Actor.DeskAgent && deeds.put(deed, event.sequence()) != null) {
                    report.accept("a command was carried out twice: " + deed);
                }
            }
            for (Message message : file.messages()) {
                if (texts.put(nonce(message), id) != null) {
                    report.accept("a message was stored twice: " + nonce(message));
                }
            }
        });
        for (Evidence.Acknowledged command : evidence.acknowledged()) {
            TicketId ticket = new TicketId(command.ticket());
            List<RecordedEvent> events = Optional.ofNullable(books.files().get(ticket)).stream()
                    .flatMap(file -> file.events().stream())
                    .toList();
            boolean known =
                    command.version() <= events.size() && (isWritten(texts, command) || isDone(events, command));
            if (!known) {
                report.accept("acknowledged and not stored: " + command);
            }
        }
    }

    private static String nonce(Message message) {
        return message.visibleText().split(" ", 2)[0];
    }

    private static boolean isWritten(Map<String, TicketId> texts, Evidence.Acknowledged command) {
        return new TicketId(command.ticket()).equals(texts.get(command.nonce()));
    }

    private static boolean isDone(List<RecordedEvent> events, Evidence.Acknowledged command) {
        return events.stream()
                .limit(command.version())
                .anyMatch(event -> event.by() instanceof Actor.DeskAgent agent
                        && agent.agent().value().equals(command.nonce()));
    }
}
