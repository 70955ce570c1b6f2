package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.util.Collection;
import java.util.function.BiFunction;

/** A row for each text, which holds all of its words in one value that the database has an index for. */
final class TextRows {
    private final String insert;
    private final String update;
    private final BiFunction<TenantMark, TicketText, String> indexed;

    /** With what the value is made from, an expression with one parameter, and what that parameter is. */
    TextRows(String table, String value, BiFunction<TenantMark, TicketText, String> indexed) {
        this.insert =
                "INSERT INTO " + table + " (tenant, ticket, sequence, scope, words) VALUES (?, ?, ?, ?, " + value + ")";
        this.update = "UPDATE " + table + " SET words = " + value + " WHERE tenant = ? AND ticket = ? AND sequence = ?";
        this.indexed = indexed;
    }

    void add(Script script, TenantId tenant, Collection<TicketText> texts) {
        TenantMark mark = TenantMark.of(tenant);
        script.addAll(
                insert,
                texts,
                (p, text) -> p.text(tenant.value())
                        .id(text.ticket().value())
                        .number(text.sequence())
                        .constant(text.scope())
                        .text(indexed.apply(mark, text)),
                Demand.NONE);
    }

    void replace(Script script, TenantId tenant, Collection<TicketText> texts) {
        TenantMark mark = TenantMark.of(tenant);
        script.addAll(
                update,
                texts,
                (p, text) -> p.text(indexed.apply(mark, text))
                        .text(tenant.value())
                        .id(text.ticket().value())
                        .number(text.sequence()),
                Demand.NONE);
    }
}
