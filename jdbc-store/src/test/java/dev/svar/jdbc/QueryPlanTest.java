package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleLifecycle;
import dev.svar.knowledge.ArticleRules;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.Phrasings;
import dev.svar.knowledge.Suggestion;
import dev.svar.message.Disposition;
import dev.svar.store.ArticleChange;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.MacroChange;
import dev.svar.store.MacroQuery;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.PhrasingsChange;
import dev.svar.store.SuggestionChange;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.template.MacroScope;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.TicketCommand;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every statement finds its rows by an index that begins with the tenant, however large the tables are. */
final class QueryPlanTest {
    private static final int ROWS = 300;
    private static final Pattern MARK = Pattern.compile("\\?");

    /** Whoever wants all tickets but spam gets the first ones of the tenant, passing over what is spam. */
    private static final Pattern ALL_TICKETS =
            Pattern.compile("WHERE t\\.tenant = \\?( AND t\\.spam = FALSE)?( ORDER BY number)? LIMIT \\?");

    @Test
    void every_statement_has_an_index() throws SQLException {
        Set<String> statements = new TreeSet<>();
        String prefix = Databases.newPrefix();
        Schema.of(Dialect.POSTGRESQL, prefix).apply(Databases.postgres());
        fill(JdbcStore.builder(Databases.postgres()).tablePrefix(prefix).build());
        use(JdbcStore.builder(Databases.recording(Databases.postgres(), statements))
                .tablePrefix(prefix)
                .build());
        statements.removeIf(sql -> sql.startsWith("INSERT") || sql.indexOf('?') < 0);

        assertThat(statements).hasSizeGreaterThan(20);
        try (Connection connection = Databases.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_bitmapscan = off");
            statement.execute("SET plan_cache_mode = force_generic_plan");
            for (String sql : statements) {
                // A page of so few rows may be sorted for less than it costs to be read in order.
                statement.execute("SET enable_sort = " + (sql.contains("LIMIT ?") ? "off" : "on"));
                String plan = plan(statement, sql);
                assertThat(plan).as(sql).contains("Index Cond: (").doesNotContain("Seq Scan");
                boolean asksForMoreThanTheTenant = sql.indexOf('?') < sql.lastIndexOf('?');
                boolean takesAll = ALL_TICKETS.matcher(sql).find();
                if (asksForMoreThanTheTenant && !takesAll) {
                    assertThat(plan).as(sql).contains("Index Cond: ((tenant = ").doesNotContain("Index Cond: (tenant");
                }
                assertThat(plan)
                        .as("an index of categories is read within a category: " + sql)
                        .doesNotContainPattern("\\(tenant = \\$\\d+\\) AND \\((next_due|updated_at|opened_at) ");
                if (sql.contains("LIMIT ?") && !sql.contains("SUM(")) {
                    assertThat(plan)
                            .as("a page is read in the order of its index, but for receipts of one instant: " + sql)
                            .doesNotContainPattern("(?<!Incremental )Sort  \\(");
                }
            }
            statement.execute("RESET ALL");
        }
    }

