package dev.svar.jdbc;

import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.SearchWords;
import dev.svar.store.TextScope;
import dev.svar.store.TicketChange;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text by which a ticket is found.
 *
 * @param ticket whose text it is
 * @param sequence its place: that of the message, {@value #SUBJECT} for the subject
 * @param scope the narrowest one that holds it
 * @param words its words
 */
record TicketText(TicketId ticket, long sequence, TextScope scope, Set<String> words) {
    private static final long SUBJECT = 0;

    static TicketText of(Ticket ticket) {
        return new TicketText(ticket.id(), SUBJECT, TextScope.SUBJECT, SearchWords.of(ticket.subject()));
    }

    static TicketText of(Message message) {
        TextScope scope = TextScope.PUBLIC.includes(message.role()) ? TextScope.PUBLIC : TextScope.ALL;
        return new TicketText(message.ticket(), message.sequence(), scope, SearchWords.of(message.visibleText()));
    }

    /** What a commit adds. */
    static List<TicketText> added(Changes changes) {
        List<TicketText> texts = new ArrayList<>();
        changes.tickets().stream()
                .filter(TicketText::opens)
                .forEach(change -> texts.add(of(change.after().ticket())));
        changes.messages().forEach(message -> texts.add(of(message)));
        return texts;
    }

    /** What a commit changes: subjects that were edited, messages out of which something was blotted. */
    static List<TicketText> changed(Changes changes) {
        return Stream.concat(
                        changes.tickets().stream()
                                .filter(change -> !opens(change) && editsSubject(change))
                                .map(change -> of(change.after().ticket())),
                        changes.redactions().stream().map(redaction -> of(redaction.after())))
                .toList();
    }

    private static boolean opens(TicketChange change) {
        return change.expectedVersion() == 0;
    }

    private static boolean editsSubject(TicketChange change) {
        return change.events().stream().anyMatch(e -> e.event() instanceof TicketEvent.SubjectEdited);
    }
}
