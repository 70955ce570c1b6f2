package dev.svar;

import java.util.List;

/**
 * Port: behavior added to the desk. A reaction is pure: no I/O, no clock; the same step gives the same effects. It may be
 * called again for the same event when a commit lost a race. Safe for use by several threads.
 */
@FunctionalInterface
public interface Reaction {
    /**
     * Looks at something that is about to happen.
     *
     * @param step the event with the ticket before and after it
     * @return what shall happen with it; empty for nothing
     */
    List<Effect> to(Step step);
}
