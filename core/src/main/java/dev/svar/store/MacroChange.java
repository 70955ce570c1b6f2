package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.template.Macro;

/**
 * A macro's new state, or its end. A shortcut that it gives up is free for others with the next commit.
 *
 * @param expectedVersion the version that the store must have for this to be committed; 0 for a macro that is new
 * @param after the macro after it, at a higher version
 * @param gone whether there is no such macro after it
 */
public record MacroChange(long expectedVersion, Macro after, boolean gone) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the macro after it, at a higher version
     * @param gone whether there is no such macro after it; not for one that is new
     */
    public MacroChange {
        Check.range("change.expectedVersion", expectedVersion, gone ? 1 : 0, after.version() - 1);
    }

    /**
     * A macro that is new or changes.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the macro after it, at a higher version
     * @return the change
     */
    public static MacroChange put(long expectedVersion, Macro after) {
        return new MacroChange(expectedVersion, after, false);
    }

    /**
     * A macro that ends.
     *
     * @param macro as it is stored
     * @return the change
     */
    public static MacroChange remove(Macro macro) {
        return new MacroChange(macro.version(), macro.at(macro.version() + 1), true);
    }
}
