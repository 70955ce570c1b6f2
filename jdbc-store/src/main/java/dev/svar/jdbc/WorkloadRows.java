package dev.svar.jdbc;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.store.Workloads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who has how much to do, as the tickets tell. */
final class WorkloadRows {
    private static final List<String> LIVE =
            Workloads.LIVE.stream().map(Enum::name).sorted().toList();

    private final Dialect dialect;
    private final Sql db;
    private final String table;

    WorkloadRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.table = prefix + "ticket";
    }

    private record Count(AgentId agent, int tickets) {}

    private record Served(AgentId agent, Instant at, long number) {
        static final Comparator<Served> ORDER = Comparator.comparing(Served::at).thenComparing(Served::number);
    }

    Map<AgentId, Integer> openTickets(Connection connection, TenantId tenant, Set<AgentId> agents) throws SQLException {
        Map<AgentId, Integer> counts = new HashMap<>();
        List<String> all = agents.stream().map(AgentId::value).sorted().toList();
        for (List<String> some : Sql.chunks(all)) {
            Keys<String> asked = Keys.of(dialect, tenant, some);
            String sql = "SELECT assignee, COUNT(*) AS tickets FROM " + table + " WHERE " + asked.in("assignee")
                    + " AND status_category IN (" + Sql.marks(LIVE.size()) + ") AND spam = FALSE GROUP BY assignee";
            db.list(
                            connection,
                            sql,
                            p -> {
                                asked.bind(p);
                                p.texts(LIVE);
                            },
                            row -> new Count(new AgentId(row.text("assignee")), (int) row.number("tickets")))
                    .forEach(count -> counts.put(count.agent(), count.tickets()));
        }
        return counts;
    }

    Optional<AgentId> lastAssignee(Connection connection, TenantId tenant, Set<ContactId> requesters)
            throws SQLException {
        List<Served> served = new ArrayList<>();
        List<UUID> all = requesters.stream().map(ContactId::value).sorted().toList();
        for (List<UUID> some : Sql.chunks(all)) {
            served.addAll(db.list(
                    connection,
                    latestOf(some.size()),
                    p -> {
                        for (UUID requester : some) {
                            p.text(tenant.value()).id(requester);
                        }
                    },
                    row -> new Served(new AgentId(row.text("assignee")), row.at("updated_at"), row.number("number"))));
        }
        return served.stream().max(Served.ORDER).map(Served::agent);
    }

    /** The latest of each, for one person has few ids and each has an order of its own in the index. */
    private String latestOf(int requesters) {
        String one = "(SELECT assignee, updated_at, number FROM " + table
                + " WHERE tenant = ? AND requester = ? AND assignee IS NOT NULL"
                + " ORDER BY updated_at DESC, number DESC LIMIT 1)";
        return String.join(" UNION ALL ", Collections.nCopies(requesters, one));
    }
}
