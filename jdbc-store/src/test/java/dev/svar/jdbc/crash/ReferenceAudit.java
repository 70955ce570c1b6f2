package dev.svar.jdbc.crash;

import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What rows point to is there. */
final class ReferenceAudit implements Audit {
    private static final String TAG = "t/";

    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        Set<UUID> tickets = ids(books, "ticket");
        Set<UUID> contacts = ids(books, "contact");
        Set<String> contents =
                books.rows("content").stream().map(row -> row.text("digest")).collect(Collectors.toSet());
        for (String table : List.of("event", "message", "mail_thread", "term", "delivery")) {
            books.rows(table).forEach(row -> points(table, row, Optional.of(row.id("ticket")), tickets, report));
        }
        Set<UUID> reachable = new HashSet<>();
        for (Row row : books.rows("contact_address")) {
            points("contact_address", row, Optional.of(row.id("contact")), contacts, report);
            reachable.add(row.id("contact"));
        }
        contacts.stream()
                .filter(contact -> !reachable.contains(contact))
                .forEach(contact -> report.accept("contact " + contact + " has no address"));
        for (Row row : books.rows("receipt")) {
            points("receipt", row, row.optionalId("ticket"), tickets, report);
            points("receipt", row, row.optionalId("message"), ids(books, "message"), report);
            points("receipt", row, Optional.of(row.text("raw_digest")), contents, report);
        }
        Set<String> digests = books.rows("mail_thread").stream()
                .map(row -> row.text("message_digest"))
                .collect(Collectors.toSet());
        books.rows("delivery")
                .forEach(row -> points("delivery", row, Optional.of(row.text("message_digest")), digests, report));
        books.files().forEach((id, file) -> {
            file.state().ticket().people().stream()
                    .filter(person -> !contacts.contains(person.value()))
                    .forEach(person -> report.accept("ticket " + id + " is of " + person + ", who is not there"));
            tags(books, id, file, report);
        });
    }

    private static Set<UUID> ids(Books books, String table) {
        return books.rows(table).stream().map(row -> row.id("id")).collect(Collectors.toSet());
    }

    private static <T> void points(String table, Row row, Optional<T> to, Set<T> known, Consumer<String> report) {
        to.filter(target -> !known.contains(target))
                .ifPresent(target -> report.accept("a row of " + table + " points to " + target
                        + ", which is not there: " + row.values().keySet()));
    }

    private static void tags(Books books, TicketId id, Books.File file, Consumer<String> report) {
        Set<String> terms = books.rowsByTicket("term").getOrDefault(id.value(), List.of()).stream()
                .map(row -> row.text("term"))
                .filter(term -> term.startsWith(TAG))
                .collect(Collectors.toSet());
        Set<String> tags = file.state().ticket().tags().stream()
                .map(Tag::value)
                .map(TAG::concat)
                .collect(Collectors.toSet());
        if (!terms.equals(tags)) {
            report.accept("ticket " + id + " is found by " + terms + ", not by " + tags);
        }
    }
}