    /** Numbered parameters, for the plan must hold for all values. */
    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        String[] parts = MARK.split(sql, -1);
        for (int i = 0; i < parts.length; i++) {
            numbered.append(i == 0 ? "" : "$" + i).append(parts[i]);
        }
        statement.execute("PREPARE asked AS " + numbered);
        StringBuilder plan = new StringBuilder();
        String values = String.join(", ", Collections.nCopies(parts.length - 1, "NULL"));
        try (ResultSet lines = statement.executeQuery("EXPLAIN EXECUTE asked (" + values + ")")) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        statement.execute("DEALLOCATE asked");
        return plan.toString();
    }

    /** One tenant's rows, so that an index by the tenant alone finds nothing. */
    private static void fill(JdbcStore store) {
        TenantId tenant = new TenantId("large");
        Changes.Builder all = Changes.builder(tenant);
        Changes.Builder worked = Changes.builder(tenant);
        for (int i = 1; i <= ROWS; i++) {
            Story story = new Story(tenant, i);
            all.ticket(story.opened)
                    .message(story.message(2, "Hei", Optional.of("<" + i + "@k.example>")))
                    .newContact(story.kari)
                    .organization(new OrganizationChange(0, story.club))
                    .macro(MacroChange.put(0, story.macro))
                    .article(ArticleChange.put(0, story.article()))
                    .suggestion(new SuggestionChange(0, story.suggestion(new ArticleId(UUID.randomUUID()))))
                    .content(story.raw)
                    .newDelivery(story.acknowledgement)
                    .schedule(new Work(story.handOver, Story.NOW.plusSeconds(i)));
            if (i % 10 > 0) {
                worked.ticket(story.then(
                        story.opened.after(),
                        new TicketCommand.Assign(Story.OLA, Optional.of(new AgentId("agent" + i % 60))),
                        new TicketCommand.AssignTeam(Story.OLA, Optional.of(new TeamId("team" + i % 3))),
                        new TicketCommand.ChangeStatus(Story.OLA, i % 10 == 1 ? Status.OPEN : Status.SOLVED)));
            }
            store.commit(Changes.builder(tenant)
                    .receipt(story.receipt("<" + i + "@k.example>"))
                    .build());
        }
        assertThat(store.commit(all.build())).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.commit(worked.build())).isEqualTo(CommitResult.COMMITTED);
    }

    /** What agents look at all day. */
    private static Stream<TicketQuery> queues() {
        Set<StatusCategory> open = EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN);
        Stream<TicketQuery.Builder> sorted = Stream.of(TicketSort.values())
                .flatMap(sort -> Stream.of(
                        TicketQuery.builder().statuses(open).ascending(sort),
                        TicketQuery.builder().statuses(open).descending(sort)))
                .filter(query -> !isLatestDueFirst(query));
        Stream<TicketQuery.Builder> mine = Stream.of(
                TicketQuery.builder()
                        .statuses(open)
                        .assignee(new AgentId("ola"))
                        .ascending(TicketSort.DUE),
                TicketQuery.builder().statuses(open).unassigned().ascending(TicketSort.DUE),
                TicketQuery.builder().statuses(open).team(new TeamId("billing")).ascending(TicketSort.DUE),
                TicketQuery.builder().statuses(open).withoutTeam().ascending(TicketSort.DUE),
                TicketQuery.builder()
                        .organization(new OrganizationId(UUID.randomUUID()))
                        .descending(TicketSort.UPDATED),
                TicketQuery.builder()
                        .requesters(Set.of(new ContactId(UUID.randomUUID())))
                        .descending(TicketSort.UPDATED),
                TicketQuery.builder()
                        .requesters(Set.of(new ContactId(UUID.randomUUID()), new ContactId(UUID.randomUUID())))
                        .descending(TicketSort.UPDATED),
                TicketQuery.builder().statuses(open).dueBefore(Story.NOW).ascending(TicketSort.DUE),
                TicketQuery.builder().statuses(open).updatedSince(Story.NOW).descending(TicketSort.UPDATED),
                TicketQuery.builder());
        return Stream.concat(sorted, mine).map(TicketQuery.Builder::build);
    }

    /** Tickets without a deadline come last in both directions, so across the categories these pages are sorted. */
    private static boolean isLatestDueFirst(TicketQuery.Builder query) {
        TicketQuery built = query.build();
        return built.sort() == TicketSort.DUE && built.descending();
    }

    private static TicketQuery secondPage(TicketQuery query) {
        TicketState state = new Story().opened.after();
        return query.from(
                query.page(Collections.nCopies(query.limit() + 1, state)).next().orElseThrow());
    }

    private static void use(JdbcStore store) {
        Story story = new Story();
        var tenant = story.tenant;
        store.nextNumber(tenant);
        store.commit(story.opening());
        Claim claim = store.claim(tenant, Story.LANE, Story.NOW, Duration.ofMinutes(1), 1)
                .get(0);
        store.commit(story.handing(claim));
        store.commit(Changes.builder(tenant).cancel(story.handOver).build());
        store.nextDue(tenant, Story.LANES);
        store.ticket(tenant, story.ticket);
        store.ticketByNumber(tenant, 1);
        store.tickets(tenant, TicketQuery.all(10));
        queues().forEach(queue -> {
            store.tickets(tenant, queue);
            store.count(tenant, queue, 100);
        });
        Stream.of(
                        TicketQuery.builder().dueBefore(Story.NOW),
                        TicketQuery.builder().updatedSince(Story.NOW),
                        TicketQuery.builder().openedSince(Story.NOW))
                .forEach(query -> store.count(tenant, query.build(), 100));
        queues().map(QueryPlanTest::secondPage).forEach(page -> store.tickets(tenant, page));
        store.ticketsOfMail(tenant, List.of("<a@k.example>", "<b@k.example>"));
        store.events(tenant, story.ticket, 0, 10);
        store.messages(tenant, story.ticket, 0, 10);
        store.message(tenant, story.ticket, story.first.id());
        store.latestMessages(tenant, story.ticket, Set.of(MessageRole.NOTE, MessageRole.REPLY), 5);
        store.contact(tenant, story.kari.id());
        store.contactAt(tenant, Story.MAILBOX);
        store.organization(tenant, story.club.id());
        store.organizationOf(tenant, new MailDomain("kunde.example"));
        store.organizations(tenant, OrganizationQuery.all(10));
        store.macro(tenant, story.macro.id());
        store.macro(tenant, MacroScope.DESK, "m-1");
        for (MacroQuery.By by : MacroQuery.By.values()) {
            MacroQuery query = new MacroQuery(MacroScope.DESK, by, "bet", Optional.empty(), 10);
            store.macros(tenant, query);
            store.macros(tenant, query.from(query.place(story.macro)));
        }
        useArticles(store, story);
        var receipt = story.receipt("<a@k.example>");
        store.receipt(tenant, receipt.key());
        store.receiptOf(tenant, story.first.id());
        store.receipts(tenant, Disposition.OPENED, Optional.empty(), 10);
        store.receipts(tenant, Disposition.OPENED, Optional.of(receipt), 10);
        store.content(tenant, story.raw.ref());
        store.delivery(tenant, story.acknowledgement.id());
        store.deliveryOf(tenant, "<a@k.example>");
        store.deliveries(tenant, story.ticket, 10);
        store.openTickets(tenant, Set.of(new AgentId("ola"), new AgentId("berit")));
        store.lastAssignee(tenant, Set.of(story.kari.id(), new ContactId(UUID.randomUUID())));
        store.nextTurn(tenant, "all");
        store.nextTurn(tenant, "all");
        store.cursor(tenant, "mirror", story.ticket);
        store.cursors(tenant, "mirror", Optional.empty(), 10);
        store.cursors(tenant, "mirror", Optional.of(story.ticket), 10);
        store.keptVersion(tenant, "model");
        store.kept(tenant, "model");
        store.tallies(tenant, "category/billing", 490_000, 490_024);
        store.busiest(tenant, 490_000, 490_002, 10);
        store.commit(Changes.builder(tenant).unchanged(story.ticket, 1).build());
    }

    private static void useArticles(JdbcStore store, Story story) {
        var tenant = story.tenant;
        Article draft = story.article();
        Article article = Story.published(draft);
        Suggestion asked = story.suggestion(article.id());
        Phrasings learned =
                Phrasings.none(article.id()).learned(Locale.ENGLISH, "declined", Optional.empty(), Story.NOW);
        store.commit(
                Changes.builder(tenant).article(ArticleChange.put(0, draft)).build());
        store.commit(Changes.builder(tenant)
                .article(ArticleChange.put(1, article))
                .phrasings(new PhrasingsChange(0, learned))
                .suggestion(new SuggestionChange(0, asked))
                .build());
        store.commit(Changes.builder(tenant)
                .suggestion(new SuggestionChange(1, asked.forgotten()))
                .build());
        for (Optional<Article> after : List.of(Optional.<Article>empty(), Optional.of(article))) {
            store.articles(tenant, ArticleState.DRAFT, Optional.empty(), after, 10);
            store.articles(tenant, ArticleState.DRAFT, Optional.of("billing"), after, 10);
            store.articlesToReview(tenant, Story.NOW, after, 10);
        }
        store.article(tenant, article.id());
        store.articleVersions(tenant, article.id(), 9, 10);
        store.changedArticles(tenant, 1, 10);
        store.phrasings(tenant, article.id());
        store.countArticle(tenant, article.id(), ArticleCount.VIEW);
        store.countArticle(tenant, article.id(), ArticleCount.VIEW);
        ArticleCredit credit = new ArticleCredit(500, 700);
        store.commit(Changes.builder(tenant).credit(article.id(), credit).build());
        store.articleCounts(tenant, Set.of(article.id(), new ArticleId(UUID.randomUUID())));
        store.suggestion(tenant, asked.id());
        store.suggestions(tenant, Story.NOW, Story.NOW.plusSeconds(1), Optional.empty(), 10);
        store.suggestions(tenant, Story.NOW, Story.NOW.plusSeconds(1), Optional.of(asked), 10);
        store.suggestionsBy(tenant, story.kari.id(), 10);
        AgentId ola = new AgentId("ola");
        Article retired = ArticleLifecycle.move(article, ArticleState.RETIRED, ola, ArticleRules.standard(), Story.NOW);
        store.commit(Changes.builder(tenant)
                .article(ArticleChange.rewritten(2, retired))
                .build());
        Article erased = ArticleLifecycle.erase(retired, ola, ArticleRules.standard(), Story.NOW);
        store.commit(Changes.builder(tenant)
                .article(new ArticleChange(3, erased, true))
                .build());
    }
}
