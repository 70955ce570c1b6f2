package dev.svar.jdbc;

import dev.svar.contact.Actor;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.StatusChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What should have happened to the promises of a ticket, told from what people did to it: minute by minute, by counting
 * those in which the office was open and the ticket did not wait for its customer.
 */
final class ExpectedLevels {
    static final Map<Priority, Integer> ANSWER_MINUTES =
            Map.of(Priority.LOW, 1440, Priority.NORMAL, 480, Priority.HIGH, 60, Priority.URGENT, 40);
    static final Map<Priority, Integer> SOLUTION_MINUTES =
            Map.of(Priority.LOW, 4320, Priority.NORMAL, 1440, Priority.HIGH, 240, Priority.URGENT, 120);

    private static final List<String> LEVELS = List.of("warning", "delay_notice", "breach");
    private static final List<Integer> PERCENT = List.of(75, 90, 100);

    private final OpenMinutes calendar;
    private final Map<SlaTarget, Promise> promises = new EnumMap<>(SlaTarget.class);
    private final List<String> fired = new ArrayList<>();
    private final Map<SlaTarget, Integer> kept = new EnumMap<>(SlaTarget.class);
    private final Map<SlaTarget, Integer> broken = new EnumMap<>(SlaTarget.class);
    private Priority priority = Priority.NORMAL;
    private boolean waiting;
    private boolean settled;

    ExpectedLevels(OpenMinutes calendar) {
        this.calendar = calendar;
    }

    private static final class Promise {
        private int cycle;
        private int counted;
        private boolean open;
        private final Set<Level> reached = EnumSet.noneOf(Level.class);
    }

    private enum Level {
        WARNING,
        DELAY_NOTICE,
        BREACH
    }

    /** What people did, in its order, each at a whole minute, until the end of the watch. */
    ExpectedLevels lived(List<RecordedEvent> deeds, Instant end) {
        int now = OpenMinutes.minute(deeds.get(0).at());
        for (RecordedEvent deed : deeds) {
            int at = OpenMinutes.minute(deed.at());
            pass(now, at);
            now = at;
            happen(deed);
            promises.forEach((target, promise) -> reach(target, promise, deed.at()));
        }
        pass(now, OpenMinutes.minute(end));
        return this;
    }

    private void pass(int from, int to) {
        for (int minute = from; minute < to && awaited(); minute++) {
            if (calendar.counts(minute) && !waiting && !settled) {
                Instant after = OpenMinutes.instant(minute + 1);
                promises.forEach((target, promise) -> {
                    if (promise.open) {
                        promise.counted++;
                        reach(target, promise, after);
                    }
                });
            }
        }
    }

    private boolean awaited() {
        for (Promise promise : promises.values()) {
            if (promise.open && !promise.reached.contains(Level.BREACH)) {
                return true;
            }
        }
        return false;
    }

    private void reach(SlaTarget target, Promise promise, Instant at) {
        for (Level level : Level.values()) {
            int percent = PERCENT.get(level.ordinal());
            boolean due = promise.open && !waiting && promise.counted * 100 >= allowed(target) * percent;
            if (due && !promise.reached.contains(Level.BREACH) && promise.reached.add(level)) {
                fired.add(target.label() + " " + promise.cycle + " " + LEVELS.get(level.ordinal()) + " " + at);
            }
        }
    }

    private int allowed(SlaTarget target) {
        return (target == SlaTarget.RESOLUTION ? SOLUTION_MINUTES : ANSWER_MINUTES).get(priority);
    }

    private void happen(RecordedEvent deed) {
        if (deed.event() instanceof Opened e) {
            priority = e.priority();
            start(SlaTarget.FIRST_RESPONSE);
            start(SlaTarget.RESOLUTION);
        } else if (deed.event() instanceof MessageAdded e && e.role() == MessageRole.REPLY) {
            end(SlaTarget.FIRST_RESPONSE, true);
            end(SlaTarget.NEXT_RESPONSE, true);
        } else if (deed.event() instanceof MessageAdded e && e.role() == MessageRole.CUSTOMER && deed.sequence() > 2) {
            asked();
        } else if (deed.event() instanceof PriorityChanged e) {
            priority = e.to();
        } else if (deed.event() instanceof StatusChanged e) {
            become(e.to().category(), deed.by());
        }
    }

    private void become(StatusCategory to, Actor by) {
        boolean was = settled;
        waiting = to == StatusCategory.PENDING_CUSTOMER;
        settled = to == StatusCategory.SOLVED || to == StatusCategory.CLOSED;
        if (settled) {
            end(SlaTarget.FIRST_RESPONSE, false);
            end(SlaTarget.NEXT_RESPONSE, false);
            end(SlaTarget.RESOLUTION, true);
        } else if (was) {
            promises.get(SlaTarget.RESOLUTION).open = true;
            if (by instanceof Actor.Customer) {
                asked();
            }
        }
    }

    private void asked() {
        boolean promised = isOpen(SlaTarget.FIRST_RESPONSE) || isOpen(SlaTarget.NEXT_RESPONSE);
        if (!promised && !settled) {
            start(SlaTarget.NEXT_RESPONSE);
        }
    }

    private boolean isOpen(SlaTarget target) {
        return promises.containsKey(target) && promises.get(target).open;
    }

    private void start(SlaTarget target) {
        Promise next = new Promise();
        next.cycle = promises.containsKey(target) ? promises.get(target).cycle + 1 : 1;
        next.open = true;
        promises.put(target, next);
    }

    private void end(SlaTarget target, boolean fulfilled) {
        if (isOpen(target)) {
            Promise promise = promises.get(target);
            promise.open = false;
            if (fulfilled) {
                (promise.reached.contains(Level.BREACH) ? broken : kept).merge(target, 1, Integer::sum);
            }
        }
    }

    /** Each level that was reached, as {@code target cycle level instant}, in their order in time. */
    List<String> fired() {
        return fired;
    }

    /** How many promises were kept in time. */
    Map<SlaTarget, Integer> kept() {
        return kept;
    }

    /** How many were fulfilled too late. */
    Map<SlaTarget, Integer> broken() {
        return broken;
    }
}
