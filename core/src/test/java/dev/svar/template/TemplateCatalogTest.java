package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateCatalogTest {
    private final TemplateCatalog catalog = TemplateCatalog.of(
            Locale.ENGLISH,
            List.of(
                    variant("en"),
                    variant("en-GB"),
                    variant("nb"),
                    variant("sv"),
                    variant("zh-Hant"),
                    variant("pt-BR")));

    private static Template variant(String tag) {
        return new Template("hello", Locale.forLanguageTag(tag), "s", tag);
    }

    @ParameterizedTest
    @CsvSource({
        "sv, sv",
        "sv-FI, sv",
        "en-GB, en-GB",
        "en-US, en",
        "zh-Hant-TW, zh-Hant",
        "zh-Hans, en",
        "pt, en",
        "no, nb",
        "nn, nb",
        "nn-NO, nb",
        "no-NO-NY, nb",
        "nb-NO, nb",
        "de, en",
        "de sv, sv",
        "nn sv, nb",
        "sv-u-ca-buddhist, sv",
        "'', en",
    })
    void the_variant_that_fits_a_reader_best_is_found(String preferred, String expected) {
        List<Locale> locales = Arrays.stream(preferred.split(" "))
                .filter(tag -> !tag.isEmpty())
                .map(Locale::forLanguageTag)
                .toList();
        assertThat(catalog.find("hello", locales)).map(Template::text).hasValue(expected);
    }

    @Test
    void a_norwegian_variant_of_its_own_comes_before_bokmal() {
        assertThat(catalog.with(variant("nn")).find("hello", List.of(Locale.forLanguageTag("nn-NO"))))
                .map(Template::text)
                .hasValue("nn");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(catalog.find("bye", List.of(Locale.ENGLISH))).isEmpty();
        TemplateCatalog germanByDefault = TemplateCatalog.of(Locale.GERMAN, List.of(variant("en")));
        assertThat(germanByDefault.find("hello", List.of(Locale.FRENCH))).isEmpty();
        assertThat(germanByDefault.find("hello", List.of(Locale.UK))).isPresent();
    }

    @Test
    void a_host_can_put_its_own_template_in_place_of_another() {
        Template own = new Template("hello", Locale.ENGLISH, "own", "own");
        TemplateCatalog changed = catalog.with(own).with(new Template("bye", Locale.ENGLISH, "s", "t"));
        assertThat(changed.find("hello", List.of())).hasValue(own);
        assertThat(changed.names()).containsExactlyInAnyOrder("hello", "bye");
        assertThat(catalog.find("hello", List.of())).map(Template::text).hasValue("en");
        assertThat(catalog.names()).containsExactly("hello");
    }

    @Test
    void templates_are_read_from_resources_as_utf_8() {
        List<Template> read = ShippedTemplates.read("fixtures", List.of("greeting", "farewell"), List.of("en", "ru"));
        assertThat(read).extracting(Template::name).containsExactly("greeting", "greeting", "farewell", "farewell");
        assertThat(read.get(1))
                .isEqualTo(new Template(
                        "greeting", Locale.forLanguageTag("ru"), "Привет, {{ name }}", "Добрый день, {{ name }}.\n"));
    }

    @Test
    void a_resource_that_is_listed_but_missing_is_named() {
        assertThatThrownBy(() -> ShippedTemplates.read("fixtures", List.of("greeting"), List.of("hu")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("template resource fixtures/greeting/hu.liquid is not on the class path");
    }
}
