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
        if (catalog.mode() != RenderMode.STRICT) {
            return rendered(
                    template,
                    catalog.context(template, languages, facts, now).zone(zone).build());
        }
        RenderContext context = catalog.context(template, languages, KnownNames.whole(facts), now)
                .zone(zone)
                .holes(LetterText::refuse)
                .build();
        return rendered(template, context);
    }

    private Rendered rendered(Template template, RenderContext context) {
        return setup.renderer().render(template, context);
    }

    private static void refuse(String placeholder) {
        throw new InvalidValueException("placeholder " + placeholder, "has no value here");
    }
}
