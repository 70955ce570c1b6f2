package dev.svar.jdbc.crash;

import dev.svar.contact.AgentId;
import dev.svar.store.TicketState;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The columns by which tickets are found say the same as the tickets. */
final class ColumnAudit implements Audit {
    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        long last = books.rows("number").stream()
                .mapToLong(row -> row.number("last_number"))
                .max()
                .orElse(0);
        Map<Long, List<Row>> byNumber = books.by("ticket", row -> row.number("number"));
        byNumber.forEach((number, rows) -> {
            if (rows.size() > 1 || number > last) {
                report.accept("number " + number + " belongs to " + rows.size() + " tickets, the last one given out is "
                        + last);
            }
        });
        for (Row row : books.rows("ticket")) {
            UUID id = row.id("id");
            Optional.ofNullable(books.files().get(new TicketId(id)))
                    .ifPresentOrElse(
                            file -> compare(row, file.state(), report),
                            () -> report.accept("ticket " + id + " is not found by its id"));
        }
    }

    private static void compare(Row row, TicketState state, Consumer<String> report) {
        Ticket ticket = state.ticket();
        same(row, "id", row.id("id"), ticket.id().value(), report);
        same(row, "number", row.number("number"), ticket.number().value(), report);
        same(row, "version", row.number("version"), ticket.version(), report);
        same(
                row,
                "status_category",
                row.text("status_category"),
                ticket.status().category().name(),
                report);
        same(row, "status_label", row.text("status_label"), ticket.status().label(), report);
        same(row, "priority", row.text("priority"), ticket.priority().name(), report);
        same(row, "requester", row.id("requester"), ticket.requester().value(), report);
        same(row, "assignee", row.optionalText("assignee"), ticket.assignee().map(AgentId::value), report);
        same(row, "spam", row.flag("spam"), ticket.spam(), report);
        same(row, "snoozed", row.flag("snoozed"), ticket.snoozedUntil().isPresent(), report);
        same(row, "opened_at", row.number("opened_at"), micros(ticket.openedAt()), report);
        same(row, "updated_at", row.number("updated_at"), micros(ticket.updatedAt()), report);
        same(row, "next_due", row.optionalNumber("next_due"), state.due().map(ColumnAudit::micros), report);
    }

    private static void same(Row row, String column, Object stored, Object expected, Consumer<String> report) {
        if (!Objects.equals(stored, expected)) {
            report.accept("ticket " + row.id("id") + " has " + column + " " + stored + " beside " + expected);
        }
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
