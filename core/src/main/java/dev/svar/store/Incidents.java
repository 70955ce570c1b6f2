package dev.svar.store;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentId;
import dev.svar.announcement.IncidentState;
import dev.svar.contact.TenantId;
import java.util.List;
import java.util.Optional;

/** Port: incidents. Changed by {@link DeskStore#commit} only. */
public interface Incidents {
    /**
     * Finds an incident.
     *
     * @param tenant whose
     * @param id its id
     * @return the incident
     */
    Optional<Incident> incident(TenantId tenant, IncidentId id);

    /**
     * Lists incidents, the latest first.
     *
     * @param tenant whose
     * @param state only those that stand there
     * @param after the last one of the page before
     * @param limit the most
     * @return the incidents in the order of when they were opened, the latest first; then of their ids' text, backwards
     */
    List<Incident> incidents(TenantId tenant, IncidentState state, Optional<Incident> after, int limit);
}
