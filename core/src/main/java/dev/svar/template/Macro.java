package dev.svar.template;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A canned response, things to be done with a ticket, or both. Of one scope no two macros have the same shortcut.
 *
 * @param id its id
 * @param version how often it was stored; 0 if not yet
 * @param scope for whom it is
 * @param shortcut what an agent types: lower-case letters of ASCII, digits, {@code -} and {@code _}, at most
 *     {@value #MAX_SHORTCUT}
 * @param name what people call it, one line of at most {@value #MAX_NAME} characters
 * @param texts the Liquid source of the reply in each language; of none there is no reply; at most {@value #MAX_TEXTS}
 * @param actions what is done beside the reply
 */
public record Macro(
        MacroId id,
        long version,
        MacroScope scope,
        String shortcut,
        String name,
        Map<Locale, String> texts,
        MacroActions actions) {
    /** The most characters of a shortcut. */
    public static final int MAX_SHORTCUT = 50;

    /** The most characters of a name. */
    public static final int MAX_NAME = 100;

    /** The most languages. */
    public static final int MAX_TEXTS = 50;

    /** The most characters of a text. */
    public static final int MAX_TEXT = 100_000;

    private static final Pattern SHORTCUT = Pattern.compile("[a-z0-9_-]+");

    /**
     * Checks and copies; whether the texts are Liquid is not looked at.
     *
     * @param id its id
     * @param version how often it was stored
     * @param scope for whom it is
     * @param shortcut what an agent types
     * @param name what people call it
     * @param texts the source of the reply in each language
     * @param actions what is done beside the reply
     * @throws InvalidValueException if a part cannot be taken, or it does nothing at all
     */
    public Macro {
        Check.range("macro.version", version, 0, Long.MAX_VALUE);
        Check.length("macro.shortcut", shortcut, MAX_SHORTCUT);
        if (!SHORTCUT.matcher(shortcut).matches()) {
            throw new InvalidValueException(
                    "macro.shortcut",
                    "may have lower-case letters a to z, digits, - and _ only, and needs one of them");
        }
        Check.line("macro.name", name, MAX_NAME);
        Check.size("macro.texts", texts.keySet(), MAX_TEXTS);
        texts.forEach((locale, text) -> Check.text("macro.text in " + locale.toLanguageTag(), text, MAX_TEXT));
        texts = Map.copyOf(texts);
        if (texts.isEmpty() && actions.equals(MacroActions.none())) {
            throw new InvalidValueException("macro", "does nothing, give it a text or an action");
        }
    }

    /**
     * The same at another version.
     *
     * @param other how often it was stored
     * @return a macro
     */
    public Macro at(long other) {
        return new Macro(id, other, scope, shortcut, name, texts, actions);
    }
}
