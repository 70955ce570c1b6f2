package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.CompactNumberFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules against those that the CLDR states, as the JDK reads them. */
final class PluralRulesTest {
    private static final String MILLIONS = "i != 0 and i % 1000000 = 0 and v = 0";
    private static final String EAST_SLAVIC = "one: v = 0 and i % 10 = 1 and i % 100 != 11;"
            + "few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14;"
            + "many: v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14";
    private static final String POLISH = "one: i = 1 and v = 0; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14;"
            + "many: v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14";

    static Stream<Arguments> stated() {
        return Stream.of(
                Arguments.of("en sv fi de nl et", "one: i = 1 and v = 0"),
                Arguments.of("nb nn no hu tr el bg", "one: n = 1"),
                Arguments.of("da", "one: n = 1 or t != 0 and i = 0,1"),
                Arguments.of("fr pt", "one: i = 0,1; many: " + MILLIONS),
                Arguments.of("it pt-PT ca", "one: i = 1 and v = 0; many: " + MILLIONS),
                Arguments.of("es", "one: n = 1; many: " + MILLIONS),
                Arguments.of("ru uk", EAST_SLAVIC),
                Arguments.of("pl", POLISH),
                Arguments.of("cs sk", "one: i = 1 and v = 0; few: i = 2..4 and v = 0; many: v != 0"),
                Arguments.of("ro", "one: i = 1 and v = 0; few: v != 0 or n = 0 or n != 1 and n % 100 = 1..19"),
                Arguments.of("ar", "zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99"),
                Arguments.of("he", "one: i = 1 and v = 0 or i = 0 and v != 0; two: i = 2 and v = 0"),
                Arguments.of("zh ja ko", ""));
    }

    @ParameterizedTest
    @MethodSource("stated")
    void a_number_has_the_form_that_the_cldr_states(String tags, String rules) {
        CompactNumberFormat cldr = format(rules);
        List<BigDecimal> numbers = IntStream.concat(
                        IntStream.range(0, 250), IntStream.of(1000, 1001, 1_000_000, 1_000_001, 1_000_002, 3_000_000))
                .mapToObj(BigDecimal::valueOf)
                .toList();
        for (String tag : tags.split(" ", -1)) {
            for (BigDecimal number : numbers) {
                String expected =
                        Arrays.asList(cldr.format(number).split("-", -1)).get(1);
                assertThat(PluralRules.of(tag, number).label())
                        .as(number + " in " + tag)
                        .isEqualTo(expected);
            }
        }
    }

    private static CompactNumberFormat format(String rules) {
        String pattern = Stream.of(Plural.values())
                .map(p -> p.label() + ":0'-" + p.label() + "'")
                .reduce("", (a, b) -> a + " " + b);
        return new CompactNumberFormat(
                "0", DecimalFormatSymbols.getInstance(Locale.ROOT), new String[] {"{" + pattern.strip() + "}"}, rules);
    }

    /** The samples of the CLDR. */
    @ParameterizedTest
    @CsvSource({
        "en, 0.1 1.5, other",
        "nb, 0.1 1.5, other",
        "da, 0.1 1.6, one",
        "da, 2.5, other",
        "fr, 0.0 1.5, one",
        "fr, 2.0, other",
        "es, 0.1 1.5 1000000.5, other",
        "it, 1.5, other",
        "ru, 0.1 1.5 5.1, other",
        "pl, 0.1 1.5 5.1, other",
        "cs, 0.1 1.5 10.5, many",
        "ro, 0.1 1.5 100.5, few",
        "ar, 0.1 1.5 10.1, other",
        "he, 0.1 0.9, one",
        "he, 1.5 2.5, other",
        "ja, 0.1, other",
    })
    void a_fraction_has_the_form_that_the_cldr_states(String tag, String numbers, String expected) {
        for (String number : numbers.split(" ", -1)) {
            assertThat(PluralRules.of(tag, new BigDecimal(number)).label())
                    .as(number)
                    .isEqualTo(expected);
        }
    }

    @Test
    void numbers_without_end_and_below_zero_have_a_form_too() {
        assertThat(PluralRules.of("ru", new BigDecimal("1" + "0".repeat(80) + "1")))
                .isEqualTo(Plural.ONE);
        assertThat(PluralRules.of("fr", BigDecimal.TEN.pow(80))).isEqualTo(Plural.MANY);
        assertThat(PluralRules.of("en", BigDecimal.TEN.pow(80).add(BigDecimal.ONE)))
                .isEqualTo(Plural.OTHER);
        assertThat(PluralRules.of("en", BigDecimal.ONE.negate())).isEqualTo(Plural.ONE);
        assertThat(PluralRules.of("ru-RU", BigDecimal.valueOf(-3))).isEqualTo(Plural.FEW);
        assertThat(PluralRules.of("pt-BR", BigDecimal.ZERO)).isEqualTo(Plural.ONE);
        assertThat(PluralRules.of("pt-PT-x-acordo", BigDecimal.ZERO)).isEqualTo(Plural.OTHER);
        assertThat(PluralRules.of("xx", BigDecimal.ONE)).isEqualTo(Plural.OTHER);
    }
}
