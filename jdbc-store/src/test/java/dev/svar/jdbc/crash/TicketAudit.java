package dev.svar.jdbc.crash;

import dev.svar.sla.SlaClocks;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** A ticket is what its events make of it; they are numbered without a gap, and its version is the last of them. */
final class TicketAudit implements Audit {
    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        Map<UUID, List<Row>> events = books.rowsByTicket("event");
        for (Row row : books.rows("ticket")) {
            List<Long> sequences = events.getOrDefault(row.id("id"), List.of()).stream()
                    .map(event -> event.number("sequence"))
                    .sorted()
                    .toList();
            List<Long> expected =
                    LongStream.rangeClosed(1, row.number("version")).boxed().toList();
            if (!sequences.equals(expected)) {
                report.accept("ticket " + row.id("id") + " of version " + row.number("version") + " has the events "
                        + sequences);
            }
        }
        books.files().forEach((id, file) -> fold(id, file, report));
    }

    private static void fold(TicketId id, Books.File file, Consumer<String> report) {
        try {
            Ticket stored = file.state().ticket();
            Ticket ticket = TicketLifecycle.first(stored.tenant(), file.events().get(0));
            SlaClocks clocks = SlaClocks.none().after(file.events().get(0), ticket, CrashDesk.POLICIES);
            for (RecordedEvent event : file.events().subList(1, file.events().size())) {
                ticket = TicketLifecycle.apply(ticket, event);
                clocks = clocks.after(event, ticket, CrashDesk.POLICIES);
            }
            if (!ticket.equals(stored)) {
                report.accept("ticket " + id + " is " + stored + ", its events make it " + ticket);
            }
            if (!clocks.equals(file.state().clocks())) {
                report.accept("ticket " + id + " has the clocks " + file.state().clocks() + ", its events make them "
                        + clocks);
            }
        } catch (RuntimeException e) {
            report.accept("ticket " + id + " has events that do not follow each other: " + e);
        }
    }
}
