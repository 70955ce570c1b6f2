package dev.svar;

import dev.svar.contact.Contact;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a ticket's timer is due: its event, once. The event, its reactions and the end of the work are one
 * commit under the work's claim, so no crash and no other node can make it happen twice. A timer whose reason has gone
 * meanwhile is dropped.
 */
final class DueTimers {
    private static final Logger LOG = LoggerFactory.getLogger(DueTimers.class);

    private final DeskSetup setup;
    private final ChangeWriter writer;

    DueTimers(DeskSetup setup, ChangeWriter writer) {
        this.setup = setup;
        this.writer = writer;
    }

    /**
     * Fires timers of many tickets in one commit for each round of them; a ticket is in a round once, with one timer or with
     * all levels of its clocks that were claimed.
     *
     * @return those that have to be fired alone, since something stood against it
     */
    List<Claim> fireTogether(List<Claim> claims) {
        List<Claim> left = new ArrayList<>();
        List<Claim> rest = claims;
        while (!rest.isEmpty()) {
            Map<TicketId, List<Claim>> round = new LinkedHashMap<>();
            List<Claim> later = new ArrayList<>();
            for (Claim claim : rest) {
                List<Claim> ofTicket = round.computeIfAbsent(timer(claim).ticket(), t -> new ArrayList<>());
                boolean together = ofTicket.isEmpty() || (isLevel(claim) && isLevel(ofTicket.get(0)));
                (together ? ofTicket : later).add(claim);
            }
            left.addAll(fireRound(round));
            rest = later;
        }
        return left;
    }

    private List<Claim> fireRound(Map<TicketId, List<Claim>> round) {
        List<Claim> claims = round.values().stream().flatMap(Collection::stream).toList();
        try {
            Instant now = setup.now();
            Map<TicketId, TicketState> states = setup.store().ticketsById(setup.tenant(), round.keySet());
            Changes.Builder all = Changes.builder(setup.tenant());
            round.forEach(
                    (ticket, ofTicket) -> all.addAll(changes(ofTicket, Optional.ofNullable(states.get(ticket)), now)));
            return setup.store().commit(all.build()) == CommitResult.COMMITTED ? List.of() : claims;
        } catch (RuntimeException e) {
            LOG.debug("{} timers are fired one by one", claims.size(), e);
            return claims;
        }
    }

    private static boolean isLevel(Claim claim) {
        return claim.work().key() instanceof WorkKey.ReachLevel;
    }

    private static WorkKey.TicketTimer timer(Claim claim) {
        return (WorkKey.TicketTimer) claim.work().key();
    }

    void fire(WorkKey.TicketTimer key, Claim claim, Instant now) {
        Attempts.untilDecided("firing a timer", () -> {
            Optional<TicketState> state = setup.store().ticket(setup.tenant(), key.ticket());
            CommitResult result = setup.store().commit(changes(List.of(claim), state, now));
            return result == CommitResult.STALE ? Optional.empty() : Optional.of(result);
        });
    }

    /** What the ticket says now decides: the policy may have become another since the work was scheduled. */
    private Changes changes(List<Claim> claims, Optional<TicketState> state, Instant now) {
        Changes.Builder changes = Changes.builder(setup.tenant());
        People people = new People(setup);
        Map<WorkKey, Instant> timers = state.map(setup.timers()::of).orElse(Map.of());
        Optional<Instant> morning = state.flatMap(s -> morning(s, people, now));
        Optional<WorkKey.TicketTimer> due = Optional.empty();
        for (Claim claim : claims) {
            Optional<Instant> at = Optional.ofNullable(timers.get(claim.work().key()))
                    .map(time -> isNotice(claim) && !time.isAfter(now) ? morning.orElse(time) : time);
            if (at.filter(time -> time.isAfter(now)).isPresent()) {
                changes.workResult(new WorkResult.PutOff(claim, at.get()));
            } else {
                changes.workResult(new WorkResult.Done(claim));
                due = at.isPresent() ? Optional.of(timer(claim)) : due;
            }
        }
        if (state.isPresent() && due.isPresent()) {
            List<TicketCommand> commands = setup.timers().commands(due.get(), state.get(), morning.isPresent(), now);
            writer.write(changes, outcome(commands, state.get(), people, now), people, now);
            people.fresh().forEach(changes::newContact);
        }
        return changes.build();
    }

    private static boolean isNotice(Claim claim) {
        return claim.work().key() instanceof WorkKey.ReachLevel reach && Timers.tellsCustomer(reach.level());
    }

    /** Until when a customer who is to be told of a delay sleeps. */
    private Optional<Instant> morning(TicketState state, People people, Instant now) {
        return setup.timers().tellsCustomer(state, now)
                ? setup.timers()
                        .morning(
                                state.ticket(),
                                people.survivor(state.ticket().requester()).flatMap(Contact::zone),
                                now)
                : Optional.empty();
    }

    /** What is due is recorded even if what reacts to it fails; the ticket tells of that. */
    private Outcome outcome(List<TicketCommand> commands, TicketState state, People people, Instant now) {
        try {
            LadderTickets opened = LadderTickets.of(setup, state, commands);
            Cascade cascade = setup.cascade(now, opened.drafts()).about(state);
            commands.forEach(command -> cascade.decide(state.ticket().id(), command));
            opened.open(cascade, people);
            return cascade.outcome();
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a reaction to what was due in {} failed", state.ticket(), e);
            Cascade quiet = setup.quietCascade(now).about(state);
            commands.forEach(command -> quiet.decide(state.ticket().id(), command));
            return quiet.decide(
                            state.ticket().id(),
                            new TicketCommand.RecordReactionFailure(Timers.RULE, e instanceof ReactionLimitException))
                    .outcome();
        }
    }
}
