package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds and counts tickets: a page of each range, then the first of these. */
final class TicketSearch {
    private final Dialect dialect;
    private final Sql db;
    private final String tickets;
    private final String terms;
    private final TextIndex texts;

    TicketSearch(Dialect dialect, String prefix, TextIndex texts) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.tickets = prefix + "ticket";
        this.terms = prefix + "term";
        this.texts = texts;
    }

    /** One ticket more than the page holds tells whether there is another page. */
    Page<TicketState> page(Connection connection, TenantId tenant, TicketQuery query) throws SQLException {
        TicketOrder order = new TicketOrder(dialect, query);
        List<List<Condition>> ranges = new ArrayList<>();
        for (List<Condition> range : TicketRanges.of(query)) {
            for (List<Condition> stretch : order.stretches()) {
                ranges.add(joined(range, TicketConditions.of(tenant, query, terms, texts), stretch));
            }
        }
        int wanted = query.limit() + 1;
        String columns = order.columns() + ", state";
        String sql = ranges.size() == 1
                ? select(columns, ranges.get(0)) + " ORDER BY " + order.by() + " LIMIT ?"
                : "SELECT state FROM ("
                        + ranges.stream()
                                .map(range -> "(" + select(columns, range) + " ORDER BY " + order.by() + " LIMIT ?)")
                                .collect(Collectors.joining(" UNION ALL "))
                        + ") page ORDER BY " + order.byAcross() + " LIMIT ?";
        return query.page(db.list(
                connection,
                sql,
                p -> bind(p, tenant, ranges, wanted),
                row -> TicketJson.read(tenant, row.json("state"))));
    }

    long count(Connection connection, TenantId tenant, TicketQuery query, int atMost) throws SQLException {
        List<List<Condition>> ranges = TicketRanges.of(query).stream()
                .map(range -> joined(range, TicketConditions.of(tenant, query, terms, texts), List.of()))
                .toList();
        String some = ranges.stream()
                .map(range -> "(" + select("number", range) + " ORDER BY " + TicketOrder.ofIndex(query) + " LIMIT ?)")
                .collect(Collectors.joining(" UNION ALL "));
        String sql = "SELECT COUNT(*) AS tickets FROM (" + some + ") found";
        return db.first(
                        connection,
                        sql,
                        p -> {
                            for (List<Condition> range : ranges) {
                                bind(p, tenant, range);
                                p.number(atMost);
                            }
                        },
                        row -> Math.min(row.number("tickets"), atMost))
                .orElseThrow();
    }

    private static List<Condition> joined(List<Condition> range, List<Condition> asked, List<Condition> stretch) {
        List<Condition> all = new ArrayList<>(range);
        all.addAll(asked);
        all.addAll(stretch);
        return all;
    }

    private String select(String columns, List<Condition> conditions) {
        StringBuilder sql = new StringBuilder("SELECT " + columns + " FROM " + tickets + " t WHERE t.tenant = ?");
        conditions.forEach(condition -> sql.append(" AND ").append(condition.sql()));
        return sql.toString();
    }

    private static void bind(Params p, TenantId tenant, List<List<Condition>> ranges, int wanted) throws SQLException {
        for (List<Condition> range : ranges) {
            bind(p, tenant, range);
            p.number(wanted);
        }
        if (ranges.size() > 1) {
            p.number(wanted);
        }
    }

    private static void bind(Params p, TenantId tenant, List<Condition> conditions) throws SQLException {
        p.text(tenant.value());
        for (Condition condition : conditions) {
            condition.binder().bind(p);
        }
    }
}
