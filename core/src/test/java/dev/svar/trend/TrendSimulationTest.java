package dev.svar.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.trend.TrendLook.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often an alarm is false and how soon it comes, at desks that are simulated. What docs/trends.md says comes from here. */
final class TrendSimulationTest {
    private static final long SEED = 20261126;
    private static final int WEEK = 7 * 24;
    private static final int PAST = 10;
    private static final double[] PER_WEEK = {3, 20, 100, 1000};
    private static final double SPREAD = 0.3;

    private final TrendDetector detector = new TrendDetector(TrendRule.standard());

    private record Desk(SimulatedSeries series, SimulatedSeries others) {
        static Desk of(long seed, double perWeek) {
            Random random = new Random(seed);
            Desk desk = new Desk(
                    new SimulatedSeries(random, perWeek, SPREAD),
                    new SimulatedSeries(random, perWeek * 9 + 50, SPREAD));
            for (long hour = 0; hour < PAST * WEEK; hour++) {
                desk.live(hour, 1, 1);
            }
            return desk;
        }

        void live(long hour, double part, double times) {
            series.live(hour, part, times);
            others.live(hour, part, 1);
        }

        TrendLook look(TrendDetector detector, Optional<TrendEpisode> running, Instant now) {
            return detector.look(
                    series.counts(),
                    others.counts(),
                    running.map(TrendEpisode::since).orElse(now),
                    now);
        }
    }

    private static Instant at(long hour, int minute) {
        return Instant.ofEpochSecond(hour * 3600 + minute * 60L);
    }

    @Test
    void an_ordinary_series_raises_a_false_alarm_less_than_once_in_two_years() {
        int weeks = 13;
        int runs = 4;
        int all = 0;
        for (double perWeek : PER_WEEK) {
            int alarms = 0;
            for (int run = 0; run < runs; run++) {
                Desk desk = Desk.of(SEED + run, perWeek);
                Optional<TrendEpisode> running = Optional.empty();
                for (long hour = PAST * WEEK; hour < (PAST + weeks) * WEEK; hour++) {
                    for (int part = 1; part <= 2; part++) {
                        desk.live(hour, 0.5, 1);
                        Instant now = at(hour, part * 30 - 1);
                        Optional<TrendEpisode> next =
                                TrendEpisode.after(running, desk.look(detector, running, now), now);
                        alarms += running.isEmpty() && next.isPresent() ? 1 : 0;
                        running = next;
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "false alarms, %.0f a week: %d in %.1f years (seed %d)%n",
                    perWeek,
                    alarms,
                    runs * weeks / 52.0,
                    SEED);
            all += alarms;
        }
        assertThat(all).as("false alarms in four years, seed %d", SEED).isLessThanOrEqualTo(2);
    }

    @Test
    void an_outbreak_is_found_the_sooner_the_larger_it_is() {
        List<Double> delays = new ArrayList<>();
        for (double perWeek : PER_WEEK) {
            for (double times : new double[] {3, 5, 10}) {
                List<Double> minutes = new ArrayList<>();
                for (int run = 0; run < 9; run++) {
                    minutes.add(delay(Desk.of(SEED + run, perWeek), times));
                }
                minutes.sort(null);
                System.out.printf(
                        Locale.ROOT,
                        "%.0f a week, %.0f times as much: median delay %.0f min, found in a day %d of 9 (seed %d)%n",
                        perWeek,
                        times,
                        minutes.get(4),
                        minutes.stream().filter(m -> m < 24 * 60).count(),
                        SEED);
                delays.add(minutes.get(4));
            }
        }
        assertThat(delays.get(11)).as("1000 a week, tenfold").isLessThanOrEqualTo(20);
        assertThat(delays.get(8)).as("100 a week, tenfold").isLessThanOrEqualTo(120);
        assertThat(delays.get(5)).as("20 a week, tenfold").isLessThanOrEqualTo(360);
    }

    /** On a Wednesday at ten it begins, and goes on for a day. */
    private double delay(Desk desk, double times) {
        long start = PAST * WEEK + 2 * 24 + 10;
        for (long hour = PAST * WEEK; hour < start; hour++) {
            desk.live(hour, 1, 1);
        }
        for (long hour = start; hour < start + 24; hour++) {
            for (int part = 1; part <= 6; part++) {
                desk.live(hour, 1 / 6.0, times);
                TrendLook look = desk.look(detector, Optional.empty(), at(hour, part * 10 - 1));
                if (look.finding() == Finding.ABOVE) {
                    return (hour - start) * 60.0 + part * 10;
                }
            }
        }
        return 24 * 60;
    }

    @Test
    void an_episode_is_one_alarm_and_ends_after_it_is_over_and_past_outbreaks_hide_no_new_one() {
        Desk desk = Desk.of(SEED, 100);
        Optional<TrendEpisode> running = Optional.empty();
        int alarms = 0;
        List<Integer> perOutbreak = new ArrayList<>();
        for (int week = 0; week < 3; week++) {
            for (int of = 0; of < WEEK; of++) {
                long hour = (PAST + week) * (long) WEEK + of;
                boolean outbreak = of >= 2 * 24 + 9 && of < 2 * 24 + 15;
                for (int part = 1; part <= 2; part++) {
                    desk.live(hour, 0.5, outbreak ? 10 : 1);
                    Instant now = at(hour, part * 30 - 1);
                    Optional<TrendEpisode> next = TrendEpisode.after(running, desk.look(detector, running, now), now);
                    alarms += running.isEmpty() && next.isPresent() ? 1 : 0;
                    running = next;
                }
            }
            assertThat(running)
                    .as("a running episode after week %d, seed %d", week, SEED)
                    .isEmpty();
            perOutbreak.add(alarms);
        }
        assertThat(perOutbreak).as("alarms after each outbreak, seed %d", SEED).containsExactly(1, 2, 3);
    }

    @Test
    void a_young_desk_has_no_alarm_and_a_new_topic_of_an_old_desk_has_one() {
        HourlyCounts nothing = HourlyCounts.of(Map.of());
        HourlyCounts ten = HourlyCounts.of(Map.of(10L * WEEK, 10L));
        assertThat(detector.look(ten, ten, at(10L * WEEK, 30), at(10L * WEEK, 30))
                        .finding())
                .isEqualTo(Finding.TOO_YOUNG);
        HourlyCounts old = Desk.of(SEED, 100).others().counts();

        assertThat(detector.look(nothing, old, at(10L * WEEK, 30), at(10L * WEEK, 30))
                        .finding())
                .isEqualTo(Finding.USUAL);
        TrendLook look = detector.look(ten, old, at(10L * WEEK, 30), at(10L * WEEK, 30));
        assertThat(look.finding()).isEqualTo(Finding.ABOVE);
        assertThat(look.observed()).isEqualTo(10);
        assertThat(look.expected()).isLessThan(1);
    }
}
