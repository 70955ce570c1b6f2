package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.category.CategoryAnswer;
import dev.svar.insight.DeskTrends;
import dev.svar.insight.TrendAlarm;
import dev.svar.insight.TrendSeries;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.Tally;
import dev.svar.ticket.Audience;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.trend.HourlyCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tickets are counted once each, and more than usual is one alarm. */
final class DeskTrendsTest {
    private final TestDesk office = new TestDesk();
    private final List<TrendAlarm> told = new ArrayList<>();
    private final DeskTrends trends = trends(told);
    private final HelpDesk desk = office.builder(office.mail)
            .categorizer(question -> new CategoryAnswer(Optional.of("billing"), 1, List.of("all")))
            .trends(trends)
            .build();

    private DeskTrends trends(List<TrendAlarm> to) {
        return DeskTrends.builder(office.store, to::add)
                .time(office.time)
                .facts("release")
                .build();
    }

    private TicketId opened(String release) {
        return desk.open(NewTicket.builder(TestDesk.KARI, "Help", "Card")
                        .fact("release", new FieldValue.Text(release), Audience.INTERNAL)
                        .fact("order", new FieldValue.Text("17"), Audience.INTERNAL)
                        .build())
                .id();
    }

    private long counted(String series) {
        long hour = HourlyCounts.hourOf(office.time.instant());
        return office.store.tallies(TENANT, series, hour - 900, hour + 1).stream()
                .mapToLong(Tally::count)
                .sum();
    }

    @Test
    void tickets_are_counted_by_category_tag_and_fact_in_the_hour_in_which_they_were_opened() {
        TicketId first = opened("5.1");
        opened("5.2");
        desk.runDue(100);
        long hour = HourlyCounts.hourOf(office.time.instant());
        office.time.advance(Duration.ofHours(3));
        desk.execute(first, new TicketCommand.Categorize(AGENT, "access", List.of()));
        desk.execute(first, new TicketCommand.ChangeTags(AGENT, Set.of(new Tag("vip"), new Tag("eu")), Set.of()));
        desk.execute(first, new TicketCommand.ChangeTags(AGENT, Set.of(), Set.of(new Tag("eu"))));
        desk.runDue(100);
        desk.runDue(100);

        Map<String, Long> expected = Map.of(
                "tickets/all", 2L,
                "category/billing", 1L,
                "category/access", 1L,
                "tag/vip", 1L,
                "fact/release/5.1", 1L,
                "fact/release/5.2", 1L);
        assertThat(office.store.busiest(TENANT, hour, hour + 1, 100))
                .extracting(Tally::series)
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((series, count) -> assertThat(office.store.tallies(TENANT, series, hour, hour + 4))
                .as(series)
                .containsExactly(new Tally(series, hour, count)));
    }

    @Test
    void events_are_counted_once_whoever_counts_and_spam_is_not_counted() {
        for (int i = 0; i < 30; i++) {
            opened("5.1");
        }
        TicketId spam = opened("5.1");
        desk.execute(spam, new TicketCommand.MarkSpam(AGENT));
        desk.runDue(7);
        HelpDesk second =
                office.builder(office.mail).trends(trends(new ArrayList<>())).build();
        second.runDue(1000);
        desk.runDue(1000);

        assertThat(counted("tickets/all")).isEqualTo(30);
        assertThat(counted("fact/release/5.1")).isEqualTo(30);
    }

