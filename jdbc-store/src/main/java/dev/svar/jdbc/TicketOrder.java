package dev.svar.jdbc;

import dev.svar.store.TicketPlace;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.Wanted;
import java.util.List;
import java.util.Optional;

/** The order of a query in SQL, and the stretches of it that lie ahead: in each of them no index has to be left. */
final class TicketOrder {
    private final Dialect dialect;
    private final TicketQuery query;
    private final String column;
    private final String direction;
    private final String beyond;

    TicketOrder(Dialect dialect, TicketQuery query) {
        this.dialect = dialect;
        this.query = query;
        this.column = switch (query.sort()) {
            case NUMBER -> "number";
            case DUE -> "next_due";
            case UPDATED -> "updated_at";
            case OPENED -> "opened_at";
            case PRIORITY -> "priority_place";
        };
        this.direction = query.descending() ? " DESC" : "";
        this.beyond = query.descending() ? " < " : " > ";
    }

    /**
     * That of the index which knows most of what is asked for, when some tickets are counted and any of them are right. Without an
     * order PostgreSQL may read the table from its beginning, expecting to meet enough of them soon.
     */
    static String ofIndex(TicketQuery query) {
        if (!query.requesters().isEmpty() || query.organization().isPresent()) {
            return "updated_at, number";
        } else if (!(query.assignee() instanceof Wanted.Anything)) {
            return "assignee, next_due, number";
        } else if (!(query.team() instanceof Wanted.Anything)) {
            return "team, next_due, number";
        } else if (query.dueBefore().isPresent()) {
            return "next_due, number";
        } else if (query.updatedSince().isPresent()) {
            return "updated_at, number";
        }
        return query.openedSince().isPresent() ? "opened_at, number" : "number";
    }

    /** The columns that the order needs. */
    String columns() {
        return byNumber() ? "number" : column + ", number";
    }

    /** Within one stretch. */
    String by() {
        return byNumber() ? "number" + direction : column + direction + ", number" + direction;
    }

    /** Across all stretches; tickets without a deadline come last. */
    String byAcross() {
        return query.sort() == TicketSort.DUE ? dialect.nullsLast(column, direction) + ", number" + direction : by();
    }

    private boolean byNumber() {
        return query.sort() == TicketSort.NUMBER;
    }

    List<List<Condition>> stretches() {
        if (query.sort() == TicketSort.DUE) {
            return stretchesByDeadline();
        }
        return List.of(query.after().map(this::after).orElse(List.of()));
    }

    private List<List<Condition>> stretchesByDeadline() {
        Optional<TicketPlace> last = query.after();
        Condition none = Condition.of("t.next_due IS NULL");
        if (last.isPresent() && last.get().key().isEmpty()) {
            return List.of(List.of(none, afterNumber(last.get().number())));
        }
        List<Condition> some = last.map(this::after).orElse(List.of(Condition.of("t.next_due IS NOT NULL")));
        return query.dueBefore().isPresent() ? List.of(some) : List.of(some, List.of(none));
    }

    private List<Condition> after(TicketPlace last) {
        if (byNumber()) {
            return List.of(afterNumber(last.number()));
        }
        long key = last.key().orElseThrow();
        if (dialect.rowsInIndexes()) {
            return List.of(new Condition(
                    "(t." + column + ", t.number)" + beyond + "(?, ?)",
                    p -> p.number(key).number(last.number())));
        }
        if (dialect.alternativesInIndexes()) {
            return List.of(new Condition(
                    "(t." + column + beyond + "? OR (t." + column + " = ? AND t.number" + beyond + "?))",
                    p -> p.number(key).number(key).number(last.number())));
        }
        // The first condition is implied by the second and lets the index begin at the right place.
        return List.of(new Condition(
                "t." + column + beyond.stripTrailing() + "= ? AND (t." + column + beyond + "? OR t.number" + beyond
                        + "?)",
                p -> p.number(key).number(key).number(last.number())));
    }

    private Condition afterNumber(long number) {
        return new Condition("t.number" + beyond + "?", p -> p.number(number));
    }
}
