package dev.svar.template;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Short texts in several languages, which templates insert by the filter {@code t}:
 * {@code {{ 'replies' | t: count: n, name: ticket.requester.name }}}. Immutable and safe for use by many threads.
 *
 * <p>A text is plain; {@code %{name}} in it stands for the argument of that name, which is data: nothing in it is looked
 * at, and in HTML it is escaped like the text around it. Only the text of a key that ends with {@code _html} is HTML of the
 * host's own, in which just the arguments are escaped.
 *
 * <p>A key that ends with {@code .zero}, {@code .one}, {@code .two}, {@code .few}, {@code .many} or {@code .other} is a
 * plural form of the key before it. Which one is taken is said by the argument {@code count} and the rules of the CLDR for
 * the language of the text; {@code other} must be there and stands in for what is not. Rules are known for ar, bg, ca, cs, da,
 * de, el, en, es, et, fi, fr, he, hu, it, nb, nl, nn, no, pl, pt, ro, ru, sk, sv, tr and uk; other languages have the one
 * form {@code other}, which is right for zh, ja and ko.
 *
 * <p>A text is looked for in the locale of the rendering as {@link TemplateCatalog} looks for a template, then in the
 * default locale.
 */
public final class Messages {
    /** The most UTF-16 units of a key. */
    public static final int MAX_KEY = 200;

    /** The most UTF-16 units of a text. */
    public static final int MAX_TEXT = 10_000;

    /** The most messages of one language. */
    public static final int MAX_MESSAGES = 10_000;

    /** The argument that chooses the plural form. */
    static final String COUNT = "count";

    private static final String HTML = "_html";
    private static final Messages NONE = of(Locale.ENGLISH);

    private final Locale defaultLocale;
    private final Map<String, Map<String, Message>> byTag;

    private Messages(Locale defaultLocale, Map<String, Map<String, Message>> byTag) {
        this.defaultLocale = defaultLocale;
        this.byTag = byTag;
    }

    /** {@return no messages} */
    public static Messages none() {
        return NONE;
    }

    /**
     * No messages yet.
     *
     * @param defaultLocale in which language a text is looked for at last; it should have all
     * @return messages to be added to
     */
    public static Messages of(Locale defaultLocale) {
        return new Messages(defaultLocale, Map.of());
    }

    /**
     * The same with more texts; of two for the same key and locale the later one counts, with all its plural forms.
     *
     * @param locale the language of these texts
     * @param texts the text of each key, plural forms under keys of their own
     * @return messages; these stay as they are
     * @throws InvalidValueException if a key is no line of text or a text is too long, has a percent sign and a bracket
     *     that is not closed around a name, or plural forms are without {@code other}; it names locale and key
     */
    public Messages with(Locale locale, Map<String, String> texts) {
        String tag = LocaleTags.tag(locale);
        Map<String, MessageText> plain = new LinkedHashMap<>();
        Map<String, Map<Plural, MessageText>> forms = new LinkedHashMap<>();
        texts.forEach((key, source) -> {
            MessageText text = parse(tag, key, source);
            Optional<Plural> plural = Plural.of(key.substring(key.lastIndexOf('.') + 1));
            if (plural.isPresent() && key.indexOf('.') > 0) {
                String base = key.substring(0, key.lastIndexOf('.'));
                forms.computeIfAbsent(base, k -> new EnumMap<>(Plural.class)).put(plural.get(), text);
            } else {
                plain.put(key, text);
            }
        });
        Map<String, Message> all = new HashMap<>(byTag.getOrDefault(tag, Map.of()));
        Set<String> keys = new LinkedHashSet<>(plain.keySet());
        keys.addAll(forms.keySet());
        keys.forEach(key -> all.put(key, message(tag, key, plain, forms)));
        Check.size("messages", all.keySet(), MAX_MESSAGES);
        Map<String, Map<String, Message>> merged = new HashMap<>(byTag);
        merged.put(tag, Map.copyOf(all));
        return new Messages(defaultLocale, Map.copyOf(merged));
    }

    /**
     * The same with more texts, as {@link #with(Locale, Map)}.
     *
     * @param locale the language of these texts
     * @param texts the text of each key, for example read from a file
     * @return messages; these stay as they are
     * @throws InvalidValueException as {@link #with(Locale, Map)}
     */
    public Messages with(Locale locale, Properties texts) {
        Map<String, String> map = new LinkedHashMap<>();
        texts.stringPropertyNames().forEach(key -> map.put(key, texts.getProperty(key)));
        return with(locale, map);
    }

    /**
     * Whether there are texts in a language, or in one that it falls back to.
     *
     * @param locale the locale
     * @return whether there are; the default locale is not asked
     */
    public boolean speaks(Locale locale) {
        return LocaleTags.of(locale).stream().anyMatch(byTag::containsKey);
    }

    private static Message message(
            String tag, String key, Map<String, MessageText> plain, Map<String, Map<Plural, MessageText>> forms) {
        Optional<MessageText> text = Optional.ofNullable(plain.get(key));
        Map<Plural, MessageText> plurals = forms.getOrDefault(key, Map.of());
        if (!plurals.isEmpty() && !plurals.containsKey(Plural.OTHER)) {
            throw new InvalidValueException(field(tag, key), "has plural forms, but not the form other");
        }
        return new Message(tag, text, plurals);
    }

    private static MessageText parse(String tag, String key, String source) {
        Check.line("key of a message", key, MAX_KEY);
        Check.length(field(tag, key), source, MAX_TEXT);
        return MessageText.parse(source)
                .orElseThrow(
                        () -> new InvalidValueException(field(tag, key), "has a %{ that is not closed around a name"));
    }

    private static String field(String tag, String key) {
        return "message " + key + " in " + tag;
    }

    /** The message of a key for a reader. */
    Optional<Message> find(String key, Locale locale) {
        Optional<Message> own = find(key, LocaleTags.of(locale));
        return own.isPresent() ? own : find(key, LocaleTags.of(defaultLocale));
    }

    private Optional<Message> find(String key, List<String> tags) {
        for (String tag : tags) {
            Message message = byTag.getOrDefault(tag, Map.of()).get(key);
            if (message != null) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** The message of a key in all languages that have it. */
    List<Message> all(String key) {
        return byTag.values().stream()
                .flatMap(messages -> Optional.ofNullable(messages.get(key)).stream())
                .toList();
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        byTag.values().forEach(messages -> keys.addAll(messages.keySet()));
        return keys;
    }

    Locale defaultLocale() {
        return defaultLocale;
    }

    static boolean html(String key) {
        return key.endsWith(HTML);
    }
}
