package dev.svar.template;

import dev.svar.error.Check;
import java.time.Instant;
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
 * form ({@code no}) and Nynorsk ({@code nn}) go on to Bokmål ({@code nb}), and both written forms at last to {@code no}.
 * Extensions, such as a calendar, make no other variant. If no preferred locale has a variant, one of
 * {@link Locale#ROOT} is looked for, a template for all languages whose words come from {@link Messages}, and then the
 * catalog's default locale the same way. Partials, the parts that templates have in common, are found by the same rule in
 * the language of the template that names them.
 */
public final class TemplateCatalog {
    private record Partial(String source, LiquidTemplate template) {}

    private final Locale defaultLocale;
    private final Map<String, Map<String, Template>> templates;
    private final Map<String, Map<String, Partial>> partials;
    private final Messages messages;
    private final RenderMode mode;

    private TemplateCatalog(
            Locale defaultLocale,
            Map<String, Map<String, Template>> templates,
            Map<String, Map<String, Partial>> partials,
            Messages messages,
            RenderMode mode) {
        this.defaultLocale = defaultLocale;
        this.templates = templates;
        this.partials = partials;
        this.messages = messages;
        this.mode = mode;
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
                    .put(LocaleTags.tag(template.locale()), template);
        }
        return new TemplateCatalog(defaultLocale, byName, Map.of(), Messages.none(), RenderMode.LAX);
    }

    /**
     * The templates that come with Svar: {@code acknowledged}, {@code replied}, {@code delay_notice},
     * {@code working_on_it}, {@code waiting_for_you}, {@code solved}, {@code satisfaction_reminder}, {@code merged},
     * {@code silence_question}, {@code silence_warning}, {@code closed_after_silence} and {@code message_refused} for
     * customers; {@code welcome}, {@code maintenance}, {@code incident_opened}, {@code incident_updated} and
     * {@code incident_resolved} for many of them; {@code assigned}, {@code mentioned}, {@code reopened},
     * {@code sla_warning}, {@code sla_breach} and {@code woken} for agents; {@code notice_reason}, which says why,
     * {@code rating_section}, which asks how the help was, {@code next_step}, whose text is the placeholder of that name,
     * and {@code history}, whose text is the line about an event. All are in English (the default), Norwegian Bokmål,
     * Swedish, Finnish, Hungarian and Russian. Letters about a customer's ticket begin with the partial {@code header} and end
     * with {@code footer}, both empty until the host has its own; a reply is signed by {@code signature}; what a reader can do
     * without ends with {@code unsubscribe}.
     *
     * @return a catalog
     */
    public static TemplateCatalog shipped() {
        return ShippedTemplates.catalog();
    }

    /**
     * The names that letters of a desk may use, those of {@link #shipped()} and those that a host writes in their place; what
     * only some kinds have, {@link #letterSchema(String)} keeps to them.
     * The host's custom fields are not among them: add {@code ticket.ticket_field_KEY} and, for choices, {@code
     * ticket.ticket_field_option_title_KEY} with
     * {@link TemplateSchema#with(TemplateSchema)}. {@code sla} is there in {@code sla_warning}, {@code sla_breach} and {@code
     * delay_notice} only, {@code notice.new_due} in {@code delay_notice}, {@code notice.closes_at} in the questions after a silence;
     * {@code announcement} and {@code recipient} are there in letters to many, which have {@code desk} beside them and no ticket;
     * {@code unsubscribe_link} in letters that their readers can do without.
     *
     * @return a schema for {@link Template#check(TemplateSchema, Partials)}
     */
    public static TemplateSchema letterSchema() {
        return LetterNames.SCHEMA;
    }

    /**
     * The names that letters of one kind may use: a name that only others have is a problem in their templates. The shipped texts
     * that are no letters, such as {@code history} and {@code next_step}, have names of their own.
     *
     * @param kind the name of the template
     * @return a schema; that of all letters if no template of that name is shipped
     */
    public static TemplateSchema letterSchema(String kind) {
        return LetterNames.of(kind);
    }

    /**
     * The same catalog with one more template, or with another one in place of that of its name and locale.
     *
     * @param template the host's template
     * @return a catalog; this one stays as it is
     */
    public TemplateCatalog with(Template template) {
        Map<String, Map<String, Template>> more =
                added(templates, template.name(), LocaleTags.tag(template.locale()), template);
        return new TemplateCatalog(defaultLocale, more, partials, messages, mode);
    }

    /**
     * The same catalog with other templates in place of all that it has; its default locale, partials, messages and mode
     * stay.
     *
     * @param others the templates; of two with the same name and locale the later one counts
     * @return a catalog; this one stays as it is
     */
    public TemplateCatalog withOnly(Collection<Template> others) {
        return new TemplateCatalog(defaultLocale, of(defaultLocale, others).templates, partials, messages, mode);
    }

    /**
     * The same catalog with one more part that templates insert by {@code {% render 'NAME' %}}, or with another one in place
     * of that of its name and locale.
     *
     * @param name its name, a line of text
     * @param locale its language; {@link Locale#ROOT} for all
     * @param source its Liquid source
     * @return a catalog; this one stays as it is
     * @throws TemplateSyntaxException if it cannot be parsed
     * @throws dev.svar.error.InvalidValueException if the name is not a line of text or the source is too long
     */
    public TemplateCatalog withPartial(String name, Locale locale, String source) {
        String checked = Check.line("name", name, Template.MAX_NAME);
        Partial parsed = new Partial(source, LiquidTemplate.parse(source));
        return new TemplateCatalog(
                defaultLocale, templates, added(partials, checked, LocaleTags.tag(locale), parsed), messages, mode);
    }

    /**
     * The same catalog with other texts for the filter {@code t}.
     *
     * @param other all messages
     * @return a catalog; this one stays as it is
     */
    public TemplateCatalog with(Messages other) {
        return new TemplateCatalog(defaultLocale, templates, partials, other, mode);
    }

    /**
     * The same catalog whose templates are rendered in another mode; {@link RenderMode#LAX} if it never was said. With
     * {@link RenderMode#STRICT} a desk sends no letter with a hole ({@link RenderContext.Builder#holes}), be it in a partial, in a
     * reply from a macro or in a letter to many: a delivery that would have one fails, visibly, and says which placeholder has no value; a
     * macro and a canned response are refused; letters that were held for a digest leave one by one; the question how the help
     * was is left out.
     *
     * @param other what templates may be careless about
     * @return a catalog; this one stays as it is
     */
    public TemplateCatalog with(RenderMode other) {
        return new TemplateCatalog(defaultLocale, templates, partials, messages, other);
    }

    /** {@return what its templates may be careless about} */
    public RenderMode mode() {
        return mode;
    }

    private static <T> Map<String, Map<String, T>> added(
            Map<String, Map<String, T>> all, String name, String tag, T value) {
        Map<String, Map<String, T>> more = new LinkedHashMap<>(all);
        Map<String, T> variants = new LinkedHashMap<>(all.getOrDefault(name, Map.of()));
        variants.put(tag, value);
        more.put(name, variants);
        return more;
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
        return find(templates.getOrDefault(name, Map.of()), preferred);
    }

    private <T> Optional<T> find(Map<String, T> variants, List<Locale> preferred) {
        List<Locale> wanted = new ArrayList<>(preferred);
        wanted.add(Locale.ROOT);
        wanted.add(defaultLocale);
        return wanted.stream()
                .flatMap(locale -> LocaleTags.of(locale).stream())
                .map(variants::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * What {@code render} and {@code include} find in templates of a language.
     *
     * @param locale the language
     * @return the partials of this catalog
     */
    public Partials partials(Locale locale) {
        return name ->
                find(partials.getOrDefault(name, Map.of()), List.of(locale)).map(Partial::template);
    }

    /** {@return the texts for the filter {@code t}} */
    public Messages messages() {
        return messages;
    }

    /**
     * How a template of this catalog is rendered for a reader: with its partials and messages, in its language; one for all
     * languages in the first of the reader's that the messages speak.
     *
     * @param template what {@link #find} gave
     * @param preferred the reader's locales, the best first; may be empty
     * @param data the variables
     * @param now what the word {@code now} means
     * @return a builder, for example for the zone
     * @throws dev.svar.error.InvalidValueException if the data holds something that is not a plain value
     */
    public RenderContext.Builder context(Template template, List<Locale> preferred, Map<String, ?> data, Instant now) {
        Locale locale = language(template, preferred);
        return RenderContext.builder(data, now)
                .locale(locale)
                .partials(partials(locale))
                .messages(messages)
                .mode(mode);
    }

    private Locale language(Template template, List<Locale> preferred) {
        return template.locale().equals(Locale.ROOT)
                ? preferred.stream().filter(messages::speaks).findFirst().orElse(defaultLocale)
                : template.locale();
    }

    /**
     * Whether a word stands anywhere in a template, or in any partial: if it does not, the template cannot use the
     * placeholder of that name.
     *
     * @param template one of this catalog, or one that is to become one
     * @param word the word
     * @return whether it does, be it as text
     */
    public boolean mentions(Template template, String word) {
        return template.text().contains(word)
                || template.subject().contains(word)
                || partials.values().stream()
                        .flatMap(variants -> variants.values().stream())
                        .anyMatch(partial -> partial.source().contains(word));
    }

    /**
     * Holds a template against what an event offers, with the partials and messages of this catalog.
     *
     * @param template one of this catalog, or one that is to become one
     * @param schema the names that there are
     * @return what is wrong, first in the subject, then in the text; empty if nothing is
     */
    public List<TemplateProblem> check(Template template, TemplateSchema schema) {
        Locale locale = template.locale().equals(Locale.ROOT) ? defaultLocale : template.locale();
        return template.check(schema, partials(locale), messages);
    }

    /**
     * Which templates there are.
     *
     * @return their names
     */
    public Set<String> names() {
        return Set.copyOf(templates.keySet());
    }
}
