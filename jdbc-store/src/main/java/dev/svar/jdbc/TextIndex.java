package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.TextScope;
import java.util.Collection;

/** The words of subjects and messages, kept in the way in which a database finds them best. */
interface TextIndex {
    static TextIndex of(Dialect dialect, String prefix) {
        if (dialect == Dialect.POSTGRESQL) {
            return new PostgresTextIndex(prefix);
        }
        return dialect.isMySqlKind() ? new FulltextIndex(prefix) : new RowTextIndex(prefix);
    }

    void add(Script script, TenantId tenant, Collection<TicketText> texts);

    /** Of texts that are there; nothing is left of the words that they had. */
    void replace(Script script, TenantId tenant, Collection<TicketText> texts);

    /** That a ticket {@code t} of the tenant has a word. */
    Condition has(TenantId tenant, String word, TextScope scope);
}
