package dev.svar.sla;

import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LazyTimelineTest {
    private static final long NOW = at("2026-11-20T10:00+01:00").getEpochSecond();
    private static final long DAY = 86_400;

    private final LazyTimeline lazy = new LazyTimeline(
            new OpeningHours(new Schedule(OSLO, Map.of(), new SpecialDays(new TreeMap<>(), List.of())), List.of()));

    @Test
    void what_is_covered_is_not_worked_out_again() {
        Timeline first = lazy.covering(NOW, NOW);

        assertThat(lazy.covering(NOW - 300 * DAY, NOW + 300 * DAY)).isSameAs(first);
    }

    @Test
    void growing_keeps_what_was_covered_and_at_least_doubles_it() {
        Timeline first = lazy.covering(NOW, NOW);
        long length = first.to() - first.from();

        Timeline later = lazy.covering(first.to(), first.to());
        assertThat(later.from()).isEqualTo(first.from());
        assertThat(later.to()).isGreaterThanOrEqualTo(first.to() + length);

        Timeline both = lazy.covering(first.from() - 1, NOW);
        assertThat(both.to()).isEqualTo(later.to());
        assertThat(both.from()).isLessThanOrEqualTo(first.from() - 2 * length);
    }

    @Test
    void nothing_is_covered_out_of_range() {
        Timeline all =
                lazy.covering(BusinessCalendar.EARLIEST.getEpochSecond(), BusinessCalendar.LATEST.getEpochSecond() - 1);

        assertThat(all.from()).isEqualTo(BusinessCalendar.EARLIEST.getEpochSecond());
        assertThat(all.to()).isEqualTo(BusinessCalendar.LATEST.getEpochSecond());
    }
}
