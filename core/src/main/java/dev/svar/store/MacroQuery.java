package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.template.Macro;
import dev.svar.template.MacroScope;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which macros of a scope to list: those whose shortcut, or whose name without letter case, begins with a text, in the order
 * of the code points of what is looked at.
 *
 * @param scope for whom they are
 * @param by what is looked at
 * @param beginning how it begins; empty for all; at most {@value Macro#MAX_NAME} characters
 * @param cursor where the page begins, as {@link Page#next} said; empty for the first page
 * @param limit the most macros, 1 to {@value Page#MAX_LIMIT}
 */
public record MacroQuery(MacroScope scope, By by, String beginning, Optional<String> cursor, int limit) {
    private static final Pattern PLACE = Pattern.compile("[0-9a-z_.-]{1,1000}");

    /** Comes after all that may stand in a place. */
    private static final String END = "~";

    /** What is looked at. */
    public enum By {
        /** The shortcut. */
        SHORTCUT,
        /** The name. */
        NAME
    }

    /**
     * Checks.
     *
     * @param scope for whom they are
     * @param by what is looked at
     * @param beginning how it begins
     * @param cursor where the page begins
     * @param limit the most macros
     */
    public MacroQuery {
        Check.range("query.limit", limit, 1, Page.MAX_LIMIT);
        Check.length("query.beginning", beginning, Macro.MAX_NAME);
        cursor.filter(c -> !PLACE.matcher(c).matches()).ifPresent(c -> {
            throw new InvalidValueException("query.cursor", "is not one that a page of this query gave");
        });
    }

    /**
     * All macros of a scope, by their shortcuts.
     *
     * @param scope for whom they are
     * @param limit the most macros on the page
     * @return the query for the first page
     */
    public static MacroQuery all(MacroScope scope, int limit) {
        return new MacroQuery(scope, By.SHORTCUT, "", Optional.empty(), limit);
    }

    /**
     * The same query for the page that begins at a cursor.
     *
     * @param next the cursor
     * @return the query
     */
    public MacroQuery from(String next) {
        return new MacroQuery(scope, by, beginning, Optional.of(next), limit);
    }

    /** {@return the place from which on, inclusive, macros are listed; for stores} */
    public String first() {
        return by == By.NAME ? hex(beginning) : beginning.toLowerCase(Locale.ROOT);
    }

    /** {@return the place before which, exclusive, macros are listed; for stores} */
    public String end() {
        return first() + END;
    }

    /**
     * The place of a macro in the order of this query, and the cursor that begins after it; for stores. It holds lower-case
     * letters and digits of ASCII, a full stop, a hyphen and an underscore only.
     *
     * @param macro which
     * @return its place; no two macros of a scope have the same
     */
    public String place(Macro macro) {
        return by == By.NAME ? namePlace(macro) : macro.shortcut();
    }

    /**
     * The place of a macro in the order of names; for stores.
     *
     * @param macro which
     * @return its place
     */
    public static String namePlace(Macro macro) {
        return hex(macro.name()) + "." + macro.id();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
