package dev.svar;

import dev.svar.delivery.Delivery;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaTimer;
import dev.svar.store.Changes;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what a cascade came to into the changes of one commit: events, messages, timers and deliveries. */
final class ChangeWriter {
    private final DeskSetup setup;
    private final Letters letters;

    ChangeWriter(DeskSetup setup) {
        this.setup = setup;
        this.letters = new Letters(setup);
    }

    void write(
            Changes.Builder changes,
            Optional<TicketState> before,
            Cascade.Outcome outcome,
            People people,
            Instant now) {
        if (outcome.steps().isEmpty()) {
            return;
        }
        changes.ticket(new TicketChange(
                outcome.after(), outcome.steps().stream().map(Step::event).toList()));
        outcome.steps().forEach(step -> step.message().ifPresent(changes::message));
        timers(changes, before.map(TicketState::clocks).orElse(SlaClocks.none()), outcome.after());
        for (Notice notice : outcome.notices()) {
            letters.write(notice, outcome, people, now).ifPresent(d -> plan(changes, d));
        }
    }

    private static void plan(Changes.Builder changes, Delivery delivery) {
        changes.newDelivery(delivery);
        if (delivery.state().waiting()) {
            changes.schedule(new Work(new WorkKey.HandOver(delivery.id()), delivery.plannedAt()));
        }
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
