package dev.svar;

import dev.svar.assignment.AssignmentFacts;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the desk's store knows of its tenant's work. */
record StoredFacts(DeskSetup setup) implements AssignmentFacts {
    @Override
    public Optional<AgentId> lastServedBy(ContactId requester) {
        return setup.store().lastAssignee(setup.tenant(), new Survivors(setup).ids(requester));
    }

    @Override
    public Map<AgentId, Integer> openTickets(Set<AgentId> agents) {
        return setup.store().openTickets(setup.tenant(), agents);
    }

    @Override
    public long nextTurn(String rotation) {
        return setup.store().nextTurn(setup.tenant(), rotation);
    }
}
