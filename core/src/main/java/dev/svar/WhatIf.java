package dev.svar;

import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaReplay;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Evaluates other policies over tickets that are there, without writing. */
final class WhatIf {
    private final DeskSetup setup;

    WhatIf(DeskSetup setup) {
        this.setup = setup;
    }

    private record Promise(SlaTarget target, int cycle) {}

    SlaWhatIf compare(SlaPolicies others, TicketQuery query) {
        Instant now = setup.now();
        Page<TicketState> page = setup.store().tickets(setup.tenant(), query);
        List<SlaWhatIf.Difference> differences = new ArrayList<>();
        SlaWhatIf.Tally before = new SlaWhatIf.Tally(0, 0);
        SlaWhatIf.Tally after = before;
        for (TicketState state : page.items()) {
            SlaReplay present = new SlaReplay(setup.tenant(), setup.policies());
            SlaReplay other = new SlaReplay(setup.tenant(), others);
            replay(state.ticket(), present, other);
            before = before.plus(SlaWhatIf.Tally.of(present.cycles(), now));
            after = after.plus(SlaWhatIf.Tally.of(other.cycles(), now));
            differences.addAll(differences(state.ticket(), present, other, now));
        }
        return new SlaWhatIf(differences, page.items().size(), before, after, page.next());
    }

    private void replay(Ticket ticket, SlaReplay present, SlaReplay other) {
        long sequence = 0;
        while (sequence < ticket.version()) {
            for (RecordedEvent event : EventPages.next(setup, ticket, sequence)) {
                present.add(event);
                other.add(event);
                sequence = event.sequence();
            }
        }
    }

    private static List<SlaWhatIf.Difference> differences(
            Ticket ticket, SlaReplay present, SlaReplay other, Instant now) {
        Map<Promise, SlaClock> before = byPromise(present);
        Map<Promise, SlaClock> after = byPromise(other);
        SortedSet<Promise> all =
                new TreeSet<>(Comparator.comparing(Promise::target).thenComparing(Promise::cycle));
        all.addAll(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .map(promise -> new SlaWhatIf.Difference(
                        ticket.id(),
                        ticket.number(),
                        promise.target(),
                        promise.cycle(),
                        Optional.ofNullable(before.get(promise)),
                        Optional.ofNullable(after.get(promise))))
                .filter(difference -> differs(difference, now))
                .toList();
    }

    private static Map<Promise, SlaClock> byPromise(SlaReplay replay) {
        Map<Promise, SlaClock> clocks = new LinkedHashMap<>();
        replay.cycles().forEach(clock -> clocks.put(new Promise(clock.target(), clock.cycle()), clock));
        return clocks;
    }

    private static boolean differs(SlaWhatIf.Difference difference, Instant now) {
        if (difference.before().isEmpty() || difference.after().isEmpty()) {
            return true;
        }
        SlaClock before = difference.before().get();
        SlaClock after = difference.after().get();
        return !before.allowed().equals(after.allowed())
                || !before.due().equals(after.due())
                || before.state() != after.state()
                || before.missed(now) != after.missed(now);
    }
}
