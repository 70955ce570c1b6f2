package dev.svar;

import dev.svar.announcement.Incident;
import dev.svar.contact.Actor;
import dev.svar.error.SvarException;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.Page;
import dev.svar.store.StoreException;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.TicketCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Solves the tickets of an incident that is over, some at a time, each in a commit of its own. */
final class SolveIncidents {
    /** How many tickets are solved before other work has its turn. */
    static final int BATCH = 50;

    /** How long after the end its tickets are looked for once more: one that was recognized before it may be committed after it. */
    static final Duration LATE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(SolveIncidents.class);

    /** Who solves them. */
    static final Actor RULE = Actor.rule("incident");

    private final DeskSetup setup;
    private final Desk desk;

    SolveIncidents(DeskSetup setup, Desk desk) {
        this.setup = setup;
        this.desk = desk;
    }

    void solve(WorkKey.SolveIncident key, Claim claim, Instant now) {
        Optional<Incident> incident = setup.store().incident(setup.tenant(), key.incident());
        Instant last = incident.map(i -> i.updatedAt().plus(LATE)).orElse(now);
        boolean late = !now.isBefore(last);
        int solved = incident.map(i -> some(i, late)).orElse(0);
        WorkResult result = solved > 0
                ? new WorkResult.PutOff(claim, now)
                : now.isBefore(last) ? new WorkResult.PutOff(claim, last) : new WorkResult.Done(claim);
        setup.store().commit(Changes.builder(setup.tenant()).workResult(result).build());
    }

    /** Tickets that cannot be solved are looked at once in each round, and a round without any that can be is the last. */
    private int some(Incident incident, boolean late) {
        TicketQuery query = TicketQuery.builder()
                .tags(Set.of(incident.tag()))
                .statuses(EnumSet.of(
                        StatusCategory.NEW,
                        StatusCategory.OPEN,
                        StatusCategory.PENDING_CUSTOMER,
                        StatusCategory.PENDING_INTERNAL))
                .limit(BATCH)
                .build();
        int solved = 0;
        Optional<TicketQuery> page = Optional.of(query);
        while (solved == 0 && page.isPresent()) {
            Page<TicketState> found = setup.store().tickets(setup.tenant(), page.get());
            // Later, an older one is open because somebody opened it again after the end.
            solved = solved(found.items().stream()
                    .filter(state -> !late
                            || state.ticket()
                                    .openedAt()
                                    .isAfter(incident.updatedAt().minus(LATE)))
                    .toList());
            page = found.next().map(query::from);
        }
        return solved;
    }

    private int solved(List<TicketState> tickets) {
        int solved = 0;
        for (TicketState state : tickets) {
            try {
                desk.execute(state.ticket().id(), new TicketCommand.ChangeStatus(RULE, Status.SOLVED));
                solved++;
            } catch (StoreException | ContentionException e) {
                throw e; // the work comes again
            } catch (SvarException e) {
                LOG.debug("{} stays unsolved", state.ticket().number(), e);
            }
        }
        return solved;
    }
}
