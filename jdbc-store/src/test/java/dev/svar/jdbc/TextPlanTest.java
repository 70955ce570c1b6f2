package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.TextScope;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.ticket.StatusCategory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PostgreSQL finds tickets by rare words through the index of words, and by common ones in the order of the page. */
final class TextPlanTest {
    private static final int TICKETS = 3_000;
    private static final Pattern MARK = Pattern.compile("\\?");
    private static final TenantId LARGE = new TenantId("large");
    private static final TenantId OTHER = new TenantId("other");
    private static final Set<StatusCategory> OPEN = EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN);
    private static final String PREFIX = Databases.newPrefix();

    @BeforeAll
    static void fill() throws SQLException {
        Schema.of(Dialect.POSTGRESQL, PREFIX).apply(Databases.postgres());
        JdbcStore store =
                JdbcStore.builder(Databases.postgres()).tablePrefix(PREFIX).build();
        for (TenantId tenant : List.of(LARGE, OTHER)) {
            for (int number = 1; number < TICKETS; ) {
                Changes.Builder changes = Changes.builder(tenant);
                for (int end = number + 500; number < end; number++) {
                    Story story = new Story(tenant, number);
                    changes.ticket(story.opened).message(story.message(2, text(number), Optional.empty()));
                }
                assertThat(store.commit(changes.build())).isEqualTo(CommitResult.COMMITTED);
            }
        }
        try (Connection connection = Databases.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** Of fewer than a hundred words that come again the server makes no statistics of beginnings. */
    private static String text(int number) {
        return "hei jeg får ikke betalt w" + number + " w" + (number * 7 % 5_000) + " u" + number % 97 + " v"
                + number % 89;
    }

    /** The plan of a query's statement, with the values that it binds. */
    private static String plan(TicketQuery query, String... values) throws SQLException {
        List<String> statements = new ArrayList<>();
        JdbcStore store = JdbcStore.builder(Databases.recording(Databases.postgres(), statements))
                .tablePrefix(PREFIX)
                .build();
        store.tickets(LARGE, query);
        StringBuilder sql = new StringBuilder();
        String[] parts = MARK.split(statements.get(statements.size() - 1), -1);
        assertThat(values).as("%s", statements).hasSize(parts.length - 1);
        for (int i = 0; i < parts.length; i++) {
            sql.append(i == 0 ? "" : "'" + values[i - 1].replace("'", "''") + "'")
                    .append(parts[i]);
        }
        StringBuilder plan = new StringBuilder();
        try (Connection connection = Databases.postgres().getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("EXPLAIN " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static String sought(String word) {
        return "'" + TenantMark.of(LARGE).before(word) + "':*";
    }

    @Test
    void tickets_with_a_rare_word_are_found_by_the_index_of_words() throws SQLException {
        String plan = plan(TicketQuery.builder().text("w2345").build(), "large", sought("w2345"), "51");

        assertThat(plan)
                .contains("Bitmap Index Scan on " + PREFIX + "text_by_word", "ticket_pk")
                .doesNotContain("Seq Scan");
    }

    @Test
    void also_among_others_in_some_categories_and_in_an_order_of_their_own() throws SQLException {
        TicketQuery query = TicketQuery.builder()
                .text("betalt w2345", TextScope.PUBLIC)
                .statuses(OPEN)
                .descending(TicketSort.UPDATED)
                .build();
        String plan = plan(
                query,
                "large",
                "NEW",
                "OPEN",
                sought("betalt"),
                "SUBJECT",
                "PUBLIC",
                sought("w2345"),
                "SUBJECT",
                "PUBLIC",
                "51");

        assertThat(plan)
                .containsOnlyOnce("Bitmap Index Scan on " + PREFIX + "text_by_word")
                .contains("w2345", "text_pk")
                .doesNotContain("Seq Scan");
    }

    @Test
    void tickets_with_common_words_are_read_in_the_order_of_the_page() throws SQLException {
        TicketQuery query = TicketQuery.builder().text("betalt jeg").build();
        String plan = plan(query, "large", sought("betalt"), sought("jeg"), "51");

        assertThat(plan)
                .contains("Index Scan using " + PREFIX + "ticket_by_number", PREFIX + "text_pk")
                .doesNotContain("Seq Scan", "Sort", "text_by_word");
    }

    @Test
    void a_statement_is_planned_for_its_words_however_often_they_were_looked_for() {
        TextIndex index = TextIndex.of(Dialect.POSTGRESQL, PREFIX);

        assertThat(index.has(LARGE, "betalt", TextScope.ALL).sql())
                .isNotEqualTo(index.has(LARGE, "betalt", TextScope.ALL).sql());
    }
}
