package dev.svar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.SlaClocks;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketQueryTest {
    private static final Instant NOW = Instant.parse("2026-12-03T10:00:00.123456Z");
    private static final UUID ID = new UUID(1, 2);

    private record Asking(String name, UnaryOperator<TicketQuery.Builder> parts) {
        TicketQuery query() {
            return parts.apply(TicketQuery.builder()).limit(1).build();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** No two of them ask for the same. */
    static List<Asking> different() {
        List<Asking> all = new ArrayList<>();
        Map.<String, UnaryOperator<TicketQuery.Builder>>ofEntries(
                        Map.entry("everything", q -> q),
                        Map.entry("status", q -> q.statuses(EnumSet.of(StatusCategory.NEW))),
                        Map.entry("statuses", q -> q.statuses(EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN))),
                        Map.entry("label", q -> q.labels(Set.of("open"))),
                        Map.entry("labels", q -> q.labels(Set.of("open", "new"))),
                        Map.entry("odd label", q -> q.labels(Set.of("open4:new"))),
                        Map.entry("agent", q -> q.assignee(new AgentId("berit"))),
                        Map.entry("agent none", q -> q.assignee(new AgentId("none"))),
                        Map.entry("nobody", q -> q.unassigned()),
                        Map.entry("team", q -> q.team(new TeamId("berit"))),
                        Map.entry("no team", q -> q.withoutTeam()),
                        Map.entry("requester", q -> q.requesters(Set.of(new ContactId(ID)))),
                        Map.entry("organization", q -> q.organization(new OrganizationId(ID))),
                        Map.entry("category", q -> q.category("berit")),
                        Map.entry("no category", q -> q.uncategorized()),
                        Map.entry("tag", q -> q.tags(Set.of(new Tag("open")))),
                        Map.entry("priority", q -> q.priorities(EnumSet.of(Priority.LOW))),
                        Map.entry("field", q -> q.field(new FieldKey("plan"), FieldValue.of("1"))),
                        Map.entry("number field", q -> q.field(new FieldKey("plan"), FieldValue.of(1))),
                        Map.entry("other field", q -> q.field(new FieldKey("seats"), FieldValue.of("1"))),
                        Map.entry("due", q -> q.dueBefore(NOW)),
                        Map.entry("updated", q -> q.updatedSince(NOW)),
                        Map.entry("opened", q -> q.openedSince(NOW)),
                        Map.entry("opened later", q -> q.openedSince(NOW.plusNanos(1000))),
                        Map.entry("word", q -> q.text("open")),
                        Map.entry("public word", q -> q.text("open", TextScope.PUBLIC)),
                        Map.entry("word of the subject", q -> q.text("open", TextScope.SUBJECT)),
                        Map.entry("with spam", q -> q.spam(Including.WITH)),
                        Map.entry("spam", q -> q.spam(Including.ONLY)),
                        Map.entry("without snoozed", q -> q.snoozed(Including.WITHOUT)),
                        Map.entry("snoozed", q -> q.snoozed(Including.ONLY)),
                        Map.entry("last", q -> q.descending(TicketSort.NUMBER)),
                        Map.entry("by due", q -> q.ascending(TicketSort.DUE)),
                        Map.entry("by due, last", q -> q.descending(TicketSort.DUE)),
                        Map.entry("by update", q -> q.ascending(TicketSort.UPDATED)),
                        Map.entry("by opening", q -> q.ascending(TicketSort.OPENED)),
                        Map.entry("by priority", q -> q.ascending(TicketSort.PRIORITY)))
                .forEach((name, parts) -> all.add(new Asking(name, parts)));
        return all;
    }

    private static String cursorOf(TicketQuery query) {
        return query.page(List.of(state(7), state(8))).next().orElseThrow();
    }

    private static TicketState state(long number) {
        Ticket ticket = Ticket.builder(
                        new TicketId(new UUID(0, number)),
                        TenantId.DEFAULT,
                        new TicketNumber("SUP", number),
                        new ContactId(ID),
                        Channel.MAIL,
                        NOW)
                .version(1, NOW)
                .build();
        return new TicketState(ticket, SlaClocks.none());
    }

    @ParameterizedTest
    @MethodSource("different")
    void a_cursor_leads_on_in_its_own_query_and_in_no_other(Asking asking) {
        String cursor = cursorOf(asking.query());

        TicketQuery next =
                asking.parts().apply(TicketQuery.builder()).limit(99).build().from(cursor);
        assertThat(next.limit()).isEqualTo(99);
        assertThat(next.isAhead(state(7))).isFalse();
        assertThat(next.isAhead(state(8))).isNotEqualTo(next.descending());
        assertThat(next.isAhead(state(6))).isEqualTo(next.descending());
        assertThat(different())
                .filteredOn(other -> !other.name().equals(asking.name()))
                .allSatisfy(other -> assertThatThrownBy(() -> other.query().from(cursor))
                        .isInstanceOfSatisfying(
                                InvalidValueException.class,
                                e -> assertThat(e.field()).isEqualTo("query.cursor")));
    }

    @Test
    void a_cursor_says_nothing_to_people_and_fits_into_a_link() {
        assertThat(cursorOf(TicketQuery.all(1))).matches("[A-Za-z0-9_-]{34}");
    }

    @Test
    void equal_queries_take_each_others_cursors_whatever_their_limits_and_the_order_of_their_sets() {
        TicketQuery one = TicketQuery.builder()
                .labels(Set.of("a", "b", "c"))
                .field(new FieldKey("plan"), FieldValue.of("1"))
                .field(new FieldKey("seats"), FieldValue.of(2))
                .limit(1)
                .build();
        TicketQuery two = TicketQuery.builder()
                .field(new FieldKey("seats"), FieldValue.of(2))
                .field(new FieldKey("plan"), FieldValue.of("1"))
                .labels(Set.of("c", "b", "a"))
                .limit(500)
                .build();

        assertThatCode(() -> two.from(cursorOf(one))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "7", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "å", "AAAA AAAA"})
    void what_is_no_cursor_is_refused_by_name(String text) {
        assertThatThrownBy(() -> TicketQuery.all(10).from(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("query.cursor is not one that a page of this query gave");
    }

    @Test
    void a_cursor_that_was_cut_or_made_longer_is_refused() {
        String cursor = cursorOf(TicketQuery.all(1));
        for (String other : List.of(cursor.substring(0, 30), cursor + "AAAA", cursor.substring(0, 32))) {
            assertThatThrownBy(() -> TicketQuery.all(1).from(other)).isInstanceOf(InvalidValueException.class);
        }
    }

    static List<Asking> beyondLimits() {
        List<Asking> all = new ArrayList<>();
        Map.<String, UnaryOperator<TicketQuery.Builder>>ofEntries(
                        Map.entry("query.limit is 0", q -> q.limit(0)),
                        Map.entry("query.limit is 1001", q -> q.limit(1001)),
                        Map.entry("query.statuses is empty", q -> q.statuses(Set.of())),
                        Map.entry("query.labels is empty", q -> q.labels(Set.of())),
                        Map.entry("query.labels holds 101", q -> q.labels(many(101, i -> "label" + i))),
                        Map.entry("query.labels is 41 characters", q -> q.labels(Set.of("x".repeat(41)))),
                        Map.entry("query.requesters is empty", q -> q.requesters(Set.of())),
                        Map.entry(
                                "query.requesters holds 101",
                                q -> q.requesters(many(101, i -> new ContactId(new UUID(0, i))))),
                        Map.entry("query.category is blank", q -> q.category(" ")),
                        Map.entry("query.category is 101 characters", q -> q.category("x".repeat(101))),
                        Map.entry("query.tags is empty", q -> q.tags(Set.of())),
                        Map.entry("query.tags holds 21", q -> q.tags(many(21, i -> new Tag("tag" + i)))),
                        Map.entry("query.priorities is empty", q -> q.priorities(Set.of())),
                        Map.entry("query.fields holds 21", q -> {
                            IntStream.range(0, 21).forEach(i -> q.field(new FieldKey("f" + i), FieldValue.of(i)));
                            return q;
                        }),
                        Map.entry("query.dueBefore is", q -> q.dueBefore(Instant.MAX)),
                        Map.entry("query.updatedSince is", q -> q.updatedSince(Instant.MIN)),
                        Map.entry("query.openedSince is", q -> q.openedSince(TicketQuery.LATEST.plusNanos(1))),
                        Map.entry("query.text is empty", q -> q.text(" ?! ")),
                        Map.entry("query.text is 501 characters", q -> q.text("x".repeat(501))),
                        Map.entry(
                                "query.text holds 11",
                                q -> q.text(IntStream.range(0, 11)
                                        .mapToObj(i -> "w" + i)
                                        .collect(Collectors.joining(" ")))))
                .forEach((name, parts) -> all.add(new Asking(name, parts)));
        return all;
    }

    private static <T> Set<T> many(int count, IntFunction<T> value) {
        return IntStream.range(0, count).mapToObj(value).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("beyondLimits")
    void a_value_beyond_its_limit_is_refused_by_name(Asking asking) {
        TicketQuery.Builder builder = TicketQuery.builder();

        assertThatThrownBy(() -> asking.parts().apply(builder))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(asking.name());
    }

    @Test
    void all_tickets_are_all_tickets() {
        TicketQuery all = TicketQuery.all(3);

        assertThat(all.matches(state(1), List.of())).isTrue();
        assertThat(all.spam()).isEqualTo(Including.WITH);
        assertThat(all.statuses()).hasSize(StatusCategory.values().length);
        assertThat(all.page(Collections.nCopies(3, state(1))).next()).isEmpty();
    }

    @Test
    void a_query_does_not_change_with_its_builder() {
        TicketQuery.Builder builder = TicketQuery.builder();
        TicketQuery before = builder.build();
        builder.field(new FieldKey("plan"), FieldValue.of("1")).text("vipps").unassigned();

        assertThat(before.fields()).isEmpty();
        assertThat(before.words()).isEmpty();
        assertThat(before.assignee()).isInstanceOf(Wanted.Anything.class);
    }
}
