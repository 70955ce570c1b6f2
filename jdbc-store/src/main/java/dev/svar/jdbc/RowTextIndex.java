package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.SearchWords;
import dev.svar.store.TextScope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A row for each word of each text: for databases whose own search keeps to itself when a transaction does not. */
final class RowTextIndex implements TextIndex {
    /** Comes after everything that a word is written with. */
    private static final char AFTER_ALL = '\uFFFF';

    private final String table;
    private final String insert;
    private final String delete;

    private record TextWord(TicketText text, String word) {}

    RowTextIndex(String prefix) {
        this.table = prefix + "text_word";
        this.insert = "INSERT INTO " + table + " (tenant, ticket, sequence, scope, word) VALUES (?, ?, ?, ?, ?)";
        this.delete = "DELETE FROM " + table + " WHERE tenant = ? AND ticket = ? AND sequence = ?";
    }

    @Override
    public void add(Script script, TenantId tenant, Collection<TicketText> texts) {
        List<TextWord> words = new ArrayList<>();
        texts.forEach(text -> text.words().forEach(word -> words.add(new TextWord(text, word))));
        script.addAll(
                insert,
                words,
                (p, w) -> p.text(tenant.value())
                        .id(w.text().ticket().value())
                        .number(w.text().sequence())
                        .constant(w.text().scope())
                        .text(w.word()),
                Demand.NONE);
    }

    @Override
    public void replace(Script script, TenantId tenant, Collection<TicketText> texts) {
        script.addAll(
                delete,
                texts,
                (p, text) -> p.text(tenant.value()).id(text.ticket().value()).number(text.sequence()),
                Demand.NONE);
        add(script, tenant, texts);
    }

    /** All beginnings in one text. */
    @Override
    public Condition has(TenantId tenant, String word, TextScope scope) {
        List<String> beginnings = List.copyOf(SearchWords.beginnings(word));
        StringBuilder sql = new StringBuilder("EXISTS (SELECT 1 FROM " + table
                + " x WHERE x.tenant = t.tenant AND x.ticket = t.id AND x.word >= ? AND x.word < ?"
                + TextScopes.within("x.scope", scope));
        for (int i = 1; i < beginnings.size(); i++) {
            sql.append(" AND EXISTS (SELECT 1 FROM ")
                    .append(table)
                    .append(" y WHERE y.tenant = x.tenant AND y.ticket = x.ticket AND y.sequence = x.sequence"
                            + " AND y.word >= ? AND y.word < ?)");
        }
        return new Condition(sql.append(")").toString(), p -> {
            bind(p, beginnings.get(0));
            p.texts(TextScopes.names(scope));
            for (String beginning : beginnings.subList(1, beginnings.size())) {
                bind(p, beginning);
            }
        });
    }

    private static void bind(Params p, String beginning) throws SQLException {
        p.text(beginning).text(beginning + AFTER_ALL);
    }
}
