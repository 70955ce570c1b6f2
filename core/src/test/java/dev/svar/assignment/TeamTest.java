package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.CalendarException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final TeamId ID = new TeamId("support");
    private final Team support = Team.of(ID, "Support", agent("ola"), agent("kari"));

    @Test
    void a_team_without_hours_always_works() {
        Instant christmas = Instant.parse("2026-12-25T03:00:00Z");

        assertThat(support.open(christmas)).isTrue();
        assertThat(support.nextOpen(christmas)).contains(christmas);
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-11-20 is a Friday
        "2026-11-20T07:59:59Z, false, 2026-11-20T08:00:00Z",
        "2026-11-20T08:00:00Z, true,  2026-11-20T08:00:00Z",
        "2026-11-20T15:59:59Z, true,  2026-11-20T15:59:59Z",
        "2026-11-20T16:00:00Z, false, 2026-11-23T08:00:00Z",
    })
    void a_team_works_the_hours_of_its_calendar(Instant now, boolean open, Instant next) {
        Team team = support.withHours(BusinessCalendar.standard(OSLO));

        assertThat(team.open(now)).isEqualTo(open);
        assertThat(team.nextOpen(now)).contains(next);
    }

    @Test
    void a_team_for_a_few_dates_does_not_open_again_when_they_are_over() {
        Team team = support.withHours(BusinessCalendar.builder(OSLO)
                .exception(LocalDate.parse("2026-11-27"), "Black Friday", "08:00-20:00")
                .build());

        assertThat(team.nextOpen(Instant.parse("2026-11-20T12:00:00Z")))
                .contains(Instant.parse("2026-11-27T07:00:00Z"));
        assertThat(team.nextOpen(Instant.parse("2026-11-28T12:00:00Z"))).isEmpty();
    }

    @Test
    void a_time_that_the_calendar_does_not_reach_is_an_error_of_the_calendar() {
        Team team = support.withHours(BusinessCalendar.standard(OSLO));

        assertThatThrownBy(() -> team.nextOpen(Instant.parse("2200-01-01T00:00:00Z")))
                .isInstanceOf(CalendarException.class);
    }

    @Test
    void a_team_has_members_and_each_once() {
        assertThatThrownBy(() -> Team.of(ID, "Support"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("team.members of support is empty, a team needs at least one member");
        assertThatThrownBy(() -> Team.of(ID, "Support", agent("ola"), agent("kari"), agent("ola")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("team.members of support holds ola twice, each may be there once");
    }

    @Test
    void a_team_is_bounded() {
        List<AgentId> most = IntStream.range(0, Team.MAX_MEMBERS)
                .mapToObj(i -> agent("a" + i))
                .toList();

        assertThat(new Team(ID, "Support", most, Optional.empty()).members()).hasSize(1_000);
        assertThatThrownBy(() -> new Team(
                        ID, "Support", Collections.nCopies(Team.MAX_MEMBERS + 1, agent("ola")), Optional.empty()))
                .hasMessage("team.members holds 1001 elements, at most 1000 are allowed");
        assertThatThrownBy(() -> Team.of(ID, "Sup\nport", agent("ola"))).hasMessageContaining("team.name");
    }
}
