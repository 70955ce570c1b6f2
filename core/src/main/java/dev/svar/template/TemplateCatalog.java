package dev.svar.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Named templates, each in several languages. Immutable and safe for use by many threads.
 *
 * <p>For every locale that a reader prefers, in order, the variant of exactly that tag is looked for, then of its
 * shorter forms down to the language ({@code zh-Hant-TW}, {@code zh-Hant}, {@code zh}); Norwegian without a written
 * form ({@code no}) and Nynorsk ({@code nn}) go on to Bokmål ({@code nb}). If no preferred locale has a variant, the
 * catalog's default locale is looked for the same way.
 */
public final class TemplateCatalog {
    private static final String NORWEGIAN = "nb";

    private final Locale defaultLocale;
    private final Map<String, Map<String, Template>> templates;

    private TemplateCatalog(Locale defaultLocale, Map<String, Map<String, Template>> templates) {
        this.defaultLocale = defaultLocale;
        this.templates = templates;
    }

    /**
     * A catalog of these templates; of two with the same name and locale the later one counts.
     *
     * @param defaultLocale what a reader gets for whom there is no variant
     * @param templates the templates
     * @return a catalog
     */
    public static TemplateCatalog of(Locale defaultLocale, Collection<Template> templates) {
        Map<String, Map<String, Template>> byName = new LinkedHashMap<>();
        for (Template template : templates) {
            byName.computeIfAbsent(template.name(), name -> new LinkedHashMap<>())
                    .put(template.locale().toLanguageTag(), template);
        }
        return new TemplateCatalog(defaultLocale, byName);
    }

    /**
     * The templates that come with Svar: {@code acknowledged}, {@code replied}, {@code delay_notice},
     * {@code silence_question}, {@code silence_warning}, {@code closed_after_silence} and {@code message_refused} for
     * customers, {@code welcome}, {@code maintenance}, {@code incident_opened}, {@code incident_updated} and
     * {@code incident_resolved} for many of them, {@code sla_warning}, {@code sla_breach} and {@code woken} for agents, and {@code history}, whose text is
     * the line about an event. All are in English (the default), Norwegian Bokmål, Swedish, Finnish, Hungarian and Russian.
     *
     * @return a catalog
     */
    public static TemplateCatalog shipped() {
        return of(Locale.ENGLISH, ShippedTemplates.all());
    }

    /**
     * The names that letters of a desk may use, those of {@link #shipped()} and those that a host writes in their place.
     * The host's custom fields are not among them: add {@code ticket.ticket_field_KEY} with
     * {@link TemplateSchema#with(TemplateSchema)}. {@code sla} is there in {@code sla_warning} and {@code sla_breach} only,
     * {@code notice.new_due} in {@code delay_notice}, {@code notice.closes_at} in the questions after a silence;
     * {@code announcement} and {@code recipient} are there in letters to many, which have {@code desk} beside them and no ticket.
     *
     * @return a schema for {@link Template#check(TemplateSchema, Partials)}
     */
    public static TemplateSchema letterSchema() {
        return LetterNames.SCHEMA;
    }

    /**
     * The same catalog with one more template, or with another one in place of that of its name and locale.
     *
     * @param template the host's template
     * @return a catalog; this one stays as it is
     */
    public TemplateCatalog with(Template template) {
        List<Template> all = new ArrayList<>();
        templates.values().forEach(variants -> all.addAll(variants.values()));
        all.add(template);
        return of(defaultLocale, all);
    }

    /**
     * The template for a reader.
     *
     * @param name the template's name
     * @param preferred the reader's locales, the best first; may be empty
     * @return the variant that fits best; empty if there is none of that name, or neither in a preferred locale nor in
     *     the default
     */
    public Optional<Template> find(String name, List<Locale> preferred) {
        Map<String, Template> variants = templates.getOrDefault(name, Map.of());
        List<Locale> wanted = new ArrayList<>(preferred);
        wanted.add(defaultLocale);
        return wanted.stream()
                .flatMap(locale -> tags(locale).stream())
                .map(variants::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Which templates there are.
     *
     * @return their names
     */
    public Set<String> names() {
        return Set.copyOf(templates.keySet());
    }

    private static List<String> tags(Locale locale) {
        List<String> tags = new ArrayList<>();
        String tag = locale.stripExtensions().toLanguageTag();
        tags.add(tag);
        for (int dash = tag.lastIndexOf('-'); dash > 0; dash = tag.lastIndexOf('-', dash - 1)) {
            tags.add(tag.substring(0, dash));
        }
        String language = tags.get(tags.size() - 1);
        if (language.equals("no") || language.equals("nn")) {
            tags.add(NORWEGIAN);
        }
        return tags;
    }
}
