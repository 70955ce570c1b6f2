package dev.svar.template;

import dev.svar.error.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The templates in the jar. They are listed here, since a class path cannot be listed. */
final class ShippedTemplates {
    private static final String FOLDER = "defaults";
    private static final List<String> NAMES = List.of(
            "acknowledged",
            "replied",
            "working_on_it",
            "waiting_for_you",
            "delay_notice",
            "solved",
            "satisfaction_reminder",
            "merged",
            "sla_warning",
            "sla_breach",
            "silence_question",
            "silence_warning",
            "closed_after_silence",
            "message_refused",
            "assigned",
            "mentioned",
            "reopened",
            "woken",
            "welcome",
            "incident_opened",
            "incident_updated",
            "incident_resolved",
            "maintenance",
            "notice_reason",
            "rating_section",
            "next_step",
            "history",
            "sla_account",
            "digest");
    private static final List<String> LANGUAGES = List.of("en", "nb", "sv", "fi", "hu", "ru");
    private static final List<String> PARTIALS = List.of("header", "footer", "signature");
    private static final String UNSUBSCRIBE = "unsubscribe";
    private static final TemplateCatalog CATALOG = build();

    private ShippedTemplates() {}

    static TemplateCatalog catalog() {
        return CATALOG;
    }

    private static TemplateCatalog build() {
        TemplateCatalog catalog = TemplateCatalog.of(Locale.ENGLISH, read(FOLDER, NAMES, LANGUAGES));
        for (String name : PARTIALS) {
            catalog = catalog.withPartial(name, Locale.ROOT, content(FOLDER + "/partials/" + name + ".liquid"));
        }
        for (String language : LANGUAGES) {
            String source = content(FOLDER + "/partials/" + UNSUBSCRIBE + "/" + language + ".liquid");
            catalog = catalog.withPartial(UNSUBSCRIBE, Locale.forLanguageTag(language), source);
        }
        return catalog;
    }

    static boolean isShipped(String name) {
        return NAMES.contains(name);
    }

    /** Reads {@code <folder>/<name>/<language>.liquid} beside this class. */
    static List<Template> read(String folder, List<String> names, List<String> languages) {
        List<Template> templates = new ArrayList<>();
        for (String name : names) {
            for (String language : languages) {
                String content = content(folder + "/" + name + "/" + language + ".liquid");
                templates.add(Template.read(name, Locale.forLanguageTag(language), content));
            }
        }
        return templates;
    }

    private static String content(String resource) {
        try (InputStream in = ShippedTemplates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new InvalidValueException("template resource " + resource, "is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("template resource " + resource + " cannot be read", e);
        }
    }
}
