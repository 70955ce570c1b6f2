package dev.svar.jdbc.crash;

import dev.svar.jdbc.crash.Evidence.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The listener was told every event, in order for each ticket, and once unless something was killed meanwhile. */
final class ListenerAudit implements Audit {
    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        Map<UUID, List<Told>> told = evidence.told().stream()
                .sorted(Comparator.comparing(Told::at))
                .collect(Collectors.groupingBy(Told::ticket));
        books.files().forEach((id, file) -> {
            long version = file.state().ticket().version();
            long last = follow(told.getOrDefault(id.value(), List.of()), evidence.outages(), report);
            if (last != version) {
                report.accept("the listener knows " + last + " of " + version + " events of ticket " + id);
            }
        });
        told.keySet().stream()
                .filter(ticket -> books.rows("ticket").stream()
                        .noneMatch(row -> row.id("id").equals(ticket)))
                .forEach(ticket -> report.accept("the listener knows a ticket that is not there: " + ticket));
    }

    /** The last event that it knows. */
    private static long follow(List<Told> calls, List<Evidence.Outage> outages, Consumer<String> report) {
        long known = 0;
        long since = Long.MIN_VALUE;
        for (Told call : calls) {
            if (call.from() > known + 1) {
                report.accept("the listener was told " + call + " after event " + known);
            } else if (call.from() <= known && !isExplained(since, call.at(), outages)) {
                report.accept("the listener was told again, though nothing was killed: " + call);
            }
            known = Math.max(known, call.to());
            since = call.at();
        }
        return known;
    }

    private static boolean isExplained(long told, long again, List<Evidence.Outage> outages) {
        return outages.stream().anyMatch(outage -> outage.from() <= again && outage.to() >= told);
    }
}
