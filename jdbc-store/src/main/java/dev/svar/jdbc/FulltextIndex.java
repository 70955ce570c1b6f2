package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.SearchWords;
import dev.svar.store.TextScope;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A row for each text, with its words in a FULLTEXT index of InnoDB. Such an index passes over short words, stop words and
 * words of more than 84 characters, and has its own thoughts of what a letter is: so each word begins with the tenant, and
 * letters beyond ASCII are spelled with ASCII ones. The index shows what was committed only, also to its own transaction.
 */
final class FulltextIndex implements TextIndex {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final char FIRST_SPELLED_OUT = '\u0080';

    private final String table;
    private final TextRows rows;

    FulltextIndex(String prefix) {
        this.table = prefix + "text";
        this.rows = new TextRows(table, "?", FulltextIndex::indexed);
    }

    @Override
    public void add(Script script, TenantId tenant, Collection<TicketText> texts) {
        rows.add(script, tenant, texts);
    }

    @Override
    public void replace(Script script, TenantId tenant, Collection<TicketText> texts) {
        rows.replace(script, tenant, texts);
    }

    private static String indexed(TenantMark mark, TicketText text) {
        return mark.before(text.words().stream().map(FulltextIndex::spelled).toList());
    }

    /** A table of its own that cannot be merged into the rest, or the server would search anew for each ticket. */
    @Override
    public Condition has(TenantId tenant, String word, TextScope scope) {
        TenantMark mark = TenantMark.of(tenant);
        String all = SearchWords.beginnings(word).stream()
                .map(beginning -> "+" + mark.before(spelled(beginning)) + "*")
                .collect(Collectors.joining(" "));
        String sql = "t.id IN (SELECT f.ticket FROM (SELECT DISTINCT x.ticket FROM " + table + " x WHERE x.tenant = ?"
                + " AND MATCH (x.words) AGAINST (? IN BOOLEAN MODE)" + TextScopes.within("x.scope", scope) + ") f)";
        return new Condition(sql, p -> p.text(tenant.value()).text(all).texts(TextScopes.names(scope)));
    }

    /**
     * In letters and digits of ASCII: three for each other character, the first of them a capital, which words do not have.
     * Of a word or of its beginning: the beginning of the one is the beginning of the other.
     */
    static String spelled(String word) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < FIRST_SPELLED_OUT) {
                spelled.append(c);
            } else {
                spelled.append((char) ('A' + c / (BASE * BASE)))
                        .append(DIGITS.charAt(c / BASE % BASE))
                        .append(DIGITS.charAt(c % BASE));
            }
        }
        return spelled.toString();
    }
}
