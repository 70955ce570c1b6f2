package dev.svar.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Wishes for tickets that differ in one thing. */
final class OpenCommands {
    private OpenCommands() {}

    static TicketCommand.Open withFields(Map<FieldKey, FieldValue> fields) {
        return with(List.of(), fields, Optional.empty());
    }

    static TicketCommand.Open withFacts(List<ContextFact> facts) {
        return with(facts, Map.of(), Optional.empty());
    }

    static TicketCommand.Open withOrigin(TicketLink origin) {
        return with(List.of(), Map.of(), Optional.of(origin));
    }

    static TicketCommand.Open withSubject(String subject) {
        TicketCommand.Open plain = Tickets.openCommand();
        return new TicketCommand.Open(
                plain.by(),
                plain.number(),
                subject,
                plain.requester(),
                Set.of(),
                plain.priority(),
                plain.channel(),
                plain.language(),
                plain.answerable(),
                plain.message());
    }

    private static TicketCommand.Open with(
            List<ContextFact> facts, Map<FieldKey, FieldValue> fields, Optional<TicketLink> origin) {
        TicketCommand.Open plain = Tickets.openCommand();
        return new TicketCommand.Open(
                plain.by(),
                plain.number(),
                plain.subject(),
                plain.requester(),
                Set.of(),
                plain.priority(),
                plain.channel(),
                plain.language(),
                plain.answerable(),
                plain.message(),
                Optional.empty(),
                facts,
                fields,
                origin);
    }
}
