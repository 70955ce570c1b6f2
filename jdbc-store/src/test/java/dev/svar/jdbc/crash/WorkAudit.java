package dev.svar.jdbc.crash;

import dev.svar.sla.SlaTimer;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.ticket.Silence;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** There is work for every timer that a ticket has, due then, and for every listener that has something to hear; else none. */
final class WorkAudit implements Audit {
    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        books.rows("dead_work").forEach(row -> report.accept("dead work " + row.text("work_key")));
        Map<WorkKey, Row> work = new HashMap<>();
        for (Row row : books.rows("work")) {
            WorkKey key = WorkKey.parse(row.text("work_key"));
            if (work.put(key, row) != null) {
                report.accept("work twice: " + row.text("work_key"));
            }
            if (!row.text("lane").equals(key.lane().name())) {
                report.accept("work " + row.text("work_key") + " in the lane " + row.text("lane"));
            }
        }
        for (Books.File file : books.files().values()) {
            timers(file.state()).forEach((key, at) -> {
                Optional<Row> row = Optional.ofNullable(work.remove(key));
                if (row.isEmpty()) {
                    report.accept("no work for " + key.text());
                } else if (row.get().number("due_at") != ColumnAudit.micros(at)) {
                    report.accept(
                            "work " + key.text() + " is due at " + row.get().number("due_at") + ", not at " + at);
                }
            });
        }
        telling(books, work, report);
        work.keySet().stream()
                .filter(key -> !(key instanceof WorkKey.HandOver))
                .forEach(key -> report.accept("work for nothing: " + key.text()));
    }

    private static Map<WorkKey, Instant> timers(TicketState state) {
        Map<WorkKey, Instant> timers = new HashMap<>();
        Ticket ticket = state.ticket();
        for (SlaTimer timer : state.clocks().timers(ticket, CrashDesk.POLICIES)) {
            timers.put(WorkKey.ReachLevel.of(ticket.id(), timer), timer.at());
        }
        Silence silence = ticket.silence();
        CrashDesk.SILENCE
                .next(ticket)
                .ifPresent(next ->
                        timers.put(new WorkKey.EndSilence(ticket.id(), silence.round(), silence.steps()), next.at()));
        ticket.snoozedUntil().ifPresent(until -> timers.put(new WorkKey.Wake(ticket.id()), until));
        return timers;
    }

    /** Whoever was told everything may still be looking whether there is more. */
    private static void telling(Books books, Map<WorkKey, Row> work, Consumer<String> report) {
        Map<TicketId, Long> cursors = new HashMap<>();
        for (Row row : books.rows("cursor")) {
            TicketId ticket = new TicketId(row.id("ticket"));
            if (!row.text("listener").equals(CrashDesk.LISTENER)
                    || cursors.put(ticket, row.number("sequence")) != null) {
                report.accept("cursor of " + row.text("listener") + " and ticket " + ticket + " for nothing");
            }
        }
        books.files().forEach((id, file) -> {
            boolean planned = work.remove(new WorkKey.Tell(CrashDesk.LISTENER, id)) != null;
            long told = cursors.getOrDefault(id, 0L);
            long version = file.state().ticket().version();
            if (told > version || (told < version && !planned)) {
                report.accept("listener told " + told + " of " + version + " events of ticket " + id
                        + (planned ? "" : ", and nobody goes on"));
            }
        });
        List.copyOf(cursors.keySet()).stream()
                .filter(id -> !books.files().containsKey(id))
                .forEach(id -> report.accept("cursor of a ticket that is not there: " + id));
    }
}
