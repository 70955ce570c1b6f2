package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Under which tags something for a locale is looked for. */
final class LocaleTags {
    private static final String NORWEGIAN = "no";
    private static final String NYNORSK = "nn";
    private static final String BOKMAL = "nb";

    private LocaleTags() {}

    /** Under which tag something for a locale is kept: calendars and digits are no languages. */
    static String tag(Locale locale) {
        return locale.stripExtensions().toLanguageTag();
    }

    /**
     * The tag itself, then its shorter forms down to the language; Nynorsk goes on to Bokmål, and each of them to Norwegian
     * without a written form, which goes on to Bokmål itself.
     */
    static List<String> of(Locale locale) {
        List<String> tags = new ArrayList<>();
        String tag = tag(locale);
        tags.add(tag);
        for (int dash = tag.lastIndexOf('-'); dash > 0; dash = tag.lastIndexOf('-', dash - 1)) {
            tags.add(tag.substring(0, dash));
        }
        String language = tags.get(tags.size() - 1);
        if (language.equals(NORWEGIAN) || language.equals(NYNORSK)) {
            tags.add(BOKMAL);
        }
        if (language.equals(BOKMAL) || language.equals(NYNORSK)) {
            tags.add(NORWEGIAN);
        }
        return tags;
    }
}
