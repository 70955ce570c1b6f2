package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static dev.svar.assignment.Shift.agents;
import static dev.svar.assignment.Shift.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static AgentProfile deputy(String of, String deputy) {
        return AgentProfile.of(agent(of)).withDeputy(agent(deputy));
    }

    @Test
    void members_without_a_profile_have_the_usual_one() {
        Roster roster = Roster.of(
                List.of(team("a: ola kari")),
                List.of(AgentProfile.of(agent("ola")).withCapacity(2)));

        assertThat(roster.profile(agent("ola")).capacity()).isEqualTo(2);
        assertThat(roster.profile(agent("kari"))).isEqualTo(AgentProfile.of(agent("kari")));
        assertThat(roster.profile(agent("stranger"))).isEqualTo(AgentProfile.of(agent("stranger")));
        assertThat(roster.team(new TeamId("a"))).contains(team("a: ola kari"));
        assertThat(roster.team(new TeamId("b"))).isEmpty();
    }

    @Test
    void deputies_stand_in_one_for_the_other_until_somebody_comes_twice() {
        Roster roster = Roster.of(
                List.of(team("a: ola kari per")),
                List.of(deputy("ola", "kari"), deputy("kari", "per"), deputy("per", "kari")));

        assertThat(roster.deputies(agent("ola"))).isEqualTo(agents("kari per"));
        assertThat(roster.deputies(agent("kari"))).isEqualTo(agents("per"));
        assertThat(roster.deputies(agent("stranger"))).isEmpty();
    }

    @Test
    void the_line_of_deputies_is_bounded() {
        List<AgentProfile> line = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            line.add(deputy("a" + i, "a" + (i + 1)));
        }
        Roster roster = Roster.of(List.of(team("a: a9")), line);

        assertThat(roster.deputies(agent("a0"))).isEqualTo(agents("a1 a2 a3 a4 a5"));
    }

    @Test
    void what_is_ambiguous_or_unknown_is_refused() {
        assertThatThrownBy(() -> Shift.of(team("a: ola"), team("a: kari")))
                .hasMessage("roster.teams holds a twice, each may be there once");
        assertThatThrownBy(() ->
                        Roster.of(List.of(), List.of(AgentProfile.of(agent("ola")), AgentProfile.of(agent("ola")))))
                .hasMessage("roster.profiles holds ola twice, each may be there once");
        assertThatThrownBy(() -> Roster.of(List.of(team("a: ola")), List.of(deputy("ola", "typo"))))
                .hasMessage("profile.deputy of ola is typo, who is in no team and has no profile: add one of them");
    }

    @Test
    void a_ticket_of_a_team_that_is_not_there_is_refused() {
        Shift shift = Shift.of(team("a: ola"));

        assertThatThrownBy(() -> shift.asks().team(Optional.of(new TeamId("gone"))))
                .isInstanceOfSatisfying(
                        UnknownTeamException.class, e -> assertThat(e.team()).isEqualTo(new TeamId("gone")))
                .hasMessage("there is no team gone in the roster");
    }

    @Test
    void places_in_all_teams_together_are_bounded() {
        String thousand = String.join(
                " ", IntStream.range(0, Team.MAX_MEMBERS).mapToObj(i -> "a" + i).toList());
        List<Team> teams =
                IntStream.range(0, 11).mapToObj(i -> team(i + ": " + thousand)).toList();

        assertThat(Roster.of(teams.subList(0, 10), List.of()).teams()).hasSize(10);
        assertThatThrownBy(() -> Roster.of(teams, List.of()))
                .hasMessage("roster.teams.members holds 11000 elements, at most 10000 are allowed");
    }
}
