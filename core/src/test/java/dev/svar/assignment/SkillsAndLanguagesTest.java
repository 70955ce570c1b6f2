package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static dev.svar.assignment.Shift.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TeamId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillsAndLanguagesTest {
    private static final Locale SV = Locale.forLanguageTag("sv");
    private static final Locale NB = Locale.forLanguageTag("nb");
    private final AssignmentStrategy strategy = AssignmentStrategy.skillsAndLanguages(AssignmentStrategy.roundRobin());

    private static Shift shift() {
        return new Shift(Roster.of(
                List.of(team("a: plain bill sven both")),
                List.of(
                        AgentProfile.of(agent("bill")).withSkills("billing"),
                        AgentProfile.of(agent("sven")).withLanguages(SV),
                        AgentProfile.of(agent("both")).withSkills("billing").withLanguages(SV, NB))));
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value);
    }

    private static AssignmentQuestion question(Shift shift, String category, String language) {
        return shift.asks()
                .category(text(category))
                .language(text(language).map(Locale::forLanguageTag))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "billing, sv,    '',        both",
        "billing, sv,    both,      sven",
        "billing, sv,    both sven, bill",
        "billing, sv,    both sven bill, ",
        "billing, hu,    both,      bill",
        "reports, sv-SE, sven,      both",
        "reports, hu,    '',        ",
        "billing, ,      both,      bill",
        ",        sv,    sven,      both",
        ",        hu,    '',        ",
        ",        ,      '',        plain",
    })
    void who_fits_best_gets_it(String category, String language, String absent, String expected) {
        Shift shift = shift().absent(absent);

        assertThat(strategy.choose(question(shift, category, language)).agent().map(Object::toString))
                .isEqualTo(text(expected));
    }

    @Test
    void if_nobody_fits_everybody_may_be_asked() {
        AssignmentQuestion question = question(shift(), "reports", "hu");

        assertThat(strategy.orElse(AssignmentStrategy.roundRobin())
                        .choose(question)
                        .agent())
                .contains(agent("plain"));
    }

    @Test
    void an_answer_says_what_fits() {
        assertThat(strategy.choose(question(shift(), "Billing", "sv")))
                .isEqualTo(AssignmentAnswer.toAgent(
                        agent("both"),
                        new TeamId("a"),
                        List.of("speaks sv, knows billing", "next in turn of 1 present")));
        assertThat(strategy.choose(question(shift(), "reports", "hu")).reasons())
                .containsExactly(
                        "all teams, speaks hu, knows reports: nobody",
                        "all teams, speaks hu: nobody",
                        "all teams, knows reports: nobody");
    }

    @Test
    void those_who_fit_have_a_rotation_of_their_own() {
        Shift shift = shift();

        strategy.choose(question(shift, null, "sv"));
        strategy.choose(question(shift, "BILLING", null));

        assertThat(shift.turns)
                .containsOnlyKeys("round robin of all teams, speaks sv", "round robin of all teams, knows billing");
    }

    @Test
    void a_locale_without_a_language_narrows_nothing() {
        AssignmentQuestion question =
                shift().asks().language(Optional.of(Locale.ROOT)).build();

        assertThat(strategy.choose(question).agent()).contains(agent("plain"));
    }

    @Test
    void the_customers_agent_is_kept_within_those_who_fit_best() {
        AssignmentStrategy sticky = AssignmentStrategy.skillsAndLanguages(
                AssignmentStrategy.sticky().orElse(AssignmentStrategy.leastLoaded()));

        assertThat(sticky.choose(question(shift().lastServedBy("sven"), null, "sv"))
                        .agent())
                .contains(agent("sven"));
        assertThat(sticky.choose(question(shift().lastServedBy("plain"), null, "sv")
                                .passingOver(Set.of(agent("both"))))
                        .agent())
                .contains(agent("sven"));
    }
}
