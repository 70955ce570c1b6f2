package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Under which tags something for a locale is looked for. */
final class LocaleTags {
    private static final String BOKMAL = "nb";

    private LocaleTags() {}

    /**
     * The tag itself, then its shorter forms down to the language; Norwegian without a written form and Nynorsk go on to
     * Bokmål.
     */
    static List<String> of(Locale locale) {
        List<String> tags = new ArrayList<>();
        String tag = locale.stripExtensions().toLanguageTag();
        tags.add(tag);
        for (int dash = tag.lastIndexOf('-'); dash > 0; dash = tag.lastIndexOf('-', dash - 1)) {
            tags.add(tag.substring(0, dash));
        }
        String language = tags.get(tags.size() - 1);
        if (language.equals("no") || language.equals("nn")) {
            tags.add(BOKMAL);
        }
        return tags;
    }
}