    @Test
    void what_is_marked_as_spam_later_leaves_the_counts_and_comes_back_as_it_is_then() {
        TicketId ticket = opened("5.1");
        desk.execute(ticket, new TicketCommand.ChangeTags(AGENT, Set.of(new Tag("vip")), Set.of()));
        desk.runDue(100);
        assertThat(counted("tag/vip")).isEqualTo(1);
        desk.execute(ticket, new TicketCommand.MarkSpam(AGENT));
        desk.execute(ticket, new TicketCommand.ChangeTags(AGENT, Set.of(new Tag("eu")), Set.of(new Tag("vip"))));
        desk.runDue(100);
        for (String series : List.of("tickets/all", "fact/release/5.1", "category/billing", "tag/vip", "tag/eu")) {
            assertThat(counted(series)).as(series).isZero();
        }
        desk.execute(ticket, new TicketCommand.Categorize(AGENT, "access", List.of()));
        desk.runDue(100);
        assertThat(counted("category/access")).as("while it is spam").isZero();
        desk.execute(ticket, new TicketCommand.ClearSpam(AGENT));
        desk.execute(ticket, new TicketCommand.MarkSpam(AGENT));
        desk.execute(ticket, new TicketCommand.ClearSpam(AGENT));
        desk.runDue(100);

        for (String series : List.of("tickets/all", "fact/release/5.1", "category/access", "tag/eu")) {
            assertThat(counted(series)).as(series).isEqualTo(1);
        }
        assertThat(counted("category/billing")).isZero();
        assertThat(counted("tag/vip")).isZero();
    }

    /** Ten weeks in which a ticket about billing comes every other hour and one about access every third. */
    private void past() {
        Changes.Builder past = Changes.builder(TENANT);
        long now = HourlyCounts.hourOf(office.time.instant());
        for (long hour = now - 10 * 7 * 24; hour < now; hour++) {
            past.tally(new Tally("tickets/all", hour, 1 + hour % 2));
            past.tally(new Tally("category/billing", hour, hour % 2));
            past.tally(new Tally("category/access", hour, hour % 3 == 0 ? 1 : 0));
        }
        assertThat(office.store.commit(past.build())).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    void an_outbreak_is_told_once_by_one_of_all_nodes_until_it_is_over() {
        past();
        List<TrendAlarm> toldElsewhere = new ArrayList<>();
        DeskTrends elsewhere = trends(toldElsewhere);
        assertThat(trends.check()).isEmpty();
        for (int i = 0; i < 12; i++) {
            opened("5.1");
        }
        desk.runDue(1000);
        office.time.advance(Duration.ofMinutes(10));

        assertThat(elsewhere.check()).isEqualTo(toldElsewhere);
        assertThat(trends.check()).isEmpty();
        assertThat(told).isEmpty();
        assertThat(toldElsewhere).extracting(a -> a.series().name()).contains("category/billing", "fact/release/5.1");
        TrendAlarm alarm = toldElsewhere.stream()
                .filter(a -> a.series().category().equals(Optional.of("billing")))
                .findFirst()
                .orElseThrow();
        assertThat(alarm.since()).isEqualTo(office.time.instant());
        assertThat(alarm.look().observed()).isGreaterThanOrEqualTo(12);
        assertThat(trends.running()).containsKey(new TrendSeries("category/billing"));

        for (int hour = 0; hour < 40; hour++) {
            office.time.advance(Duration.ofHours(1));
            trends.check();
        }
        assertThat(told).isEmpty();
        assertThat(trends.running()).isEmpty();
    }

    @Test
    void an_alarm_whose_listener_fails_comes_again_after_the_lease_and_then_never() {
        past();
        for (int i = 0; i < 12; i++) {
            opened("5.1");
        }
        desk.runDue(1000);
        office.time.advance(Duration.ofMinutes(10));
        DeskTrends failing = DeskTrends.builder(office.store, alarm -> {
                    throw new IllegalStateException("no pager");
                })
                .time(office.time)
                .build();
        assertThatThrownBy(failing::check).hasMessage("no pager");
        assertThat(trends.check()).isEmpty();

        office.time.advance(DeskTrends.LEASE);

        int before = trends.check().size();
        assertThat(told).hasSize(before).isNotEmpty();
        office.time.advance(DeskTrends.LEASE);
        assertThat(trends.check()).isEmpty();
    }
}
