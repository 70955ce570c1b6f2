package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.SearchWords;
import dev.svar.store.TextScope;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A tsvector for each text, of words as they are: nothing depends on a configuration of the server. An index of them cannot
 * begin with the tenant, so each of its words does. The longest words of the longest text have 800 KB, a tsvector may have 1 MB.
 */
final class PostgresTextIndex implements TextIndex {
    private static final String WORDS = "array_to_tsvector(string_to_array(?, ' '))";

    private final String table;
    private final TextRows rows;
    private final AtomicLong asked = new AtomicLong();

    PostgresTextIndex(String prefix) {
        this.table = prefix + "text";
        this.rows = new TextRows(table, WORDS, (mark, text) -> mark.before(text.words()));
    }

    @Override
    public void add(Script script, TenantId tenant, Collection<TicketText> texts) {
        rows.add(script, tenant, texts);
    }

    @Override
    public void replace(Script script, TenantId tenant, Collection<TicketText> texts) {
        rows.replace(script, tenant, texts);
    }

    /**
     * How common a word is decides whether its tickets are looked up or each ticket of the queue is asked. A plan that the server
     * keeps for a statement that it saw several times holds for any word, so each statement has a comment of its own.
     */
    @Override
    public Condition has(TenantId tenant, String word, TextScope scope) {
        TenantMark mark = TenantMark.of(tenant);
        String all = SearchWords.beginnings(word).stream()
                .map(beginning -> "'" + mark.before(beginning) + "':*")
                .collect(Collectors.joining(" & "));
        String sql = "EXISTS (SELECT 1 FROM " + table + " x WHERE x.tenant = t.tenant AND x.ticket = t.id"
                + " AND x.words @@ CAST(? AS tsquery)" + TextScopes.within("x.scope", scope)
                + ") /* " + asked.incrementAndGet() + " */";
        return new Condition(sql, p -> p.text(all).texts(TextScopes.names(scope)));
    }
}
