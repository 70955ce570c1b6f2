package dev.svar;

import dev.svar.announcement.Incident;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.Wording;
import dev.svar.contact.Actor;
import dev.svar.template.Value;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who comes while an incident goes on, and is recognized as belonging to it, is told of it at once instead of waiting; the
 * ticket becomes one of the incident's.
 */
final class TellOfIncidents implements Reaction {
    private static final Actor RULE = Actor.rule("incident");

    private final Supplier<List<Incident>> open;

    /** @param open the incidents that go on; asked for only when a ticket came or changed what it is about */
    TellOfIncidents(Supplier<List<Incident>> open) {
        this.open = open;
    }

    @Override
    public List<Effect> to(Step step) {
        TicketEvent event = step.event().event();
        boolean telling = event instanceof TicketEvent.Opened
                || event instanceof TicketEvent.Categorized
                || event instanceof TicketEvent.TagsChanged
                || event instanceof TicketEvent.FieldChanged;
        Ticket ticket = step.after();
        return telling && !ticket.spam()
                ? open.get().stream()
                        .filter(incident -> !ticket.tags().contains(incident.tag())
                                && incident.match().covers(ticket)
                                && step.before()
                                        .filter(incident.match()::covers)
                                        .isEmpty())
                        .findFirst()
                        .map(incident -> effects(incident, ticket))
                        .orElse(List.of())
                : List.of();
    }

    private static List<Effect> effects(Incident incident, Ticket ticket) {
        Optional<Wording> wording = MailingOrder.wordingFor(incident.wordings(), ticket.language());
        Map<String, Value> facts = Map.of(
                "announcement",
                Value.of(Map.of("title", wording.map(Wording::title), "text", wording.map(Wording::text))),
                "recipient",
                Value.of(Map.of()));
        return List.of(
                new Effect.Follow(new TicketCommand.ChangeTags(RULE, Set.of(incident.tag()), Set.of())),
                new Effect.NotifyCustomer(
                        ticket.requester(), Incidents.OPENED, "wrote while an incident goes on", true, facts));
    }
}
