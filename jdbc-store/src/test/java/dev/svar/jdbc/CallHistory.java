package dev.svar.jdbc;

import dev.svar.error.SvarException;
import dev.svar.jdbc.Call.Done;
import dev.svar.jdbc.Call.Refused;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketLifecycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether what many threads saw of one ticket can be explained by one command after the other (Herlihy and Wing's
 * linearizability). Each answer tells the version that it saw or made, so there is only one order to look at: the one of
 * the versions. In it every answer must be what the pure rules give, and no call may take effect before it was given or
 * after it was answered. The desk's clock must stand still meanwhile.
 */
final class CallHistory {
    private final TicketLifecycle lifecycle;
    private final Instant now;
    private final List<Call> calls;
    private final List<String> faults = new ArrayList<>();

    /** The ticket after each call that changed it. */
    private final NavigableMap<Long, Ticket> states = new TreeMap<>();

    /** Where in the order a call took effect: a change is before those who only saw what it left. */
    private final Map<Call, Long> places = new HashMap<>();

    private CallHistory(TicketLifecycle lifecycle, Instant now, Ticket first, List<Call> calls) {
        this.lifecycle = lifecycle;
        this.now = now;
        this.calls = calls;
        states.put(first.version(), first);
    }

    /** What cannot be explained; nothing if all is well. */
    static List<String> faults(TicketLifecycle lifecycle, Instant now, Ticket first, List<Call> calls, Ticket last) {
        CallHistory history = new CallHistory(lifecycle, now, first, calls);
        history.explainAnswers();
        history.explainRefusals();
        history.checkTime();
        if (!history.states.lastEntry().getValue().equals(last)) {
            history.faults.add("the ticket is " + last + " at last, the calls lead to "
                    + history.states.lastEntry().getValue());
        }
        return history.faults;
    }

    private void explainAnswers() {
        Map<Long, List<Call>> byVersion = calls.stream()
                .filter(call -> call.result() instanceof Done)
                .sorted(Comparator.comparing(Call::invoked))
                .collect(Collectors.groupingBy(call -> after(call).version(), TreeMap::new, Collectors.toList()));
        byVersion.forEach(this::explain);
    }

    private void explain(long version, List<Call> seen) {
        List<Call> others = new ArrayList<>(seen);
        if (!states.containsKey(version)) {
            Ticket before = states.lastEntry().getValue();
            Optional<Call> change = seen.stream()
                    .filter(call -> decided(before, call.command()).equals(call.result()))
                    .findFirst();
            if (change.isEmpty()) {
                faults.add("version " + version + " does not follow from version " + before.version() + " by any of "
                        + seen);
            }
            states.put(version, after(change.orElse(seen.get(0))));
            places.put(change.orElse(seen.get(0)), 2 * version);
            others.remove(change.orElse(seen.get(0)));
        }
        Ticket state = Optional.ofNullable(states.get(version)).orElseThrow();
        for (Call call : others) {
            places.put(call, 2 * version + 1);
            if (!call.result().equals(new Done(state))
                    || !decided(state, call.command()).equals(call.result())) {
                faults.add("version " + version + " was seen by " + call + ", which changes it");
            }
        }
    }

    private void explainRefusals() {
        for (Call call : calls) {
            if (call.result() instanceof Refused) {
                long from = states.floorKey(calls.stream()
                        .filter(other -> other.isBefore(call) && places.containsKey(other))
                        .map(other -> after(other).version())
                        .max(Comparator.naturalOrder())
                        .orElse(states.firstKey()));
                boolean explained = states.tailMap(from).values().stream()
                        .filter(state -> !isMadeAfter(state, call))
                        .anyMatch(state -> decided(state, call.command()).equals(call.result()));
                if (!explained) {
                    faults.add("no state of the ticket meanwhile explains " + call);
                }
            }
        }
    }

    private boolean isMadeAfter(Ticket state, Call call) {
        return places.entrySet().stream()
                .anyMatch(e -> e.getValue() == 2 * state.version() && call.isBefore(e.getKey()));
    }

    private void checkTime() {
        places.forEach((one, place) -> places.forEach((other, otherPlace) -> {
            if (one.isBefore(other) && place > otherPlace) {
                faults.add(one + " was answered before " + other + " was given, and comes after it");
            }
        }));
    }

    private Call.Result decided(Ticket ticket, TicketCommand command) {
        try {
            Ticket after = ticket;
            for (RecordedEvent event : lifecycle.decide(ticket, command, now)) {
                after = TicketLifecycle.apply(after, event);
            }
            return new Done(after);
        } catch (SvarException e) {
            return Refused.of(e);
        }
    }

    private static Ticket after(Call call) {
        return ((Done) call.result()).after();
    }
}
