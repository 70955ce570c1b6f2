package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Including;
import dev.svar.store.TicketQuery;
import dev.svar.store.Wanted;
import dev.svar.ticket.StatusCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a query asks of a ticket, as conditions on its row {@code t}, its terms and its texts. */
final class TicketConditions {
    private final String terms;
    private final List<Condition> all = new ArrayList<>();

    private TicketConditions(String terms) {
        this.terms = terms;
    }

    /** All but status category and requester, by which {@link TicketRanges} divides the tickets. */
    static List<Condition> of(TenantId tenant, TicketQuery query, String terms, TextIndex texts) {
        TicketConditions out = new TicketConditions(terms);
        out.wanted("t.assignee", query.assignee(), agent -> agent.value());
        out.wanted("t.team", query.team(), team -> team.value());
        query.organization().ifPresent(id -> out.add("t.organization = ?", p -> p.id(id.value())));
        out.wanted("t.category", query.category(), category -> category);
        out.in("t.status_label", List.copyOf(query.labels()));
        out.in("t.priority", query.priorities().stream().map(Enum::name).toList());
        query.dueBefore().ifPresent(at -> out.add("t.next_due < ?", p -> p.at(at)));
        query.updatedSince().ifPresent(at -> out.add("t.updated_at >= ?", p -> p.at(at)));
        query.openedSince().ifPresent(at -> out.add("t.opened_at >= ?", p -> p.at(at)));
        out.marked("t.spam", query.spam());
        out.marked("t.snoozed", query.snoozed());
        query.tags().forEach(tag -> out.has("x.term = ?", p -> p.text(TermRows.tag(tag))));
        query.fields().forEach((key, value) -> out.has("x.term = ?", p -> p.text(TermRows.field(key, value))));
        query.words().forEach(word -> out.all.add(texts.has(tenant, word, query.textScope())));
        return out.all;
    }

    static Condition statuses(Set<StatusCategory> categories) {
        return new Condition(
                "t.status_category IN (" + Sql.marks(categories.size()) + ")",
                p -> p.texts(categories.stream().map(Enum::name).sorted().toList()));
    }

    private void add(String sql, Sql.Binder binder) {
        all.add(new Condition(sql, binder));
    }

    private <T> void wanted(String column, Wanted<T> wanted, Function<T, String> text) {
        if (wanted instanceof Wanted.Exactly<T> exactly) {
            add(column + " = ?", p -> p.text(text.apply(exactly.value())));
        } else if (wanted instanceof Wanted.Nothing) {
            all.add(Condition.of(column + " IS NULL"));
        }
    }

    private void in(String column, List<String> values) {
        if (!values.isEmpty()) {
            add(column + " IN (" + Sql.marks(values.size()) + ")", p -> p.texts(values));
        }
    }

    private void marked(String column, Including which) {
        if (which != Including.WITH) {
            all.add(Condition.of(column + (which == Including.ONLY ? " = TRUE" : " = FALSE")));
        }
    }

    private void has(String condition, Sql.Binder binder) {
        add(
                "EXISTS (SELECT 1 FROM " + terms + " x WHERE x.tenant = t.tenant AND x.ticket = t.id AND " + condition
                        + ")",
                binder);
    }
}
