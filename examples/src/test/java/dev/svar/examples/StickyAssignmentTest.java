package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StickyAssignmentTest {
    private final Shown shown = Shown.by(StickyAssignment::run);

    @Test
    void everybody_meets_whom_they_know() {
        assertThat(shown.lines())
                .startsWith(
                        "Tue 1 Dec 10:00 kari asks: ola gets it Tue 1 Dec 10:00,"
                                + " nobody has served this customer yet, fewest open tickets: 0 of 20",
                        "Tue 1 Dec 11:00 per asks: lise gets it Tue 1 Dec 11:00,"
                                + " nobody has served this customer yet, fewest open tickets: 0 of 20",
                        "Wed 2 Dec 10:00 kari asks: ola gets it Wed 2 Dec 10:00, served this customer last");
        assertThat(shown.desk()).ticket("SUP-3").isAssignedTo(Stage.OLA);
    }

    @Test
    void who_is_away_has_a_deputy() {
        assertThat(shown.lines())
                .contains("Thu 3 Dec 10:00 kari asks: lise gets it Thu 3 Dec 10:00,"
                        + " served this customer last: ola, not available, deputy of ola");
        assertThat(shown.desk()).ticket("SUP-4").isAssignedTo(Stage.LISE);
    }

    @Test
    void what_is_asked_at_night_waits_for_the_team_to_open() {
        assertThat(shown.lines())
                .hasSize(5)
                .endsWith("Thu 3 Dec 22:30 per asks: lise gets it Fri 4 Dec 09:00, served this customer last");
    }
}
