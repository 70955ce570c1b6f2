package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent.SlaBreached;
import java.util.List;
import java.util.Optional;

/** Gives a ticket with a broken promise to whom the policy names. */
final class EscalateBreaches implements Reaction {
    private static final Actor RULE = Actor.rule("sla escalation");

    private final SlaPolicy policy;

    EscalateBreaches(SlaPolicy policy) {
        this.policy = policy;
    }

    @Override
    public List<Effect> to(Step step) {
        Optional<AgentId> agent = policy.escalateTo();
        if (agent.isEmpty() || !(step.event().event() instanceof SlaBreached)) {
            return List.of();
        }
        return List.of(new Effect.Follow(new TicketCommand.Assign(RULE, agent)));
    }
}
