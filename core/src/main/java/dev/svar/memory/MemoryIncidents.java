package dev.svar.memory;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentId;
import dev.svar.announcement.IncidentState;
import dev.svar.store.IncidentChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tenant's incidents. Guarded by the tenant's lock. */
final class MemoryIncidents {
    private static final Comparator<Incident> LATEST_FIRST = Comparator.comparing(Incident::openedAt)
            .thenComparing((Incident incident) -> incident.id().toString())
            .reversed();

    private final Map<IncidentId, Incident> incidents = new HashMap<>();

    boolean isCurrent(IncidentChange change) {
        long version = find(change.after().id()).map(Incident::version).orElse(0L);
        return version == change.expectedVersion();
    }

    void put(IncidentChange change) {
        incidents.put(change.after().id(), change.after());
    }

    Optional<Incident> find(IncidentId id) {
        return Optional.ofNullable(incidents.get(id));
    }

    List<Incident> list(IncidentState state, Optional<Incident> after, int limit) {
        return incidents.values().stream()
                .filter(incident -> incident.state() == state)
                .filter(incident -> after.isEmpty() || LATEST_FIRST.compare(incident, after.get()) > 0)
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }
}
