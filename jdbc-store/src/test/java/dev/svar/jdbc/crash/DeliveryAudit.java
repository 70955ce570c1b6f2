package dev.svar.jdbc.crash;

import dev.svar.contact.Channel;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.store.WorkKey;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A delivery is in exactly one state; there is work for it exactly while it waits; its ticket knows if it was lost. */
final class DeliveryAudit implements Audit {
    private static final Set<DeliveryState> LOST = Set.of(DeliveryState.FAILED, DeliveryState.UNCERTAIN);

    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        Map<String, List<Row>> work = new HashMap<>(books.by("work", row -> row.text("work_key")));
        Map<UUID, Integer> lost = new HashMap<>();
        for (Row row : books.rows("delivery")) {
            DeliveryState state = DeliveryState.valueOf(row.text("state"));
            String key = new WorkKey.HandOver(new DeliveryId(row.id("id")), Channel.MAIL).text();
            int pieces = work.getOrDefault(key, List.of()).size();
            work.remove(key);
            boolean wanted = state.waiting() || state == DeliveryState.CLAIMED;
            if (pieces != (wanted ? 1 : 0)) {
                report.accept("delivery " + row.id("id") + " is " + state + " with " + pieces + " pieces of work");
            }
            boolean tried = row.number("attempts") > 0;
            // Whose recipient is not to be written to may be found out before the first try or between two.
            if (state != DeliveryState.SUPPRESSED && tried == (state == DeliveryState.PLANNED)) {
                report.accept(
                        "delivery " + row.id("id") + " is " + state + " after " + row.number("attempts") + " attempts");
            }
            if (LOST.contains(state)) {
                lost.merge(row.id("ticket"), 1, Integer::sum);
            }
        }
        work.keySet().stream()
                .filter(key -> WorkKey.parse(key) instanceof WorkKey.HandOver)
                .forEach(key -> report.accept("work for a delivery that is not there: " + key));
        tellsOfLosses(books, lost, report);
    }

    /** One that was uncertain and then known to be taken was reported, too. */
    private static void tellsOfLosses(Books books, Map<UUID, Integer> lost, Consumer<String> report) {
        Map<TicketId, Long> known = books.files().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().events().stream()
                                .filter(event -> event.event() instanceof TicketEvent.DeliveryFailed)
                                .count()));
        lost.forEach((ticket, count) -> {
            long told = known.getOrDefault(new TicketId(ticket), 0L);
            if (told < count) {
                report.accept("ticket " + ticket + " knows of " + told + " lost deliveries of " + count);
            }
        });
    }
}
