package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.delivery.Delivery;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaTimer;
import dev.svar.store.Changes;
import dev.svar.store.StoreException;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a cascade came to into the changes of one commit: events, messages, timers and deliveries. */
final class ChangeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWriter.class);

    private final DeskSetup setup;
    private final Letters letters;

    ChangeWriter(DeskSetup setup) {
        this.setup = setup;
        this.letters = new Letters(setup);
    }

    /** What a ticket is after all that followed, and the letters that this asks for. */
    private static final class Tail {
        private final List<Step> steps;
        private TicketState after;

        Tail(Cascade.Outcome outcome) {
            this.steps = new ArrayList<>(outcome.steps());
            this.after = outcome.after();
        }

        void add(Cascade.Outcome more) {
            steps.addAll(more.steps());
            after = more.after();
        }
    }

    /**
     * Writes the changes.
     *
     * @return the ticket after all of them
     */
    TicketState write(
            Changes.Builder changes,
            Optional<TicketState> before,
            Cascade.Outcome outcome,
            People people,
            Instant now) {
        if (outcome.steps().isEmpty()) {
            return outcome.after();
        }
        Tail tail = new Tail(outcome);
        for (Delivery stillborn : plan(changes, letters.write(outcome, people, now))) {
            Cascade.Outcome more = lossOf(stillborn, tail.after, now);
            plan(changes, letters.write(more, people, now));
            tail.add(more);
        }
        changes.ticket(new TicketChange(
                tail.after, tail.steps.stream().map(Step::event).toList()));
        tail.steps.forEach(step -> step.message().ifPresent(changes::message));
        timers(changes, before.map(TicketState::clocks).orElse(SlaClocks.none()), tail.after);
        return tail.after;
    }

    /** A reaction that fails must not undo what the letter was to tell about. */
    private Cascade.Outcome lossOf(Delivery stillborn, TicketState state, Instant now) {
        try {
            return setup.cascade(Optional.empty(), now).decide(state, reportOf(stillborn));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a reaction to the loss of delivery {} failed", stillborn.id(), e);
            return setup.quietCascade(now).decide(state, reportOf(stillborn));
        }
    }

    /** The ticket learns that somebody did not get something, or perhaps did not. */
    static TicketCommand reportOf(Delivery lost) {
        return new TicketCommand.ReportDeliveryFailure(
                Actor.rule("delivery"), lost.message().to(), lost.code(), lost.detail());
    }

    /** Plans the deliveries and gives back those that failed before they could be tried. */
    private static List<Delivery> plan(Changes.Builder changes, List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            changes.newDelivery(delivery);
            if (delivery.state().waiting()) {
                changes.schedule(new Work(new WorkKey.HandOver(delivery.id()), delivery.plannedAt()));
            }
        }
        return deliveries.stream().filter(d -> !d.state().waiting()).toList();
    }

    private void timers(Changes.Builder changes, SlaClocks before, TicketState after) {
        Map<WorkKey, Instant> old = timers(after.ticket().id(), before);
        Map<WorkKey, Instant> wanted = timers(after.ticket().id(), after.clocks());
        old.keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(changes::cancel);
        wanted.forEach((key, at) -> {
            if (!at.equals(old.get(key))) {
                changes.schedule(new Work(key, at));
            }
        });
    }

    private Map<WorkKey, Instant> timers(TicketId ticket, SlaClocks clocks) {
        Map<WorkKey, Instant> byKey = new LinkedHashMap<>();
        for (SlaTimer timer : clocks.timers(setup.policy())) {
            byKey.put(WorkKey.ReachLevel.of(ticket, timer), timer.at());
        }
        return byKey;
    }
}
