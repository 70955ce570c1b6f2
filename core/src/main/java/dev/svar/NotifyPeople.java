package dev.svar;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.sla.SlaPolicy;
import dev.svar.template.Value;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaWarned;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is told what: the desk's own notifications. */
final class NotifyPeople implements Reaction {
    /** The names of the templates that it needs. */
    static final Set<String> KINDS = Set.of("acknowledged", "replied", "delay_notice", "sla_warning", "sla_breach");

    private final SlaPolicy policy;

    NotifyPeople(SlaPolicy policy) {
        this.policy = policy;
    }

    @Override
    public List<Effect> to(Step step) {
        Ticket ticket = step.after();
        TicketEvent event = step.event().event();
        if (event instanceof Opened) {
            return List.of(
                    new Effect.NotifyCustomer(ticket.requester(), "acknowledged", "opened the ticket", true, Map.of()));
        } else if (event instanceof MessageAdded e && e.role() == MessageRole.REPLY) {
            return Stream.concat(
                            Stream.of(replied(ticket.requester(), "opened the ticket")),
                            ticket.participants().stream().map(p -> replied(p, "takes part in the ticket")))
                    .toList();
        } else if (event instanceof DelayAnnounced e) {
            Map<String, Value> facts =
                    Map.of("sla", sla(e.target(), e.due()), "notice", Value.of(Map.of("new_due", e.newDue())));
            return List.of(
                    new Effect.NotifyCustomer(ticket.requester(), "delay_notice", "waits for an answer", true, facts));
        } else if (event instanceof SlaWarned e) {
            return tellAgents("sla_warning", ticket, Map.of("sla", sla(e.target(), e.due())));
        } else if (event instanceof SlaBreached e) {
            return tellAgents("sla_breach", ticket, Map.of("sla", sla(e.target(), e.due())));
        }
        return List.of();
    }

    private static Effect replied(ContactId contact, String reason) {
        return new Effect.NotifyCustomer(contact, "replied", reason, false, Map.of());
    }

    private List<Effect> tellAgents(String kind, Ticket ticket, Map<String, Value> facts) {
        Set<AgentId> agents = new LinkedHashSet<>();
        ticket.assignee().ifPresent(agents::add);
        policy.escalateTo().ifPresent(agents::add);
        return agents.stream()
                .map(agent -> (Effect) new Effect.NotifyAgent(
                        agent,
                        kind,
                        ticket.assignee().equals(Optional.of(agent))
                                ? "works on the ticket"
                                : "looks after broken promises",
                        facts))
                .toList();
    }

    private static Value sla(SlaTarget target, Instant due) {
        return Value.of(Map.of("target", target.label(), "due", due));
    }
}
