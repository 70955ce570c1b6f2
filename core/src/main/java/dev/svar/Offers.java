package dev.svar;

import dev.svar.assignment.AssignmentAnswer;
import dev.svar.assignment.AssignmentQuestion;
import dev.svar.contact.Actor;
import dev.svar.contact.TeamId;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.store.Workloads;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers tickets that nobody works on to the people whom the host's strategy chooses. */
final class Offers {
    /** The most tickets of the backlog that one call looks at, also when nobody can take them. */
    static final int MAX_LOOKED_AT = 1000;

    /** How long a ticket waits at least before it is offered again. */
    static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private static final Actor RULE = Actor.rule("assignment");

    private final DeskSetup setup;
    private final ChangeWriter writer;

    Offers(DeskSetup setup, ChangeWriter writer) {
        this.setup = setup;
        this.writer = writer;
    }

    /**
     * Offers a ticket as it is after all that has happened in a cascade; who gets it gets it in the same commit. If nobody
     * is there it is offered again when a team opens.
     */
    void offer(Cascade cascade, TicketId id, Changes.Builder changes, Instant now) {
        cascade.settle();
        answer(cascade, id, now)
                .flatMap(answer -> again(answer, now))
                .ifPresent(at -> changes.schedule(new Work(new WorkKey.Offer(id), at)));
    }

    /** A strategy that wants to be asked again at once must not keep the desk busy. */
    private static Optional<Instant> again(AssignmentAnswer answer, Instant now) {
        return answer.retryAt().map(at -> at.isAfter(now) ? at : now.plus(SHORTEST_PAUSE));
    }

    private Optional<AssignmentAnswer> answer(Cascade cascade, TicketId id, Instant now) {
        Ticket ticket = cascade.state(id).ticket();
        if (!isFree(ticket)) {
            return Optional.empty();
        }
        Optional<AssignmentAnswer> answer = setup.assignment().flatMap(how -> ask(how, ticket, now));
        answer.ifPresent(a -> {
            Optional<TeamId> team = a.team().filter(t -> ticket.team().isEmpty());
            team.ifPresent(t -> cascade.decide(id, new TicketCommand.AssignTeam(RULE, team)));
            List<String> reasons =
                    a.reasons().stream().limit(TicketCommand.MAX_REASONS).toList();
            a.agent().ifPresent(agent -> cascade.decide(id, new TicketCommand.Assign(RULE, a.agent(), reasons)));
        });
        return answer;
    }

    private static boolean isFree(Ticket ticket) {
        return ticket.assignee().isEmpty()
                && !ticket.spam()
                && Workloads.LIVE.contains(ticket.status().category());
    }

    /** A ticket is opened also when nobody can say whom it is for. */
    private Optional<AssignmentAnswer> ask(DeskAssignment how, Ticket ticket, Instant now) {
        try {
            AssignmentQuestion question = AssignmentQuestion.builder(
                            how.roster(), how.presence(), new StoredFacts(setup), ticket.requester(), now)
                    .category(ticket.category())
                    .language(ticket.language())
                    .priority(ticket.priority())
                    .team(ticket.team().filter(team -> how.roster().team(team).isPresent()))
                    .build();
            return Optional.of(how.strategy().choose(question));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} stays in the backlog, the assignment failed", ticket.number(), e);
            return Optional.empty();
        }
    }

    /** Offers a ticket again when the time has come that an earlier answer named. */
    void again(WorkKey.Offer key, Claim claim, Instant now) {
        Attempts.untilDecided("offering a ticket", () -> {
            Optional<TicketState> state = setup.store().ticket(setup.tenant(), key.ticket());
            Changes.Builder changes = Changes.builder(setup.tenant());
            Optional<Instant> retryAt = Optional.empty();
            if (state.isPresent()) {
                Cascade cascade = setup.cascade(now).about(state.get());
                retryAt = answer(cascade, key.ticket(), now).flatMap(answer -> again(answer, now));
                writer.write(changes, cascade.outcome(), new People(setup), now);
            }
            changes.workResult(retryAt.map(at -> (WorkResult) new WorkResult.PutOff(claim, at))
                    .orElse(new WorkResult.Done(claim)));
            CommitResult result = setup.store().commit(changes.build());
            return result == CommitResult.STALE ? Optional.empty() : Optional.of(result);
        });
    }

    /** The oldest of the backlog first, until enough were assigned or enough were looked at. */
    List<Ticket> backlog(int limit) {
        List<Ticket> assigned = new ArrayList<>();
        TicketQuery query = TicketQuery.builder()
                .statuses(EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN))
                .unassigned()
                .limit(MAX_LOOKED_AT)
                .build();
        for (TicketState waiting : setup.store().tickets(setup.tenant(), query).items()) {
            if (assigned.size() < limit && isFree(waiting.ticket())) {
                survivingOffer(waiting.ticket()).ifPresent(assigned::add);
            }
        }
        return assigned;
    }

    /** One ticket that cannot be assigned must not keep those behind it from being. */
    private Optional<Ticket> survivingOffer(Ticket ticket) {
        try {
            return offered(ticket.id());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} stays in the backlog, it could not be assigned", ticket.number(), e);
            return Optional.empty();
        }
    }

    private Optional<Ticket> offered(TicketId id) {
        Instant now = setup.now();
        return Attempts.untilDecided("offering a ticket", () -> {
            TicketState state = setup.store().ticket(setup.tenant(), id).orElseThrow();
            Cascade cascade = setup.cascade(now).about(state);
            answer(cascade, id, now);
            Outcome outcome = cascade.outcome();
            if (outcome.steps().isEmpty()) {
                return Optional.of(Optional.<Ticket>empty());
            }
            Changes.Builder changes = Changes.builder(setup.tenant()).cancel(new WorkKey.Offer(id));
            writer.write(changes, outcome, new People(setup), now);
            return setup.store().commit(changes.build()) == CommitResult.COMMITTED
                    ? Optional.of(Optional.of(outcome.after(id).ticket())
                            .filter(t -> t.assignee().isPresent()))
                    : Optional.empty();
        });
    }
}
