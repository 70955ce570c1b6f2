package dev.svar.store;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.ticket.StatusCategory;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port: what is known of who has how much to do. */
public interface Workloads {
    /** The status categories whose tickets count as work of their assignee. */
    Set<StatusCategory> LIVE = Collections.unmodifiableSet(EnumSet.of(
            StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.PENDING_CUSTOMER, StatusCategory.PENDING_INTERNAL));

    /**
     * Counts the tickets of agents that are in one of the {@link #LIVE} categories and no spam.
     *
     * @param tenant whose
     * @param agents which agents
     * @return how many each has; an agent who has none is missing
     */
    Map<AgentId, Integer> openTickets(TenantId tenant, Set<AgentId> agents);

    /**
     * Finds who looks after somebody.
     *
     * @param tenant whose
     * @param requesters the ids of one person, at least one
     * @return the assignee of the latest updated ticket of that person that has one
     */
    Optional<AgentId> lastAssignee(TenantId tenant, Set<ContactId> requesters);

    /**
     * Takes the next turn of a rotation. Rises, may leave gaps, is never given twice within a tenant and rotation, also not
     * by other nodes.
     *
     * @param tenant whose
     * @param rotation its name, at most 500 characters
     * @return the turn, from 0
     */
    long nextTurn(TenantId tenant, String rotation);
}
