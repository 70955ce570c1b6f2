package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.delivery.DeliveryId;
import dev.svar.message.Disposition;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.Cursor;
import dev.svar.store.DeadWork;
import dev.svar.store.DeskStore;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.TextScope;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a desk does all day, on a large one: PostgreSQL itself chooses the plan, as it does for a statement that it saw several
 * times, and no statement reads more than some pages of the tables. How large is told by {@code -Dsvar.plans.tickets=1000000}.
 */
final class LargePlanTest {
    private static final int TICKETS = Integer.getInteger("svar.plans.tickets", 10_000);

    /** Of 8 KB: a page of fifty tickets in each of the status categories, each somewhere else, with the ways through the indexes. */
    private static final long MOST_PAGES = 1000;

    /** After so many executions with plans of their own the server considers one for all. */
    private static final int EXECUTIONS = 6;

    /** But for those with a row for each tenant or rotation: there is one of them. */
    private static final Pattern SCAN = Pattern.compile("Seq Scan on (?!\\w+_(number|rotation)\\b)");

    private static final Pattern PAGES = Pattern.compile("Buffers: shared((?: \\w+=\\d+)+)");
    private static final Pattern HIT_OR_READ = Pattern.compile("(?:hit|read)=(\\d+)");
    private static final Set<StatusCategory> OPEN = EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN);
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Test
    void no_statement_of_daily_work_reads_more_than_some_pages(@TempDir Path blobs) throws SQLException {
        LargeDesk desk = LargeDesk.on(Databases.postgres(), TICKETS);
        BoundStatements sent = new BoundStatements();
        JdbcStore store = JdbcStore.builder(sent.source(Databases.postgres()))
                .tablePrefix(desk.prefix())
                .blobs(FileBlobs.in(blobs))
                .build();
        work(store, desk);
        read(store, desk);
        queues(desk).forEach(query -> {
            store.tickets(LargeDesk.TENANT, query);
            store.count(LargeDesk.TENANT, query, 100);
        });
        clean(store, blobs);

        List<String> tooMuch = new ArrayList<>();
        try (Connection connection = Databases.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, List<String>> one : sent.all().entrySet()) {
                if (one.getKey().contains("?") && !one.getKey().startsWith("INSERT")) {
                    String plan = plan(statement, one.getKey(), one.getValue());
                    connection.rollback();
                    if (scansATable(plan) || pages(plan) > MOST_PAGES) {
                        tooMuch.add(one + "\n" + plan);
                    }
                }
            }
            connection.setAutoCommit(true);
        }
        assertThat(sent.all()).hasSizeGreaterThan(60);
        assertThat(tooMuch).as("of %d", sent.all().size()).isEmpty();
    }

    private static boolean scansATable(String plan) {
        return SCAN.matcher(plan).find();
    }

    private static String plan(Statement statement, String sql, List<String> values) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        String[] parts = sql.split("\\?", -1);
        for (int i = 0; i < parts.length; i++) {
            numbered.append(i == 0 ? "" : "$" + i).append(parts[i]);
        }
        statement.execute("PREPARE asked AS " + numbered);
        String execute = "EXECUTE asked (" + String.join(", ", values) + ")";
        for (int i = 0; i < EXECUTIONS && !isPlannedAnew(sql); i++) {
            statement.execute("EXPLAIN " + execute);
        }
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + execute)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        statement.execute("DEALLOCATE asked");
        return plan.toString();
    }

    /** Those that look for words have a comment of their own each time. */
    private static boolean isPlannedAnew(String sql) {
        return sql.contains(" /* ");
    }

    /** What the statement itself and all below it touched comes first in the plan. */
    private static long pages(String plan) {
        Matcher all = PAGES.matcher(plan);
        return all.find()
                ? HIT_OR_READ
                        .matcher(all.group(1))
                        .results()
                        .mapToLong(each -> Long.parseLong(each.group(1)))
                        .sum()
                : 0;
    }

    private static void work(JdbcStore store, LargeDesk desk) {
        var tenant = LargeDesk.TENANT;
        Set<WorkLane> lanes = Set.of(WorkLane.TICKETS, Story.LANE, WorkLane.tell("mirror"));
        store.nextNumber(tenant);
        store.nextTurn(tenant, "all");
        store.nextTurn(tenant, "all");
        store.nextDue(tenant, lanes);
        List<Claim> claims = store.claim(tenant, WorkLane.TICKETS, Story.NOW, LEASE, 20);
        Changes.Builder done = Changes.builder(tenant);
        claims.forEach(claim -> done.workResult(new WorkResult.Done(claim)));
        assertThat(store.commit(done.build())).isEqualTo(CommitResult.COMMITTED);
        List<Claim> some = store.claim(tenant, Story.LANE, Story.NOW, LEASE, 3);
        assertThat(store.commit(Changes.builder(tenant)
                        .workResult(new WorkResult.Underway(some.get(0), Story.NOW.plus(LEASE)))
                        .workResult(new WorkResult.PutOff(some.get(1), Story.NOW.plus(LEASE)))
                        .workResult(new WorkResult.Died(some.get(2), Story.NOW, "broken"))
                        .scheduleIfAbsent(new Work(new WorkKey.Tell("mirror", middle(desk)), Story.NOW))
                        .unchanged(
                                middle(desk),
                                desk.story().opened.after().ticket().version())
                        .cursor(new Cursor("mirror", middle(desk), 3))
                        .build()))
                .isEqualTo(CommitResult.COMMITTED);
        List<DeadWork> dead = store.deadWork(tenant, Optional.empty(), 50);
        store.deadWork(tenant, Optional.of(dead.get(49)), 50);
        store.replay(tenant, dead.get(49).work().key(), Story.NOW);
        Story story = desk.story();
        Claim mine = new Claim(new Work(story.handOver, Story.NOW), 0, 1, Story.NOW.plus(LEASE));
        assertThat(store.commit(story.handing(mine))).isEqualTo(CommitResult.COMMITTED);
    }

    private static TicketId middle(LargeDesk desk) {
        return new TicketId(desk.id(desk.tickets() / 2));
    }

    private static void read(DeskStore store, LargeDesk desk) {
        var tenant = LargeDesk.TENANT;
        TicketId ticket = middle(desk);
        ContactId contact = new ContactId(desk.id(desk.tickets() / 8 * 4));
        assertThat(store.ticket(tenant, ticket)).isPresent();
        store.ticketsById(tenant, Set.of(ticket, new TicketId(desk.id(1)), new TicketId(desk.id(2))));
        assertThat(store.ticketByNumber(tenant, desk.tickets() / 2)).isPresent();
        store.ticketsOfMail(tenant, List.of("<a@k.example>", "<b@k.example>", "<c@k.example>"));
        assertThat(store.events(tenant, ticket, 0, 100)).isNotEmpty();
        assertThat(store.messages(tenant, ticket, 0, 100)).isNotEmpty();
        assertThat(store.message(tenant, ticket, new MessageId(ticket.value()))).isPresent();
        store.latestMessages(tenant, ticket, Set.of(MessageRole.CUSTOMER, MessageRole.REPLY), 10);
        assertThat(store.contact(tenant, contact)).isPresent();
        assertThat(store.contactAt(tenant, Address.mail("k40@kunde.example"))).isPresent();
        assertThat(store.organization(tenant, new OrganizationId(desk.id(50)))).isPresent();
        assertThat(store.organizationOf(tenant, new MailDomain("k50.example"))).isPresent();
        store.organizations(tenant, OrganizationQuery.all(50));
        var receipt = desk.story().receipt("<" + desk.tickets() + ">");
        store.receipt(tenant, receipt.key());
        assertThat(store.receiptOf(tenant, new MessageId(ticket.value()))).isPresent();
        store.receipts(tenant, Disposition.OPENED, Optional.empty(), 50);
        store.receipts(tenant, Disposition.OPENED, Optional.of(receipt), 50);
        store.content(tenant, desk.story().raw.ref());
        assertThat(store.delivery(tenant, new DeliveryId(ticket.value()))).isPresent();
        store.deliveryOf(tenant, "<a@k.example>");
        assertThat(store.deliveries(tenant, ticket, 50)).isNotEmpty();
        assertThat(store.cursor(tenant, "mirror", ticket)).isEqualTo(3);
        assertThat(store.cursors(tenant, "mirror", Optional.of(ticket), 100)).hasSize(100);
        assertThat(store.openTickets(tenant, Set.of(new AgentId("nobody"), new AgentId("ola"))))
                .isEmpty();
        store.lastAssignee(tenant, Set.of(contact, desk.story().kari.id()));
    }

    /** The first page of each view that people look at and one in the middle of all tickets. */
    private static Stream<TicketQuery> queues(LargeDesk desk) {
        Stream<TicketQuery.Builder> sorted = Stream.of(TicketSort.values())
                .flatMap(sort -> Stream.of(
                        TicketQuery.builder().ascending(sort),
                        TicketQuery.builder().descending(sort),
                        TicketQuery.builder().statuses(OPEN).ascending(sort),
                        TicketQuery.builder().statuses(OPEN).descending(sort)));
        ContactId contact = new ContactId(desk.id(desk.tickets() / 8 * 4));
        Stream<TicketQuery.Builder> mine = Stream.of(
                TicketQuery.builder()
                        .statuses(OPEN)
                        .assignee(new AgentId("agent1"))
                        .ascending(TicketSort.DUE),
                TicketQuery.builder().statuses(OPEN).unassigned().ascending(TicketSort.DUE),
                TicketQuery.builder().statuses(OPEN).team(new TeamId("team1")).ascending(TicketSort.DUE),
                TicketQuery.builder().statuses(OPEN).withoutTeam().ascending(TicketSort.DUE),
                TicketQuery.builder()
                        .organization(new OrganizationId(desk.id(100)))
                        .descending(TicketSort.UPDATED),
                TicketQuery.builder().requesters(Set.of(contact)).descending(TicketSort.UPDATED),
                TicketQuery.builder()
                        .requesters(Set.of(contact, new ContactId(desk.id(4))))
                        .descending(TicketSort.UPDATED),
                TicketQuery.builder().statuses(OPEN).dueBefore(Story.NOW).ascending(TicketSort.DUE),
                TicketQuery.builder().updatedSince(Story.NOW).descending(TicketSort.UPDATED),
                TicketQuery.builder().openedSince(Story.NOW).descending(TicketSort.OPENED),
                TicketQuery.builder().tags(Set.of(new Tag("rare"))),
                TicketQuery.builder().tags(Set.of(new Tag("common"))),
                TicketQuery.builder().text("w" + desk.tickets() / 2),
                TicketQuery.builder().text("betalt"),
                TicketQuery.builder()
                        .text("betalt w" + desk.tickets() / 2, TextScope.PUBLIC)
                        .statuses(OPEN)
                        .descending(TicketSort.UPDATED));
        return Stream.concat(sorted, mine)
                .map(TicketQuery.Builder::build)
                .flatMap(first -> Stream.of(first, first.from(cursor(first, inTheMiddle(desk)))));
    }

    private static String cursor(TicketQuery query, TicketState last) {
        return query.page(Collections.nCopies(query.limit() + 1, last)).next().orElseThrow();
    }

    private static TicketState inTheMiddle(LargeDesk desk) {
        SlaClock clock = new SlaClock(
                SlaTarget.RESOLUTION,
                1,
                SlaPolicy.STANDARD_NAME,
                Duration.ofHours(1),
                Story.NOW.minusSeconds(3600),
                SlaClock.State.RUNNING,
                Duration.ZERO,
                Story.NOW.minusSeconds(3600),
                Duration.ofHours(1),
                Story.NOW,
                Set.of(),
                Optional.empty());
        return new TicketState(
                new Story(LargeDesk.TENANT, desk.tickets() / 2).opened.after().ticket(), SlaClocks.of(List.of(clock)));
    }

    private static void clean(JdbcStore store, Path folder) {
        FileBlobs blobs = FileBlobs.in(folder);
        blobs.put(LargeDesk.TENANT, Story.content("of a commit that failed"));
        blobs.put(LargeDesk.TENANT, Story.content("of another one"));
        assertThat(store.removeUnusedBlobs(LargeDesk.TENANT, Instant.MAX)).isPositive();
    }
}
