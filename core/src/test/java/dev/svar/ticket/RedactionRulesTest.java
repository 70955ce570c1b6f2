package dev.svar.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionRulesTest {
    private static List<String> kept(RedactionRules rules, String name, FieldValue value) {
        return rules.apply(List.of(new ContextFact(name, value, Audience.PUBLIC))).stream()
                .map(fact -> fact.name() + "=" + fact.value().text() + " " + fact.audience())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "user.PassWord",
                "db_passwd",
                "clientSecret",
                "access-token",
                "CVC",
                "api key",
                "apiKey",
                "APIKEY",
                "api.key"
            })
    void nothing_is_kept_of_what_opens_doors(String name) {
        assertThat(kept(RedactionRules.standard(), name, FieldValue.of("hunter2-hunter2")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"account_number", "accountNumber", "Account number", "bank.account-number", "ACCOUNT_NUMBER"})
    void a_word_is_found_however_its_parts_are_joined(String name) {
        assertThat(kept(RedactionRules.standard(), name, FieldValue.of("1234 56 78901")))
                .containsExactly(name + "=****8901 PUBLIC");
    }

    @Test
    void words_do_not_reach_across_the_parts_of_a_name() {
        assertThat(kept(RedactionRules.standard(), "photo_kennel", FieldValue.of("Oslo")))
                .containsExactly("photo_kennel=Oslo PUBLIC");
    }

    @ParameterizedTest
    @CsvSource({"4111111111111111, ****1111", "12345678901, ****", "123456789012, ****9012", "x, ****"})
    void of_a_masked_value_the_end_stays_if_it_is_less_than_half(String value, String masked) {
        assertThat(kept(RedactionRules.standard(), "card", FieldValue.of(value)))
                .containsExactly("card=" + masked + " PUBLIC");
    }

    @Test
    void a_masked_number_is_a_text() {
        List<ContextFact> facts = RedactionRules.standard()
                .apply(List.of(
                        new ContextFact("card.number", FieldValue.of(4_111_111_111_111_111L), Audience.INTERNAL)));

        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.value()).isEqualTo(FieldValue.of("****1111"));
            assertThat(fact.audience()).isEqualTo(Audience.INTERNAL);
        });
    }

    @Test
    void the_first_rule_that_fits_counts() {
        RedactionRules rules = RedactionRules.builder()
                .keep("token.count")
                .drop("token")
                .mask("token.count")
                .build();

        assertThat(kept(rules, "token.count", FieldValue.of(3))).containsExactly("token.count=3 PUBLIC");
        assertThat(kept(rules, "token.value", FieldValue.of("abc"))).isEmpty();
        assertThat(kept(RedactionRules.builder().build(), "password", FieldValue.of("abc")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "_._", "two\nlines"})
    void a_word_that_would_fit_any_name_is_refused(String word) {
        assertThatThrownBy(() -> RedactionRules.builder().drop(word))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("redaction.word ");
    }
}
