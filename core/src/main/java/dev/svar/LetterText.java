package dev.svar;

import dev.svar.error.InvalidValueException;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people get, rendered as carefully as the catalog says: from a strict one nothing comes with a hole. */
final class LetterText {
    private final DeskSetup setup;

    LetterText(DeskSetup setup) {
        this.setup = setup;
    }

    Rendered of(
            TemplateCatalog catalog,
            Template template,
            Map<String, Value> facts,
            List<Locale> languages,
            ZoneId zone,
            Instant now) {
        boolean strict = catalog.mode() == RenderMode.STRICT;
        Map<String, Value> all = strict ? KnownNames.whole(facts) : facts;
        if (strict) {
            refuseHoles(catalog, template, all, languages);
        }
        RenderContext context =
                catalog.context(template, languages, all, now).zone(zone).build();
        return setup.renderer().render(template, context);
    }

    private static void refuseHoles(
            TemplateCatalog catalog, Template template, Map<String, Value> facts, List<Locale> languages) {
        KnownNames.holes(catalog.requiredPlaceholders(template, languages), facts).stream()
                .findFirst()
                .ifPresent(placeholder -> {
                    throw new InvalidValueException("placeholder " + placeholder, "has no value here");
                });
    }
}
