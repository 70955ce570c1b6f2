package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaPolicies;
import dev.svar.template.Value;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.MessageRefused;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.SilenceStepTaken;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.Woken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who is told what: the desk's own notifications. */
final class NotifyPeople implements Reaction {
    /** Tells that a message was not taken. */
    static final String REFUSED = "message_refused";

    /** Tells that a promise will be late, and until when. */
    static final String DELAY_NOTICE = "delay_notice";

    /** The names of the templates that it needs. */
    static final Set<String> KINDS = Set.of(
            "acknowledged",
            "replied",
            DELAY_NOTICE,
            "sla_warning",
            "sla_breach",
            "silence_question",
            "silence_warning",
            "closed_after_silence",
            REFUSED,
            "woken");

    private final SlaPolicies policies;
    private final SilencePlan silence;

    NotifyPeople(SlaPolicies policies, SilencePlan silence) {
        this.policies = policies;
        this.silence = silence;
    }

    @Override
    public List<Effect> to(Step step) {
        Ticket ticket = step.after();
        TicketEvent event = step.event().event();
        if (event instanceof Opened e) {
            // Who is told that a ticket was split off wonders which of the two to answer.
            boolean split =
                    e.origin().filter(o -> o.kind() == LinkKind.SPLIT_FROM).isPresent();
            return split
                    ? List.of()
                    : List.of(new Effect.NotifyCustomer(
                            ticket.requester(), "acknowledged", "opened the ticket", true, Map.of()));
        } else if (event instanceof MessageAdded e && e.role() == MessageRole.REPLY) {
            return Stream.concat(
                            Stream.of(replied(ticket.requester(), "opened the ticket")),
                            ticket.participants().stream().map(p -> replied(p, "takes part in the ticket")))
                    .toList();
        } else if (event instanceof DelayAnnounced e) {
            Map<String, Value> facts = new HashMap<>(sla(e.target(), e.due()));
            facts.put("notice", Value.of(Map.of("new_due", e.newDue())));
            return List.of(
                    new Effect.NotifyCustomer(ticket.requester(), DELAY_NOTICE, "waits for an answer", true, facts));
        } else if (event instanceof SlaWarned e) {
            return tellAgents("sla_warning", step, e.target(), e.due());
        } else if (event instanceof SlaBreached e) {
            return tellAgents("sla_breach", step, e.target(), e.due());
        }
        return later(step);
    }

    private List<Effect> later(Step step) {
        Ticket ticket = step.after();
        TicketEvent event = step.event().event();
        if (event instanceof SilenceStepTaken e) {
            Map<String, Value> facts = silence.closesAt(ticket)
                    .map(at -> Map.of("notice", Value.of(Map.of("closes_at", at))))
                    .orElse(Map.of());
            return List.of(
                    new Effect.NotifyCustomer(ticket.requester(), kind(e.step()), "has not answered", true, facts));
        } else if (event instanceof MessageRefused && step.event().by() instanceof Actor.Customer sender) {
            return List.of(new Effect.NotifyCustomer(
                    sender.contact(), REFUSED, "wrote to a ticket that is done", true, Map.of()));
        } else if (event instanceof Woken && step.event().by() instanceof Actor.Rule) {
            return tell(followers(ticket), "woken", Map.of());
        }
        return List.of();
    }

    private static String kind(SilenceStep step) {
        return switch (step) {
            case ASK -> "silence_question";
            case WARN -> "silence_warning";
            case CLOSE -> "closed_after_silence";
        };
    }

    private static Effect replied(ContactId contact, String reason) {
        return new Effect.NotifyCustomer(contact, "replied", reason, false, Map.of());
    }

    private List<Effect> tellAgents(String kind, Step step, SlaTarget target, Instant due) {
        Map<AgentId, String> reasons = followers(step.after());
        step.clocks()
                .clock(target)
                .flatMap(clock -> policies.of(clock).escalateTo())
                .ifPresent(agent -> reasons.putIfAbsent(agent, "looks after broken promises"));
        return tell(reasons, kind, sla(target, due));
    }

    /** Who is told of what happens to a ticket, each once, with the reason. */
    private static Map<AgentId, String> followers(Ticket ticket) {
        Map<AgentId, String> reasons = new LinkedHashMap<>();
        ticket.assignee().ifPresent(agent -> reasons.put(agent, "works on the ticket"));
        ticket.watchers().stream()
                .sorted(Comparator.comparing(AgentId::value))
                .forEach(agent -> reasons.putIfAbsent(agent, "watches the ticket"));
        return reasons;
    }

    private static List<Effect> tell(Map<AgentId, String> reasons, String kind, Map<String, Value> facts) {
        List<Effect> effects = new ArrayList<>();
        reasons.forEach((agent, reason) -> effects.add(new Effect.NotifyAgent(agent, kind, reason, facts)));
        return effects;
    }

    /** What the templates about promises are told. */
    static Map<String, Value> sla(SlaTarget target, Instant due) {
        return Map.of("sla", Value.of(Map.of("target", target.label(), "due", due)));
    }
}
