package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentProfileTest {
    private final AgentProfile ola = AgentProfile.of(agent("ola"));

    @ParameterizedTest
    @CsvSource({
        "billing,           billing,           true",
        "Billing,           bILLING,           true",
        "billing/refunds,   Billing/Refunds,   true",
        "refunds,           Billing/Refunds,   true",
        "refunds,           billing - refunds, true",
        "счета,             Счета и возвраты,  true",
        "refund,            billing/refunds,   false",
        "billing/refunds,   billing,           false",
    })
    void a_skill_is_a_category_or_a_word_of_one(String skill, String category, boolean known) {
        assertThat(ola.withSkills(skill).knows(category)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "nb, nb-NO, true",
        "nb-NO, nb, true",
        "no, nb, true",
        "nb, no, true",
        "en-GB, en-US, true",
        "sv, da, false",
        "nb, nn, false"
    })
    void languages_match_whatever_the_country(String spoken, String wanted, boolean speaks) {
        assertThat(ola.withLanguages(Locale.forLanguageTag(spoken)).speaks(Locale.forLanguageTag(wanted)))
                .isEqualTo(speaks);
    }

    @Test
    void nobody_knows_or_speaks_anything_unless_it_is_said() {
        assertThat(ola.knows("billing")).isFalse();
        assertThat(ola.speaks(Locale.ENGLISH)).isFalse();
        assertThat(ola.capacity()).isEqualTo(AgentProfile.DEFAULT_CAPACITY);
        assertThat(ola.deputy()).isEmpty();
    }

    @Test
    void one_part_changes_and_the_others_stay() {
        AgentProfile full = ola.withCapacity(3)
                .withSkills("billing")
                .withLanguages(Locale.ENGLISH)
                .withDeputy(agent("kari"));

        assertThat(full.withCapacity(4).withCapacity(3)).isEqualTo(full);
        assertThat(full.knows("billing") && full.speaks(Locale.UK)).isTrue();
        assertThat(full.deputy()).contains(agent("kari"));
    }

    @Test
    void nobody_is_the_own_deputy() {
        assertThatThrownBy(() -> ola.withDeputy(agent("ola")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("profile.deputy of ola is ola, it must be somebody else");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, AgentProfile.MAX_CAPACITY + 1})
    void a_capacity_has_bounds(int capacity) {
        assertThatThrownBy(() -> ola.withCapacity(capacity))
                .hasMessage("profile.capacity is " + capacity + ", it must be from 1 to 10000");
    }

    @Test
    void words_and_languages_are_checked() {
        assertThatThrownBy(() -> ola.withSkills(" ")).hasMessageContaining("profile.skills is blank");
        assertThatThrownBy(() -> ola.withLanguages(Locale.ROOT))
                .hasMessage("profile.languages holds a locale without a language");
    }
}
