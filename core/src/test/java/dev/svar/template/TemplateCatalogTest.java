package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    void texts_in_norwegian_without_a_written_form_are_for_readers_of_both_forms() {
        TemplateCatalog norwegian = TemplateCatalog.of(Locale.ENGLISH, List.of(variant("en"), variant("no")));
        for (String reader : List.of("nb-NO", "nb", "nn", "nn-NO", "no")) {
            assertThat(norwegian.find("hello", List.of(Locale.forLanguageTag(reader))))
                    .as(reader)
                    .map(Template::text)
                    .hasValue("no");
            assertThat(norwegian.with(variant("nb")).find("hello", List.of(Locale.forLanguageTag(reader))))
                    .as(reader)
                    .map(Template::text)
                    .hasValue(reader.equals("no") ? "no" : "nb");
        }
        assertThat(Messages.of(Locale.ENGLISH)
                        .with(Locale.forLanguageTag("no"), Map.of("hello", "Hei"))
                        .speaks(Locale.forLanguageTag("nb-NO")))
                .isTrue();
    }

    @Test
    void the_calendar_and_the_digits_of_a_locale_make_no_other_variant() {
        Locale thai = Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai");
        TemplateCatalog extended = TemplateCatalog.of(Locale.ENGLISH, List.of(new Template("hello", thai, "s", "of")))
                .with(new Template("bye", thai, "s", "with"))
                .withPartial("part", thai, "partial");
        for (Locale reader : List.of(thai, Locale.forLanguageTag("th-TH"))) {
            assertThat(extended.find("hello", List.of(reader)))
                    .map(Template::text)
                    .hasValue("of");
            assertThat(extended.find("bye", List.of(reader)))
                    .map(Template::text)
                    .hasValue("with");
            assertThat(extended.partials(reader).find("part")).isPresent();
        }
        assertThat(extended.with(new Template("bye", Locale.forLanguageTag("th-TH"), "s", "other"))
                        .find("bye", List.of(thai)))
                .map(Template::text)
                .hasValue("other");
    }

    @Test
    void a_catalog_of_other_templates_keeps_its_partials_messages_mode_and_default() {
        TemplateCatalog other = catalog.with(RenderMode.STRICT)
                .with(Messages.of(Locale.ENGLISH).with(Locale.ENGLISH, Map.of("k", "v")))
                .withPartial("p", Locale.ENGLISH, "partial")
                .withOnly(List.of(new Template("bye", Locale.ENGLISH, "s", "t")));

        assertThat(other.names()).containsExactly("bye");
        assertThat(other.mode()).isEqualTo(RenderMode.STRICT);
        assertThat(other.partials(Locale.FRENCH).find("p")).isPresent();
        assertThat(other.messages().speaks(Locale.ENGLISH)).isTrue();
        assertThat(other.find("bye", List.of(Locale.FRENCH))).isPresent();
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
