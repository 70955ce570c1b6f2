package dev.svar.assignment;

import static dev.svar.assignment.Shift.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TeamId;
import dev.svar.sla.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowTheSunTest {
    private static Team daily(String line, String zone) {
        return team(line)
                .withHours(BusinessCalendar.builder(ZoneId.of(zone))
                        .open(EnumSet.allOf(DayOfWeek.class), "09:00-17:00")
                        .build());
    }

    private final Shift shift = Shift.of(
            daily("sydney: ann", "Australia/Sydney"),
            daily("oslo: ola", "Europe/Oslo"),
            daily("california: joe", "America/Los_Angeles"));

    @ParameterizedTest
    @CsvSource({
        // the day before clocks go forward in Oslo (summer in Sydney, daylight saving time in California)
        "2027-03-27T05:59:59Z, ann,",
        "2027-03-27T06:00:00Z, '',  2027-03-27T08:00:00Z",
        "2027-03-27T07:30:00Z, '',  2027-03-27T08:00:00Z",
        "2027-03-27T08:00:00Z, ola,",
        "2027-03-27T15:30:00Z, ola,",
        "2027-03-27T16:00:00Z, joe,",
        "2027-03-27T22:00:00Z, ann joe,",
        // the day of the change: an hour earlier
        "2027-03-28T00:00:00Z, ann,",
        "2027-03-28T06:30:00Z, '',  2027-03-28T07:00:00Z",
        "2027-03-28T07:30:00Z, ola,",
        "2027-03-28T15:00:00Z, '',  2027-03-28T16:00:00Z",
        // clocks go back in Sydney at 16:00Z on the third, so that its Sunday begins an hour later
        "2027-04-02T22:30:00Z, ann joe,",
        "2027-04-03T22:30:00Z, joe,",
        "2027-04-03T23:00:00Z, ann joe,",
    })
    void a_ticket_goes_to_whoever_works(Instant now, String names, Instant retryAt) {
        Set<String> got = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            AssignmentAnswer answer =
                    AssignmentStrategy.roundRobin().choose(shift.asks(now).build());
            answer.agent().ifPresent(agent -> got.add(agent.value()));
            assertThat(answer.retryAt()).isEqualTo(Optional.ofNullable(retryAt));
        }

        assertThat(got)
                .isEqualTo(Arrays.stream(names.split(" ", -1))
                        .filter(n -> !n.isEmpty())
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_ticket_of_a_team_waits_for_that_team() {
        AssignmentQuestion.Builder ticket =
                shift.asks(Instant.parse("2027-03-28T16:30:00Z")).team(Optional.of(new TeamId("oslo")));

        assertThat(AssignmentStrategy.roundRobin().choose(ticket.build()))
                .isEqualTo(AssignmentAnswer.nobody(
                        Optional.of(Instant.parse("2027-03-29T07:00:00Z")),
                        List.of("team oslo: closed until 2027-03-29T07:00:00Z")));
        assertThat(AssignmentStrategy.allHands().choose(ticket.build()).reasons())
                .containsExactly("next in turn of 1 present");
    }

    @Test
    void when_those_who_work_are_absent_it_is_asked_again_when_the_sun_has_moved_on() {
        shift.absent("ola");

        assertThat(AssignmentStrategy.leastLoaded()
                        .choose(shift.asks(Instant.parse("2027-03-28T08:00:00Z"))
                                .build()))
                .isEqualTo(AssignmentAnswer.nobody(
                        Optional.of(Instant.parse("2027-03-28T16:00:00Z")), List.of("all teams: 0 of 1 available")));
    }

    @Test
    void the_next_opening_is_that_of_a_team_with_somebody_who_fits() {
        AssignmentQuestion norwegians = shift.asks(Instant.parse("2027-03-28T15:00:00Z"))
                .build()
                .among("is ola", profile -> profile.agent().value().equals("ola"));

        assertThat(AssignmentStrategy.roundRobin().choose(norwegians).retryAt())
                .contains(Instant.parse("2027-03-29T07:00:00Z"));
    }
}
